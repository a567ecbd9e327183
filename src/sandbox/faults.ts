import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { ActiveFault, Fault } from './kernel.ts'

export const faultSchema = z.strictObject({
  platform: z.enum(['telegram', 'slack']),
  method: z.string().min(1),
  do: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('cut'), when: z.enum(['before', 'after']) }),
    z.strictObject({ kind: z.literal('status'), status: z.int().min(400).max(599) }),
    z.strictObject({ kind: z.literal('rate-limit'), retryAfter: z.int().min(1).max(86_400) }),
    z.strictObject({ kind: z.literal('delay'), ms: z.int().min(1).max(120_000) }),
    z.strictObject({ kind: z.literal('error'), error: z.string().min(1), code: z.int().optional() }),
  ]),
  times: z.int().min(1).optional(),
})

/** What the platforms shall do wrong; not in the journal: a fresh start is well-behaved. */
export class Faults {
  readonly #active: ActiveFault[] = []

  add(fault: Fault): ActiveFault {
    const active = { ...fault, id: randomUUID(), left: fault.times ?? ('always' as const), hits: 0 }
    this.#active.push(active)
    return active
  }

  remove(id: string): boolean {
    const index = this.#active.findIndex((fault) => fault.id === id)
    if (index >= 0) this.#active.splice(index, 1)
    return index >= 0
  }

  clear(): void {
    this.#active.length = 0
  }

  list(): readonly ActiveFault[] {
    return [...this.#active]
  }

  /** The first that fits, counted down; one that is used up is gone. */
  take(platform: Fault['platform'], method: string): Fault | undefined {
    const fits = (fault: ActiveFault) =>
      fault.platform === platform && (fault.method === '*' || fault.method.toLowerCase() === method.toLowerCase())
    const index = this.#active.findIndex(fits)
    const fault = this.#active[index]
    if (!fault) return undefined
    const left = fault.left === 'always' ? fault.left : fault.left - 1
    if (left === 0) this.#active.splice(index, 1)
    else this.#active[index] = { ...fault, left, hits: fault.hits + 1 }
    return fault
  }
}
