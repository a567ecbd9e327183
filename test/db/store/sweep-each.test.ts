import { describe, expect, it } from 'vitest'
import { after, DAY, HOUR, SECOND } from '../../../src/core/clock.ts'
import { sweepEach } from '../../../src/db/sweep-each.ts'
import { hasDatabase, testDatabase } from '../../support/database.ts'

const NOW = new Date('2026-11-23T08:00:00Z')
/** So many a run. */
const AT_ONCE = 3

describe.runIf(hasDatabase)('a sweep', () => {
  it('goes on behind more rows that always fail than it takes at once, and tries those less and less', async () => {
    const database = await testDatabase()
    const rows = Array.from({ length: 8 }, (_, i) => ({ id: `00000000-0000-7000-8000-00000000000${i}` }))
    const broken = new Set(rows.slice(0, 5).map(({ id }) => id))
    const open = new Map(rows.map((row) => [row.id, row]))
    let tried: string[] = []
    const run = async (at: Date) => {
      tried = []
      const due = async (resting: readonly string[]) =>
        [...open.values()].filter(({ id }) => !resting.includes(id)).slice(0, AT_ONCE)
      return sweepEach(database, { name: 'planned', now: at }, due, async ({ id }) => {
        tried.push(id)
        if (broken.has(id)) throw new Error('no')
        open.delete(id)
        return true
      })
    }
    await expect(run(NOW)).rejects.toThrow('3 of 3')
    await expect(run(NOW)).rejects.toThrow('2 of 3')
    expect(await run(NOW)).toBe(2)
    expect(await run(NOW)).toBe(0)
    expect([...open.keys()]).toEqual([...broken])

    const [first] = rows
    const failures = async () => {
      const where = { sweep_rowId: { sweep: 'planned', rowId: first?.id ?? '' } }
      return database.prisma.sweepFailure.findUnique({ where })
    }
    let at = NOW
    for (const rest of [5, 20, 80, 320, 1_280, 3_600, 3_600]) {
      expect((await failures())?.nextAt, `after ${rest}`).toEqual(after(at, rest * SECOND))
      expect(await run(after(at, rest * SECOND - 1)).catch(() => tried.includes(first?.id ?? ''))).not.toBe(true)
      at = after(at, rest * SECOND)
      await run(at).catch(() => undefined)
      expect(tried).toContain(first?.id)
    }
    broken.clear()
    expect(await run(after(at, HOUR))).toBe(3)
    expect(await failures()).toBeNull()
    expect(await run(after(at, 3 * DAY))).toBe(2)
    expect(await database.prisma.sweepFailure.count()).toBe(0)
  })
})
