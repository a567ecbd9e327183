import type { ContactPoint } from '../../../core/contact-point.ts'
import type { Channel } from '../../../core/interaction.ts'

export type Attendee = ContactPoint & { readonly name: string | undefined; readonly hasDeclined: boolean }

/** A meeting that is over: one event of a calendar, or one of a series. */
export type Meeting = {
  /** What makes it one, in whosever calendar it stands. */
  readonly id: string
  readonly start: Date
  readonly end: Date
  readonly title: string
  readonly channel: Channel
  readonly organizer: string | undefined
  /** Everybody, the organizer too, each once. */
  readonly people: readonly Attendee[]
}
