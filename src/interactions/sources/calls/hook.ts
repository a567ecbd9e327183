/** Where telephonies tell us of calls. A call is in the database before it is acknowledged. */
import type { Clock } from '../../../core/clock.ts'
import { describe } from '../../../core/errors.ts'
import type { HookReply, Intake, IntakeProbe } from '../../../core/hook.ts'
import type { Database } from '../../../db/client.ts'
import { transaction } from '../../../db/transaction.ts'
import type { Log } from '../../../log.ts'
import { agencyOf } from '../../../people/agency.ts'
import { replyTo } from '../reply.ts'
import { isSigned, same } from '../secret.ts'
import { SERVICES } from './services.ts'
import { takeCall } from './take.ts'

export type CallsOptions = {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  /** For whoever can sign; absent: nobody can. */
  readonly secret: string | undefined
  /** The word in the path of services that cannot; absent: there is no such path. */
  readonly token: string | undefined
}

/** A call is a few hundred bytes. */
const LIMIT = 64 * 1024

/** `POST /hooks/calls`, signed, and `POST /hooks/calls/<service>/<token>` with whatever a service adds to its address. */
export function callIntakes(options: CallsOptions): readonly Intake[] {
  const { secret, token, clock } = options
  const open: Intake[] = []
  if (secret !== undefined) {
    open.push({
      path: 'calls',
      limit: LIMIT,
      take: async (request) =>
        isSigned(request, secret, clock.now()) ? take('generic', request.bytes, options) : { status: 401 },
    })
  }
  if (token !== undefined) {
    const byPath: Intake['take'] = async ({ params, bytes }) => {
      const { service = '' } = params
      // A service that is not there and a wrong word look the same from outside.
      const isAllowed = same(params.token ?? '', token)
      return isAllowed && SERVICES.has(service) ? take(service, bytes, options) : { status: 404 }
    }
    for (const path of ['calls/:service/:token', 'calls/:service/:token/*'])
      open.push({ path, limit: LIMIT, take: byPath, probe: (request) => echo(request, token) })
  }
  return open
}

/** Before it keeps an address, Zadarma asks it to say a word after it: `GET …?zd_echo=word`. */
function echo({ params, query: { zd_echo: word } }: IntakeProbe, token: string): HookReply {
  const isAsked = params.service === 'zadarma' && same(params.token ?? '', token)
  if (!isAsked || typeof word !== 'string' || !/^[\w.-]{1,200}$/.test(word)) return { status: 404 }
  return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: word }
}

async function take(service: string, bytes: Uint8Array, { database, clock, log }: CallsOptions): Promise<HookReply> {
  try {
    const { timeZone } = await agencyOf(database.prisma)
    const told = SERVICES.get(service)?.(Buffer.from(bytes).toString('utf8'), timeZone)
    if (!told) throw new Error(`no service ${service}`)
    if (told.kind === 'wrong') {
      log.warn({ service, why: told.why }, 'a call that cannot be read was refused')
      return replyTo(told)
    }
    if (told.kind === 'other') return replyTo({ kind: 'ignored', why: told.what })
    return replyTo(await transaction(database, (tx) => takeCall(tx, service, told.call, clock.now())))
  } catch (error) {
    log.error({ service, error: describe(error) }, 'a call could not be stored')
    return { status: 500 }
  }
}
