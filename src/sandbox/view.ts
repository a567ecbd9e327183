/**
 * What `GET /control/state` answers and the page draws. Plain data; ids are the platforms' own.
 * `GET /control/events` is a server-sent stream: `event: change` with a `Change`, after which the page asks for the state again.
 */
import type { ActiveFault } from './kernel.ts'

export type TelegramUserView = {
  id: number
  firstName: string
  lastName?: string
  username?: string
  languageCode?: string
}
export type TelegramEntity = {
  type: string
  offset: number
  length: number
  url?: string
  language?: string
  user?: { id: number }
  custom_emoji_id?: string
  unix_time?: number
}
export type TelegramButton = { text: string; callbackData?: string; url?: string }
export type TelegramContentView = {
  kind: string // photo, document, location ...
  /** What one reads of it: a file's name, a question, a place. */
  label: string
  /** Where the page finds the bytes. */
  file?: { url: string; mime: string; size: number }
}
export type TelegramMessageView = {
  id: number
  from: { id: number; name: string; isBot: boolean }
  date: number // Unix seconds
  editDate?: number
  text: string // or the caption of the content
  entities: TelegramEntity[]
  content?: TelegramContentView
  topic?: string // its name
  forwardedFrom?: string
  replyTo?: { id: number; text: string; quote?: string }
  buttons: TelegramButton[][]
  reactions: { emoji: string; by: number }[]
  service?: string // 'joined', 'left' ...: a service message
}
export type TelegramChatView = {
  id: number
  type: 'private' | 'group' | 'supergroup'
  title: string
  members: number[] // user ids, without the bot
  botIsMember: boolean
  botTyping: boolean
  messages: TelegramMessageView[] // oldest first, at most the last 200
}
export type TelegramView = {
  bot: {
    id: number
    username: string
    name: string
    commands: { command: string; description: string; languageCode?: string }[]
  }
  users: TelegramUserView[]
  chats: TelegramChatView[]
  pendingUpdates: number
  webhook?: { url: string; lastError?: string }
}

export type SlackUserView = {
  id: string
  name: string
  realName: string
  isBot: boolean
  locale: string
  tz: string
  admin: boolean
}
export type SlackFileView = {
  id: string
  name: string
  size: number
  mimetype: string
  mode: 'hosted' | 'snippet' | 'external' | 'quip'
  deleted: boolean
  preview?: string // the beginning of a snippet
  address?: string // of the bytes, beside the page; absent: they lie elsewhere, or are gone
}
export type SlackMessageView = {
  ts: string
  user: string // U... or the bot's user id
  username?: string // chat:write.customize
  text: string // mrkdwn
  blocks: unknown[] // Block Kit as it was sent
  files: SlackFileView[]
  threadTs?: string
  replyCount: number
  editedTs?: string
  reactions: { name: string; users: string[] }[]
  broadcast: boolean
  ephemeralFor?: string // only this user sees it
  metadata?: { event_type: string; event_payload: Record<string, unknown> }
}
export type SlackConversationView = {
  id: string // C..., G..., D...
  name: string
  kind: 'channel' | 'private' | 'im'
  members: string[]
  messages: SlackMessageView[] // oldest first, thread replies among them, at most the last 300
}
export type SlackModalView = {
  id: string
  user: string
  callbackId: string
  view: unknown
  errors: Record<string, string>
  hash: string
}
export type SlackView = {
  team: { id: string; name: string }
  bot: { id: string; userId: string; name: string }
  users: SlackUserView[]
  conversations: SlackConversationView[]
  modals: SlackModalView[] // open ones, the top of a stack last
  homes: { user: string; view: unknown }[]
  shortcuts: { callbackId: string; name: string }[] // message shortcuts of the app, from the seed
  commands: { command: string; description: string }[]
  sockets: number // open Socket Mode connections
  pendingEnvelopes: number
}

export type SandboxView = {
  now: number
  telegram: TelegramView
  slack: SlackView
  faults: ActiveFault[]
  calls: { platform: 'telegram' | 'slack'; method: string; status: number; ok: boolean; error?: string; at: number }[] // the last 50
}

/** Who and what is there when the sandbox starts for the first time. */
/** `started`: people who have pressed start already, so that the bot may write to them. */
export type SandboxSeed = {
  telegram: {
    token: string
    bot: { id: number; username: string; name: string; canReadAllGroupMessages: boolean }
    users: TelegramUserView[]
    /** Who has pressed start already. */
    started: number[]
    groups: {
      id: number
      title: string
      members: number[]
      botIsMember: boolean
      botIsAdministrator?: boolean
      /** Any: it is a forum. */
      topics?: { id: number; name: string }[]
    }[]
  }
  slack: {
    botToken: string
    appToken: string
    signingSecret: string
    scopes: string[]
    team: { id: string; name: string }
    bot: { id: string; userId: string; appId: string; name: string }
    users: SlackUserView[]
    channels: { id: string; name: string; kind: 'channel' | 'private'; members: string[] }[]
    shortcuts: { callbackId: string; name: string }[]
    commands: { command: string; description: string }[]
  }
}
