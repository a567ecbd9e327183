import { storable } from '../../../core/hash.ts'
import type { Direction } from '../../../core/interaction.ts'
import type { Tx } from '../../../db/client.ts'
import { logByPoint, whoseIs } from '../../contacts/by-point.ts'
import { EARLIEST_CONTACT } from '../../contacts/log-contact.ts'
import type { Outcome } from '../reply.ts'
import { type Call, phone } from './call.ts'

type Whose = Awaited<ReturnType<typeof whoseIs>>

/** Logs a call with whoever was at the other end. Numbers of ours say who of us it was, and who called whom. */
export async function takeCall(tx: Tx, service: string, call: Call, now: Date): Promise<Outcome> {
  // A number that is no time is not later than anything either.
  if (!(call.startedAt >= EARLIEST_CONTACT)) return { kind: 'wrong', why: 'its time is none, or too long ago' }
  const ends = { from: phone(call.from), to: phone(call.to) }
  const whose = {
    from: ends.from && (await whoseIs(tx, ends.from)),
    to: ends.to && (await whoseIs(tx, ends.to)),
  }
  if (whose.from?.staff && whose.to?.staff) return { kind: 'ignored', why: 'both numbers are ours' }
  const direction = directionOf(whose, call.direction)
  if (!direction) return { kind: 'wrong', why: 'direction: neither number is known, so it must be "in" or "out"' }
  const [theirs, ours] = direction === 'in' ? (['from', 'to'] as const) : (['to', 'from'] as const)
  const point = ends[theirs]
  if (!point) return { kind: 'ignored', why: `${theirs}: no phone number, so nobody can say whose it is` }
  const taken = await logByPoint(
    tx,
    {
      channel: 'phone',
      direction,
      at: call.startedAt,
      staffId: whose[ours]?.staff?.id,
      durationSeconds: call.durationSeconds,
      missed: call.missed ?? false,
      text: storable(call.note?.trim() ?? ''),
      source: `call:${service}:${storable(call.id)}`,
      points: [point],
    },
    now,
  )
  return { kind: 'taken', taken }
}

/** Whose numbers they are says it best; else the telephony; else which of the two is a client's. */
function directionOf({ from, to }: { from: Whose; to: Whose }, given: Direction | undefined): Direction | undefined {
  if (from?.staff) return 'out'
  if (to?.staff) return 'in'
  if (given) return given
  if (from?.contact) return 'in'
  return to?.contact ? 'out' : undefined
}
