import type { RefusalKit, Verdict } from '../../core/flow.ts'
import { storable } from '../../core/hash.ts'
import type { RelayId, RemoteUser } from '../../core/ids.ts'
import type { Refusal, RefusalChoice } from '../../core/refusal.ts'
import { moreOf } from '../../core/relay.ts'
import { preview, toPlain } from '../../core/rich-text.ts'
import type { Tx } from '../../db/client.ts'
import { staffByUser } from '../../people/staff.ts'
import { countUse, refusalsFor } from '../../people/templates/store.ts'
import { filledIn } from '../../people/templates/variables.ts'
import { recordActivity } from '../../relay/activity.ts'
import { bodyOf } from '../../relay/body.ts'
import { rememberBoundary } from '../boundaries/boundaries.ts'
import { askAgain, isTooOld } from '../decide/age.ts'
import { withAmountsOf } from '../decide/amounts.ts'
import { answer } from '../decide/answer.ts'
import { type Case, cardFor, type DecideOptions, type Objection, openCase } from '../decide/case.ts'
import { edit, withFilesOf } from '../decide/send.ts'
import { objectionToOneStep } from '../rules/gate.ts'
import { findingsFor } from '../show/for-reader.ts'
import { showRelay } from '../show/show.ts'
import { lookFor } from '../show/views.ts'
import { valuesFor } from './values.ts'

/** What the dialogue "Refuse" shows for a choice. Reads only. */
export async function refusalFor(
  tx: Tx,
  relayId: RelayId,
  choice: RefusalChoice,
  by: RemoteUser,
  now: Date,
): Promise<RefusalKit> {
  const looked = await lookFor(tx, relayId, by)
  if (looked.kind !== 'open') return looked
  const { card } = looked
  const staff = await staffByUser(tx, by)
  if (!staff || !card.more.includes('refuse')) return { kind: 'already', card }
  const { locale, values } = await valuesFor(tx, relayId, staff, now)
  const templates = await refusalsFor(tx, { reason: choice.reason, tone: choice.tone, locale })
  const chosen = templates.find(({ id }) => id === choice.template) ?? templates[0]
  return {
    kind: 'open',
    card,
    choice: { ...choice, template: chosen?.id },
    templates: templates.map(({ id, title }) => ({ id, title })),
    words: chosen === undefined ? '' : filledIn(chosen.body, { ...values, alternative: choice.alternative }),
  }
}

/**
 * The client is told no: in place of what a specialist said, with the guard's findings as for any edit, or as the manager's
 * answer to what the client said. What the author had argued is kept, and the boundary is remembered. One transaction.
 */
export async function refuse(tx: Tx, given: Refusal, options: DecideOptions, now: Date): Promise<Verdict> {
  const opened = await openCase(tx, given.relay, given.by, now)
  if (opened.kind !== 'case') return opened
  const { case: it } = opened
  const { relay } = it
  const card = () => cardFor(tx, it)
  if (!moreOf(relay).includes('refuse')) return { kind: 'already', card: await card() }
  if (relay.revision !== given.revision || relay.look !== given.look) return { kind: 'stale', card: await card() }
  if (await isTooOld(tx, relay, 'edit', it.agency, now)) {
    await askAgain(tx, relay, now)
    await showRelay(tx, relay.id, options, now)
    return { kind: 'stale', card: await card() }
  }
  const { ask, argument } = await saidBefore(tx, it)
  const { body: written, confirmed = [] } = storable(given)
  const body = withAmountsOf(it, written)
  if (body === 'amount_changed') return { kind: 'invalid', why: body, card: await card() }
  const objection = await say(tx, it, { body, confirmed }, options)
  if (typeof objection === 'string') return { kind: 'invalid', why: objection, card: await card() }
  if (objection !== undefined)
    return { kind: 'unconfirmed', findings: findingsFor(objection, it.staff), card: await card() }
  await recordActivity(tx, {
    relayId: relay.id,
    clientId: it.client.id,
    kind: 'declined',
    staffId: it.staff.id,
    note: argument === '' ? given.reason : `${given.reason}: ${argument}`,
    at: now,
  })
  const words = toPlain(body)
  const who = { clientId: it.client.id, relayId: relay.id, staffId: it.staff.id }
  await rememberBoundary(tx, { ...who, reason: given.reason, ask, words, at: now })
  if (given.template !== undefined) await countUse(tx, given.template)
  await showRelay(tx, relay.id, options, now)
  return { kind: 'done', card: await card() }
}

async function say(
  tx: Tx,
  it: Case,
  { body, confirmed }: Required<Pick<Refusal, 'body' | 'confirmed'>>,
  options: DecideOptions,
): Promise<Objection> {
  if (it.relay.direction === 'to_team') return answer(tx, it, body, options)
  // A no that others must approve first has not been said, and must not be remembered as if it had.
  const words = withFilesOf(bodyOf(it.relay), body)
  return (await objectionToOneStep(tx, it, words)) ?? edit(tx, it, { kind: 'edit', body, confirmed }, options)
}

const ARGUMENT = 2_000

/** What the client had asked for, and what a specialist had to say to it. */
async function saidBefore(tx: Tx, { relay, request }: Case): Promise<{ ask: string; argument: string }> {
  const own = toPlain(bodyOf(relay))
  if (relay.direction === 'to_team') return { ask: own, argument: '' }
  const asked = await tx.relay.findFirst({
    where: { requestId: request.id, kind: 'message', direction: 'to_team', openedAt: { lte: relay.openedAt } },
    orderBy: [{ openedAt: 'desc' }, { number: 'desc' }],
    include: { parts: true },
  })
  return { ask: asked ? toPlain(bodyOf(asked)) : own, argument: preview(bodyOf(relay), ARGUMENT) }
}
