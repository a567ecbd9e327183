import type { Clock } from '../../../../core/clock.ts'
import { describe } from '../../../../core/errors.ts'
import { type MailboxPlace, mailboxName } from '../../../../core/source.ts'
import type { Database } from '../../../../db/client.ts'
import { transaction } from '../../../../db/transaction.ts'
import type { Log } from '../../../../log.ts'
import { keepPosition, readCursor, tellTrouble } from '../../cursors.ts'
import { type Letter, readLetter } from '../letter.ts'
import { takeLetter } from '../take.ts'
import { BEGINNING, positionSchema } from './cursor.ts'
import { type Fetched, fetchNew } from './mailbox.ts'

export type MailboxOptions = { readonly database: Database; readonly clock: Clock; readonly log: Log }

/**
 * Takes what is new in a mailbox; how many letters that were. Each is in the database, together with how far we are, before
 * the next is fetched: a run that breaks off goes on there. A mailbox that cannot be read is told once, not every minute.
 */
export async function pollMailbox(place: MailboxPlace | undefined, options: MailboxOptions): Promise<number> {
  if (!place) return 0
  const { database, log, clock } = options
  const source = mailboxName(place)
  const before = await readCursor(database, source, positionSchema)
  let taken = 0
  try {
    for await (const fetched of fetchNew(place, before?.position ?? BEGINNING)) {
      await takeOne(source, fetched, options)
      taken++
    }
    await tellTrouble({ database, log }, { source, before, position: BEGINNING, error: undefined }, clock.now())
  } catch (error) {
    await tellTrouble({ database, log }, { source, before, position: BEGINNING, error: describe(error) }, clock.now())
  }
  return taken
}

/** What is no letter is passed over, or it would be in the way for ever. */
async function takeOne(source: string, fetched: Fetched, { database, clock, log }: MailboxOptions): Promise<void> {
  const letter = await letterIn(fetched, clock.now())
  if (!letter) log.warn({ source, ...fetched.position }, 'a letter that is too large or cannot be read was passed over')
  await transaction(database, async (tx) => {
    const now = clock.now()
    if (letter) await takeLetter(tx, letter, now)
    await keepPosition(tx, source, fetched.position, now)
  })
}

async function letterIn({ bytes, received }: Fetched, now: Date): Promise<Letter | undefined> {
  try {
    // The server's clock may be ahead of ours.
    return bytes && (await readLetter(bytes, received && received < now ? received : now))
  } catch {
    return undefined
  }
}
