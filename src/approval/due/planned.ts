import { quotesSchema, withQuotes } from '../../core/answered.ts'
import { digest } from '../../core/hash.ts'
import { richTextSchema } from '../../core/rich-text.ts'
import type { Database, Tx } from '../../db/client.ts'
import { sweepEach } from '../../db/sweep-each.ts'
import { transaction } from '../../db/transaction.ts'
import type { RelayVersion } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { localeOfStaff } from '../../people/staff.ts'
import { lockRelay, type RelayWithParts, unschedule } from '../../relay/relays.ts'
import { type Case, type DecideOptions, settle } from '../decide/case.ts'
import { leaving } from '../decide/leaving.ts'
import { leave, otherSide } from '../decide/send.ts'
import { showRelay } from '../show/show.ts'
import { isUnheard, UNHEARD } from './unheard.ts'

/** As many at once; the next sweep goes on. */
const AT_ONCE = 50

/**
 * What was approved for a time leaves when it has come: approved in the name of whoever planned it, in the words that were
 * approved then. A restart in between costs nothing: what is due is found by its time. Returns how many.
 */
export async function sendPlanned(database: Database, options: DecideOptions, now: Date): Promise<number> {
  const due = (resting: readonly string[]) =>
    database.prisma.$queryRaw<{ id: string }[]>`
      select id from "Relay" r where "sendAt" <= ${now} and not ${UNHEARD}
        and id <> all(${resting}::uuid[]) order by "sendAt", number limit ${AT_ONCE}`
  return sweepEach(database, { name: 'planned', now }, due, ({ id }) =>
    transaction(database, (tx) => sendOne(tx, id, options, now)),
  )
}

/** False: nothing was done about it yet. */
async function sendOne(tx: Tx, id: string, options: DecideOptions, now: Date): Promise<boolean> {
  const relay = await lockRelay(tx, id)
  if (relay?.status !== 'scheduled' || relay.sendAt === null || relay.sendAt > now) return false
  if (await isUnheard(tx, id)) return false
  const it = await caseOf(tx, relay, now)
  const final = await tx.relayVersion.findFirst({
    where: { relayId: id, kind: 'final' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  const to = it && otherSide(it, options)
  if (it && final && to && (await namesAnyone(tx, it, final))) {
    await unschedule(tx, relay, { by: 'blind', at: now })
  } else if (it && final && to) {
    await settle(tx, it, 'approved', await wordFor(tx, id), { versionId: final.id })
    await leave(tx, it, final, to, now)
  } else {
    // Its project has no place any more: a person must see to it.
    await unschedule(tx, relay, { by: 'refused', at: now })
  }
  await showRelay(tx, id, options, now)
  return true
}

/** What was masked for its readers when it was approved is not enough by now: somebody among them has become blind since. */
async function namesAnyone(tx: Tx, it: Case, final: RelayVersion): Promise<boolean> {
  if (it.relay.direction === 'to_client') return false
  const approved = withQuotes(richTextSchema.parse(final.body), quotesSchema.parse(final.quotes ?? []))
  return digest((await leaving(tx, it, approved)).body) !== digest(approved)
}

/** Undefined: nobody has planned it. */
async function caseOf(tx: Tx, relay: RelayWithParts, now: Date): Promise<Case | undefined> {
  const staff = relay.decidedById === null ? null : await tx.staff.findUnique({ where: { id: relay.decidedById } })
  if (!staff) return undefined
  const agency = await agencyOf(tx)
  const client = await tx.client.findUniqueOrThrow({ where: { id: relay.clientId } })
  const request = await tx.request.findUniqueOrThrow({ where: { id: relay.requestId }, include: { project: true } })
  return { relay, client, request, staff, agency, locale: localeOfStaff(staff, agency), now }
}

async function wordFor(tx: Tx, relayId: string): Promise<'approved' | 'approved_edited'> {
  const planned = await tx.relayActivity.findFirst({
    where: { relayId, kind: { in: ['scheduled', 'scheduled_edited'] } },
    orderBy: { chainSeq: 'desc' },
  })
  return planned?.kind === 'scheduled_edited' ? 'approved_edited' : 'approved'
}
