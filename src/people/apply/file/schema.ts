/**
 * What may stand in an agency's file. The message of every check is the name of a text (text.ts) that says what is
 * expected there. Absent is the default; what a person of a client sets themselves (their Telegram identity by coming,
 * their language) and a group's title are left alone when the file does not name them.
 */
import { z } from 'zod'
import { type ContactPointKind, contactPoint } from '../../../core/contact-point.ts'
import { LOCALES } from '../../../core/ids.ts'
import { CHANNELS, REASONS } from '../../../core/interaction.ts'
import { ruleActionSchema, ruleWhenSchema } from '../../../core/rule.ts'
import { settingsSchema } from '../../../core/score-settings.ts'
import { NOTIFY_LEVELS } from '../../../core/sla.ts'
import { REFUSAL_REASONS, TEMPLATE_KINDS, TEMPLATE_LIMITS, TONES } from '../../../core/template.ts'
import { slaSchema } from '../../sla.ts'

export const ROLES = ['admin', 'lead', 'manager', 'finance', 'specialist'] as const
export const GRADES = ['junior', 'middle', 'senior'] as const
export const EMPLOYMENTS = ['in-house', 'contractor'] as const
export const REPLIES = ['all', 'marked'] as const
export const DUTIES = ['intake', 'running', 'finance', 'growth'] as const
export const STAGES = ['lead', 'client'] as const
export const METHODS = ['round-robin', 'by-load', 'named'] as const
export const UNVERIFIED = ['logged', 'counted'] as const
export const VOICES = ['agency', 'first-name'] as const
/** Who may answer for a client. */
export const ANSWERING: readonly string[] = ['manager', 'lead', 'admin'] satisfies (typeof ROLES)[number][]

export const DEFAULTS = { opens: '10:00', closes: '19:00', quiet: 20, longest: 120 } as const

const section = { error: 'expects-section' }
const list = { error: 'expects-list' }
const oneOf = { error: 'expects-one-of' }

const key = z.string({ error: 'expects-key' }).regex(/^[a-z0-9][a-z0-9_-]{0,49}$/, { error: 'expects-key' })
const name = z
  .string({ error: 'expects-name' })
  .refine((text) => text.trim() !== '' && !text.includes('\u0000') && text.isWellFormed(), { error: 'expects-name' })
const locale = z.enum(LOCALES, oneOf)
const timeZone = z.string({ error: 'expects-time-zone' }).refine(isTimeZone, { error: 'expects-time-zone' })
const time = z.string({ error: 'expects-time' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'expects-time' })
const date = z.string({ error: 'expects-date' }).refine(isDate, { error: 'expects-date' })
const whole = (error: string, min: number, max: number) => z.int({ error }).min(min, { error }).max(max, { error })
/** YAML reads a bare id as a number. */
const numeric = (error: string, pattern: RegExp) =>
  z.preprocess(
    (given) => (typeof given === 'number' ? String(given) : given),
    z.string({ error }).regex(pattern, { error }),
  )
const set = <Item extends z.ZodType<string>>(item: Item) =>
  z
    .array(item, list)
    .transform((items) => [...new Set(items)].sort())
    .default([])

/** In the one form in which two ways of writing it are the same. YAML reads a bare number as one. */
const point = (kind: ContactPointKind, error: string) =>
  z
    .preprocess((given) => (typeof given === 'number' ? `+${given}` : given), z.string({ error }))
    .refine((text) => contactPoint(kind, text) !== undefined, { error })
    .transform((text) => contactPoint(kind, text)?.value ?? text)
const points = { phones: set(point('phone', 'expects-phone')), emails: set(point('email', 'expects-email')) }
const domain = z
  .string({ error: 'expects-domain' })
  .toLowerCase()
  .regex(/^([a-z0-9\p{L}-]+\.)+[\p{L}a-z0-9-]{2,}$/u, { error: 'expects-domain' })

/** What a mail server calls itself: mostly a name of a host. */
const verifier = z
  .string({ error: 'expects-verifier' })
  .toLowerCase()
  .regex(/^[^\s;()"=\p{C}]{1,253}$/u, { error: 'expects-verifier' })

const quiet = z.strictObject({ from: time, to: time }, section)

/** One contact in so many business days on a channel; several add up. */
const cadence = z.array(
  z.strictObject({ every: whole('expects-every', 1, 365), channel: z.enum(CHANNELS, oneOf) }, section),
  list,
)

const agencySchema = z.strictObject(
  {
    name,
    timeZone: timeZone.default('Europe/Moscow'),
    locale: locale.default('ru'),
    hours: z
      .strictObject({ open: time.default(DEFAULTS.opens), close: time.default(DEFAULTS.closes) }, section)
      .prefault({}),
    holidays: set(date),
    bursts: z
      .strictObject(
        {
          quiet: whole('expects-quiet', 0, 3_600).default(DEFAULTS.quiet),
          longest: whole('expects-longest', 0, 86_400).default(DEFAULTS.longest),
        },
        section,
      )
      .prefault({}),
    requestGap: whole('expects-gap', 1, 8_760).default(12),
    typing: whole('expects-typing', 0, 600).default(60),
    sla: slaSchema.prefault({}),
    quiet: quiet.optional(),
    digest: time.default('09:30'),
    /** Business hours. */
    drafts: whole('expects-drafts', 1, 1_000).default(4),
    undo: whole('expects-undo', 0, 600).default(5),
    /** For those to whom no amounts are shown. */
    files: z.enum(['shown', 'withheld'], oneOf).default('shown'),
    mailDomains: set(domain),
    /** Whose word is taken on who sent a letter, and what is done with the others: logged, or counted all the same. */
    mail: z
      .strictObject({ verifiers: set(verifier), unverified: z.enum(UNVERIFIED, oneOf).default('logged') }, section)
      .prefault({}),
    /** The agency's own; each counts as its parent. */
    reasons: z
      .array(z.strictObject({ key, parent: z.enum(REASONS, oneOf), ru: name, en: name }, section), list)
      .default([]),
    /** By segment: for clients without a cadence of their own. */
    cadences: z.record(name, cadence, section).default({}),
    score: settingsSchema.prefault({}),
  },
  section,
)

const personSchema = z.strictObject(
  {
    key,
    name,
    role: z.enum(ROLES, oneOf),
    grade: z.enum(GRADES, oneOf).optional(),
    employment: z.enum(EMPLOYMENTS, oneOf).default('in-house'),
    craft: name.optional(),
    seesMoney: z.boolean({ error: 'expects-yes-or-no' }).optional(),
    slack: z.string({ error: 'expects-slack-user' }).optional(),
    locale: locale.optional(),
    blind: z.boolean({ error: 'expects-blind' }).default(false),
    ...points,
    /** Both are chosen by the person in Slack; a file that is silent about them leaves them alone. */
    notify: z.enum(NOTIFY_LEVELS, oneOf).optional(),
    quiet: quiet.optional(),
  },
  section,
)

const contactSchema = z.strictObject(
  {
    key,
    name,
    telegram: numeric('expects-telegram-user', /^[1-9]\d*$/).optional(),
    locale: locale.optional(),
    ...points,
  },
  section,
)

const groupSchema = z.strictObject(
  {
    telegram: numeric('expects-telegram-group', /^-[1-9]\d*$/),
    project: z.string({ error: 'expects-project' }).optional(),
    title: name.optional(),
  },
  section,
)

const projectSchema = z.strictObject(
  {
    key,
    name,
    slackChannel: z.string({ error: 'expects-slack-channel' }).optional(),
    specialists: set(z.string({ error: 'expects-person' })),
    replies: z.enum(REPLIES, oneOf).default('all'),
    voice: z.enum(VOICES, oneOf).default('agency'),
  },
  section,
)

const clientSchema = z.strictObject(
  {
    key,
    name,
    tier: name.default('standard'),
    segment: name.optional(),
    manager: z.string({ error: 'expects-person' }).optional(),
    deputy: z.string({ error: 'expects-person' }).optional(),
    locale: locale.optional(),
    timeZone: timeZone.optional(),
    cadence: cadence.default([]),
    contacts: z.array(contactSchema, list).default([]),
    groups: z.array(groupSchema, list).default([]),
    projects: z.array(projectSchema, list).default([]),
  },
  section,
)

const person = z.string({ error: 'expects-person' })

/** Days: both the first and the last are away. Without a last day: until they say so. */
const absenceSchema = z.strictObject(
  { who: person, from: date, to: date.optional(), standIn: person.optional(), note: name.optional() },
  section,
)

const departmentSchema = z.strictObject(
  { key, name, duty: z.enum(DUTIES, oneOf), lead: person.optional(), members: set(person) },
  section,
)

/** Who gets a client without a manager: the first that matches. Empty lists ask nothing. */
const assignmentSchema = z.strictObject(
  {
    tier: set(name),
    stage: z.enum(STAGES, oneOf).optional(),
    language: set(locale),
    to: z.enum(METHODS, oneOf),
    people: z.array(person, list).default([]),
    grades: set(z.enum(GRADES, oneOf)),
    employment: set(z.enum(EMPLOYMENTS, oneOf)),
  },
  section,
)

const templateSchema = z.strictObject(
  {
    key,
    kind: z.enum(TEMPLATE_KINDS, oneOf),
    locale,
    title: name.max(TEMPLATE_LIMITS.title, { error: 'expects-template-title' }),
    body: name.max(TEMPLATE_LIMITS.body, { error: 'expects-template-body' }),
    tone: z.enum(TONES, oneOf).optional(),
    reason: z.enum(REFUSAL_REASONS, oneOf).optional(),
  },
  section,
)

/** One of the list of rules; the first that fits is taken. */
const ruleSchema = z.strictObject(
  {
    key,
    client: z.string({ error: 'expects-client' }).optional(),
    project: z.string({ error: 'expects-project' }).optional(),
    when: ruleWhenSchema.prefault({}),
    do: ruleActionSchema,
  },
  section,
)

export const agencyFileSchema = z.strictObject(
  {
    agency: agencySchema,
    staff: z.array(personSchema, list).default([]),
    clients: z.array(clientSchema, list).default([]),
    absences: z.array(absenceSchema, list).default([]),
    departments: z.array(departmentSchema, list).default([]),
    assignment: z.array(assignmentSchema, list).default([]),
    templates: z.array(templateSchema, list).optional(),
    rules: z.array(ruleSchema, list).default([]),
  },
  section,
)

export type AgencyFile = z.output<typeof agencyFileSchema>
export type FileAgency = AgencyFile['agency']
export type FilePerson = AgencyFile['staff'][number]
export type FileTemplate = NonNullable<AgencyFile['templates']>[number]
export type FileClient = AgencyFile['clients'][number]
export type FileContact = FileClient['contacts'][number]
export type FileGroup = FileClient['groups'][number]
export type FileRule = AgencyFile['rules'][number]
export type FileProject = FileClient['projects'][number]
export type FileAbsence = AgencyFile['absences'][number]
export type FileDepartment = AgencyFile['departments'][number]
export type FileAssignment = AgencyFile['assignment'][number]

function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function isDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** The keys that may stand where `path` leads, for "did you mean". */
export function keysAt(path: readonly PropertyKey[]): string[] {
  let schema: unknown = agencyFileSchema
  for (const step of path) {
    const open = opened(schema)
    schema =
      open instanceof z.ZodArray ? open.element : open instanceof z.ZodObject ? open.shape[String(step)] : undefined
  }
  const open = opened(schema)
  if (open instanceof z.ZodDiscriminatedUnion) return [...new Set(open.options.flatMap(keysOf))]
  return keysOf(open)
}

function keysOf(schema: unknown): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
}

function opened(schema: unknown): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional) {
    return opened(schema.unwrap())
  }
  return schema instanceof z.ZodPipe ? opened(schema.in) : schema
}
