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
  readonly #onIdle: (() => void) | undefined
  readonly #inHand = new Set<Promise<void>>()
  #running: Promise<void> | undefined
  #again = false
  #stopped = false

  constructor(work: Work<T>, log: Log, onIdle?: () => void) {
    this.#work = work
    this.#log = log
    this.#onIdle = onIdle
  }

  wake(): void {
    this.#again = true
    if (this.#stopped || this.#running) return
    this.#running = this.#run().finally(() => {
      this.#running = undefined
      if (this.#again && !this.#stopped) this.wake()
      else this.#onIdle?.()
    })
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false
      try {
        await this.#fill()
      } catch (error) {
        this.#log.error({ pump: this.#work.name, error: describe(error) }, 'could not look for work')
        return
      }
      // An item that ends may make the next of its lane due.
      if (this.#inHand.size > 0) {
        await Promise.race(this.#inHand)
        this.#again = true
      }
    }
  }

  async #fill(): Promise<void> {
    const free = this.#work.concurrency - this.#inHand.size
    if (free <= 0) return
    for (const item of await this.#work.claim(free)) {
      const doing: Promise<void> = this.#do(item).finally(() => this.#inHand.delete(doing))
      this.#inHand.add(doing)
    }
  }

  async #do(item: T): Promise<void> {
    try {
      await this.#work.work(item)
    } catch (error) {
      this.#log.error({ pump: this.#work.name, error: describe(error) }, 'work failed')
    }
  }

  get idle(): boolean {
    return this.#running === undefined && this.#inHand.size === 0
  }

  /** Takes nothing new and finishes what is in hand. */
  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all([this.#running, ...this.#inHand])
  }
}
