/**
 * Every figure of an account manager, in one table: what it is, by which date a thing falls into a period, and the rows it is
 * counted from. What needs data that Liaison does not keep yet stands here too, and says so; when the data comes, its line
 * gets a relation and everything else (report, rows, comparison, API) is there already.
 */
import type { Prisma } from '../../generated/prisma/client.ts'
import type { FigureName } from './asked.ts'
import { clocks } from './relations/answers.ts'
import { begun, churned, inCharge, leads, retained } from './relations/clients.ts'
import { interactions, requests } from './relations/contacts.ts'
import type { Moment } from './relations/relation.ts'
import { crossing, edited, inHand, returned } from './relations/relays.ts'
import { kept } from './relations/scores.ts'

/** By which date a thing falls into the period. */
export const BASES = [
  'start',
  'began',
  'lead_since',
  'opened',
  'logged',
  'clock_began',
  'said',
  'last_kept',
  'now',
] as const
export type Basis = (typeof BASES)[number]

/** What the labels of a row say, in their order. */
export const DIMENSIONS = [
  'outcome',
  'tier',
  'state',
  'reason',
  'channel',
  'direction',
  'crossing',
  'platform',
  'status',
  'level',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

export const NEEDS = ['invoices', 'surveys', 'deals'] as const
export type Need = (typeof NEEDS)[number]

/**
 * rate: the share of hits · count: how many · time: median and P90 in business minutes, with the share in time where a promise
 * was made · score: the managers' summary.
 */
export type Counted = {
  readonly kind: 'rate' | 'count' | 'time' | 'score'
  readonly basis: Basis
  readonly dimensions: readonly Dimension[]
  readonly relation: (moment: Moment, zone: string) => Prisma.Sql
  /** The reasons that people wrote stand beside it. */
  readonly notes?: true
}
export type Missing = { readonly kind: 'missing'; readonly needs: Need }

export const FIGURES: Readonly<Record<FigureName, Counted | Missing>> = {
  clients: { kind: 'count', basis: 'now', dimensions: ['tier'], relation: inCharge },
  new_clients: { kind: 'count', basis: 'began', dimensions: ['tier'], relation: begun },
  retention: { kind: 'rate', basis: 'start', dimensions: ['outcome'], relation: retained },
  churn: { kind: 'rate', basis: 'start', dimensions: ['outcome'], relation: churned },
  revenue_retention: { kind: 'missing', needs: 'invoices' },
  ltv: { kind: 'missing', needs: 'invoices' },
  ltv_model: { kind: 'missing', needs: 'invoices' },
  satisfaction: { kind: 'missing', needs: 'surveys' },
  requests: { kind: 'count', basis: 'opened', dimensions: ['platform'], relation: requests },
  requests_won: { kind: 'missing', needs: 'deals' },
  leads_won: { kind: 'rate', basis: 'lead_since', dimensions: ['state'], relation: leads, notes: true },
  first_answer: { kind: 'time', basis: 'clock_began', dimensions: ['state'], relation: clocks('first_answer') },
  next_answer: { kind: 'time', basis: 'clock_began', dimensions: ['state'], relation: clocks('next_answer') },
  decision: { kind: 'time', basis: 'clock_began', dimensions: ['state'], relation: clocks('decision') },
  interactions: {
    kind: 'count',
    basis: 'logged',
    dimensions: ['reason', 'channel', 'direction'],
    relation: interactions,
  },
  relays_edited: { kind: 'rate', basis: 'said', dimensions: ['crossing', 'status'], relation: edited },
  relays_returned: { kind: 'rate', basis: 'said', dimensions: ['crossing', 'status'], relation: returned, notes: true },
  to_specialist: { kind: 'time', basis: 'said', dimensions: ['state'], relation: crossing('to_team') },
  at_specialist: { kind: 'time', basis: 'clock_began', dimensions: ['state'], relation: clocks('specialist') },
  to_client: { kind: 'time', basis: 'said', dimensions: ['state'], relation: crossing('to_client') },
  score: { kind: 'score', basis: 'last_kept', dimensions: ['level'], relation: kept },
  load: { kind: 'count', basis: 'now', dimensions: ['status'], relation: inHand },
}
