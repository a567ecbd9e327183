/**
 * Prisma's schema engine as WebAssembly: the same that the `prisma` command downloads, without a download, and it speaks
 * to the database through the program's own adapter, so that it works on the embedded database as well.
 */
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'

const ROOT = rootOf(fileURLToPath(import.meta.url))
export const SCHEMA_FILE = join(ROOT, 'prisma/schema.prisma')
export const MIGRATIONS_DIR = join(ROOT, 'prisma/migrations')
export const NO_FILTERS = { externalTables: [], externalEnums: [] }

/** The project's folder, from its sources and from dist alike. */
function rootOf(file: string): string {
  return file.replace(/[\\/](dist[\\/])?src[\\/]db[\\/][^\\/]+$/, '')
}

type Bindings = { SchemaEngine: typeof SchemaEngine; __wbg_set_wasm(exports: WebAssembly.Exports): void }
/** The package's glue holds one instance for the whole process: loaded a second time, it would pull the first one's memory away. */
const LOADED = Symbol.for('liaison.schema-engine')
const shared = globalThis as { [LOADED]?: Promise<Bindings> }

/** An engine that knows prisma/schema.prisma and speaks to the database by `adapter`. `free()` it when done. */
export async function openEngine(adapter: PrismaPg): Promise<SchemaEngine> {
  shared[LOADED] ??= load()
  const { SchemaEngine } = await shared[LOADED]
  const datamodels: [string, string][] = [[SCHEMA_FILE, await readFile(SCHEMA_FILE, 'utf8')]]
  return SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(wholeScripts(adapter)))
}

/** The adapter cuts a script at every semicolon, also inside a function's body; PostgreSQL itself reads it whole. */
function wholeScripts(adapter: PrismaPg): PrismaPg {
  const whole = Object.create(adapter) as PrismaPg
  whole.connect = async () => {
    const connection = await adapter.connect()
    connection.executeScript = async (script) => {
      await connection.underlyingDriver().query(script)
    }
    return connection
  }
  return whole
}

async function load(): Promise<Bindings> {
  const path = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as Bindings &
    WebAssembly.ModuleImports
  const module = await WebAssembly.compile(await readFile(path.replace(/\.js$/, '.wasm')))
  const { exports } = await WebAssembly.instantiate(module, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(exports)
  const start = exports.__wbindgen_start
  if (typeof start === 'function') start()
  return glue
}

/** The migrations in prisma/migrations, in the order of their names. */
export async function readMigrations(): Promise<MigrationList> {
  const entries = await readdir(MIGRATIONS_DIR, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return {
    baseDir: MIGRATIONS_DIR,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(join(MIGRATIONS_DIR, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok' as const, value: await readFile(join(MIGRATIONS_DIR, name, 'migration.sql'), 'utf8') },
        },
      })),
    ),
  }
}
