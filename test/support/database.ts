import { randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { afterEach, inject } from 'vitest'
import { type Database, databaseOf, openDatabase } from '../../src/db/client.ts'
import { openInMemory } from '../../src/db/embedded.ts'
import { asAdmin, urlOf } from './postgres.ts'

const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

/** Whether there is a database for this project: the files of a project without one leave themselves out. */
export const hasDatabase = inject('database').kind !== 'none'

/** A fresh, empty database with all migrations; closed and gone after the test. */
export async function testDatabase(): Promise<Database> {
  const { database, gone } = await openTestDatabase()
  open.push(gone)
  return database
}

/** The same for a test that needs many, and closes each. */
export async function openTestDatabase(): Promise<{ database: Database; gone: () => Promise<void> }> {
  const given = inject('database')
  switch (given.kind) {
    case 'pglite': {
      const memory = await openInMemory(await openAsBlob(given.dump))
      const database = databaseOf('embedded', memory.pool, memory.close)
      return { database, gone: database.close }
    }
    case 'server': {
      const name = `liaison_test_${randomUUID().replaceAll('-', '')}`
      await asAdmin(`create database ${name} template ${given.template}`)
      const database = await openDatabase({ url: urlOf(name), folder: '' })
      const gone = async () => {
        await database.close()
        await asAdmin(`drop database ${name} with (force)`)
      }
      return { database, gone }
    }
    case 'none':
      throw new Error('there is no database for this test')
  }
}
