import type { SandboxSeed, TelegramUserView } from '../view.ts'
import type { Fact, Json, Message, StoredFile } from './facts.ts'

export type Seed = SandboxSeed['telegram']

export type Chat = {
  readonly id: number
  readonly type: 'private' | 'group' | 'supergroup'
  readonly title: string
  readonly members: ReadonlySet<number>
  readonly botIsMember: boolean
  readonly botIsAdministrator: boolean
  readonly isForum: boolean
  /** By the id of the thread; not the general one, which has none. */
  readonly topics: ReadonlyMap<number, string>
  readonly messages: Map<number, Message>
  readonly reactions: Map<number, Map<number, string>>
  readonly lastId: number
  readonly movedTo?: number | undefined
}

export type Update = { readonly id: number; readonly chat: number; readonly body: Json }

/** Everything there is, made by applying facts one after another. Nothing else changes it. */
export class State {
  readonly chats = new Map<number, Chat>()
  readonly users: ReadonlyMap<number, TelegramUserView>
  readonly started = new Set<number>()
  readonly blocked = new Set<number>()
  /** Not confirmed yet, oldest first. */
  updates: Update[] = []
  /** The last confirmed ones, so that a test can have one again. */
  readonly past: Update[] = []
  lastUpdate = 0
  readonly queries = new Map<string, boolean>()
  readonly commands = new Map<string, Of<'commands'>>()
  /** Every file by each of its ids. */
  readonly files = new Map<string, StoredFile>()
  webhook: { readonly url: string; readonly secret: string | null } | undefined
  allowed: readonly string[] = []

  constructor(seed: Seed) {
    this.users = new Map(seed.users.map((user) => [user.id, user]))
    for (const user of seed.started) this.apply({ type: 'started', user })
    for (const { id, topics = [], botIsAdministrator = false, ...group } of seed.groups) {
      const kind = String(id).startsWith('-100') ? 'supergroup' : 'group'
      this.apply({ type: 'group', id, kind, ...group, isForum: topics.length > 0 })
      for (const topic of topics) this.apply({ type: 'topic', chat: id, ...topic })
      this.apply({ type: 'administrator', chat: id, botIsAdministrator })
    }
  }

  apply(fact: Fact): void {
    APPLY[fact.type](this, fact as never)
  }

  /** The chat with changes; nothing for one that is not there. */
  change(id: number, change: (chat: Chat) => Partial<Chat>): void {
    const chat = this.chats.get(id)
    if (chat) this.chats.set(id, { ...chat, ...change(chat) })
  }
}

export function commandsKey(language: string, scope: string): string {
  return `${language}:${scope}`
}

export type BotStatus = 'left' | 'kicked' | 'member' | 'administrator'

export function statusOfBot({ botIsMember, botIsAdministrator }: Chat): BotStatus {
  if (!botIsMember) return 'left'
  return botIsAdministrator ? 'administrator' : 'member'
}

const PAST_KEPT = 200

function emptyChat(id: number, type: Chat['type'], title: string, members: Iterable<number>): Chat {
  const nothing = { messages: new Map(), reactions: new Map(), topics: new Map(), lastId: 0 }
  const bot = { botIsMember: true, botIsAdministrator: false }
  return { id, type, title, members: new Set(members), isForum: false, ...bot, ...nothing }
}

type Of<T extends Fact['type']> = Extract<Fact, { type: T }>
const APPLY: { readonly [T in Fact['type']]: (state: State, fact: Of<T>) => void } = {
  message(state, { message }) {
    state.change(message.chat, (chat) => {
      chat.messages.set(message.id, message)
      return { lastId: Math.max(chat.lastId, message.id) }
    })
  },
  edited(state, { message }) {
    state.chats.get(message.chat)?.messages.set(message.id, message)
  },
  deleted(state, { chat, id }) {
    state.chats.get(chat)?.messages.delete(id)
  },
  file(state, { file }) {
    for (const { id } of file.ids) state.files.set(id, file)
  },
  update(state, { id, chat, body }) {
    state.updates.push({ id, chat, body })
    state.lastUpdate = Math.max(state.lastUpdate, id)
  },
  confirmed(state, { before }) {
    state.past.push(...state.updates.filter(({ id }) => id < before))
    state.past.splice(0, Math.max(0, state.past.length - PAST_KEPT))
    state.updates = state.updates.filter(({ id }) => id >= before)
  },
  pushed(state, { id }) {
    state.past.push(...state.updates.filter((update) => update.id === id))
    state.past.splice(0, Math.max(0, state.past.length - PAST_KEPT))
    state.updates = state.updates.filter((update) => update.id !== id)
  },
  started(state, { user }) {
    state.started.add(user)
    state.blocked.delete(user)
    const person = state.users.get(user)
    if (!state.chats.has(user))
      state.chats.set(user, emptyChat(user, 'private', person?.firstName ?? String(user), [user]))
  },
  blocked(state, { user, blocked }) {
    if (blocked) state.blocked.add(user)
    else state.blocked.delete(user)
  },
  group(state, { id, kind, title, members, botIsMember, isForum = false }) {
    state.chats.set(id, { ...emptyChat(id, kind, title, members), botIsMember, isForum })
  },
  topic(state, { chat, id, name }) {
    state.change(chat, ({ topics, lastId }) => ({
      topics: new Map([...topics, [id, name]]),
      lastId: Math.max(lastId, id),
    }))
  },
  administrator(state, { chat, botIsAdministrator }) {
    state.change(chat, () => ({ botIsAdministrator }))
  },
  membership(state, { chat, botIsMember }) {
    state.change(chat, ({ botIsAdministrator }) => ({
      botIsMember,
      botIsAdministrator: botIsMember && botIsAdministrator,
    }))
  },
  member(state, { chat, user, isMember }) {
    state.change(chat, ({ members }) => {
      const others = [...members].filter((id) => id !== user)
      return { members: new Set(isMember ? [...others, user] : others) }
    })
  },
  migrated(state, { from, to }) {
    const old = state.chats.get(from)
    if (!old) return
    state.chats.set(to, { ...emptyChat(to, 'supergroup', old.title, old.members), botIsMember: old.botIsMember })
    state.change(from, () => ({ movedTo: to }))
  },
  reaction(state, { chat, id, by, emoji }) {
    const { reactions } = state.chats.get(chat) ?? {}
    const of = reactions?.get(id) ?? new Map<number, string>()
    if (emoji === null) of.delete(by)
    else of.set(by, emoji)
    reactions?.set(id, of)
  },
  query(state, { id, answered }) {
    state.queries.set(id, answered)
  },
  commands(state, fact) {
    state.commands.set(commandsKey(fact.language, fact.scope), fact)
  },
  webhook(state, { url, secret }) {
    state.webhook = url === '' ? undefined : { url, secret }
  },
  allowed(state, { types }) {
    state.allowed = types
  },
}
