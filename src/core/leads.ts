/** What becomes of an unknown person who writes: plain words and data, no tables. */
import type { Locale, RemoteConversation, RemoteUser } from './ids.ts'

/** new: nobody has looked yet · qualified: worth it · won: a client now · lost: came to nothing. */
export const LEAD_STATES = ['new', 'qualified', 'won', 'lost'] as const
export type LeadState = (typeof LEAD_STATES)[number]

/** The buttons on a lead's card; the strings are also parts of action ids in Slack. */
export const LEAD_ACTS = ['qualify', 'win', 'lose', 'assign'] as const
export type LeadActKind = (typeof LEAD_ACTS)[number]

export type LeadAct =
  | { readonly kind: 'qualify' }
  /** A client from now on, with everything that was said. `manager`: key of staff; absent: whoever has it, or by the rules. */
  | {
      readonly kind: 'win'
      readonly name: string
      readonly tier: string
      readonly manager?: string | undefined
      /** The team's channel of its first project; absent: no project yet. */
      readonly channel?: RemoteConversation | undefined
    }
  | { readonly kind: 'lose'; readonly reason: string }
  /** To a person, by the key of staff. */
  | { readonly kind: 'assign'; readonly to: string }

/** no_channel: it is no channel of the team's. */
export type LeadRefusal = 'no_name' | 'no_reason' | 'nobody' | 'away' | 'no_channel'

export type LeadVerdict =
  | { readonly kind: 'done'; readonly locale: Locale; readonly state: LeadState; readonly name: string }
  /** It has gone further already. */
  | { readonly kind: 'already'; readonly locale: Locale; readonly state: LeadState; readonly name: string }
  | { readonly kind: 'forbidden' | 'unknown'; readonly locale: Locale }
  | { readonly kind: 'refused'; readonly locale: Locale; readonly why: LeadRefusal }

/** What the dialogues of a lead offer. */
export type LeadForm =
  | {
      readonly kind: 'open'
      readonly locale: Locale
      readonly client: string
      readonly name: string
      readonly manager?: string | undefined
      readonly tiers: readonly string[]
      readonly people: readonly { readonly key: string; readonly name: string; readonly waiting: number }[]
    }
  | Extract<LeadVerdict, { kind: 'already' | 'forbidden' | 'unknown' }>

/** A lead of which nothing has become yet, as a line of the list. */
export type OpenLead = {
  readonly client: string
  readonly name: string
  readonly state: LeadState
  /** Whole days since its first words. */
  readonly days: number
  /** Whose it is; absent: nobody's. */
  readonly manager?: string | undefined
  /** How many of its messages wait for a decision. */
  readonly waiting: number
}

export type LeadList = {
  readonly locale: Locale
  readonly leads: readonly OpenLead[]
  /** So many are not in it. */
  readonly more: number
}

export interface Leads {
  /** The open leads that this person may decide about, the oldest first; undefined: not for this person. */
  list(by: RemoteUser): Promise<LeadList | undefined>
  /** `client`: the lead's id, as its card names it. */
  act(asked: { readonly client: string; readonly by: RemoteUser; readonly act: LeadAct }): Promise<LeadVerdict>
  form(client: string, by: RemoteUser): Promise<LeadForm>
}
