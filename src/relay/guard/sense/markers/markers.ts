/** How sure, on what condition, asked or said: what a final must keep of it. Shown as a warning. */
import type { Difference } from '../../difference.ts'
import type { Reading } from '../reading/reading.ts'
import { compareConditions } from './conditions.ts'
import { compareModality } from './modality.ts'
import { compareQuestions } from './questions.ts'

export function compareMarkers(source: Reading, final: Reading): Difference[] {
  return [...compareModality(source, final), ...compareConditions(source, final), ...compareQuestions(source, final)]
}
