import { readFile } from 'node:fs/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import type pg from 'pg'
import { openInMemory } from './embedded.ts'
import { NO_FILTERS, openEngine, readMigrations, SCHEMA_FILE } from './engine.ts'

/** The SQL that leads from the migrations to schema.prisma; empty when they agree. Needs no database but one in memory. */
export async function schemaDifference(): Promise<string> {
  const embedded = await openInMemory()
  try {
    const adapter = readingChars(embedded.pool)
    const engine = await openEngine(adapter)
    try {
      const migrationsList = await readMigrations()
      await engine.applyMigrations({ migrationsList, filters: NO_FILTERS })
      const { stdout } = await engine.diff({
        from: { tag: 'schemaDatasource', ...(await schemas()) },
        to: { tag: 'schemaDatamodel', ...(await schemas()) },
        script: true,
        exitCode: null,
        filters: NO_FILTERS,
      })
      const sql = stdout ?? ''
      return /^\s*(--.*\s*)*$/.test(sql) ? '' : sql
    } finally {
      engine.free()
    }
  } finally {
    await embedded.pool.end()
    await embedded.close()
  }
}

async function schemas() {
  return { files: [{ path: SCHEMA_FILE, content: await readFile(SCHEMA_FILE, 'utf8') }], configDir: '' }
}

/**
 * PostgreSQL's own one-byte "char", of which its catalogue is full, is a type that the adapter refuses to read, and the
 * engine wants it as a Character. The engine asks one thing at a time, so what was seen last belongs to this answer.
 */
const ONE_BYTE_CHAR = 18
const TEXT = 25

function readingChars(pool: pg.Pool): PrismaPg {
  let chars: number[] = []
  const query = pool.query.bind(pool) as (given: unknown) => Promise<pg.QueryResult | pg.QueryResult[]>
  const asText = async (given: unknown) => {
    const result = await query(given)
    if (Array.isArray(result)) return result
    chars = result.fields.flatMap((field, i) => (field.dataTypeID === ONE_BYTE_CHAR ? [i] : []))
    for (const i of chars) Object.assign(result.fields[i] ?? {}, { dataTypeID: TEXT })
    return result
  }
  const adapter = new PrismaPg(Object.assign(pool, { query: asText }))
  const connect = adapter.connect.bind(adapter)
  adapter.connect = async () => {
    const connection = await connect()
    const queryRaw = connection.queryRaw.bind(connection)
    connection.queryRaw = async (asked) => {
      const answer = await queryRaw(asked)
      for (const i of chars) answer.columnTypes[i] = ColumnTypeEnum.Character
      return answer
    }
    return connection
  }
  return adapter
}
