import type { Kernel } from '../kernel.ts'
import type { TelegramUserView } from '../view.ts'
import type { Fact, Json, Message } from './facts.ts'
import { Links } from './files/download.ts'
import { type BotStatus, type Chat, type Seed, State } from './state.ts'
import { botJson, messageJson } from './wire.ts'

/** What Telegram sends when nobody said otherwise. */
const NOT_BY_DEFAULT = ['chat_member', 'message_reaction', 'message_reaction_count']

/** What an administrator may do whom somebody has just made one. */
const ADMINISTRATOR = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_pin_messages: true,
  can_manage_topics: true,
  can_send_welcome_messages: false,
} as const

/** The state with what is needed to change it: the one way is `commit`. */
export class Telegram {
  readonly state: State
  /** Told after every commit that left an update for the bot. */
  onUpdate: () => void = () => {}
  /** Chats in which the bot "is typing" until this Unix millisecond. */
  readonly typing = new Map<number, number>()
  lastWebhookError: string | undefined
  readonly links = new Links()

  constructor(
    readonly kernel: Kernel,
    readonly seed: Seed,
  ) {
    this.state = new State(seed)
  }

  commit(facts: readonly Fact[]): void {
    if (facts.length === 0) return
    this.kernel.record('telegram', facts)
    this.kernel.changed({ platform: 'telegram', topic: `telegram:${topicOf(facts)}` })
    if (facts.some((fact) => fact.type === 'update')) this.onUpdate()
  }

  now(): number {
    return Math.floor(this.kernel.now() / 1_000)
  }

  user(id: number): TelegramUserView | undefined {
    return this.state.users.get(id)
  }

  /** A new message of this chat, not committed yet. */
  newMessage(chat: Chat, from: number, more: Partial<Message>): Message {
    return { id: chat.lastId + 1, chat: chat.id, from, date: this.now(), text: '', entities: [], buttons: [], ...more }
  }

  /** The update that tells the bot, if it wants such updates. */
  update(kind: string, chat: number, body: Json): Fact[] {
    const { allowed, lastUpdate } = this.state
    const wanted = allowed.length === 0 ? !NOT_BY_DEFAULT.includes(kind) : allowed.includes(kind)
    return wanted ? [{ type: 'update', id: lastUpdate + 1, chat, body: { [kind]: body } }] : []
  }

  /** What happened to the bot's own membership of a chat. */
  membershipUpdate(chat: Chat, by: number, from: BotStatus, to: BotStatus): Fact[] {
    return this.update('my_chat_member', chat.id, {
      chat: this.chatJson(chat),
      from: this.userJson(by),
      date: this.now(),
      old_chat_member: this.memberJson(from),
      new_chat_member: this.memberJson(to),
    })
  }

  /** The bot as a member of a chat. */
  memberJson(status: BotStatus): Json {
    const user = botJson(this.seed)
    if (status === 'kicked') return { user, status, until_date: 0 }
    return status === 'administrator' ? { user, status, ...ADMINISTRATOR } : { user, status }
  }

  messageJson(message: Message): Json {
    return messageJson(this, message)
  }

  chatJson(chat: Chat): Json {
    const person = chat.type === 'private' ? this.user(chat.id) : undefined
    if (!person) {
      return { id: chat.id, type: chat.type, title: chat.title, ...(chat.isForum ? { is_forum: true } : {}) }
    }
    const { first_name, last_name, username } = this.userJson(chat.id)
    return { id: chat.id, type: 'private', first_name, last_name, username }
  }

  userJson(id: number): Json {
    if (id === this.seed.bot.id) return botJson(this.seed)
    const user = this.user(id)
    return {
      id,
      is_bot: false,
      first_name: user?.firstName ?? String(id),
      last_name: user?.lastName,
      username: user?.username,
      language_code: user?.languageCode,
    }
  }
}

function topicOf(facts: readonly Fact[]): string {
  for (const fact of facts) {
    if ('message' in fact) return String(fact.message.chat)
    if ('chat' in fact) return String(fact.chat)
  }
  return 'bot'
}
