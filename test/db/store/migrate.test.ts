import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { type Database, openDatabase } from '../../../src/db/client.ts'
import { applyMigrations } from '../../../src/db/migrate.ts'
import { asAdmin, urlOf } from '../../support/postgres.ts'

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

/** Several programs in front of one empty database. */
async function programs(count: number): Promise<Database[]> {
  const name = `liaison_test_${randomUUID().replaceAll('-', '')}`
  await asAdmin(`create database ${name}`)
  open.push(() => asAdmin(`drop database ${name} with (force)`))
  return Promise.all(
    Array.from({ length: count }, async () => {
      const database = await openDatabase({ url: urlOf(name), folder: '' })
      open.push(database.close)
      return database
    }),
  )
}

describe.runIf(inject('database').kind === 'server')('programs that start on one server at once', () => {
  it('wait for each other: one applies the migrations, and no lock stays behind', async () => {
    const started = await programs(3)
    const applied = await Promise.all(started.map(applyMigrations))
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1)
    for (const { prisma } of started) {
      const locks = await prisma.$queryRaw<unknown[]>`
        select pid from pg_locks
        where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`
      expect(locks).toEqual([])
    }
  })
})
