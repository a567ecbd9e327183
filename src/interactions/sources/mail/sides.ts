/** Which way a letter went, and who of the other side was in it. */
import type { Direction } from '../../../core/interaction.ts'
import type { Letter, Person } from './letter.ts'

/** More people than that is a circular, not a conversation. */
const MOST_RECIPIENTS = 50

export type Sides =
  | {
      readonly kind: 'contact'
      readonly direction: Direction
      /** Whoever wrote, or was written to. */
      readonly theirs: readonly Person[]
      /** In copy of what came in: of the sender's own people they were in it, of nobody else is it a contact. */
      readonly copied: readonly Person[]
      /** Those of us who could have written or read it. */
      readonly ours: readonly Person[]
    }
  | { readonly kind: 'none'; readonly why: string }

/** What comes from one of us goes out, to those who are not; everything else comes in, from whoever wrote it. */
export function sidesOf({ from, to, automatic }: Letter, isOurs: (person: Person) => boolean): Sides {
  if (automatic) return { kind: 'none', why: automatic }
  if (!from) return { kind: 'none', why: 'no sender' }
  if (to.length > MOST_RECIPIENTS) return { kind: 'none', why: `a circular to ${to.length} people` }
  const theirs = to.filter((person) => !isOurs(person))
  if (!isOurs(from))
    return { kind: 'contact', direction: 'in', theirs: [from], copied: theirs, ours: to.filter(isOurs) }
  if (theirs.length === 0) return { kind: 'none', why: 'all of it inside the agency' }
  return { kind: 'contact', direction: 'out', theirs, copied: [], ours: [from] }
}
