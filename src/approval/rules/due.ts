/** The two sweeps of the rules: what they have not been asked about, and what they let through. */
import { after, MINUTE } from '../../core/clock.ts'
import type { Hold } from '../../core/rule.ts'
import type { Database, Tx } from '../../db/client.ts'
import { sweepEach } from '../../db/sweep-each.ts'
import { transaction } from '../../db/transaction.ts'
import type { Project, Relay, Request } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { bodyOf } from '../../relay/body.ts'
import { blindIn } from '../../relay/mask/wall.ts'
import { lockRelay, type RelayWithParts } from '../../relay/relays.ts'
import { isTooOld } from '../decide/age.ts'
import type { DecideOptions } from '../decide/case.ts'
import { release } from '../decide/send.ts'
import { isUnheard, UNHEARD } from '../due/unheard.ts'
import { type ShowOptions, showRelay } from '../show/show.ts'
import { warningsIn } from '../show/warnings.ts'
import { keepHeld, keepRuled, keepRuling, type Ruling, ruleOn } from './ruling.ts'

const AT_ONCE = 50

/** Open relays that the rules in force have not been asked about: all of them, after the rules have changed. Returns how many. */
export async function ruleAnew(database: Database, options: ShowOptions, now: Date): Promise<number> {
  const found = (resting: readonly string[]) =>
    database.prisma.$queryRaw<{ id: string }[]>`
      select id from "Relay" where status in ('gathering', 'waiting') and "ruledRevision" is null
        and id <> all(${resting}::uuid[])
      order by "openedAt" limit ${AT_ONCE}`
  return sweepEach(database, { name: 'rule_anew', now }, found, ({ id }) =>
    transaction(database, async (tx) => {
      const relay = await lockRelay(tx, id)
      if (!relay) return false
      const ruled = await keepRuled(tx, relay, now)
      if (relay.ruleKey !== null || ruled.ruleKey !== null) await showRelay(tx, id, options, now)
      return true
    }),
  )
}

/** What nobody has stopped in time is approved by its rule, if it is still what the rule let through. Returns how many were due. */
export async function approveDue(database: Database, options: DecideOptions, now: Date): Promise<number> {
  const due = (resting: readonly string[]) =>
    database.prisma.$queryRaw<{ id: string }[]>`
      select id from "Relay" r where status = 'waiting' and "autoAt" <= ${now} and not ${UNHEARD}
        and id <> all(${resting}::uuid[])
      order by "autoAt", number limit ${AT_ONCE}`
  return sweepEach(database, { name: 'by_rule', now }, due, ({ id }) =>
    transaction(database, (tx) => approveByRule(tx, id, options, now)),
  )
}

/** One that is so late was due while the program did not run, when nobody could have stopped it: its time begins anew. */
const LATE = 2 * MINUTE

/** False: nothing was done about it yet. */
async function approveByRule(tx: Tx, id: string, options: DecideOptions, now: Date): Promise<boolean> {
  const relay = await lockRelay(tx, id)
  if (relay?.status !== 'waiting' || relay.autoAt === null || relay.autoAt > now) return false
  const request = await tx.request.findUniqueOrThrow({ where: { id: relay.requestId }, include: { project: true } })
  if (await isUnheard(tx, id)) return false
  // By the hour at which it came, and by all else that is known now.
  const ruling = await ruleOn(tx, relay, { said: bodyOf(relay) }, relay.ruledAt ?? now)
  if (ruling?.do.act !== 'approve' || ruling.key !== relay.ruleKey || ruling.holds.length > 0)
    return keepAndShow(tx, relay, ruling, options, now)
  if (after(relay.autoAt, LATE) < now) return keepAndShow(tx, relay, ruling, options, now)
  if (relay.look !== relay.ruledLook) return hold(tx, relay, ruling, 'client_wrote', options, now)
  if (await waitsBehind(tx, relay)) return hold(tx, relay, ruling, 'waits_behind', options, now)
  const client = await tx.client.findUniqueOrThrow({ where: { id: relay.clientId } })
  const agency = await agencyOf(tx)
  const it = { relay, client, request, staff: undefined, agency, locale: agency.locale, now }
  if (await isTooOld(tx, relay, 'approve', agency, now)) return hold(tx, relay, ruling, 'old', options, now)
  if (await isWarnedOf(tx, relay, request)) return hold(tx, relay, ruling, 'cannot_leave', options, now)
  const objection = await release(tx, it, bodyOf(relay), options, ruling.key)
  if (objection !== undefined)
    return hold(tx, relay, ruling, objection === 'no_project' ? 'no_project' : 'cannot_leave', options, now)
  await showRelay(tx, id, options, now)
  return true
}

/** The client would read what they must not, or what nobody can: the card warns of it, and a person decides. */
async function isWarnedOf(
  tx: Tx,
  relay: RelayWithParts,
  { projectId, project }: Request & { readonly project: Project | null },
): Promise<boolean> {
  if (relay.direction !== 'to_client') return false
  return warningsIn(bodyOf(relay), await blindIn(tx, projectId), project?.voice ?? 'agency').length > 0
}

/** Nothing is overtaken unseen: what came before it in this request, or what the client said that nobody has decided on. */
async function waitsBehind(tx: Tx, { id, requestId, number }: Relay): Promise<boolean> {
  const before = await tx.relay.findFirst({
    where: {
      requestId,
      id: { not: id },
      status: { in: ['gathering', 'waiting', 'scheduled'] },
      OR: [{ number: { lt: number } }, { direction: 'to_team' }],
    },
    select: { id: true },
  })
  return before !== null
}

async function hold(
  tx: Tx,
  relay: Relay,
  ruling: Ruling,
  why: Hold,
  options: ShowOptions,
  now: Date,
): Promise<boolean> {
  await keepHeld(tx, relay, ruling, [why])
  await showRelay(tx, relay.id, options, now)
  return true
}

async function keepAndShow(
  tx: Tx,
  relay: Relay,
  ruling: Ruling | undefined,
  options: ShowOptions,
  now: Date,
): Promise<boolean> {
  await keepRuling(tx, relay, ruling, now)
  await showRelay(tx, relay.id, options, now)
  return true
}
