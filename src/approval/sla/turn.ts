/**
 * Which clocks of a request run, from what stands in it now. Of whoever's turn it is there is at most one, because a request
 * is at one place at a time: with whoever decides while anything waits for them, else with the specialist who is asked of
 * something, or to whom something was returned or handed over, else with nobody. What the client is owed has a clock of its own beside it. Pure.
 */
import type { SlaKind } from '../../core/sla.ts'

export type Facts = {
  /** What may be decided now. */
  readonly open: readonly {
    readonly relay: string
    readonly since: Date
    /** Who decides, when it is one person. */
    readonly decider: string | undefined
  }[]
  /** Of what waits, that of which an author is asked whether the manager's wording is what they meant. */
  readonly asked: readonly { readonly relay: string; readonly author: string | null; readonly since: Date }[]
  /** What is back with a specialist. */
  readonly returned: readonly { readonly relay: string; readonly author: string | null }[]
  /** The client's message that was handed to the team last, and when. */
  readonly handedOver: { readonly relay: string; readonly at: Date } | undefined
  /** When the team last said something for the client. */
  readonly spokenAt: Date | undefined
  /** The last decision on anything in this request. */
  readonly decidedAt: Date | undefined
  /** Who of the team is asked, when it is one person. */
  readonly specialist: string | undefined
  /** When the client last got an answer. */
  readonly answeredAt: Date | undefined
  /** The first message of the client's that nothing has answered since, and that was not set aside. */
  readonly unanswered: { readonly relay: string; readonly since: Date } | undefined
}

export type Wanted = {
  readonly kind: SlaKind
  readonly relay: string
  readonly staff: string | null
  readonly since: Date
}

/** Whose turn it is. Undefined: nobody's. */
export function turnOf(facts: Facts): Wanted | undefined {
  const oldest = oldestOf(facts.open)
  if (oldest) return { kind: 'decision', relay: oldest.relay, staff: oldest.decider ?? null, since: oldest.since }
  const asked = oldestOf(facts.asked)
  if (asked) return { kind: 'specialist', relay: asked.relay, staff: asked.author, since: asked.since }
  const { decidedAt, handedOver, spokenAt } = facts
  if (decidedAt === undefined) return undefined
  const [returned] = facts.returned
  if (returned) return { kind: 'specialist', relay: returned.relay, staff: returned.author, since: decidedAt }
  if (handedOver === undefined || (spokenAt !== undefined && spokenAt >= handedOver.at)) return undefined
  // What came between was the manager's time: the specialist's begins with the last decision.
  return { kind: 'specialist', relay: handedOver.relay, staff: facts.specialist ?? null, since: decidedAt }
}

function oldestOf<F extends { readonly relay: string; readonly since: Date }>(some: readonly F[]): F | undefined {
  return [...some].sort((a, b) => a.since.getTime() - b.since.getTime() || (a.relay < b.relay ? -1 : 1))[0]
}

/** What the client is owed. Undefined: nothing. */
export function owedOf({ unanswered, answeredAt }: Facts): Wanted | undefined {
  if (!unanswered) return undefined
  const kind = answeredAt === undefined ? 'first_answer' : 'next_answer'
  const since = answeredAt === undefined || unanswered.since > answeredAt ? unanswered.since : answeredAt
  return { kind, relay: unanswered.relay, staff: null, since }
}

/** Whether a clock that no longer runs has got what it waited for. */
export function isDone(
  clock: { readonly kind: SlaKind; readonly startedAt: Date },
  facts: Facts,
  relay: {
    readonly isDecided: boolean
    /** Its author has answered what they were asked of it since the clock began. */
    readonly isAnswered: boolean
  },
): boolean {
  switch (clock.kind) {
    case 'first_answer':
    case 'next_answer':
      return facts.answeredAt !== undefined && facts.answeredAt >= clock.startedAt
    case 'decision':
      return relay.isDecided
    case 'specialist':
      return relay.isAnswered || (facts.spokenAt !== undefined && facts.spokenAt >= clock.startedAt)
  }
}
