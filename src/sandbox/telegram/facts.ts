/** What can happen in the sandbox's Telegram: the journal's entries, and all that its state is made of. */
import type { TelegramButton, TelegramEntity } from '../view.ts'
import type { FileKind } from './files/kinds.ts'

export type Json = Record<string, unknown>

export type Message = {
  readonly id: number
  readonly chat: number
  /** A person's id, or the bot's. */
  readonly from: number
  /** Unix seconds. */
  readonly date: number
  readonly editDate?: number | undefined
  /** Its words, or the caption of what it carries. */
  readonly text: string
  readonly entities: readonly TelegramEntity[]
  /** What it carries beside words; absent: only words. */
  readonly content?: Content | undefined
  readonly replyTo?: { readonly id: number; readonly quote?: string | undefined } | undefined
  readonly topic?: number | undefined
  readonly buttons: readonly (readonly TelegramButton[])[]
  /** What the chat says of itself, such as `joined`, with the fields Telegram gives. */
  readonly service?: { readonly name: string; readonly fields: Json } | undefined
  /** What stands beside the content whatever it is, as Telegram names it: `media_group_id`, `forward_origin`. */
  readonly beside?: Json | undefined
}

export type Content = {
  /** A kind of file, or the name of the field that tells what it is, such as `location`; `other`: what no rule here knows. */
  readonly kind: FileKind | PlainKind
  /** As Telegram writes it, with the kind's own field. */
  readonly fields: Json
}

export type PlainKind = 'location' | 'venue' | 'contact' | 'poll' | 'dice' | 'story' | 'checklist' | 'other'

/** A file on Telegram's server. The sizes of a photo are one file with an id each. */
export type StoredFile = {
  readonly kind: FileKind
  readonly ids: readonly { readonly id: string; readonly unique: string }[]
  readonly sha256: string
  readonly size: number
  /** What getFile says of it; nothing to do with this machine. */
  readonly path: string
  /** What a message with it says. */
  readonly fields: Json
}

export type Fact =
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'edited'; readonly message: Message }
  | { readonly type: 'deleted'; readonly chat: number; readonly id: number }
  | { readonly type: 'file'; readonly file: StoredFile }
  | { readonly type: 'update'; readonly id: number; readonly chat: number; readonly body: Json }
  | { readonly type: 'confirmed'; readonly before: number }
  /** This one only: over a webhook chats overtake each other. */
  | { readonly type: 'pushed'; readonly id: number }
  | { readonly type: 'started'; readonly user: number }
  | { readonly type: 'blocked'; readonly user: number; readonly blocked: boolean }
  | {
      readonly type: 'group'
      readonly id: number
      readonly kind: 'group' | 'supergroup'
      readonly title: string
      readonly members: readonly number[]
      readonly botIsMember: boolean
      readonly isForum?: boolean | undefined
    }
  | { readonly type: 'topic'; readonly chat: number; readonly id: number; readonly name: string }
  | { readonly type: 'administrator'; readonly chat: number; readonly botIsAdministrator: boolean }
  | { readonly type: 'membership'; readonly chat: number; readonly botIsMember: boolean }
  | { readonly type: 'member'; readonly chat: number; readonly user: number; readonly isMember: boolean }
  | { readonly type: 'migrated'; readonly from: number; readonly to: number }
  | {
      readonly type: 'reaction'
      readonly chat: number
      readonly id: number
      readonly by: number
      readonly emoji: string | null
    }
  | { readonly type: 'query'; readonly id: string; readonly answered: boolean }
  | {
      readonly type: 'commands'
      readonly language: string
      /** Empty: everywhere. */
      readonly scope: string
      readonly commands: readonly { readonly command: string; readonly description: string }[]
    }
  | { readonly type: 'webhook'; readonly url: string; readonly secret: string | null }
  | { readonly type: 'allowed'; readonly types: readonly string[] }
