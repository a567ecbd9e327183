/** What the final promises and nobody has promised: a gift, a certainty where there was a hope, or work to come. */
import type { Difference } from '../../difference.ts'
import type { Reading } from '../reading/reading.ts'
import { compareAdditions } from './additions.ts'
import { compareCertainty } from './certainty.ts'
import { compareConcessions } from './concessions.ts'
import { compareDuties } from './duties.ts'
import { comparePromises } from './promises.ts'

export function compareCommitments(source: Reading, final: Reading): Difference[] {
  return [
    ...compareConcessions(source, final),
    ...compareCertainty(source, final),
    ...comparePromises(source, final),
    ...compareDuties(source, final),
    ...compareAdditions(source, final),
  ].slice(0, 2)
}
