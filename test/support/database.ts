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
  const given = inject('database')
  switch (given.kind) {
    case 'pglite': {
      const memory = await openInMemory(await openAsBlob(given.dump))
      return kept(databaseOf('embedded', memory.pool, memory.close), async () => {})
    }
    case 'server': {
      const name = `liaison_test_${randomUUID().replaceAll('-', '')}`
      await asAdmin(`create database ${name} template ${given.template}`)
      return kept(await openDatabase({ url: urlOf(name), folder: '' }), () =>
        asAdmin(`drop database ${name} with (force)`),
      )
    }
    case 'none':
      throw new Error('there is no database for this test')
  }
}

function kept(database: Database, gone: () => Promise<void>): Database {
  open.push(async () => {
    await database.close()
    await gone()
  })
  return database
}
