/**
 * Rules of the approval queue as they are written in the agency's file and kept in the table `Rule`. The message of every
 * check is the name of a text (people/apply/file/text.ts) that says what is expected there.
 */
import { z } from 'zod'
import { LOCALES } from './ids.ts'
import { DIRECTIONS, RELAY_KINDS } from './relay.ts'

/**
 * What always waits for a person unless a rule names it behind `even`. deadline: any day, hour or span of time · refusal: a
 * "no" of any kind · first_message: its author has never been heard by that side before · complaint: the client complains,
 * in these words or before them in the same request · change: it rewrites or removes what was delivered · unread: files,
 * pictures, voice, or words in neither Russian nor English, which no rule can read.
 */
export const TRAITS = ['money', 'deadline', 'refusal', 'first_message', 'complaint', 'change', 'unread'] as const
export type Trait = (typeof TRAITS)[number]

/** What the guard finds between what stands (or was said) and what would leave: nothing, something, something grave. */
export const FINDING_LEVELS = ['none', 'some', 'grave'] as const
/** Who may be asked for a second approval, besides people by their key. deputies: of that client. */
export const APPROVER_GROUPS = ['leads', 'managers', 'deputies'] as const
export const QUORUMS = ['any', 'all'] as const
export const RULE_ACTS = ['hold', 'approve', 'second', 'lead'] as const
export type RuleAct = (typeof RULE_ACTS)[number]

const section = { error: 'expects-section' }
const oneOf = { error: 'expects-one-of' }
const time = z.string({ error: 'expects-time' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'expects-time' })
const words = z
  .string({ error: 'expects-name' })
  .refine((text) => text.trim() !== '' && !text.includes('\u0000') && text.isWellFormed(), { error: 'expects-name' })
const yesOrNo = z.boolean({ error: 'expects-yes-or-no' }).optional()
const count = z
  .int({ error: 'expects-length' })
  .min(0, { error: 'expects-length' })
  .max(100_000, { error: 'expects-length' })

/** One value or a list of them, any of which will do; kept sorted. */
const any = <Item extends z.ZodType<string>>(item: Item) =>
  z.preprocess(
    (given) => (typeof given === 'string' ? [given] : given),
    z
      .array(item, { error: 'expects-one-or-list' })
      .min(1, { error: 'expects-one-or-list' })
      .transform((items) => [...new Set(items)].sort()),
  )

/** All of them must hold; one that is absent always does. */
export const ruleWhenSchema = z.strictObject(
  {
    direction: any(z.enum(DIRECTIONS, oneOf)).optional(),
    /** Keys of the staff who said it. */
    author: any(words).optional(),
    grade: any(z.enum(['junior', 'middle', 'senior'], oneOf)).optional(),
    craft: any(words).optional(),
    employment: any(z.enum(['in-house', 'contractor'], oneOf)).optional(),
    tier: any(words).optional(),
    kind: any(z.enum(RELAY_KINDS, oneOf)).optional(),
    reason: any(words).optional(),
    language: any(z.enum([...LOCALES, 'other'], oneOf)).optional(),
    /** Characters. */
    length: z.strictObject({ least: count.optional(), most: count.optional() }, section).optional(),
    findings: any(z.enum(FINDING_LEVELS, oneOf)).optional(),
    /** One of these traits, at least. */
    has: any(z.enum(TRAITS, oneOf)).optional(),
    /** None of these. */
    lacks: any(z.enum(TRAITS, oneOf)).optional(),
    /** By the agency's clock; over midnight when it ends before it begins. */
    hours: z.strictObject({ from: time, to: time }, section).optional(),
    firstContact: yesOrNo,
    complaintOpen: yesOrNo,
    invoiceOverdue: yesOrNo,
  },
  section,
)
export type RuleWhen = z.output<typeof ruleWhenSchema>

const minutes = { error: 'expects-minutes' }

export const ruleActionSchema = z.discriminatedUnion(
  'act',
  [
    z.strictObject({ act: z.literal('hold') }, section),
    /** Approved after so many minutes unless somebody stops it. */
    z.strictObject(
      {
        act: z.literal('approve'),
        after: z.int(minutes).min(1, minutes).max(1_440, minutes),
        even: any(z.enum(TRAITS, oneOf)).optional(),
      },
      section,
    ),
    z.strictObject(
      { act: z.literal('second'), of: any(words), quorum: z.enum(QUORUMS, oneOf).default('any') },
      section,
    ),
    /** Only a lead or an admin approves. */
    z.strictObject({ act: z.literal('lead') }, section),
  ],
  { error: 'expects-rule-act' },
)
export type RuleAction = z.output<typeof ruleActionSchema>

/** A rule by the keys of what it is about. No client: for all; a project is one of its client. */
export type Rule = {
  readonly key: string
  readonly client?: string | undefined
  readonly project?: string | undefined
  readonly when: RuleWhen
  readonly do: RuleAction
}

/** Why a rule's approval does not come by itself, besides the traits. */
export const HOLDS = [...TRAITS, 'client_wrote', 'waits_behind', 'no_project', 'cannot_leave', 'old'] as const
export type Hold = (typeof HOLDS)[number]

const person = z.object({ by: z.string(), at: z.iso.datetime() })

/** What a rule does to the relay of a card. */
export const cardRuleSchema = z.object({
  key: z.string(),
  act: z.enum(RULE_ACTS),
  /** When it is approved by itself. Absent: it is not. */
  at: z.iso.datetime().optional(),
  /** Why it waits for a person although the rule would let it through. */
  holds: z.array(z.enum(HOLDS)),
  stopped: person.optional(),
  /** Who has approved what stands on the card. */
  endorsed: z.array(person),
  /** Whose approval is still needed: one of them, or all. */
  needed: z.array(z.string()),
  quorum: z.enum(QUORUMS),
  /** Who of them is away: who stands in, else who leads and may decide in their place. */
  away: z.array(z.object({ name: z.string(), standIn: z.string().optional(), leads: z.array(z.string()) })).default([]),
})
export type CardRule = z.infer<typeof cardRuleSchema>
