/** Contacts that people enter by hand: plain words and data, no tables. */
import { z } from 'zod'
import type { Address, Locale, RemoteConversation, RemoteMessage, RemoteUser } from '../ids.ts'
import { LOCALES } from '../ids.ts'
import { CHANNELS, type Channel, type Direction } from '../interaction.ts'

export const DIRECTIONS = ['in', 'out'] as const satisfies readonly Direction[]

/** As much as stands in one field of a dialogue. */
export const LONGEST_NOTE = 3_000
export const LONGEST_MINUTES = 24 * 60

/** `client` and `contact` by id; `reason`: one of REASONS, or a key of the agency's own; without `at`: now. */
export type ContactEntry = {
  readonly client: string
  readonly contact?: string | undefined
  readonly channel: Channel
  readonly direction: Direction
  readonly minutes?: number | undefined
  readonly missed: boolean
  readonly reason?: string | undefined
  readonly note: string
  readonly at?: Date | undefined
}
export type ContactDraft = { readonly [Name in keyof ContactEntry]?: ContactEntry[Name] | undefined }

/** An entry as people read it. `when`: in the agency's time zone. */
export const contactViewSchema = z.object({
  id: z.uuid(),
  client: z.string(),
  contact: z.string().optional(),
  channel: z.enum(CHANNELS),
  direction: z.enum(DIRECTIONS),
  minutes: z.number().optional(),
  missed: z.boolean(),
  reason: z.string().optional(),
  when: z.string(),
  note: z.string(),
})
export type ContactView = z.infer<typeof contactViewSchema>

/**
 * stranger: of nobody who works here · not_answering: who answers for no clients · not_yours: another's client · future: it
 * has not been yet · old: longer ago than anybody remembers · bad_contact: no person of this client · bad_reason: no reason, or one that is offered no more · long:
 * minutes or note · unknown: there is no such entry.
 */
export const CONTACT_REFUSALS = [
  'stranger',
  'not_answering',
  'not_yours',
  'future',
  'old',
  'bad_contact',
  'bad_reason',
  'long',
  'unknown',
] as const
export type ContactRefusal = (typeof CONTACT_REFUSALS)[number]

/** What keeps a line from being logged at once. `names`: clients that may be meant. */
export const lineGapSchema = z.discriminatedUnion('why', [
  z.object({ why: z.literal('unknown_client'), given: z.string(), names: z.array(z.string()) }),
  z.object({ why: z.literal('several_clients'), given: z.string(), names: z.array(z.string()) }),
  z.object({ why: z.literal('unclear'), given: z.string() }),
  z.object({ why: z.enum(['no_client', 'no_channel']) }),
])
export type LineGap = z.infer<typeof lineGapSchema>

const locale = z.enum(LOCALES)

/** What whoever entered something is told. */
export const contactToldSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('logged'), locale, contact: contactViewSchema }),
  z.object({ kind: z.literal('taken_back'), locale, contact: contactViewSchema }),
  z.object({ kind: z.literal('refused'), locale, why: z.enum(CONTACT_REFUSALS) }),
  z.object({ kind: z.literal('gap'), locale, gap: lineGapSchema }),
  /** To whoever has just become known by their own link, or writes something else than `/log`. */
  z.object({ kind: z.literal('welcome'), locale, name: z.string() }),
  z.object({ kind: z.literal('usage'), locale }),
  z.object({ kind: z.literal('link_refused'), locale, why: z.enum(['used', 'expired', 'other_place', 'is_client']) }),
])
export type ContactTold = z.infer<typeof contactToldSchema>
type Told<Kind extends ContactTold['kind']> = Extract<ContactTold, { kind: Kind }>
export type ContactRefused = Told<'refused'>

type Choice = { readonly id: string; readonly name: string }

/** What the dialogue shows: what is known already, and what there is to choose from. */
export type ContactForm = {
  readonly kind: 'form'
  readonly locale: Locale
  readonly draft: Omit<ContactDraft, 'at'> & { readonly at: Date }
  readonly clients: readonly Choice[]
  /** Of the client in the draft. */
  readonly contacts: readonly Choice[]
  readonly reasons: readonly Choice[]
  readonly gap?: LineGap | undefined
}

/** The word of a link by which a member of staff becomes known to the clients' bot, and until when it works. */
export type StaffInvited =
  | {
      readonly kind: 'invited'
      readonly locale: Locale
      readonly word: string
      readonly link?: string | undefined
      readonly until: Date
    }
  | ContactRefused

export interface ContactLog {
  /** `/log …` in one line: logged when all is there, else its dialogue with what is. `source` makes it one. */
  write(asked: {
    readonly by: RemoteUser
    readonly text: string
    readonly source: string
  }): Promise<Told<'logged'> | ContactForm | ContactRefused>
  /** The dialogue, by the draft of what is known; `where`: the team's channel that says whose matter it is. */
  form(asked: {
    readonly by: RemoteUser
    readonly draft: ContactDraft
    readonly where?: RemoteConversation | undefined
  }): Promise<ContactForm | ContactRefused>
  log(asked: {
    readonly by: RemoteUser
    readonly entry: ContactEntry
    readonly source: string
  }): Promise<Told<'logged'> | ContactRefused>
  /** It was entered by mistake. By whoever may enter contacts of this client. */
  takeBack(asked: { readonly by: RemoteUser; readonly contact: string }): Promise<Told<'taken_back'> | ContactRefused>
  invite(by: RemoteUser): Promise<StaffInvited>

  /** The same from the direct messages with the clients' bot; the answer comes there. False: it is nobody of ours. */
  writeThere(asked: {
    readonly by: RemoteUser
    readonly from: Address
    readonly message: RemoteMessage
    readonly text: string
  }): Promise<boolean>
  takeBackThere(asked: { readonly by: RemoteUser; readonly from: Address; readonly contact: string }): Promise<void>
}
