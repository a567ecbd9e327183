/** Reading a mailbox over IMAP, without changing anything in it. Each wait has an end. */
import { ImapFlow } from 'imapflow'
import type { MailboxPlace } from '../../../../core/source.ts'
import { LARGEST_LETTER } from '../letter.ts'
import { nextOf, type Position, positionIn } from './cursor.ts'

const CONNECT_MS = 20_000
const GREETING_MS = 20_000
const SILENCE_MS = 60_000
/** However slowly a server speaks: the next run goes on where this one was. */
const ALL_MS = 5 * 60_000
/** Letters in one run: each is stored before the next is fetched. */
const MOST = 100
/** A line of the protocol; only letters come as literals. */
const LONGEST_LINE = 4 * 1024 * 1024

export type Fetched = {
  /** Where we are once this letter is taken. */
  readonly position: Position
  /** Undefined: it is larger than letters may be, or was deleted meanwhile. */
  readonly bytes: Uint8Array | undefined
  readonly received: Date | undefined
}

/** Hands over one letter after another, the oldest first; ends after MOST of them. Throws what went wrong on the way. */
export async function* fetchNew(place: MailboxPlace, before: Position): AsyncGenerator<Fetched> {
  const { host, port, secure, user, password: pass, folder } = place
  const client = new ImapFlow({
    host,
    port,
    secure,
    auth: { user, pass },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: GREETING_MS,
    socketTimeout: SILENCE_MS,
    maxLineLength: LONGEST_LINE,
    maxLiteralSize: LARGEST_LETTER,
    maxResponseSize: LARGEST_LETTER + LONGEST_LINE,
  })
  let broken: Error | undefined
  // A connection that breaks is told to whoever waits for an answer, and here; unheard it would end the process.
  client.on('error', (error: Error) => {
    broken = error
  })
  const tooLong = setTimeout(() => {
    broken = new Error(`the mailbox took longer than ${ALL_MS / 60_000} minutes`)
    client.close()
  }, ALL_MS)
  try {
    await client.connect()
    const opened = await client.mailboxOpen(folder, { readOnly: true })
    const start = positionIn(String(opened.uidValidity), before)
    const found = await client.search({ uid: `${start.uid + 1}:*` }, { uid: true })
    for (const uid of nextOf(found || [], start, MOST)) {
      yield await fetchOne(client, uid, { ...start, uid })
    }
    await client.logout()
  } catch (error) {
    throw broken ?? error
  } finally {
    clearTimeout(tooLong)
    client.close()
  }
}

/** Its size is asked first: what is too large is not sent to us. */
async function fetchOne(client: ImapFlow, uid: number, position: Position): Promise<Fetched> {
  const asked = { uid: true }
  const head = await client.fetchOne(String(uid), { uid: true, size: true, internalDate: true }, asked)
  const nothing = { position, bytes: undefined, received: undefined }
  if (!head || (head.size ?? 0) > LARGEST_LETTER) return nothing
  const whole = await client.fetchOne(String(uid), { uid: true, source: true }, asked)
  const { internalDate } = head
  const received = internalDate === undefined ? undefined : new Date(internalDate)
  return { position, bytes: whole ? whole.source : undefined, received }
}
