/**
 * Hands the app what waits for it: over one of its sockets, or to its request URL. Which envelopes wait is in the state;
 * here is only what is under way right now, so that a restart begins with everything that was not acknowledged.
 */
import type { Envelope, Json } from '../workspace/facts.ts'
import type { Workspace } from '../workspace/workspace.ts'

/**
 * A way to the app. `carry` hands one envelope over and says what became of it; it never throws and always comes to an
 * end, at the latest when the app has not answered for `timeoutMs`.
 */
export interface Carrier {
  ready(): boolean
  carry(envelope: Envelope, timeoutMs: number): Promise<Outcome>
}
export type Outcome =
  | { readonly kind: 'acked'; readonly body: Json | string }
  | { readonly kind: 'failed'; readonly reason: string; readonly again: boolean }

export type DeliveryOptions = {
  /** How long the app may take to acknowledge. Slack gives it three seconds. */
  readonly ackTimeoutMs: number
  /** The pauses before the retries of an event. Slack's are 0, 1 and 5 minutes; a sandbox need not be so patient. */
  readonly retryDelaysMs: readonly number[]
}

export class Delivery {
  readonly #underWay = new Map<string, { readonly since: number }>()
  readonly #parked = new Set<string>()
  /** Failed tries of an event since the app came back last. */
  readonly #failed = new Map<string, number>()
  readonly #timers = new Set<NodeJS.Timeout>()
  #running = false

  constructor(
    private readonly ws: Workspace,
    private readonly carrier: () => Carrier,
    private readonly answered: (envelope: Envelope, body: Json | string) => void,
    private readonly unanswered: (envelope: Envelope) => void,
    private readonly options: DeliveryOptions,
  ) {}

  /** Whoever clicked before the sandbox was stopped has long seen that nothing came of it. */
  start(): void {
    this.#running = true
    for (const envelope of [...this.ws.state.pending.values()]) {
      if (envelope.type !== 'events_api') this.#giveUp(envelope)
    }
    this.wake()
  }

  stop(): void {
    this.#running = false
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
  }

  /** Looks at what waits; called whenever something was queued. */
  wake(): void {
    if (!this.#running) return
    for (const envelope of this.ws.state.pending.values()) {
      if (!this.#underWay.has(envelope.id) && !this.#parked.has(envelope.id)) this.#begin(envelope)
    }
  }

  /**
   * The app has come back (a new socket, a new request URL): events that were tried in vain are tried again. Slack would
   * have dropped them; the sandbox keeps them for ever, so that a restart of the app loses nothing.
   */
  unpark(): void {
    this.#parked.clear()
    this.#failed.clear()
    this.wake()
  }

  #begin(envelope: Envelope): void {
    const begun = { since: Date.now() }
    this.#underWay.set(envelope.id, begun)
    if (this.carrier().ready()) this.#carry(envelope, begun.since)
    else this.#waitForApp(envelope, begun.since)
  }

  #carry(envelope: Envelope, since: number): void {
    const left = envelope.type === 'events_api' ? this.options.ackTimeoutMs : this.#left(since)
    this.carrier()
      .carry(envelope, left)
      .then((outcome) => this.#settle(envelope, since, outcome))
      .catch((error: unknown) => process.emitWarning(`sandbox: ${String(error)}`))
  }

  #settle(envelope: Envelope, since: number, outcome: Outcome): void {
    if (!this.#running) return
    if (outcome.kind === 'acked') {
      this.#underWay.delete(envelope.id)
      this.#failed.delete(envelope.id)
      this.ws.commit([{ type: 'settled', envelope: envelope.id }])
      this.answered(envelope, outcome.body)
      return
    }
    const again: Envelope = { ...envelope, attempt: envelope.attempt + 1, reason: outcome.reason }
    if (envelope.type !== 'events_api') this.#askAgain(again, since, outcome.again)
    else if (!outcome.again) this.#giveUp(envelope)
    else this.#retry(again)
  }

  /** An event is tried three times more, then parked until the app comes back. */
  #retry(envelope: Envelope): void {
    const failed = this.#failed.get(envelope.id) ?? 0
    this.#failed.set(envelope.id, failed + 1)
    const delay = this.options.retryDelaysMs[failed]
    if (delay === undefined) this.#parked.add(envelope.id)
    this.#after(delay ?? 0, () => {
      this.#underWay.delete(envelope.id)
      this.ws.commit([{ type: 'queued', envelope }])
    })
  }

  /** A click is handed to another socket when its own broke, as long as the person still waits. */
  #askAgain(envelope: Envelope, since: number, again: boolean): void {
    if (!again || this.#left(since) <= 0) this.#giveUp(envelope)
    else if (this.carrier().ready()) this.#carry(envelope, since)
    else this.#waitForApp(envelope, since)
  }

  /** Nothing is connected. An event has time; a person waits three seconds. */
  #waitForApp(envelope: Envelope, since: number): void {
    if (envelope.type === 'events_api') {
      this.#underWay.delete(envelope.id)
      this.#parked.add(envelope.id)
      return
    }
    const look = () => this.#askAgain(envelope, since, true)
    this.#after(Math.min(LOOK_EVERY_MS, Math.max(this.#left(since), 0)), look)
  }

  #giveUp(envelope: Envelope): void {
    this.#underWay.delete(envelope.id)
    this.ws.commit([{ type: 'settled', envelope: envelope.id }])
    if (envelope.type !== 'events_api') this.unanswered(envelope)
  }

  #left(since: number): number {
    return this.options.ackTimeoutMs - (Date.now() - since)
  }

  #after(ms: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      if (this.#running) run()
    }, ms)
    this.#timers.add(timer)
  }
}

const LOOK_EVERY_MS = 50
