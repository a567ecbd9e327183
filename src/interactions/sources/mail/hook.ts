/** Where a mail server, or a script behind one, hands us letters. A letter is in the database before it is acknowledged. */
import { z } from 'zod'
import type { Clock } from '../../../core/clock.ts'
import { describe } from '../../../core/errors.ts'
import type { HookReply, Intake, IntakeRequest } from '../../../core/hook.ts'
import type { Database } from '../../../db/client.ts'
import { transaction } from '../../../db/transaction.ts'
import type { Log } from '../../../log.ts'
import { json, replyTo } from '../reply.ts'
import { isHeadSigned, isSigned } from '../secret.ts'
import { LARGEST_LETTER, type Letter, readLetter } from './letter.ts'
import { takeLetter } from './take.ts'

export type MailOptions = {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  /** Absent: there is no such address. */
  readonly secret: string | undefined
}

/** In JSON a letter takes up to twice its bytes. */
const LIMIT = 2 * LARGEST_LETTER

/** `POST /hooks/mail`, signed so that it shows before the body has come: it may be large. The letter as it is, or JSON with it as `raw`. */
export function mailIntakes(options: MailOptions): readonly Intake[] {
  const { secret, clock } = options
  if (secret === undefined) return []
  const take: Intake['take'] = async (request) =>
    isSigned(request, secret, clock.now()) ? takeIn(request, options) : { status: 401 }
  return [{ path: 'mail', limit: LIMIT, mayEnter: (headers) => isHeadSigned(headers, secret, clock.now()), take }]
}

async function takeIn(request: IntakeRequest, { database, clock, log }: MailOptions): Promise<HookReply> {
  const bytes = bytesOf(request)
  if (!bytes) return json(422, { result: 'refused', why: 'the body is neither a letter nor JSON with one as "raw"' })
  const letter = await tried(bytes, clock.now())
  if (!letter?.from) return json(422, { result: 'refused', why: 'this is no letter: it has no sender' })
  try {
    return replyTo(await transaction(database, (tx) => takeLetter(tx, letter, clock.now())))
  } catch (error) {
    log.error({ error: describe(error) }, 'a letter could not be stored')
    return { status: 500 }
  }
}

const wrapped = z.object({ raw: z.string().min(1), encoding: z.enum(['utf8', 'base64']).default('utf8') })

function bytesOf({ headers, bytes }: IntakeRequest): Uint8Array | undefined {
  if (!String(headers['content-type'] ?? '').startsWith('application/json')) return bytes
  try {
    const { raw, encoding } = wrapped.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    return Buffer.from(raw, encoding)
  } catch {
    return undefined
  }
}

/** Undefined: beyond the limits, and so for whoever sends it no letter. */
async function tried(bytes: Uint8Array, now: Date): Promise<Letter | undefined> {
  try {
    return await readLetter(bytes, now)
  } catch {
    return undefined
  }
}
