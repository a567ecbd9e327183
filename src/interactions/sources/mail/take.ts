import type { Tx } from '../../../db/client.ts'
import { agencyOf } from '../../../people/agency.ts'
import { logByPoint } from '../../contacts/by-point.ts'
import { oursAmong } from '../ours.ts'
import type { Outcome } from '../reply.ts'
import type { Letter } from './letter.ts'
import { sidesOf } from './sides.ts'
import { isVerified } from './verdict.ts'

/** Logs a letter with the clients whose people are in it, once for its Message-ID, by whichever way it comes to us. */
export async function takeLetter(tx: Tx, letter: Letter, now: Date): Promise<Outcome> {
  const everybody = [...(letter.from ? [letter.from] : []), ...letter.to]
  const { isOurs, staffId } = await oursAmong(
    tx,
    everybody.map(({ value }) => value),
  )
  const sides = sidesOf(letter, ({ value }) => isOurs(value))
  if (sides.kind === 'none') return { kind: 'ignored', why: sides.why }
  const { mailVerifiers } = await agencyOf(tx)
  const taken = await logByPoint(
    tx,
    {
      channel: 'email',
      direction: sides.direction,
      at: letter.at,
      staffId: sides.ours.map(({ value }) => staffId(value)).find((id) => id !== undefined),
      thread: letter.thread,
      // As long as the agency names no server whose word it takes, nobody is asked.
      unverified: mailVerifiers.length === 0 || isVerified(letter.claims, mailVerifiers) ? undefined : true,
      text: letter.text,
      source: `mail:${letter.id}`,
      points: sides.theirs,
      copied: sides.copied,
    },
    now,
  )
  return { kind: 'taken', taken }
}
