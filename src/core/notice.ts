/**
 * What Liaison itself says. Only these templates exist, and their arguments are data, so free text of one side can never
 * leave for the other as a notice. The bots put the words to them (bots/<platform>/text.ts) in the reader's language.
 */
import { z } from 'zod'
import { alertSchema, gatheredAlertsSchema } from './alerts.ts'
import { attachmentSchema } from './attachment.ts'
import { cardSchema } from './card.ts'
import { contactToldSchema } from './contacts/log.ts'
import { LOCALES } from './ids.ts'
import { richTextSchema } from './rich-text.ts'
import { SLA_KINDS, SLA_STEPS } from './sla.ts'

/** How a specialist sees the state of a message: one reaction on it at a time. */
export const SOURCE_STATES = [
  'inside',
  'waiting',
  'edited',
  'returned',
  'rejected',
  'delivered',
  'delivered_edited',
  'failed',
  'withdrawn',
] as const
export type SourceState = (typeof SOURCE_STATES)[number]

const locale = z.enum(LOCALES)
const user = z.string()
const moment = z.iso.datetime()
/** A relay as a line tells of it. `card`: the message of its card before this reader, where there is one. */
const aboutRelay = z.object({ number: z.number().int(), client: z.string(), card: z.string().optional() })
/** A clock that runs. `who`: whose turn it is. */
const aboutClock = aboutRelay.extend({
  kind: z.enum(SLA_KINDS),
  step: z.enum(SLA_STEPS),
  who: z.string(),
  since: moment,
  due: moment,
})
export type AboutClock = z.infer<typeof aboutClock>

/** For clients: nothing in these but names that the agency chose. */
export const clientNoticeSchema = z.discriminatedUnion('template', [
  z.object({ template: z.literal('received'), locale, manager: z.string() }),
  z.object({ template: z.literal('welcome'), locale, contact: z.string(), agency: z.string(), manager: z.string() }),
  z.object({ template: z.literal('greeting'), locale, agency: z.string() }),
  z.object({
    template: z.literal('invitation_refused'),
    locale,
    why: z.enum(['unknown', 'used', 'expired', 'wrong_place']),
  }),
  z.object({ template: z.literal('help'), locale, agency: z.string(), manager: z.string().optional() }),
  z.object({ template: z.literal('language_choose'), locale }),
  z.object({ template: z.literal('language_set'), locale }),
  z.object({ template: z.literal('group_linked'), locale, client: z.string(), agency: z.string() }),
  /** Told back to whoever sent them: the names of files that their platform does not hand over. */
  z.object({ template: z.literal('file_not_taken'), locale, names: z.array(z.string()), limitMb: z.number() }),
])
export type ClientNotice = z.infer<typeof clientNoticeSchema>

/** For the agency's own people. */
export const staffNoticeSchema = z.discriminatedUnion('template', [
  z.object({ template: z.literal('card'), locale, card: cardSchema }),
  /** The files of a relay, under its card: whoever decides must see and hear what would cross. `number`: there is none. */
  z.object({
    template: z.literal('card_files'),
    locale,
    files: z.array(attachmentSchema),
    number: z.number().int().optional(),
  }),
  z.object({ template: z.literal('state'), locale, message: z.string(), state: z.enum(SOURCE_STATES) }),
  /** Into the specialist's thread; `author` is mentioned. `words`: the start of what was returned. */
  z.object({
    template: z.literal('returned'),
    locale,
    author: user,
    by: z.string(),
    reason: z.string(),
    words: z.string(),
  }),
  z.object({
    template: z.literal('rejected'),
    locale,
    author: user,
    by: z.string(),
    reason: z.string(),
    words: z.string(),
  }),
  /** Into the specialist's thread: does the manager's wording still say what they meant? `answer`: what they said. */
  z.object({
    template: z.literal('asked'),
    locale,
    author: user,
    by: z.string(),
    relay: z.string(),
    version: z.string(),
    words: richTextSchema,
    answer: z.object({ agrees: z.boolean(), by: z.string(), note: z.string().optional() }).optional(),
  }),
  /** Under the card of what was held until now. */
  z.object({
    template: z.literal('snooze_over'),
    locale,
    number: z.number().int(),
    client: z.string(),
    words: z.string(),
  }),
  /** Into the specialist's thread: files that are larger than the client's side takes. */
  z.object({
    template: z.literal('file_not_taken'),
    locale,
    author: user,
    names: z.array(z.string()),
    limitMb: z.number(),
  }),
  /** A client put a sign under a message; into the thread of its request. */
  z.object({ template: z.literal('reacted'), locale, who: z.string(), signs: z.array(z.string()), words: z.string() }),
  /** A client is somebody's from now on; `by`: who gave it, absent: a rule; `until`: the last day, when it is lent. */
  z.object({
    template: z.literal('assigned'),
    locale,
    client: z.string(),
    lead: z.boolean(),
    by: z.string().optional(),
    until: z.string().optional(),
    note: z.string().optional(),
  }),
  /** No rule found anybody for a client; to those who lead. */
  z.object({ template: z.literal('unassigned'), locale, client: z.string(), lead: z.boolean() }),
  /** Clocks that run out, or have; `more`: so many besides those told. */
  z.object({ template: z.literal('sla'), locale, clocks: z.array(aboutClock), more: z.number().int() }),
  /** Into the specialist's thread: an answer is awaited. `users` are mentioned. */
  z.object({
    template: z.literal('chased'),
    locale,
    users: z.array(user),
    since: moment,
    due: moment,
    late: z.boolean(),
  }),
  /** What a person finds in the morning: never empty. `more...`: so many besides those told. */
  z.object({
    template: z.literal('digest'),
    locale,
    waiting: z.array(aboutRelay.extend({ since: moment })),
    moreWaiting: z.number().int(),
    late: z.array(aboutClock),
    moreLate: z.number().int(),
    silent: z.array(aboutClock),
    moreSilent: z.number().int(),
    /** What was approved by a rule since the last digest. */
    byItself: z.array(aboutRelay),
    moreByItself: z.number().int(),
  }),
  /** To whoever enters contacts in the clients' bot: what became of it. */
  z.object({ template: z.literal('contact_told'), locale, told: contactToldSchema }),
  /** There is something to look at in a client's contact; kept up to date. */
  z.object({ template: z.literal('alert'), locale, alert: alertSchema }),
  /** The same for all that stood already when it was first looked at; kept up to date. */
  z.object({ template: z.literal('gathered_alerts'), locale, gathered: gatheredAlertsSchema }),
  /** A client's message could not be handed on, or an event could not be handled: somebody is told. */
  z.object({
    template: z.literal('trouble'),
    locale,
    what: z.enum(['event_set_aside', 'delivery_refused', 'delivery_unsure']),
    about: z.string(),
    detail: z.string(),
  }),
])
export type StaffNotice = z.infer<typeof staffNoticeSchema>

export type Notice = ClientNotice | StaffNotice
