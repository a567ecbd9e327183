import type { SandboxSeed } from '../../view.ts'
import type { Envelope, Fact, Message, OpenView, ResponseUrl, Share, StoredFile, Trigger } from './facts.ts'

export type Seed = SandboxSeed['slack']

export type Conversation = {
  readonly id: string
  readonly name: string
  readonly kind: 'channel' | 'private' | 'im'
  members: readonly string[]
  archived: boolean
  /** Microseconds of the newest `ts`: the next one is later. */
  lastMicros: number
  /** By `ts`, oldest first. */
  readonly messages: Map<string, Message>
  /** `ts` of a thread's root -> those of its replies, oldest first. */
  readonly threads: Map<string, Set<string>>
}

type Uses<T> = T & { readonly used: number }

/** Settled envelopes that can still be delivered a second time. */
const REMEMBERED = 500

/** Everything the workspace holds: a fold of facts, without clock, timer or network. */
export class State {
  readonly conversations: Map<string, Conversation>
  readonly files = new Map<string, StoredFile>()
  /** Promised, and not on a message yet. */
  readonly shares = new Map<string, Share>()
  readonly pending = new Map<string, Envelope>()
  readonly settled = new Map<string, Envelope>()
  readonly triggers = new Map<string, Uses<Trigger>>()
  readonly responseUrls = new Map<string, Uses<ResponseUrl>>()
  /** Open modals in the order they were opened. */
  readonly views = new Map<string, OpenView>()
  readonly homes = new Map<string, OpenView>()
  requestUrl: string | null = null

  constructor(seed: Seed) {
    const channels = seed.channels.map((channel) => conversationOf(channel))
    const directs = seed.users.filter((user) => !user.isBot).map((user) => directOf(seed, user.id))
    this.conversations = new Map([...channels, ...directs].map((conversation) => [conversation.id, conversation]))
  }

  apply(fact: Fact): void {
    const fold: (state: State, fact: never) => void = folds[fact.type]
    fold(this, fact as never)
  }

  /** The modals before a person, the top one last. */
  modalsOf(user: string): OpenView[] {
    return [...this.views.values()].filter((view) => view.user === user)
  }

  /** An open modal or a published home tab. */
  view(id: string): OpenView | undefined {
    return this.views.get(id) ?? [...this.homes.values()].find((home) => home.id === id)
  }
}

/** The conversation of a person with the bot has a fixed id, so that it is there before anybody has written. */
export function directId(user: string): string {
  return `D${user.replace(/^[UW]/, '')}`
}

export function microsOf(ts: string): number {
  return Math.round(Number(ts) * 1_000_000)
}

function directOf(seed: Seed, user: string): Conversation {
  return conversationOf({ id: directId(user), name: seed.bot.name, kind: 'im', members: [user, seed.bot.userId] })
}

function conversationOf(of: Pick<Conversation, 'id' | 'name' | 'kind' | 'members'>): Conversation {
  return { ...of, archived: false, lastMicros: 0, messages: new Map(), threads: new Map() }
}

type Folds = { readonly [K in Fact['type']]: (state: State, fact: Extract<Fact, { readonly type: K }>) => void }

const folds: Folds = {
  posted(state, { channel, message }) {
    const conversation = at(state, channel)
    conversation.messages.set(message.ts, message)
    conversation.lastMicros = microsOf(message.ts)
    if (message.threadTs === undefined) return
    const thread = conversation.threads.get(message.threadTs) ?? new Set()
    conversation.threads.set(message.threadTs, thread.add(message.ts))
  },
  replaced(state, { channel, message }) {
    at(state, channel).messages.set(message.ts, message)
  },
  removed(state, { channel, ts }) {
    const conversation = at(state, channel)
    const threadTs = conversation.messages.get(ts)?.threadTs
    conversation.messages.delete(ts)
    if (threadTs !== undefined) conversation.threads.get(threadTs)?.delete(ts)
  },
  file(state, { file }) {
    state.files.set(file.id, file)
  },
  'share-queued'(state, { share }) {
    state.shares.set(share.id, share)
  },
  'share-done'(state, { share }) {
    state.shares.delete(share)
  },
  joined(state, { channel, user }) {
    const conversation = at(state, channel)
    conversation.members = [...conversation.members.filter((member) => member !== user), user]
  },
  left(state, { channel, user }) {
    const conversation = at(state, channel)
    conversation.members = conversation.members.filter((member) => member !== user)
  },
  archived(state, { channel, archived }) {
    at(state, channel).archived = archived
  },
  queued(state, { envelope }) {
    state.pending.set(envelope.id, envelope)
  },
  settled(state, { envelope: id }) {
    const envelope = state.pending.get(id)
    if (!envelope) return
    state.pending.delete(id)
    state.settled.delete(id)
    state.settled.set(id, envelope)
    for (const oldest of state.settled.keys()) {
      if (state.settled.size <= REMEMBERED) break
      state.settled.delete(oldest)
    }
  },
  trigger(state, { trigger }) {
    state.triggers.set(trigger.id, { ...trigger, used: 0 })
  },
  'trigger-used'(state, { trigger }) {
    const found = state.triggers.get(trigger)
    if (found) state.triggers.set(trigger, { ...found, used: found.used + 1 })
  },
  'response-url'(state, { url }) {
    state.responseUrls.set(url.id, { ...url, used: 0 })
  },
  'response-url-used'(state, { url }) {
    const found = state.responseUrls.get(url)
    if (found) state.responseUrls.set(url, { ...found, used: found.used + 1 })
  },
  view(state, { view }) {
    state.views.set(view.id, view)
  },
  'view-closed'(state, { view }) {
    state.views.delete(view)
  },
  home(state, { view }) {
    state.homes.set(view.user, view)
  },
  'request-url'(state, { url }) {
    state.requestUrl = url
  },
}

function at(state: State, channel: string): Conversation {
  const conversation = state.conversations.get(channel)
  if (!conversation) throw new Error(`the journal speaks of ${channel}, which is not in the seed`)
  return conversation
}
