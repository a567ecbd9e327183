import { once } from 'node:events'
import { describe, expect, inject, it } from 'vitest'
import { transaction } from '../../../src/db/transaction.ts'
import { testDatabase } from '../../support/database.ts'

/** The embedded database has one connection: there nothing can stand in another's way. */
describe.runIf(inject('database').kind === 'server')('two transactions that wait for each other', () => {
  it('both happen: one is done again from its start', async () => {
    const database = await testDatabase()
    for (const key of ['a', 'b']) await database.prisma.client.create({ data: { key, name: key } })
    const eachHasOne = new AbortController()
    let begun = 0
    const take = (first: string, second: string) =>
      transaction(database, async (tx) => {
        begun++
        await tx.$executeRaw`update "Client" set name = name || ${first} where key = ${first}`
        if (begun === 1) await once(eachHasOne.signal, 'abort')
        else eachHasOne.abort()
        await tx.$queryRaw`select id from "Client" where key = ${second} for update`
      })
    await Promise.all([take('a', 'b'), take('b', 'a')])
    expect(begun).toBe(3)
    const names = await database.prisma.client.findMany({ orderBy: { key: 'asc' } })
    expect(names.map(({ name }) => name)).toEqual(['aa', 'bb'])
  })
})
