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
  const { needs, ruling, isRewritten } = await needsOf(tx, it, body)
  if (needs === undefined || ruling === undefined) return 'open'
  if (isRewritten) await propose(tx, it, body, ruling)
  else if (needs === 'lead') return 'needs_lead'
  else await endorse(tx, it, it.relay.revision)
  return 'kept'
}

/**
 * The same for what cannot be half done, as an approval for later or a refusal: whose approval besides this person's is
 * needed first. Undefined: nobody's. Reads only.
 */
export async function objectionToOneStep(
  tx: Tx,
  it: Case,
  body: RichText,
): Promise<'needs_lead' | 'needs_others' | undefined> {
  const { needs } = await needsOf(tx, it, body)
  return needs === undefined ? undefined : ONE_STEP[needs]
}

const ONE_STEP = { lead: 'needs_lead', second: 'needs_others' } as const

type Needs = {
  /** Whose approval, besides this person's. */
  readonly needs: 'lead' | 'second' | undefined
  readonly ruling: Ruling | undefined
  readonly isRewritten: boolean
}

async function needsOf(tx: Tx, it: Case, body: RichText): Promise<Needs> {
  const { relay, client, staff, now } = it
  const isRewritten = !isSame(body, await wordsOf(tx, relay))
  const ruling = isRewritten
    ? await ruleOn(tx, relay, { said: bodyOf(relay), final: body }, now)
    : await currentRuling(tx, it)
  switch (ruling?.do.act) {
    case 'lead':
      return { needs: (await isLeading(tx, staff)) ? undefined : 'lead', ruling, isRewritten }
    case 'second': {
      const given = isRewritten ? [] : (await endorsementsOf(tx, relay)).map(({ staffId }) => staffId)
      const isEnough = await areEnough(tx, ruling.do, relay, client, [...given, staff.id])
      return { needs: isEnough ? undefined : 'second', ruling, isRewritten }
    }
    default:
      return { needs: undefined, ruling, isRewritten }
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
  const changed = await tx.relay.update({
    where: { id: relay.id },
    data: { revision: { increment: 1 }, snoozedUntil: null, askedAt: null },
  })
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

/** Once a person and revision, however often they click. What others must look at now is held back no longer. */
async function endorse(tx: Tx, { relay, client, staff, now: at }: Case, revision: number): Promise<void> {
  const { count } = await tx.endorsement.createMany({
    skipDuplicates: true,
    data: [{ relayId: relay.id, revision, staffId: staff.id, at }],
  })
  if (count === 0) return
  await tx.relay.update({ where: { id: relay.id }, data: { snoozedUntil: null } })
  await recordActivity(tx, { relayId: relay.id, clientId: client.id, kind: 'endorsed', staffId: staff.id, at })
}
