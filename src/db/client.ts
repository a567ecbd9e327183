import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { type Prisma, PrismaClient } from '../generated/prisma/client.ts'
import { openEmbedded } from './embedded.ts'
import { statementNames } from './statement-names.ts'

/** What a step is given: it reads and writes, but neither opens nor ends the transaction it stands in. */
export type Tx = Prisma.TransactionClient

export type Database = {
  readonly prisma: PrismaClient
  /** `embedded` has one connection: code that waits for `prisma` inside a transaction would wait for itself. */
  readonly kind: 'embedded' | 'server'
  /** Runs a step that no two programs may be in at once: the migrations. Others wait for as long as it takes. */
  exclusively<T>(step: (adapter: PrismaPg) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** How long a transaction may wait for a connection and may take; a step takes milliseconds, a start under load longer. */
const TRANSACTION = { maxWait: 20_000, timeout: 20_000 }
const SERVER_CONNECTIONS = 10
const CONNECT_TIMEOUT_MS = 10_000
/** Any number that nothing else in this database locks by. */
const LOCK = 4_211_520
const STATEMENT_TIMEOUT_MS = 30_000

/** Opens the server at `url`, or the database in `folder` of this machine. Applies no migrations: see migrate.ts. */
export async function openDatabase(where: {
  readonly url?: string | undefined
  readonly folder: string
}): Promise<Database> {
  return where.url === undefined ? openFolder(where.folder) : openServer(where.url)
}

function openServer(url: string): Database {
  const pool = serverPool(url, { max: SERVER_CONNECTIONS, statement_timeout: STATEMENT_TIMEOUT_MS })
  return {
    ...databaseOf('server', pool, async () => {}),
    exclusively: async (step) => {
      const own = serverPool(url, { max: 2 })
      const holder = await own.connect()
      try {
        await holder.query(`select pg_advisory_lock(${LOCK})`)
        return await step(new PrismaPg(own, { disposeExternalPool: false }))
      } finally {
        // Every lock ends with its connection, also those that the schema engine takes and never gives back.
        holder.release(true)
        await own.end()
      }
    },
  }
}

function serverPool(url: string, options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    ...options,
  })
  // A connection that breaks fails the query it was at; one that breaks at rest is replaced. Unheard, both would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

async function openFolder(folder: string): Promise<Database> {
  const embedded = await openEmbedded(folder)
  return databaseOf('embedded', embedded.pool, embedded.close)
}

/** A database behind a pool of one connection that is open already. */
export function databaseOf(kind: Database['kind'], pool: pg.Pool, closed: () => Promise<void>): Database {
  const adapter = new PrismaPg(pool, { disposeExternalPool: false, statementNameGenerator: statementNames() })
  const prisma = new PrismaClient({ adapter, transactionOptions: TRANSACTION })
  return {
    prisma,
    kind,
    // What migrates sends several statements at once, which have no names.
    exclusively: (step) => step(new PrismaPg(pool, { disposeExternalPool: false })),
    close: async () => {
      await prisma.$disconnect()
      await pool.end()
      await closed()
    },
  }
}
