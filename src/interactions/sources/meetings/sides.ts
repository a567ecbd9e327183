/** Whether a meeting was one with a client, and who was there on either side. */
import type { Direction } from '../../../core/interaction.ts'
import type { Attendee, Meeting } from './meeting.ts'

export type MeetingSides =
  | {
      readonly kind: 'contact'
      /** Who invited: we, or they. */
      readonly direction: Direction
      readonly theirs: readonly Attendee[]
      /** Those of us who did not decline; who invited comes first. */
      readonly ours: readonly Attendee[]
    }
  | { readonly kind: 'none' }

/** More people than that is a lecture. */
const MOST = 100

/** A calendar is one of ours: where it names nobody of us, whose it is was there. */
export function meetingSides({ people, organizer }: Meeting, isOurs: (address: string) => boolean): MeetingSides {
  const ours = people.filter(({ value }) => isOurs(value))
  const present = ours.filter(({ hasDeclined }) => !hasDeclined)
  const theirs = people.filter(({ value, hasDeclined }) => !hasDeclined && !isOurs(value))
  if (theirs.length === 0 || theirs.length > MOST || (ours.length > 0 && present.length === 0)) return { kind: 'none' }
  return {
    kind: 'contact',
    direction: organizer === undefined || isOurs(organizer) ? 'out' : 'in',
    theirs,
    ours: [...present].sort((a, b) => Number(b.value === organizer) - Number(a.value === organizer)),
  }
}
