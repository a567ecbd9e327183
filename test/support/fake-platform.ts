/** A platform in memory for both ports: what was sent is there to be read, and how the next call ends is the test's to say. */
import type { Bot } from '../../src/core/flow.ts'
import type { HookReply } from '../../src/core/hook.ts'
import type { Address, Platform, RemoteMessage, RemoteThread } from '../../src/core/ids.ts'
import { isBlank, type RichText, toPlain } from '../../src/core/rich-text.ts'
import type { Content, Found, Outcome, Outgoing, Piece, Sender } from '../../src/core/sender.ts'

export type Trouble =
  | { readonly kind: 'blocked' }
  | { readonly kind: 'rate-limit'; readonly afterMs: number }
  | { readonly kind: 'cut'; readonly when: 'before' | 'after' }

export type Sent = {
  readonly to: Address
  readonly key: string
  readonly message: RemoteMessage
  readonly outgoing: Outgoing
}

export class FakePlatform implements Sender {
  readonly sent: Sent[] = []
  readonly #troubles: Trouble[] = []

  constructor(readonly platform: Platform) {}

  /** How the next calls end, in order; after that they succeed. */
  next(...troubles: readonly Trouble[]): void {
    this.#troubles.push(...troubles)
  }

  async send(to: Address, outgoing: Outgoing, key: string): Promise<Outcome> {
    const trouble = this.#troubles.shift()
    if (trouble?.kind === 'blocked') return { kind: 'refused', reason: 'blocked', detail: 'blocked' }
    if (trouble?.kind === 'rate-limit') return { kind: 'later', afterMs: trouble.afterMs, detail: 'too many' }
    if (trouble?.kind === 'cut' && trouble.when === 'before') return { kind: 'unsure', detail: 'cut' }
    const outcome = this.#post(to, outgoing, key)
    return trouble === undefined ? outcome : { kind: 'unsure', detail: 'cut' }
  }

  #post(to: Address, outgoing: Outgoing, key: string): Outcome {
    const message = outgoing.target ?? (`${to.conversation}/${this.sent.length + 1}` as RemoteMessage)
    this.sent.push({ to, key, message, outgoing })
    const thread = this.platform === 'slack' ? (to.thread ?? (message as string as RemoteThread)) : undefined
    return { kind: 'sent', messages: [message], ...(thread === undefined ? {} : { thread }) }
  }

  pieces(content: Content): readonly Piece[] {
    return [{ body: content.kind === 'final' ? content.body : [], files: [] }]
  }

  async remove(message: RemoteMessage): Promise<Outcome> {
    const i = this.sent.findIndex((sent) => sent.message === message)
    if (i >= 0) this.sent.splice(i, 1)
    return { kind: 'sent', messages: [message] }
  }

  check(content: Content): 'empty' | 'too_long' | undefined {
    if (content.kind === 'notice') return undefined
    if (isBlank(content.body)) return 'empty'
    return toPlain(content.body).length > 4_096 ? 'too_long' : undefined
  }

  /** The words of people that have left, oldest first. */
  words(): { readonly to: Address; readonly body: RichText; readonly text: string }[] {
    return this.sent.flatMap(({ to, outgoing: { content } }) =>
      content.kind === 'final' ? [{ to, body: content.body, text: toPlain(content.body) }] : [],
    )
  }

  /** As main takes it. */
  connector() {
    const { platform } = this
    const bot = (): Bot & { hook: () => Promise<HookReply> } => ({
      platform,
      handle: async () => undefined,
      start: async () => {},
      stop: async () => {},
      hook: async () => ({ status: 404 }),
    })
    return { sender: this, bot }
  }
}

/** One that can look for what it was given, as Slack can. */
export class SearchablePlatform extends FakePlatform {
  async find(_to: Address, key: string): Promise<Found> {
    const found = this.sent.find((sent) => sent.key === key)
    if (!found) return { kind: 'absent' }
    return {
      kind: 'found',
      messages: [found.message],
      thread: found.to.thread ?? (found.message as string as RemoteThread),
    }
  }
}
