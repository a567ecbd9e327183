/** What may be asked of the figures, by a command or a request. No database: a command reads its words before it opens one. */
import { z } from 'zod'
import { PERIODS } from './stats/period.ts'

/** In the order in which they are shown; what each is stands in figures.ts. */
export const FIGURE_NAMES = [
  'clients',
  'new_clients',
  'retention',
  'churn',
  'revenue_retention',
  'ltv',
  'ltv_model',
  'satisfaction',
  'requests',
  'requests_won',
  'leads_won',
  'first_answer',
  'next_answer',
  'decision',
  'interactions',
  'relays_edited',
  'relays_returned',
  'to_specialist',
  'at_specialist',
  'to_client',
  'score',
  'load',
] as const
export type FigureName = (typeof FIGURE_NAMES)[number]
export const figureNameSchema = z.enum(FIGURE_NAMES)

export const FORMATS = ['table', 'csv', 'xlsx', 'json'] as const
export type Format = (typeof FORMATS)[number]

export const DIVISIONS = ['none', 'manager', 'team', 'tier'] as const
export type Division = (typeof DIVISIONS)[number]

const key = z.string().trim().min(1).max(200)

/** As a command or a request has it. Keys are those of the agency's file; a team is a department. */
export const scopeSchema = z.object({
  period: key.default('month').describe(`One of ${PERIODS.join(', ')}; in the agency's time zone`),
  manager: key.optional().describe('Key of a manager'),
  team: key.optional().describe('Key of a department'),
  tier: key.optional().describe('A tier of clients'),
  by: z.enum(DIVISIONS).default('none').describe('A section for each of these'),
})
export type Scope = z.infer<typeof scopeSchema>
