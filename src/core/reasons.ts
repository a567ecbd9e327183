/** What an interaction was about, for people: names, weights, and what a bot may ask. Plain data; no tables. */
import type { Card } from './card.ts'
import type { Locale, RelayId, RemoteUser } from './ids.ts'
import { REASONS, type Reason } from './interaction.ts'
import { texts } from './text.ts'

const en = `
question = question
request = request
brief = brief
complaint = complaint
complaint_resolved = complaint settled
approval = approval
status = status
invoice = invoice
ack = thanks, understood
smalltalk = small talk
praise = praise
other = other
`

const ru = `
question = вопрос
request = просьба
brief = бриф
complaint = жалоба
complaint_resolved = жалоба улажена
approval = согласование
status = статус
invoice = счета и оплата
ack = спасибо, принято
smalltalk = дружеское
praise = похвала
other = другое
`

export const SOURCES = { en, ru }
const say = texts(SOURCES)

export function reasonName(locale: Locale, reason: Reason): string {
  return say(locale, reason)
}

/** What a person may choose: a complaint is settled by its own button, which knows what it settles. */
export const CHOOSABLE: readonly Reason[] = REASONS.filter((reason) => reason !== 'complaint_resolved')

/** What several messages that crossed together are about: what needs an answer comes first. */
const WEIGHTS: readonly Reason[] = [
  'complaint',
  'question',
  'request',
  'brief',
  'complaint_resolved',
  'approval',
  'invoice',
  'status',
  'praise',
  'ack',
  'smalltalk',
  'other',
]

/** `key`: of REASONS, or an agency's own; `parent`: the one of REASONS that it counts as. */
export type KeyedReason = { readonly key: string; readonly parent: Reason }

export function weightiest<Given extends KeyedReason>(given: readonly Given[]): Given | undefined {
  const weight = ({ parent }: Given) => WEIGHTS.indexOf(parent)
  return given.reduce<Given | undefined>(
    (first, one) => (first === undefined || weight(one) < weight(first) ? one : first),
    undefined,
  )
}

export type ReasonVerdict =
  | { readonly kind: 'done'; readonly card: Card }
  | { readonly kind: 'forbidden' | 'unknown'; readonly locale: Locale }
  /** not_offered: the reason is none, or is offered no more · no_complaint: there is none open · nothing_since: nothing that could settle it has been said since. */
  | {
      readonly kind: 'refused'
      readonly locale: Locale
      readonly why: 'not_offered' | 'no_complaint' | 'nothing_since'
    }

/** What the dialogue of a resolution shows: the complaint, and what was said or done since that settles it. */
export type SettleForm =
  | {
      readonly kind: 'open'
      readonly locale: Locale
      readonly relay: RelayId
      readonly complaint: { readonly who: string; readonly at: string; readonly text: string }
      readonly settledBy: { readonly who: string; readonly at: string; readonly text: string }
    }
  | Exclude<ReasonVerdict, { kind: 'done' }>

export interface Reasons {
  /** Says what the client's messages of a relay were about. By whoever may see its card, whether it is decided or not. */
  correct(asked: { readonly relay: RelayId; readonly reason: string; readonly by: RemoteUser }): Promise<ReasonVerdict>
  settleForm(relay: RelayId, by: RemoteUser): Promise<SettleForm>
  /** The complaint of a relay is settled by what was said since. */
  settle(asked: {
    readonly relay: RelayId
    readonly note?: string | undefined
    readonly by: RemoteUser
  }): Promise<ReasonVerdict>
}
