/** Who answers for whom while somebody is away: what a bot may ask about it. Plain data; no tables. */
import type { Card } from './card.ts'
import type { Locale, RelayId, RemoteUser } from './ids.ts'

/** A member of staff as a person names them: by their account on the team's platform, or by their key in the agency's file. */
export type Named = { readonly user: RemoteUser } | { readonly key: string }

/** Away from a day until and with another, `YYYY-MM-DD` or the next `MM-DD`; without `from` now, without `to` until they say that they are back. */
export type Away = {
  readonly by: RemoteUser
  /** Absent: whoever says it. Somebody else's absence only leads write down. */
  readonly who?: Named | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly standIn?: Named | undefined
  readonly note?: string | undefined
}

/** One absence, as it is told to a person. Days in the agency's time zone. */
export type AbsenceView = {
  readonly name: string
  readonly from: string
  readonly to?: string | undefined
  readonly standIn?: string | undefined
  readonly client?: string | undefined
  readonly note?: string | undefined
  readonly running: boolean
}

export type AbsenceList = {
  readonly locale: Locale
  readonly absences: readonly AbsenceView[]
  /** So many are not in it. */
  readonly more: number
}

export type CoverRefusal =
  | 'stranger'
  | 'not_yours'
  | 'nobody'
  | 'not_answering'
  | 'their_own_stand_in'
  | 'ends_before_it_begins'
  | 'over_already'
  | 'stand_in_away'

export type AwayAnswer =
  | {
      readonly kind: 'away'
      readonly locale: Locale
      readonly absence: AbsenceView
      /** When whoever stands in is away themselves, first: the others who could take over do then. */
      readonly standInAway?: Pick<AbsenceView, 'from' | 'to'> | undefined
    }
  | { readonly kind: 'back'; readonly locale: Locale; readonly name: string; readonly ended: number }
  | {
      readonly kind: 'refused'
      readonly locale: Locale
      readonly why: CoverRefusal
      readonly given?: string | undefined
    }

/** How much a manager has in hand. */
export type Load = {
  readonly name: string
  readonly away: boolean
  readonly clients: number
  /** Requests in which something is under way: waiting, or returned to its author. */
  readonly open: number
  readonly waiting: number
}

/** Nothing to be done by whoever asked; the same as in a verdict. */
type Undone =
  | { readonly kind: 'already'; readonly card: Card }
  | { readonly kind: 'forbidden' | 'unknown'; readonly locale: Locale }

/** To whom a relay, or its client, could be handed over. */
export type HandOverForm =
  | {
      readonly kind: 'open'
      readonly card: Card
      readonly people: readonly { readonly key: string; readonly name: string; readonly waiting: number }[]
      /** Leads also hand over the client, for good or until a day. */
      readonly wholeClient: boolean
    }
  | Undone

export type HandOver = {
  readonly by: RemoteUser
  readonly relay: RelayId
  /** Key of staff. */
  readonly to: string
  /** relay: this one message · client: the whole client, until and with `until` (`YYYY-MM-DD`), or for good. */
  readonly what: 'relay' | 'client'
  readonly until?: string | undefined
  readonly note?: string | undefined
}

export type HandOverVerdict =
  | { readonly kind: 'done'; readonly card: Card }
  | Undone
  | {
      readonly kind: 'refused'
      readonly locale: Locale
      readonly why: 'nobody' | 'away' | 'theirs_already' | 'over_already'
    }

export interface Cover {
  away(asked: Away): Promise<AwayAnswer>
  back(asked: Pick<Away, 'by' | 'who'>): Promise<AwayAnswer>
  /** Who is away or will be; undefined for somebody who does not work here. */
  absences(by: RemoteUser): Promise<AbsenceList | undefined>
  /** Undefined: not for this person. */
  loads(by: RemoteUser): Promise<{ readonly locale: Locale; readonly loads: readonly Load[] } | undefined>
  handOverForm(relay: RelayId, by: RemoteUser): Promise<HandOverForm>
  handOver(asked: HandOver): Promise<HandOverVerdict>
}
