/** How far a mailbox has been read, and what of it comes next (RFC 3501, 2.3.1.1: a UID never comes twice while UIDVALIDITY stays). */
import { z } from 'zod'

export const positionSchema = z.object({ uidValidity: z.string(), uid: z.int().min(0) })
export type Position = z.infer<typeof positionSchema>

export const BEGINNING: Position = { uidValidity: '', uid: 0 }

/** A mailbox that was made anew counts from one again: all of it is read once more, and what is known stays known. */
export function positionIn(uidValidity: string, before: Position): Position {
  return before.uidValidity === uidValidity ? before : { uidValidity, uid: 0 }
}

/** `*` names the last letter even when it is older than where we are, so the server's answer is sieved here. */
export function nextOf(found: readonly number[], { uid }: Position, most: number): readonly number[] {
  return found
    .filter((each) => each > uid)
    .sort((a, b) => a - b)
    .slice(0, most)
}
