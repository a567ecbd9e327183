import { describe, expect, it } from 'vitest'
import { hasDatabase, testDatabase } from '../../support/database.ts'

describe.runIf(hasDatabase)('the database itself', () => {
  it('opens with all migrations', async () => {
    const { prisma } = await testDatabase()
    expect(await prisma.agency.count()).toBe(0)
  })
})
