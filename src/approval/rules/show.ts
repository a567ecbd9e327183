/** What a rule does to a relay, as its card tells it. */
import type { Card } from '../../core/card.ts'
import type { Locale } from '../../core/ids.ts'
import { type RichText, richTextSchema } from '../../core/rich-text.ts'
import type { CardRule } from '../../core/rule.ts'
import type { Tx } from '../../db/client.ts'
import type { Client, Relay } from '../../generated/prisma/client.ts'
import { findingsIn } from '../decide/meaning.ts'
import { endorsementsOf, lackingIn } from './approvers.ts'
import { proposedVersion, rulingOf } from './ruling.ts'

/** Undefined: no rule fits. */
export async function ruleOf(tx: Tx, relay: Relay & { readonly client: Client }): Promise<CardRule | undefined> {
  const ruling = rulingOf(relay)
  if (!ruling) return undefined
  const { key, do: action, holds } = ruling
  const { seats, people, leads } = await lackingIn(tx, relay, relay.client)
  const endorsed = action.act === 'second' ? await endorsementsOf(tx, relay) : []
  return {
    key,
    act: action.act,
    at: relay.autoAt?.toISOString(),
    holds,
    stopped: await stopOf(tx, relay),
    endorsed: endorsed.map(({ staff, at }) => ({ by: staff.name, at: at.toISOString() })),
    needed: (action.act === 'second' ? seats.map(({ of, standIn }) => standIn ?? of) : people).map(({ name }) => name),
    away: seats
      .filter(({ isAway }) => isAway)
      .map(({ of, standIn }) => ({
        name: of.name,
        standIn: standIn?.name,
        leads: standIn ? [] : leads.map(({ name }) => name),
      })),
    quorum: action.act === 'second' ? action.quorum : 'any',
  }
}

async function stopOf(tx: Tx, { stoppedAt, stoppedById }: Relay): Promise<CardRule['stopped']> {
  if (stoppedAt === null) return undefined
  const staff = stoppedById === null ? null : await tx.staff.findUnique({ where: { id: stoppedById } })
  return { by: staff?.name ?? '', at: stoppedAt.toISOString() }
}

/** The words that somebody whose approval is not enough would have leave, and how they differ from what was said. */
export async function proposedOf(tx: Tx, relay: Relay, said: RichText, locale: Locale): Promise<Card['proposed']> {
  const draft = await proposedVersion(tx, relay)
  if (!draft) return undefined
  const body = richTextSchema.parse(draft.body)
  const staff = draft.staffId === null ? null : await tx.staff.findUnique({ where: { id: draft.staffId } })
  return { by: staff?.name ?? '', body: [...body], findings: findingsIn(said, body, relay.direction, locale) }
}
