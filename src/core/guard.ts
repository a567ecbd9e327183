/**
 * What the guard found when it held a final against what was said: plain data, so that a card can carry it. Named apart from
 * `finding.ts`, which is about how the program itself is.
 */
import { z } from 'zod'

/** block: not to leave unless a person confirms it · warn: shown before the decision · note: shown on request. */
export const SEVERITIES = ['block', 'warn', 'note'] as const
export type Severity = (typeof SEVERITIES)[number]

export const FACT_KINDS = [
  'money',
  'vat',
  'number',
  'unit',
  'percent',
  'range',
  'quantity',
  'date',
  'time',
  'duration',
  'deadline',
  'phone',
  'email',
  'link',
  'file',
  'identifier',
  'name',
  'negation',
  'modality',
  'commitment',
  'condition',
  'question',
  'actor',
] as const
export type FactKind = (typeof FACT_KINDS)[number]

export const CHANGES = ['changed', 'missing', 'added'] as const
export type Change = (typeof CHANGES)[number]

/** Where a fact stands in its text, as written and as understood: `150 тыс. руб.` is `RUB 150000`. */
const statedSchema = z.object({
  text: z.string(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  value: z.string(),
})
export type Stated = z.infer<typeof statedSchema>

export const findingSchema = z.object({
  /** The same for the same kind, change and values, so that a confirmation can name what it confirms. */
  id: z.string(),
  severity: z.enum(SEVERITIES),
  kind: z.enum(FACT_KINDS),
  change: z.enum(CHANGES),
  /** Absent when something was added. */
  source: statedSchema.optional(),
  /** Absent when something is missing. */
  final: statedSchema.optional(),
})
export type MeaningFinding = z.infer<typeof findingSchema>

/** A finding as whoever decides reads it. */
export const findingInWordsSchema = z.object({ id: z.string(), severity: z.enum(SEVERITIES), words: z.string() })
export type FindingInWords = z.infer<typeof findingInWordsSchema>
