import { describe } from '../core/errors.ts'
import type { Log } from '../log.ts'

/** Something that is done item by item, several at a time. */
export type Work<T> = {
  readonly name: string
  /** Takes up to `limit` items that are due. */
  claim(limit: number): Promise<readonly T[]>
  /** Does one. A throw is a bug: it is logged, and the item's lease decides what becomes of it. */
  work(item: T): Promise<unknown>
  readonly concurrency: number
}

/**
 * Runs work whenever somebody wakes it, until nothing is due. The database is the truth: a lost wake-up costs no more
 * than the wait for the next sweep.
 */
export class Pump<T> {
  readonly #work: Work<T>
  readonly #log: Log
  readonly #inHand = new Set<Promise<void>>()
  #looking: Promise<void> | undefined
  #due = false
  #stopped = false

  constructor(work: Work<T>, log: Log) {
    this.#work = work
    this.#log = log
  }

  wake(): void {
    this.#due = true
    this.#start()
  }

  /** A wake-up may come in any moment, also between the end of a look and its promise: it is never forgotten. */
  #start(): void {
    if (!this.#due || this.#stopped || this.#looking || this.#room() <= 0) return
    this.#looking = this.#look().finally(() => {
      this.#looking = undefined
      this.#start()
    })
  }

  #room(): number {
    return this.#work.concurrency - this.#inHand.size
  }

  async #look(): Promise<void> {
    while (this.#due && !this.#stopped && this.#room() > 0) {
      this.#due = false
      try {
        for (const item of await this.#work.claim(this.#room())) this.#take(item)
      } catch (error) {
        this.#log.error({ pump: this.#work.name, error: describe(error) }, 'could not look for work')
        return
      }
    }
  }

  /** One that ends makes room, and may make the next of its lane due. */
  #take(item: T): void {
    const doing: Promise<void> = this.#do(item).finally(() => {
      this.#inHand.delete(doing)
      this.wake()
    })
    this.#inHand.add(doing)
  }

  async #do(item: T): Promise<void> {
    try {
      await this.#work.work(item)
    } catch (error) {
      this.#log.error({ pump: this.#work.name, error: describe(error) }, 'work failed')
    }
  }

  /** Resolves when nothing is in hand and nothing more is due. */
  async idle(): Promise<void> {
    while (this.#looking || this.#inHand.size > 0) await Promise.race([this.#looking, ...this.#inHand].filter(Boolean))
  }

  /** Takes nothing new and finishes what is in hand. */
  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all([this.#looking, ...this.#inHand])
  }
}
