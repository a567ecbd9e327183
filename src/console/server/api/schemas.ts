/** What the API takes and gives: the document at /api/openapi.json is made of these. */
import { z } from 'zod'
import { LOCALES } from '../../../core/ids.ts'
import { ALERT_LEVELS } from '../../../score/reading/alert.ts'
import { FIGURE_NAMES, scopeSchema } from '../../../work/figures/asked.ts'

const LARGEST_PAGE = 500

export const localeQuery = z.object({ locale: z.enum(LOCALES).default('en').describe('Language of words') })

export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})

export const errorSchema = z.object({ error: z.string() })

const scoreLine = z.object({
  client: z.string(),
  name: z.string(),
  tier: z.string(),
  manager: z.string().nullable(),
  score: z.number().nullable().describe('0 to 100; null: nothing has passed between us yet'),
  attention: z.number().nullable().describe('The order in which to call: the higher, the sooner'),
  provisional: z.boolean(),
  gap: z.number().nullable().describe('Business days since the last contact'),
  gapClient: z.number().nullable().describe('Business days since the client’s own last word'),
  alert: z.enum(ALERT_LEVELS),
  trend: z.string().nullable(),
})

export const clientsSchema = z.object({ total: z.int(), clients: z.array(scoreLine) })

const figure = z.union([z.number(), z.boolean(), z.null()])

export const scoreSchema = scoreLine.extend({
  figures: z.record(z.string(), z.unknown()),
  explanation: z
    .object({
      score: z.string(),
      components: z.array(
        z.object({
          name: z.string(),
          raw: z.record(z.string(), figure),
          given: z.number(),
          taken: z.number(),
          sentence: z.string(),
        }),
      ),
      notes: z.array(z.string()),
    })
    .nullable(),
})

const rate = z.object({
  hits: z.int(),
  n: z.int(),
  share: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable().describe('95 %, Wilson'),
})

const value = z.discriminatedUnion('kind', [
  rate.extend({ kind: z.literal('rate') }),
  z.object({ kind: z.literal('count'), n: z.int() }),
  z.object({
    kind: z.literal('time'),
    n: z.int(),
    median: z.number().nullable().describe('Business minutes'),
    p90: z.number().nullable().describe('Business minutes, nearest rank'),
    inTime: rate.nullable(),
  }),
  z.object({
    kind: z.literal('score'),
    n: z.int(),
    mean: z.number().nullable().describe('Drawn towards the agency’s mean'),
    percentile20: z.number().nullable(),
    alerts: z.record(z.enum(ALERT_LEVELS), z.int()),
  }),
])

const difference = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('share'),
    by: z.number(),
    interval: z.object({ low: z.number(), high: z.number() }).describe('95 %, Newcombe'),
    isSure: z.boolean(),
  }),
  z.object({ kind: z.literal('number'), by: z.number(), of: z.enum(['n', 'median', 'mean']) }),
])

const named = { name: z.enum(FIGURE_NAMES), section: z.string().describe('Key of a manager, team or tier') }

const span = z.object({ from: z.iso.datetime(), to: z.iso.datetime().describe('No longer in it') })
const period = z.object({ name: z.string(), zone: z.string(), current: span, before: span, isRunning: z.boolean() })

export const figuresQuery = scopeSchema.extend(localeQuery.shape)

export const figuresSchema = z.object({
  scope: scopeSchema,
  period,
  figures: z.array(
    z.discriminatedUnion('state', [
      z.object({ ...named, state: z.literal('missing'), needs: z.string() }),
      z.object({
        ...named,
        state: z.literal('counted'),
        basis: z.string(),
        value,
        parts: z.record(z.string(), z.array(z.object({ label: z.string(), n: z.int() }))),
        notes: z.array(z.object({ note: z.string(), n: z.int() })),
        before: value.nullable(),
        difference: difference.nullable(),
      }),
    ]),
  ),
})

export const rowsQuery = figuresQuery.extend(pageQuery.shape)

export const rowsSchema = z.object({
  figure: z.enum(FIGURE_NAMES),
  period,
  total: z.int(),
  rows: z.array(
    z.object({
      id: z.string(),
      client: z.string(),
      manager: z.string().nullable(),
      section: z.string(),
      at: z.iso.datetime(),
      period: z.enum(['current', 'before']),
      labels: z.record(z.string(), z.string()),
      hit: z.boolean().nullable(),
      minutes: z.number().nullable(),
      score: z.number().nullable(),
      note: z.string().nullable(),
    }),
  ),
})
