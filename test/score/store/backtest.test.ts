import { describe, expect, it } from 'vitest'
import { printed } from '../../../src/cli/score/backtest.ts'
import { transaction } from '../../../src/db/transaction.ts'
import { logInteraction } from '../../../src/interactions/log.ts'
import { backtest } from '../../../src/score/backtest/backtest.ts'
import { backtestLog } from '../../../src/score/backtest/log.ts'
import { hasDatabase, testDatabase } from '../../support/database.ts'

const DAY = 86_400
const MONDAY = Date.parse('2025-01-06T09:00:00Z') / 1_000
const END = MONDAY + 400 * DAY

/** Weekly contact of forty clients, of whom every other one stops on a day of its own. */
const histories = Array.from({ length: 40 }, (_, client) =>
  Array.from({ length: 57 }, (_, week) => week * 7).filter((day) => client % 2 === 0 || day <= 100 + client * 5),
)

describe.runIf(hasDatabase)('the backtest of the agency’s own log', () => {
  it('says the same as of a file with the same contacts, and nothing is written', async () => {
    const database = await testDatabase()
    const { prisma } = database
    await prisma.agency.create({ data: { id: 1, name: 'Studio', timeZone: 'UTC' } })
    for (const [i, days] of histories.entries()) {
      const { id } = await prisma.client.create({ data: { key: `c${i}`, name: `C${i}` } })
      await transaction(database, async (tx) => {
        for (const [n, day] of days.entries()) {
          const said = { clientId: id, kind: 'contact', channel: 'messenger', source: `${i}:${n}`, body: [] } as const
          await logInteraction(tx, {
            ...said,
            direction: n % 2 === 0 ? 'in' : 'out',
            at: new Date((MONDAY + day * DAY) * 1_000),
          })
        }
      })
    }
    const found = await backtestLog(database, new Date(END * 1_000))
    const contacts = histories.flatMap((days, i) =>
      days.map((day, n) => ({
        ...(n % 2 === 0 ? { from: `c${i}`, to: 'agency' } : { from: 'agency', to: `c${i}` }),
        ts: MONDAY + day * DAY,
      })),
    )
    expect(found).toMatchObject({ pairs: 40, contacts: contacts.length, days: 400 })
    expect(printed(found, 'table', 'ru', 'clients')).toContain('клиентов: 40')
    // A file ends with its last contact, the agency's own log now: so the file's is taken to be read at the same moment.
    const ofFile = backtest([...contacts, { from: 'agency', to: 'probe', ts: END }])
    expect(found.cuts).toBe(ofFile.cuts)
    expect(found.any).toEqual(ofFile.any)
    expect(found.client).toEqual(ofFile.client)
    expect(found.any.auc.attention).toBeGreaterThan(0.5)
    expect(found.silences).toEqual(ofFile.silences)
  })

  it('of an empty log says that there is too little', async () => {
    const found = await backtestLog(await testDatabase(), new Date(END * 1_000))
    expect(found).toMatchObject({ contacts: 0, pairs: 0, cuts: 0, tooLittle: true })
    expect(printed(found, 'table', 'en', 'clients')).toContain('Too little data to judge by')
  })
})
