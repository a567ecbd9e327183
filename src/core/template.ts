/** Words that are used again: ways of saying no, and answers that are always the same. */
import type { Locale } from './ids.ts'

export const TEMPLATE_KINDS = ['refusal', 'canned'] as const
export type TemplateKind = (typeof TEMPLATE_KINDS)[number]

export const TONES = ['plain', 'warm', 'firm'] as const
export type Tone = (typeof TONES)[number]

/** Why something is refused. */
export const REFUSAL_REASONS = ['scope', 'budget', 'deadline', 'quality', 'policy', 'capacity', 'other'] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** What may stand in braces in a template's words. */
export const VARIABLES = ['client', 'contact', 'manager', 'agency', 'project', 'alternative', 'date'] as const
export type Variable = (typeof VARIABLES)[number]

/** One answer of the kit, as a list or a choice shows it. */
export type Canned = {
  readonly id: string
  readonly locale: Locale
  readonly title: string
  readonly body: string
  readonly usedCount: number
}

/** Limits of a template's parts, in characters: a title is one line of a choice, words fit into one field. */
export const TEMPLATE_LIMITS = { title: 70, body: 2_900 } as const
