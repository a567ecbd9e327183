/** Which database the tests of this project run on: made once per run, and given to every test file. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { databaseOf, openDatabase } from '../../src/db/client.ts'
import { openInMemory } from '../../src/db/embedded.ts'
import { applyMigrations } from '../../src/db/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** `dump`: a file with an empty database for PGlite · `template`: the name of one on the server at `url`. */
    database: { kind: 'pglite'; dump: string } | { kind: 'server'; url: string; template: string } | { kind: 'none' }
  }
}

/** A server for tests: TEST_DATABASE_URL, or the one on this machine. */
export const SERVER_URL = process.env.TEST_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres'

export async function providePglite(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'liaison-test-'))
  const memory = await openInMemory()
  const database = databaseOf('embedded', memory.pool, memory.close)
  await applyMigrations(database)
  const dump = join(folder, 'empty.tar')
  await writeFile(dump, Buffer.from(await (await memory.dump()).arrayBuffer()))
  await database.close()
  project.provide('database', { kind: 'pglite', dump })
  return () => rm(folder, { recursive: true })
}

/** Without a server the tests on it are left out, with a line that says so; where CI=true that is a failure. */
export async function provideServer(project: TestProject): Promise<() => Promise<void>> {
  const trouble = await connectTrouble()
  if (trouble !== undefined) {
    const line = `No PostgreSQL server for tests (${trouble}): set TEST_DATABASE_URL`
    if (process.env.CI === 'true') throw new Error(line)
    console.warn(`SKIPPED "${project.name}": ${line}`)
    project.provide('database', { kind: 'none' })
    return async () => {}
  }
  const template = `liaison_template_${process.pid}`
  await asAdmin(`create database ${template}`)
  const database = await openDatabase({ url: urlOf(template), folder: '' })
  await applyMigrations(database)
  await database.close()
  project.provide('database', { kind: 'server', url: SERVER_URL, template })
  return () => asAdmin(`drop database ${template} with (force)`)
}

async function connectTrouble(): Promise<string | undefined> {
  try {
    await asAdmin('select 1')
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error)
  }
}

export async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER_URL, connectionTimeoutMillis: 3_000 })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

export function urlOf(name: string): string {
  const url = new URL(SERVER_URL)
  url.pathname = `/${name}`
  return url.href
}
