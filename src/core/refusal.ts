/** Saying no: what a manager chooses, and what the program makes of it. */
import type { RelayId, RemoteUser } from './ids.ts'
import type { RichText } from './rich-text.ts'
import type { RefusalReason, Tone } from './template.ts'

export type RefusalChoice = {
  readonly reason: RefusalReason
  readonly tone: Tone
  /** The id of one of several templates that fit; absent: the one that is used most. */
  readonly template?: string | undefined
  /** What is offered instead, in the client's language. */
  readonly alternative: string
}

/** A decision: these words go to the client as a no. `confirmed`: see `Decision`. */
export type Refusal = Pick<RefusalChoice, 'reason' | 'template'> & {
  readonly relay: RelayId
  readonly revision: number
  readonly look: number
  readonly by: RemoteUser
  readonly body: RichText
  readonly confirmed?: readonly string[]
}
