import { randomBytes } from 'node:crypto'
import type { Change, Kernel } from '../../kernel.ts'
import type { SlackUserView } from '../../view.ts'
import type { Fact } from './facts.ts'
import { type Conversation, type Seed, State } from './state.ts'

/** The state with what is needed to change it: the one way is `commit`. */
export class Workspace {
  readonly state: State
  /** Set by index.ts: told after every commit that left something for the app. */
  onQueued: () => void = () => {}
  /** Set by index.ts: told after every commit that promised to share files. */
  onShare: () => void = () => {}
  /** Set by index.ts: the app has given another address, or went back to sockets. */
  onRequestUrl: () => void = () => {}
  /** `http://127.0.0.1:<port>`; known once the server listens. */
  baseUrl: () => string = () => ''
  /** Set by index.ts: an address where one Socket Mode connection may be opened, once. */
  newSocketUrl: () => string = () => ''

  constructor(
    readonly kernel: Kernel,
    readonly seed: Seed,
  ) {
    this.state = new State(seed)
  }

  now(): number {
    return this.kernel.now()
  }

  /** What belongs together is one entry of the journal, so that a kill leaves all of it or nothing. */
  commit(facts: readonly Fact[]): void {
    if (facts.length === 0) return
    this.kernel.record('slack', facts)
    for (const topic of new Set(facts.map(topicOf))) this.kernel.changed(topic)
    if (facts.some((fact) => fact.type === 'request-url')) this.onRequestUrl()
    else if (facts.some((fact) => fact.type === 'queued')) this.onQueued()
    if (facts.some((fact) => fact.type === 'share-queued')) this.onShare()
  }

  /** A `ts` later than every other of the conversation, as long as what bears it is committed before the next is asked for. */
  nextTs(conversation: Conversation): string {
    return formatTs(Math.max(this.now() * 1_000, conversation.lastMicros + 100))
  }

  user(id: string): SlackUserView | undefined {
    return id === this.seed.bot.userId ? botUser(this.seed) : this.seed.users.find((user) => user.id === id)
  }

  isMember(conversation: Conversation, user: string = this.seed.bot.userId): boolean {
    return conversation.members.includes(user)
  }
}

export function formatTs(micros: number): string {
  const digits = String(micros).padStart(7, '0')
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`
}

/** An id of Slack's kind: a letter or two, then capitals and digits. */
export function mintId(prefix: string): string {
  return prefix + [...randomBytes(10)].map((byte) => '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'[byte % 34]).join('')
}

function botUser(seed: Seed): SlackUserView {
  const { userId, name } = seed.bot
  return { id: userId, name, realName: name, isBot: true, locale: 'en-US', tz: 'UTC', admin: false }
}

function topicOf(fact: Fact): Change {
  return { platform: 'slack', topic: `slack:${'channel' in fact ? fact.channel : 'app'}` }
}
