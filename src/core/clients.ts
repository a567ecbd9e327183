/** A client as its card shows it, and the clients who need a call: plain words and data, no tables. */
import type { AlertWhy } from './alerts.ts'
import type { Locale, RemoteUser } from './ids.ts'

export type Trend = 'cooling' | 'stable' | 'warming'

/** `attention`: the higher, the sooner somebody should call. */
export type Standing = {
  readonly score: number
  readonly provisional: boolean
  readonly attention: number
  readonly trend: Trend | undefined
}

export type ClientCard = {
  readonly locale: Locale
  readonly id: string
  readonly name: string
  readonly tier: string
  readonly lead: boolean
  readonly manager: string | undefined
  readonly deputy: string | undefined
  /** Undefined: nothing has passed between us. */
  readonly standing: (Standing & { readonly sentences: readonly string[] }) | undefined
  /** The score of each of the last days that are known, oldest first. */
  readonly course: readonly { readonly day: string; readonly score: number }[]
  readonly alerts: readonly { readonly id: string; readonly why: AlertWhy }[]
  /** What was said last, oldest first. */
  readonly last: readonly {
    readonly side: 'client' | 'agency'
    readonly who: string
    readonly at: string
    readonly channel: string
    readonly text: string
    /** A letter of which nobody has verified that it is of whom it says it is. */
    readonly unverified?: true
  }[]
  /** What the client is owed an answer to, oldest first; `more`: so many besides. */
  readonly open: readonly { readonly project: string | undefined; readonly since: string; readonly due: string }[]
  readonly moreOpen: number
  /** How many of the client's messages, and of those for it, wait in the queue. */
  readonly waiting: number
}

export type ClientFound =
  | { readonly kind: 'open'; readonly card: ClientCard }
  /** Several have such a name: these among them. */
  | { readonly kind: 'several'; readonly locale: Locale; readonly names: readonly string[] }
  /** There is none, or none that this person may see; `names`: some that they may. */
  | { readonly kind: 'unknown'; readonly locale: Locale; readonly names: readonly string[] }
  /** This person answers for no clients. */
  | { readonly kind: 'forbidden'; readonly locale: Locale }

/** Who needs a call, the most urgent first; `more`: so many besides. */
export type Calls = {
  readonly locale: Locale
  readonly clients: readonly {
    readonly id: string
    readonly name: string
    readonly standing: Standing | undefined
    readonly why: AlertWhy
    readonly others: number
  }[]
  readonly more: number
}

export interface Clients {
  /** `name`: a key, or a part of a name. */
  find(name: string, by: RemoteUser): Promise<ClientFound>
  /** By the id that a list of them gave. */
  open(id: string, by: RemoteUser): Promise<ClientFound>
  /** Undefined: this person answers for no clients. */
  calls(by: RemoteUser): Promise<Calls | undefined>
}
