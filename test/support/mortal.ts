/**
 * A database that dies at a chosen moment, for tests of what a crash leaves behind: from the n-th step on everything that
 * is asked of it fails, as it would for a program that was killed. A step is what is committed as one: a transaction, at its
 * first write, or a query outside of one that writes: whoever dies before they read leaves what their last write left. A claim
 * that takes nothing is no step; one that takes something dies with it taken. What was running then is abandoned, and a new
 * program goes on with what the database holds.
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
  const begun = new Set<unknown>()
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
      $allOperations: async ({ args, query, operation, ...more }) => {
        live()
        const transaction = transactionOf(more)
        if (isRead(operation, args) || (transaction !== undefined && begun.has(transaction))) return query(args)
        if (transaction === undefined && operation === '$queryRaw') {
          const rows: unknown = await query(args)
          if (Array.isArray(rows) && rows.length > 0) step()
          return rows
        }
        if (transaction !== undefined) begun.add(transaction)
        step()
        return query(args)
      },
    },
  })
  const prisma = new Proxy(extended, {
    get: (target, name, receiver) => {
      if (name !== '$transaction') return Reflect.get(target, name, receiver)
      return async (...given: Parameters<typeof target.$transaction>) => {
        live()
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

function isRead(operation: string, args: unknown): boolean {
  if (READS.has(operation)) return true
  const sql =
    operation === '$queryRaw' ? (args as { readonly strings?: readonly string[] }).strings?.join('?') : undefined
  return sql !== undefined && !/\b(?:insert into|update "|delete from)/.test(sql)
}

/** Which interactive transaction a query is of, as Prisma numbers them. */
function transactionOf(given: object): unknown {
  const { __internalParams: internal } = given as { __internalParams?: { transaction?: { id?: unknown } } }
  return internal?.transaction?.id
}
