/** What can happen in the sandbox's Telegram: the journal's entries, and all that its state is made of. */
import type { TelegramButton, TelegramEntity } from '../view.ts'

export type Json = Record<string, unknown>

export type Message = {
  readonly id: number
  readonly chat: number
  /** A person's id, or the bot's. */
  readonly from: number
  /** Unix seconds. */
  readonly date: number
  readonly editDate?: number | undefined
  readonly text: string
  readonly entities: readonly TelegramEntity[]
  readonly replyTo?: { readonly id: number; readonly quote?: string | undefined } | undefined
  readonly topic?: number | undefined
  readonly buttons: readonly (readonly TelegramButton[])[]
  /** What the chat says of itself, such as `joined`, with the fields Telegram gives. */
  readonly service?: { readonly name: string; readonly fields: Json } | undefined
}

export type Fact =
  | { readonly type: 'message'; readonly message: Message }
  | { readonly type: 'edited'; readonly message: Message }
  | { readonly type: 'deleted'; readonly chat: number; readonly id: number }
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
    }
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
