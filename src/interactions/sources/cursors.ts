/** How far a mailbox or a calendar has been read, and what is wrong with it: `SourceCursor`. */
import type { z } from 'zod'
import type { Database, Tx } from '../../db/client.ts'
import type { Log } from '../../log.ts'

export type Cursor<Position> = { readonly position: Position; readonly error: string | null }

/** Undefined: it was never read, or what was written by another version of us is no place. */
export async function readCursor<Position>(
  { prisma }: Pick<Database, 'prisma'>,
  source: string,
  schema: z.ZodType<Position>,
): Promise<Cursor<Position> | undefined> {
  const row = await prisma.sourceCursor.findUnique({ where: { source } })
  const read = schema.safeParse(row?.position)
  return row && read.success ? { position: read.data, error: row.error } : undefined
}

/** In the transaction that takes what lies before that position. */
export async function keepPosition(tx: Tx, source: string, position: object, now: Date): Promise<void> {
  await tx.sourceCursor.upsert({
    where: { source },
    create: { source, position, readAt: now },
    update: { position, readAt: now },
  })
}

export type Told = {
  readonly source: string
  readonly before: Cursor<unknown> | undefined
  /** Where one that was never read stands. */
  readonly position: object
  /** Undefined: it could be read. */
  readonly error: string | undefined
}

/** Writes down whether a source could be read, and says so in the log when that has changed. */
export async function tellTrouble(
  { database, log }: { readonly database: Database; readonly log: Log },
  { source, before, position, error }: Told,
  now: Date,
): Promise<void> {
  await database.prisma.sourceCursor.upsert({
    where: { source },
    create: { source, position, readAt: now, error: error ?? null },
    update: error === undefined ? { readAt: now, error: null } : { error },
  })
  if (error !== undefined && error !== before?.error)
    log.error({ source, error }, 'a source of contacts cannot be read')
  if (error === undefined && before?.error) log.info({ source }, 'a source of contacts can be read again')
}
