/**
 * PostgreSQL inside this process: PGlite, its data in a folder. As it comes it never waits for the disk; here it does, so
 * that what was committed is there after a power cut, and a second process is kept out, since two would ruin the data.
 */
import { fsyncSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import pg from 'pg'
import { lock } from 'proper-lockfile'
import { InputError } from '../core/errors.ts'

export type Embedded = { readonly pool: pg.Pool; readonly close: () => Promise<void> }

/** A lock whose owner has not touched it for this long is left over from a process that is gone. */
const STALE_MS = 5_000
const WAIT_FOR_LOCK = { retries: 14, minTimeout: 500, maxTimeout: 500 }

/** Opens (and on first use makes) the database in `folder`. Throws InputError when another process has it. */
export async function openEmbedded(folder: string): Promise<Embedded> {
  const home = join(folder, 'postgres')
  await mkdir(home, { recursive: true, mode: 0o700 })
  const unlock = await takeLock(home)
  try {
    const pglite = await PGlite.create({ fs: new DurableFS(home), startParams: durable(PGlite.defaultStartParams) })
    return poolOf(pglite, unlock)
  } catch (error) {
    await unlock()
    throw error
  }
}

/** A database in memory, for tests: `template` is what `dumpDataDir` gave. */
export async function openInMemory(template?: Blob): Promise<Embedded & { readonly dump: () => Promise<Blob> }> {
  const pglite = await PGlite.create(template === undefined ? {} : { loadDataDir: template })
  return { ...poolOf(pglite, async () => {}), dump: () => pglite.dumpDataDir('none') }
}

async function takeLock(home: string): Promise<() => Promise<void>> {
  try {
    return await lock(home, { stale: STALE_MS, update: STALE_MS / 5, retries: WAIT_FOR_LOCK, onCompromised: abandon })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ELOCKED') {
      throw new InputError(
        `${home} is in use by another Liaison. Stop that one first, or give this one a folder of its own with LIAISON_DATA`,
      )
    }
    throw error
  }
}

/** Somebody else may have taken the folder: writing on would ruin it, so the process ends at once. */
function abandon(error: Error): never {
  process.stderr.write(
    `The lock of the database's folder was lost (${error.message}). Stopping at once to keep it whole.\n`,
  )
  process.exit(70)
}

/** Without `-F` (which switches fsync off), and with the one way of flushing that reaches the disk here. */
function durable(params: readonly string[]): string[] {
  return [...params.filter((param) => param !== '-F'), '-c', 'wal_sync_method=fsync']
}

/** The part of Emscripten's file system that is mended. */
type WithNodeFs = { NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } } }

class DurableFS extends NodeFS {
  override async init(...[pg, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options)
    const before = emscriptenOpts.preRun ?? []
    return {
      emscriptenOpts: { ...emscriptenOpts, preRun: [...(Array.isArray(before) ? before : [before]), mendFsync] },
    }
  }
}

function mendFsync(module: unknown): void {
  const { NODEFS } = module as WithNodeFs
  NODEFS.stream_ops.fsync = (stream) => {
    fsyncSync(stream.nfd)
    return 0
  }
}

/** One connection, since PGlite has one session. */
function poolOf(pglite: PGlite, closed: () => Promise<void>): Embedded {
  const config = createPgConfig(pglite)
  const { connection } = config
  const parse = connection.parse.bind(connection)
  // Prisma hands a parser of values where this connection expects a list of parameter types.
  connection.parse = (query: { types?: unknown }) =>
    parse(Array.isArray(query.types) ? query : { ...query, types: undefined })
  const pool = new pg.Pool({ ...(config as unknown as pg.PoolConfig), max: 1, idleTimeoutMillis: 0 })
  return {
    pool,
    close: async () => {
      await pglite.close()
      await closed()
    },
  }
}
