/** What a manager should look at in a client's contact: plain words and data, no tables. */
import { z } from 'zod'
import type { Locale, RemoteUser } from './ids.ts'
import type { RichText } from './rich-text.ts'
import type { When } from './when.ts'

/**
 * breach: a silence longer than was agreed · watch, alarm: one that is unusual, very unusual for this client · cooling: fewer
 * contact days than before · complaint: one is open · single_threaded: all contact rests on one person of the client.
 */
export const ALERT_KINDS = ['breach', 'watch', 'alarm', 'cooling', 'complaint', 'single_threaded'] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

/** over: what it was about has ended · dismissed: somebody said that it is no problem, and why. */
export const ALERT_STATES = ['open', 'snoozed', 'dismissed', 'over'] as const
export type AlertState = (typeof ALERT_STATES)[number]

/** The buttons of an alert; the strings are also parts of action ids in Slack. */
export const ALERT_ACTS = ['write', 'log', 'snooze', 'dismiss'] as const
export type AlertActKind = (typeof ALERT_ACTS)[number]

const moment = z.iso.datetime()
const days = z.number()

/** Why: the figures that the sentence is made of. Gaps are business days; `voice`: whose silence it is. */
export const alertWhySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['breach', 'watch', 'alarm']),
    voice: z.enum(['any', 'client']),
    gap: days,
    expectedGap: days,
    breachAbove: days,
    /** How likely a silence of this length was. */
    p: z.number(),
  }),
  z.object({ kind: z.literal('cooling'), last20: days, prev60: days }),
  z.object({ kind: z.literal('complaint'), who: z.string(), at: moment, text: z.string() }),
  z.object({ kind: z.literal('single_threaded'), who: z.string(), days }),
])
export type AlertWhy = z.infer<typeof alertWhySchema>

export const alertSchema = z.object({
  id: z.string(),
  client: z.object({ id: z.string(), name: z.string() }),
  state: z.enum(ALERT_STATES),
  why: alertWhySchema,
  /** Null: nothing has passed between us. */
  score: z.object({ value: z.number(), provisional: z.boolean() }).nullable(),
  /** What was said last, oldest first. */
  last: z.array(
    z.object({
      side: z.enum(['client', 'agency']),
      who: z.string(),
      at: moment,
      text: z.string(),
      unverified: z.literal(true).optional(),
    }),
  ),
  /** It comes to whoever leads, because this manager has done nothing; empty: nobody answers for the client. */
  escalatedFrom: z.string().optional(),
  snoozedUntil: moment.optional(),
  /** How it ended; without `by`: by itself. */
  ended: z.object({ at: moment, by: z.string().optional(), note: z.string().optional() }).optional(),
  acts: z.array(z.enum(ALERT_ACTS)),
})
export type AlertView = z.infer<typeof alertSchema>

/** What stood already when it was first looked at: a line for each client, the gravest first; `others`: reasons besides. */
export const gatheredAlertsSchema = z.object({
  clients: z.array(
    z.object({ id: z.string(), name: z.string(), manager: z.string(), why: alertWhySchema, others: z.number().int() }),
  ),
  /** So many clients besides those. */
  more: z.number().int(),
  /** They have come up, because their managers have done nothing. */
  cameUp: z.boolean(),
})
export type GatheredAlerts = z.infer<typeof gatheredAlertsSchema>

export type AlertAct =
  /** The words wait in the queue, as whoever wrote them said them. */
  | { readonly kind: 'write'; readonly body: RichText }
  | { readonly kind: 'snooze'; readonly when: When }
  | { readonly kind: 'dismiss'; readonly reason: string }

export type AlertVerdict =
  /** `number`: of the relay that waits now. */
  | { readonly kind: 'done'; readonly locale: Locale; readonly client: string; readonly number?: number | undefined }
  /** It has ended meanwhile. */
  | { readonly kind: 'over'; readonly locale: Locale; readonly client: string }
  | { readonly kind: 'forbidden' | 'unknown'; readonly locale: Locale }
  | {
      readonly kind: 'refused'
      readonly locale: Locale
      /** no_chat: this client has never written, and nobody can write to them first. */
      readonly why: 'empty' | 'no_reason' | 'not_future' | 'no_chat'
    }

/** What the dialogue of an act shows. */
export type AlertForm =
  | {
      readonly kind: 'open'
      readonly locale: Locale
      readonly alert: string
      readonly client: string
      readonly clientId: string
    }
  | Extract<AlertVerdict, { kind: 'over' | 'forbidden' | 'unknown' }>

export interface Alerts {
  act(asked: { readonly alert: string; readonly by: RemoteUser; readonly act: AlertAct }): Promise<AlertVerdict>
  form(alert: string, by: RemoteUser): Promise<AlertForm>
}
