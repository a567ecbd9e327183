/** The port out: what delivery may ask of a bot. Implemented by bots/<platform>/send.ts, and by a fake in the tests. */

import type { Attachment } from './attachment.ts'
import type { Handle } from './files.ts'
import type { Address, Locale, Platform, RemoteConversation, RemoteMessage, RemoteThread } from './ids.ts'
import type { Notice } from './notice.ts'
import type { RichText } from './rich-text.ts'

/** A person's words as approved. `speaker`: in whose name they appear where the platform can show a name. */
export type Final = {
  readonly kind: 'final'
  readonly body: RichText
  readonly speaker?: string | undefined
  /** The reader's language: what cannot be shown there is named in it. */
  readonly locale: Locale
  /** They follow a message that could not be changed in place: said before them. */
  readonly follows?: 'correction' | 'removal' | undefined
  /**
   * So many of its messages stand in their places already, and the next could not take its own: what is after them is told under
   * words that say so, or, when nothing is, that what stands there in its stead no longer holds.
   */
  readonly kept?: number | undefined
}

export type Content = Final | { readonly kind: 'notice'; readonly notice: Notice }

export type Outgoing = {
  readonly content: Content
  /** The message that this one answers. */
  readonly replyTo?: RemoteMessage | undefined
  /** Rewrite this message instead of posting a new one. */
  readonly target?: RemoteMessage | undefined
  /** Which of the content's pieces (see `Sender.pieces`) this call sends, from 0. */
  readonly piece?: number | undefined
  /** What the platform already has of the content's files. */
  readonly handles?: readonly Handle[] | undefined
  /** What `prepare` answered for this piece. */
  readonly trace?: string | undefined
}

/** One message as the other side will see it. */
export type Piece = { readonly body: RichText; readonly files: readonly Attachment[] }

/** Why a message certainly was not and will not be delivered. */
export const REFUSALS = [
  'blocked', // the person has blocked the bot
  'chat_gone', // no such chat, archived, or the bot is no member of it
  'not_allowed', // the bot may not do this here: a right or a scope is missing
  'too_long',
  'empty',
  'target_gone', // the message to rewrite is no longer there
  'bad_request', // anything else that the platform finds wrong with what we sent
  'bad_token',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** What is known after a call. `detail` is for logs and people; it holds no message text and no secret. */
export type Outcome =
  /** `messages` in the order they appear; `thread`: what a reply to them belongs to, where the platform has threads. */
  | {
      readonly kind: 'sent'
      readonly messages: readonly RemoteMessage[]
      readonly thread?: RemoteThread
      /** What the platform can be given in place of these bytes from now on. */
      readonly handles?: readonly Handle[]
    }
  /** Certain: it was not and will not be delivered. */
  | { readonly kind: 'refused'; readonly reason: Refusal; readonly detail: string }
  /** Certain: not delivered; try again, not before this many milliseconds. `movedTo`: the conversation has this id from now on. */
  | {
      readonly kind: 'later'
      readonly afterMs: number
      readonly detail: string
      readonly movedTo?: RemoteConversation
    }
  /** It may have arrived. */
  | { readonly kind: 'unsure'; readonly detail: string }

/** Ready to be sent: `trace` is kept and given back, also to `find`. */
export type Prepared = { readonly kind: 'prepared'; readonly trace: string }

export type Found =
  | { readonly kind: 'found'; readonly messages: readonly RemoteMessage[]; readonly thread?: RemoteThread }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly detail: string }

export interface Sender {
  readonly platform: Platform
  /** How many messages the content is, each sent by a call of its own, in order. The same content is always cut the same way. */
  pieces(content: Content): readonly Piece[]
  /**
   * Work for a piece that nobody sees yet and that need not be done twice, such as an upload. Absent, or undefined for a
   * piece that needs none.
   */
  prepare?(
    to: Address,
    message: Outgoing,
  ): Promise<Prepared | Exclude<Outcome, { kind: 'sent' | 'unsure' }> | undefined>
  /** `key` names the item, and its piece, the same at every attempt; where the platform lets us, it travels with the message. Never throws for an outcome above. */
  send(to: Address, message: Outgoing, key: string): Promise<Outcome>
  /** What would certainly be refused before any call: asked before a decision is taken. */
  check(content: Content): Refusal | undefined
  /** Shows for some seconds that somebody is writing there. Nothing depends on it: it never throws. Absent where there is no such sign. */
  typing?(to: Address): Promise<void>
  /** For so many milliseconds after it was sent a message can be taken away. Absent: always. */
  readonly removableMs?: number | undefined
  /** Takes a message of ours away. `sent`: it is gone, also when it was gone before. */
  remove(message: RemoteMessage): Promise<Outcome>
  /** Looks for a message sent with `key` at or after `since`. Absent where a platform offers no way to look. */
  find?(to: Address, key: string, since: Date, trace?: string): Promise<Found>
}
