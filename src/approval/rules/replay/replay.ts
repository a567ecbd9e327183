/** What rules would have done with what is in the log, beside what people did. Reads only. */
import { after, DAY, MINUTE } from '../../../core/clock.ts'
import { richTextSchema } from '../../../core/rich-text.ts'
import type { Rule, RuleAct } from '../../../core/rule.ts'
import type { Tx } from '../../../db/client.ts'
import type { ActivityKind, Prisma } from '../../../generated/prisma/client.ts'
import { factsOf, rowsOf } from '../facts.ts'
import { firstMatch, heldBy } from '../match.ts'

/** How a relay ended the first time it was decided. rule: let through by a rule · open: it waits still, or ran out. */
export const ENDS = ['approved', 'edited', 'returned', 'rejected', 'answered', 'withdrawn', 'rule', 'open'] as const
export type End = (typeof ENDS)[number]

export type Tally = {
  readonly key: string
  readonly act: RuleAct
  /** How many relays it was the first to fit. */
  fits: number
  /** Of these it would have approved so many by itself, and people had done this with them: */
  through: number
  readonly ends: Record<End, number>
  /** Why it would have held the others: a trait, or that the client wrote in the meantime. */
  readonly held: Record<string, number>
}

export type Replay = {
  readonly days: number
  /** All that was to be decided in these days. */
  readonly relays: number
  /** Fitted by no rule. */
  readonly unmatched: number
  readonly rules: readonly Tally[]
}

const PAGE = 500

export async function replay(tx: Tx, rules: readonly Rule[], days: number, now: Date): Promise<Replay> {
  const tallies = rules.map(
    ({ key, do: { act } }): Tally => ({ key, act, fits: 0, through: 0, ends: noEnds(), held: {} }),
  )
  const tallyOf = new Map(tallies.map((tally) => [tally.key, tally]))
  let relays = 0
  let unmatched = 0
  for (let last = 0; ; ) {
    const page = await pageAfter(tx, last, after(now, -days * DAY))
    if (page.length === 0) break
    const ids = page.map(({ id }) => id)
    const rows = await rowsOf(tx, ids)
    const wrote = await clientWroteAfter(tx, ids)
    for (const relay of page) {
      relays++
      const row = rows.get(relay.id)
      const facts = row && factsOf(relay, row, { said: wordsAtFirst(relay) }, relay.openedAt)
      const rule = facts && firstMatch(rules, facts)
      const tally = rule && tallyOf.get(rule.key)
      if (facts && rule && tally) count(tally, relay, rule, heldBy(rule.do, facts), wrote.get(relay.id))
      else unmatched++
    }
    last = page.at(-1)?.number ?? last
  }
  return { days, relays, unmatched, rules: tallies }
}

function noEnds(): Record<End, number> {
  return { approved: 0, edited: 0, returned: 0, rejected: 0, answered: 0, withdrawn: 0, rule: 0, open: 0 }
}

const END_OF = {
  approved: 'approved',
  approved_edited: 'edited',
  returned: 'returned',
  rejected: 'rejected',
  answered: 'answered',
  withdrawn: 'withdrawn',
} as const satisfies Partial<Record<ActivityKind, End>>
const DECISIONS = Object.keys(END_OF) as (keyof typeof END_OF)[]

const asDecided = {
  versions: { where: { kind: 'original' }, orderBy: { revision: 'asc' } },
  activities: { where: { kind: { in: DECISIONS } }, orderBy: { chainSeq: 'asc' }, take: 1 },
} satisfies Prisma.RelayInclude
type Decided = Prisma.RelayGetPayload<{ include: typeof asDecided }>

/** What managers answered by themselves was never theirs to approve. */
function pageAfter(tx: Tx, number: number, since: Date): Promise<Decided[]> {
  return tx.relay.findMany({
    where: { number: { gt: number }, openedAt: { gte: since }, answersId: null },
    orderBy: { number: 'asc' },
    take: PAGE,
    include: asDecided,
  })
}

/** The words as they were when somebody decided on them for the first time. */
function wordsAtFirst({ versions, activities }: Decided) {
  const decidedAt = activities[0]?.at
  const seen = versions.filter(({ at }) => decidedAt === undefined || at <= decidedAt)
  return richTextSchema.parse((seen.at(-1) ?? versions[0])?.body ?? [])
}

/** When the client wrote next in the same request, besides the relay's own words. */
async function clientWroteAfter(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx.$queryRaw<{ id: string; at: Date | null }[]>`
    select r.id, (select min(i.at) from "Interaction" i where i."requestId" = r."requestId" and i.direction = 'in'
      and i.kind in ('message', 'edit', 'removal') and i.at > r."openedAt"
      and not exists (select 1 from "RelayPart" o where o."interactionId" = i.id and o."relayId" = r.id)) as at
    from "Relay" r where r.id = any(${[...ids]}::uuid[])`
  return new Map(rows.flatMap(({ id, at }) => (at === null ? [] : [[id, at] as const])))
}

function count(tally: Tally, relay: Decided, rule: Rule, traits: readonly string[], wrote: Date | undefined): void {
  tally.fits++
  if (rule.do.act !== 'approve') return
  const isOvertaken = wrote !== undefined && wrote <= after(relay.gatherUntil, rule.do.after * MINUTE)
  const holds = isOvertaken ? [...traits, 'client_wrote'] : traits
  if (holds.length === 0) {
    tally.through++
    tally.ends[endOf(relay)]++
  }
  for (const hold of holds) tally.held[hold] = (tally.held[hold] ?? 0) + 1
}

function endOf({ activities: [first] }: Decided): End {
  if (!first) return 'open'
  const end = END_OF[first.kind as keyof typeof END_OF]
  return end === 'approved' && first.staffId === null ? 'rule' : end
}
