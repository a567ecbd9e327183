import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { type Prisma, PrismaClient } from '../generated/prisma/client.ts'
import { openEmbedded } from './embedded.ts'

/** What a step is given: it reads and writes, but neither opens nor ends the transaction it stands in. */
export type Tx = Prisma.TransactionClient

export type Database = {
  readonly prisma: PrismaClient
  /** `embedded` has one connection: code that waits for `prisma` inside a transaction would wait for itself. */
  readonly kind: 'embedded' | 'server'
  /** For the migrations, which speak to the database without the client. */
  readonly adapter: PrismaPg
  close(): Promise<void>
}

/** How long a transaction may wait for a connection and may take; a step takes milliseconds, a start under load longer. */
const TRANSACTION = { maxWait: 20_000, timeout: 20_000 }
const SERVER_CONNECTIONS = 10
const CONNECT_TIMEOUT_MS = 10_000
const STATEMENT_TIMEOUT_MS = 30_000

/** Opens the server at `url`, or the database in `folder` of this machine. Applies no migrations: see migrate.ts. */
export async function openDatabase(where: {
  readonly url?: string | undefined
  readonly folder: string
}): Promise<Database> {
  return where.url === undefined ? openFolder(where.folder) : openServer(where.url)
}

function openServer(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: SERVER_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    keepAlive: true,
  })
  // A connection that breaks fails the query it was at; one that breaks at rest is replaced. Unheard, both would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return databaseOf('server', pool, async () => {})
}

async function openFolder(folder: string): Promise<Database> {
  const embedded = await openEmbedded(folder)
  return databaseOf('embedded', embedded.pool, embedded.close)
}

/** A database behind a pool that is open already. */
export function databaseOf(kind: Database['kind'], pool: pg.Pool, closed: () => Promise<void>): Database {
  const adapter = new PrismaPg(pool, { disposeExternalPool: false })
  const prisma = new PrismaClient({ adapter, transactionOptions: TRANSACTION })
  return {
    prisma,
    kind,
    adapter,
    close: async () => {
      await prisma.$disconnect()
      await pool.end()
      await closed()
    },
  }
}
