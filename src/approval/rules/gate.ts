import type { RichText } from '../../core/rich-text.ts'
import type { Tx } from '../../db/client.ts'
import { recordActivity } from '../../relay/activity.ts'
import { bodyOf } from '../../relay/body.ts'
import { addVersion, type RelayWithParts } from '../../relay/relays.ts'
import type { Case } from '../decide/case.ts'
import { areEnough, endorsementsOf, isLeading } from './approvers.ts'
import { isSame, keepRuling, proposalOf, type Ruling, ruleOn, ruleOnOwn, rulingOf } from './ruling.ts'

/** open: it may leave now · kept: this approval is written down, and others are needed · needs_lead: it counts for nothing. */
export type Gate = 'open' | 'kept' | 'needs_lead'

/**
 * Asked before approved words leave: does a rule want more than this one person? Words that somebody rewrote are held
 * against the rules as well as what was said, so that rewriting is no way round them.
 */
export async function passGate(tx: Tx, it: Case, body: RichText): Promise<Gate> {
  const waiting = await wordsOf(tx, it.relay)
  const isRewritten = !isSame(body, waiting)
  const ruling = isRewritten
    ? await ruleOn(tx, it.relay, { said: bodyOf(it.relay), final: body }, it.now)
    : await currentRuling(tx, it)
  switch (ruling?.do.act) {
    case 'lead':
      if (await isLeading(tx, it.staff)) return 'open'
      if (!isRewritten) return 'needs_lead'
      await propose(tx, it, body, ruling)
      return 'kept'
    case 'second': {
      const given = isRewritten ? [] : (await endorsementsOf(tx, it.relay)).map(({ staffId }) => staffId)
      if (await areEnough(tx, ruling.do, it.relay, it.client, [...given, it.staff.id])) return 'open'
      if (isRewritten) await propose(tx, it, body, ruling)
      else await endorse(tx, it, it.relay.revision)
      return 'kept'
    }
    default:
      return 'open'
  }
}

/**
 * What keeps a manager from saying these words to the client in their own name: a rule that such words would need a lead or
 * a second approval by. Undefined: nothing.
 */
export async function objectionToOwn(
  tx: Tx,
  it: Case,
  body: RichText,
): Promise<'needs_lead' | 'needs_second' | undefined> {
  const act = (await ruleOnOwn(tx, it, body))?.do.act
  if (act === 'second') return 'needs_second'
  return act === 'lead' && !(await isLeading(tx, it.staff)) ? 'needs_lead' : undefined
}

/** The words that wait: as they were said, or as somebody whose approval was not enough has rewritten them. */
export async function wordsOf(tx: Tx, relay: RelayWithParts): Promise<RichText> {
  return (await proposalOf(tx, relay)) ?? bodyOf(relay)
}

/** Nothing is shown unruled, but the rules may have been changed a moment ago. */
async function currentRuling(tx: Tx, { relay, now }: Case): Promise<Ruling | undefined> {
  if (relay.ruledRevision === relay.revision) return rulingOf(relay)
  return ruleOn(tx, relay, { said: bodyOf(relay), final: await proposalOf(tx, relay) }, now)
}

/** A revision of its own: whoever has the card before them must see the new words, and earlier approvals were of others. */
async function propose(tx: Tx, it: Case, body: RichText, ruling: Ruling): Promise<void> {
  const { relay, client, staff, now: at } = it
  const changed = await tx.relay.update({ where: { id: relay.id }, data: { revision: { increment: 1 } } })
  const { revision } = changed
  const draft = await addVersion(tx, { relayId: relay.id, kind: 'draft', revision, body, staffId: staff.id, at })
  await tx.relay.update({ where: { id: relay.id }, data: { proposalId: draft.id } })
  await keepRuling(tx, changed, ruling, at)
  await recordActivity(tx, {
    relayId: relay.id,
    clientId: client.id,
    kind: 'proposed',
    staffId: staff.id,
    versionId: draft.id,
    note: ruling.key,
    at,
  })
  if (ruling.do.act === 'second') await endorse(tx, it, revision)
}

/** Once a person and revision, however often they click. */
async function endorse(tx: Tx, { relay, client, staff, now: at }: Case, revision: number): Promise<void> {
  const { count } = await tx.endorsement.createMany({
    skipDuplicates: true,
    data: [{ relayId: relay.id, revision, staffId: staff.id, at }],
  })
  if (count === 0) return
  await recordActivity(tx, { relayId: relay.id, clientId: client.id, kind: 'endorsed', staffId: staff.id, at })
}
