/** Who gets a client that has no manager: pure, and the same question has the same answer. */
import type { Locale } from '../../core/ids.ts'
import type { ClientStage, Duty, Employment, Grade, StaffRole } from '../../generated/prisma/client.ts'

export type Newcomer = { readonly tier: string; readonly stage: ClientStage; readonly language: Locale }

/** Empty lists ask nothing. */
export type Rule = {
  readonly tiers: readonly string[]
  readonly stage: ClientStage | null
  readonly languages: readonly Locale[]
  readonly method: 'round_robin' | 'by_load' | 'named'
  /** Keys: in this order for `named`, else only among these. */
  readonly people: readonly string[]
  readonly grades: readonly Grade[]
  readonly employments: readonly Employment[]
}

export type Candidate = {
  readonly id: string
  readonly key: string
  readonly role: StaffRole
  readonly grade: Grade | null
  readonly employment: Employment
  /** Active, reachable on the team's platform, and not away. */
  readonly there: boolean
  /** Of the departments they lead or belong to. */
  readonly duties: readonly Duty[]
  readonly clients: number
  readonly open: number
  readonly lastAssigned: Date | null
}

const DUTY_OF = { lead: 'intake', client: 'running' } as const satisfies Record<ClientStage, Duty>

/** The first rule whose conditions hold decides; when nobody of it is there, nobody gets it: a key client is not for whoever is left. */
export function assigneeOf(
  newcomer: Newcomer,
  rules: readonly Rule[],
  candidates: readonly Candidate[],
): Candidate | undefined {
  const rule = rules.find((one) => matches(one, newcomer))
  return rule && choose(rule, poolOf(rule, newcomer, candidates))
}

function matches({ tiers, stage, languages }: Rule, newcomer: Newcomer): boolean {
  return (
    (tiers.length === 0 || tiers.includes(newcomer.tier)) &&
    (stage === null || stage === newcomer.stage) &&
    (languages.length === 0 || languages.includes(newcomer.language))
  )
}

/** Where work is divided by duty, only those whose duty it is. */
function poolOf(rule: Rule, { stage }: Newcomer, candidates: readonly Candidate[]): Candidate[] {
  const duty = DUTY_OF[stage]
  const isDivided = candidates.some(({ duties }) => duties.includes(duty))
  return candidates.filter(
    (candidate) =>
      candidate.there &&
      answers(candidate, rule) &&
      (rule.people.length === 0 || rule.people.includes(candidate.key)) &&
      (rule.grades.length === 0 || (candidate.grade !== null && rule.grades.includes(candidate.grade))) &&
      (rule.employments.length === 0 || rule.employments.includes(candidate.employment)) &&
      (!isDivided || rule.method === 'named' || candidate.duties.includes(duty)),
  )
}

/** Leads and admins get clients only by name. */
function answers({ role }: Candidate, { method }: Rule): boolean {
  return role === 'manager' || (method === 'named' && (role === 'lead' || role === 'admin'))
}

function choose({ method, people }: Rule, pool: readonly Candidate[]): Candidate | undefined {
  const inOrder = [...pool].sort((a, b) => (a.key < b.key ? -1 : 1))
  switch (method) {
    case 'named':
      return people.flatMap((key) => inOrder.find((candidate) => candidate.key === key) ?? [])[0]
    case 'by_load':
      return inOrder.sort((a, b) => a.clients - b.clients || a.open - b.open)[0]
    case 'round_robin':
      return inOrder.sort((a, b) => compare(timeOf(a), timeOf(b)))[0]
  }
}

/** Whoever has waited longest for a client; who never got one comes first. */
function timeOf({ lastAssigned }: Candidate): number {
  return lastAssigned?.getTime() ?? Number.NEGATIVE_INFINITY
}

/** Infinities do not subtract. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
