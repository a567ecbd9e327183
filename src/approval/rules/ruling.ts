/** What the rules make of a relay, kept with it: evaluated once for each revision, read by the card, the gate and the sweep. */
import { z } from 'zod'
import { after, MINUTE } from '../../core/clock.ts'
import { digest } from '../../core/hash.ts'
import type { RichText } from '../../core/rich-text.ts'
import { richTextSchema } from '../../core/rich-text.ts'
import { HOLDS, type Hold, ruleActionSchema } from '../../core/rule.ts'
import type { Tx } from '../../db/client.ts'
import { Prisma, type Relay, type RelayVersion, type Staff } from '../../generated/prisma/client.ts'
import { rulesInForce } from '../../people/rules.ts'
import { bodyOf } from '../../relay/body.ts'
import type { RelayWithParts } from '../../relay/relays.ts'
import { isOpen } from '../../relay/transitions.ts'
import { factsOf, rowsOf, type Words } from './facts.ts'
import { firstMatch, heldBy } from './match.ts'

const rulingSchema = z.object({ do: ruleActionSchema, holds: z.array(z.enum(HOLDS)) })
export type Ruling = { readonly key: string } & z.infer<typeof rulingSchema>

/** What the rules in force make of these words of a relay. Two queries, one when there are no rules. */
export async function ruleOn(tx: Tx, relay: Relay, words: Words, now: Date): Promise<Ruling | undefined> {
  const rules = await rulesInForce(tx)
  if (rules.length === 0) return undefined
  const row = (await rowsOf(tx, [relay.id], now)).get(relay.id)
  if (!row) return undefined
  const facts = factsOf(relay, row, words, now)
  const rule = firstMatch(rules, facts)
  return rule && { key: rule.key, do: rule.do, holds: heldBy(rule.do, facts) }
}

/** The same for what a manager would say to the client of this relay in their own name. */
export async function ruleOnOwn(
  tx: Tx,
  { relay, staff, now }: { readonly relay: Relay; readonly staff: Staff; readonly now: Date },
  said: RichText,
): Promise<Ruling | undefined> {
  const rules = await rulesInForce(tx)
  const row = rules.length === 0 ? undefined : (await rowsOf(tx, [relay.id], now)).get(relay.id)
  if (!row) return undefined
  const { key: author, grade, craft, employment } = staff
  const own = { ...row, author, grade, craft, employment, heard: row.met, standing: null }
  const facts = factsOf({ direction: 'to_client', kind: 'message' }, own, { said }, now)
  const rule = firstMatch(rules, facts)
  return rule && { key: rule.key, do: rule.do, holds: heldBy(rule.do, facts) }
}

/** What else rules ask about has changed: the open relays of this request are held against them anew when they are shown. */
export async function askAnew(tx: Tx, requestId: string): Promise<void> {
  await tx.relay.updateMany({
    where: { requestId, status: { in: ['gathering', 'waiting'] } },
    data: { ruledRevision: null, autoAt: null },
  })
}

/**
 * Holds an open relay against the rules when it has changed since they were asked. Called before it is shown, in the
 * transaction of every change; returns its row as it is then.
 */
export async function keepRuled(tx: Tx, relay: RelayWithParts, now: Date): Promise<Relay> {
  if (!isOpen(relay.status)) return relay
  if (relay.ruledRevision === relay.revision) return heldSince(tx, relay)
  const ruling = await ruleOn(tx, relay, { said: bodyOf(relay), final: await proposalOf(tx, relay) }, now)
  return keepRuling(tx, relay, ruling, now)
}

/** The client has written: what would have been approved by itself waits for somebody who has read that. */
async function heldSince(tx: Tx, relay: Relay): Promise<Relay> {
  const ruling = rulingOf(relay)
  if (relay.autoAt === null || !ruling || relay.look === relay.ruledLook) return relay
  return keepHeld(tx, relay, ruling, ['client_wrote'])
}

/** It waits for a person for these reasons, until its words change. */
export async function keepHeld(tx: Tx, relay: Relay, ruling: Ruling, holds: Hold[]): Promise<Relay> {
  return tx.relay.update({ where: { id: relay.id }, data: { autoAt: null, ruling: { do: ruling.do, holds } } })
}

/** The ruling on the revision as it stands. An approval by itself is due so long after the burst is over. */
export async function keepRuling(tx: Tx, relay: Relay, ruling: Ruling | undefined, now: Date): Promise<Relay> {
  // The rules may have changed and not the words: then what the client wrote since still counts.
  const isNew = relay.ruledRevision !== null && relay.ruledRevision !== relay.revision
  const ruledLook = isNew ? relay.look : relay.ruledLook
  const holds: Hold[] = [...(ruling?.holds ?? []), ...(relay.look === ruledLook ? [] : ['client_wrote' as const])]
  return tx.relay.update({
    where: { id: relay.id },
    data: {
      ruledLook,
      ruledRevision: relay.revision,
      ruledAt: now,
      ruleKey: ruling?.key ?? null,
      ruling: ruling ? { do: ruling.do, holds } : Prisma.DbNull,
      autoAt: ruling && relay.stoppedAt === null ? dueAt(relay, { ...ruling, holds }, now) : null,
    },
  })
}

function dueAt(relay: Pick<Relay, 'gatherUntil'>, { do: action, holds }: Ruling, now: Date): Date | null {
  if (action.act !== 'approve' || holds.length > 0) return null
  const begins = Math.max(now.getTime(), relay.gatherUntil.getTime())
  return after(new Date(begins), action.after * MINUTE)
}

/** What the rules made of it when they were asked last. */
export function rulingOf(relay: Pick<Relay, 'ruleKey' | 'ruling'>): Ruling | undefined {
  return relay.ruleKey === null ? undefined : { key: relay.ruleKey, ...rulingSchema.parse(relay.ruling) }
}

/** What somebody proposed in place of what was said, as long as that has not changed. Draft of the revision it made. */
export async function proposalOf(tx: Tx, relay: Proposed): Promise<RichText | undefined> {
  const draft = await proposedVersion(tx, relay)
  return draft && richTextSchema.parse(draft.body)
}

export async function proposedVersion(tx: Tx, relay: Proposed): Promise<RelayVersion | undefined> {
  if (relay.proposalId === null) return undefined
  const draft = await tx.relayVersion.findUnique({ where: { id: relay.proposalId } })
  return draft?.revision === relay.revision ? draft : undefined
}

type Proposed = Pick<Relay, 'revision' | 'proposalId'>

/** The same of a relay that has its drafts with it. */
export function proposedIn(relay: {
  readonly revision: number
  readonly proposalId: string | null
  readonly versions: readonly { readonly id: string; readonly revision: number; readonly body: unknown }[]
}): RichText | undefined {
  const draft = relay.versions.find(({ id, revision }) => id === relay.proposalId && revision === relay.revision)
  return draft && richTextSchema.parse(draft.body)
}

export function isSame(some: RichText, other: RichText): boolean {
  return digest(some) === digest(other)
}
