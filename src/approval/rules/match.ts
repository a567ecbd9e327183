/** Which rule fits a relay, and what it makes of it. Pure. */
import type { Direction, RelayKind } from '../../core/relay.ts'
import type { Rule, RuleAction, RuleWhen, Trait } from '../../core/rule.ts'
import type { Language } from './traits/traits.ts'

/** All that a rule may ask of a relay. */
export type Facts = {
  readonly client: string
  readonly project?: string | undefined
  readonly tier: string
  readonly direction: Direction
  readonly kind: RelayKind
  /** Of the member of staff who said it; none of them for a client's words. */
  readonly author?: string | undefined
  readonly grade?: string | undefined
  readonly craft?: string | undefined
  readonly employment?: string | undefined
  /** What it is about: of REASONS or the agency's own, with the one that this counts as. */
  readonly reason?: string | undefined
  readonly reasonParent?: string | undefined
  readonly language: Language
  /** Characters. */
  readonly length: number
  readonly findings: 'none' | 'some' | 'grave'
  readonly traits: ReadonlySet<Trait>
  /** Of the day, by the agency's clock. */
  readonly minute: number
  readonly firstContact: boolean
  readonly complaintOpen: boolean
  readonly invoiceOverdue: boolean
}

/** The first rule that fits. */
export function firstMatch<R extends Rule>(rules: readonly R[], facts: Facts): R | undefined {
  return rules.find((rule) => isAbout(rule, facts) && CONDITIONS.every((holds) => holds(rule.when, facts)))
}

/** What keeps a rule's approval back: the traits that always wait for a person and that it does not name. */
export function heldBy(action: RuleAction, { traits }: Pick<Facts, 'traits'>): Trait[] {
  if (action.act !== 'approve') return []
  const even: readonly string[] = action.even ?? []
  return [...traits].filter((trait) => !even.includes(trait)).sort()
}

function isAbout(rule: Rule, facts: Facts): boolean {
  return (
    (rule.client === undefined || rule.client === facts.client) &&
    (rule.project === undefined || rule.project === facts.project)
  )
}

type Condition = (when: RuleWhen, facts: Facts) => boolean

/** Each is true of a rule that does not ask for it. */
const CONDITIONS: readonly Condition[] = [
  ({ direction }, facts) => isOneOf(direction, facts.direction),
  ({ author }, facts) => isOneOf(author, facts.author),
  ({ grade }, facts) => isOneOf(grade, facts.grade),
  ({ craft }, facts) => isOneOf(craft, facts.craft),
  ({ employment }, facts) => isOneOf(employment, facts.employment),
  ({ tier }, facts) => isOneOf(tier, facts.tier),
  ({ kind }, facts) => isOneOf(kind, facts.kind),
  ({ reason }, facts) => isOneOf(reason, facts.reason) || isOneOf(reason, facts.reasonParent),
  ({ language }, facts) => isOneOf(language, facts.language),
  ({ findings }, facts) => isOneOf(findings, facts.findings),
  ({ length }, facts) =>
    facts.length >= (length?.least ?? 0) && facts.length <= (length?.most ?? Number.POSITIVE_INFINITY),
  ({ has }, { traits }) => has === undefined || has.some((trait) => traits.has(trait)),
  ({ lacks }, { traits }) => lacks === undefined || !lacks.some((trait) => traits.has(trait)),
  ({ hours }, { minute }) => hours === undefined || isBetween(minuteOf(hours.from), minute, minuteOf(hours.to)),
  ({ firstContact }, facts) => isAsAsked(firstContact, facts.firstContact),
  ({ complaintOpen }, facts) => isAsAsked(complaintOpen, facts.complaintOpen),
  ({ invoiceOverdue }, facts) => isAsAsked(invoiceOverdue, facts.invoiceOverdue),
]

function isOneOf(asked: readonly string[] | undefined, given: string | undefined): boolean {
  return asked === undefined || (given !== undefined && asked.includes(given))
}

function isAsAsked(asked: boolean | undefined, given: boolean): boolean {
  return asked === undefined || asked === given
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** From the first minute up to before the last; over midnight when it ends before it begins. */
function isBetween(from: number, minute: number, to: number): boolean {
  return from <= to ? from <= minute && minute < to : minute >= from || minute < to
}
