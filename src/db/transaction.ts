import { Prisma } from '../generated/prisma/client.ts'
import type { Database, Tx } from './client.ts'

const ATTEMPTS = 4

/**
 * All of `step` or nothing. Two that stood in each other's way (a deadlock, a row that both wanted to be first to insert)
 * are tried again from the start, so `step` must do nothing but read and write through `tx`: no network.
 * `timeout`: milliseconds, for what may take longer than everything else.
 */
export async function transaction<T>(
  database: Database,
  step: (tx: Tx) => Promise<T>,
  limits: { readonly timeout?: number } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.prisma.$transaction(step, limits)
    } catch (error) {
      if (attempt >= ATTEMPTS || !mayGoAgain(error)) throw error
    }
  }
}

/**
 * All of `step` or nothing, inside a transaction that goes on either way: what it wrote is taken back when it returns why it
 * could not be done.
 */
export async function orTakenBack<W>(tx: Tx, step: () => Promise<W | undefined>): Promise<W | undefined> {
  await tx.$executeRaw`savepoint whole`
  const why = await step()
  if (why === undefined) await tx.$executeRaw`release savepoint whole`
  else await tx.$executeRaw`rollback to savepoint whole`
  return why
}

/** P2034: a write conflict or a deadlock. P2002: a unique row that another transaction inserted meanwhile. */
function mayGoAgain(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false
  return ['P2034', 'P2002'].includes(error.code) || isRawConflict(error)
}

/** The same conflict from a query in SQL comes as P2010 (raw query failed), with what the driver made of it. */
function isRawConflict({ code, meta }: Prisma.PrismaClientKnownRequestError): boolean {
  const driver = meta?.driverAdapterError as { cause?: { kind?: unknown } } | undefined
  return code === 'P2010' && driver?.cause?.kind === 'TransactionWriteConflict'
}
