/**
 * A database that dies at a chosen moment, for tests of what a crash leaves behind: from the n-th step on everything that
 * is asked of it fails, as it would for a program that was killed. A step is what is committed as one: a transaction, or a
 * query outside of one that may write: whoever dies before they read leaves what their last write left. What was running then is abandoned, and a new program goes on with what the database holds.
 */
import type { Database } from '../../src/db/client.ts'

export class Crash extends Error {
  override readonly name = 'Crash'
}

export type Mortal = { readonly database: Database; readonly steps: () => number; readonly dead: () => boolean }

/** `dieAt`: 1 is the first step, which then does not happen; `Infinity` never. */
export function mortal(database: Database, dieAt: number): Mortal {
  let steps = 0
  let dead = false
  const step = () => {
    steps++
    if (steps >= dieAt) dead = true
    live()
  }
  const live = () => {
    if (dead) throw new Crash(`killed at step ${dieAt}`)
  }
  const extended = database.prisma.$extends({
    query: {
      $allOperations: ({ args, query, operation, ...more }) => {
        if (insideTransaction(more) || READS.has(operation)) live()
        else step()
        return query(args)
      },
    },
  })
  const prisma = new Proxy(extended, {
    get: (target, name, receiver) => {
      if (name !== '$transaction') return Reflect.get(target, name, receiver)
      return async (...given: Parameters<typeof target.$transaction>) => {
        step()
        return Reflect.apply(target.$transaction, target, given)
      }
    },
  })
  return {
    database: { ...database, prisma: prisma as unknown as Database['prisma'], close: async () => {} },
    steps: () => steps,
    dead: () => dead,
  }
}

const READS: ReadonlySet<string> = new Set(
  'findUnique findUniqueOrThrow findFirst findFirstOrThrow findMany count aggregate groupBy'.split(' '),
)

function insideTransaction(given: object): boolean {
  const { __internalParams: internal } = given as { __internalParams?: { transaction?: unknown } }
  return internal?.transaction !== undefined
}
