import { describe, expect, it } from 'vitest'
import { idsOf } from '../../../src/core/text.ts'
import type { Database } from '../../../src/db/client.ts'
import { transaction } from '../../../src/db/transaction.ts'
import { logInteraction } from '../../../src/interactions/log.ts'
import { forecastNightly, LEAST_CLIENTS } from '../../../src/score/forecast/night.ts'
import { forecastReport, SOURCES } from '../../../src/score/forecast/report.ts'
import { fitBgNbd } from '../../../src/score/models/bg-nbd.ts'
import { foldGrown } from '../../../src/score/store/fold.ts'
import { hasDatabase, testDatabase } from '../../support/database.ts'

const DAY = 86_400_000
const MONDAY = Date.parse('2026-06-01T09:00:00Z')
const NOW = new Date('2026-10-05T09:00:00Z')

/** Contact days, in days from a Monday. */
async function agencyWith(clients: readonly (readonly number[])[]): Promise<Database> {
  const database = await testDatabase()
  await database.prisma.agency.create({ data: { id: 1, name: 'Studio' } })
  for (const [i, days] of clients.entries()) {
    const key = `c${String(i).padStart(2, '0')}`
    const { id } = await database.prisma.client.create({ data: { key, name: key } })
    await transaction(database, async (tx) => {
      for (const day of days) {
        const at = new Date(MONDAY + day * DAY)
        await logInteraction(tx, {
          clientId: id,
          kind: 'contact',
          direction: 'in',
          channel: 'phone',
          source: `${key}:${day}`,
          at,
          body: [],
        })
      }
    })
  }
  await foldGrown(database)
  return database
}

const weekly = (weeks: number) => Array.from({ length: weeks }, (_, week) => week * 7)

describe.runIf(hasDatabase)('the second opinion', () => {
  it('is reckoned once a night, of all clients, from their contact days in weeks of five', async () => {
    // Some talk on, some fell silent after a while, one has been heard of once.
    const clients = [...Array.from({ length: LEAST_CLIENTS + 5 }, (_, i) => weekly(2 + ((i * 5) % 17))), [0]]
    const database = await agencyWith(clients)
    expect(await forecastNightly(database, NOW)).toBe(1)
    expect(await forecastNightly(database, new Date(NOW.getTime() + DAY / 2))).toBe(0)
    expect(await forecastNightly(database, new Date(NOW.getTime() + DAY))).toBe(1)

    const fit = await database.prisma.modelFit.findFirstOrThrow({ orderBy: { at: 'asc' } })
    expect(fit).toMatchObject({ kind: 'bg_nbd', n: clients.length, note: null })
    const { logLikelihood, ...model } = fitBgNbd(
      clients.map((days) => ({ x: days.length - 1, tx: days.length - 1, T: 18 })),
    )
    expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 3)
    expect((fit.params as { r: number }).r).toBeCloseTo(model.r, 2)

    const forecasts = await database.prisma.clientForecast.findMany({
      include: { client: true },
      orderBy: { clientId: 'asc' },
    })
    expect(forecasts).toHaveLength(clients.length)
    expect(forecasts.at(-1)).toMatchObject({ pAlive: 1 })
    const longest = forecasts.find((_, i) => clients[i]?.length === 18)
    const gone = forecasts.find((_, i) => clients[i]?.length === 7)
    expect(longest?.pAlive).toBeGreaterThan((gone?.pAlive ?? 1) + 0.3)
    expect(longest?.expected60).toBeGreaterThan(gone?.expected60 ?? 99)

    const ru = await forecastReport(database, { locale: 'ru', format: 'table' })
    expect(ru).toContain('пока один день контакта')
    expect(ru).toContain('P(жив) в этой модели всегда 1')
    expect(ru).toContain('нужны счета')
    expect(JSON.parse(await forecastReport(database, { locale: 'en', format: 'json' })).clients).toHaveLength(
      clients.length,
    )
  })

  it('says that there is too little, and keeps nothing that an older night had said', async () => {
    const database = await agencyWith([weekly(3), weekly(9), [0]])
    expect(await forecastReport(database, { locale: 'en', format: 'table' })).toContain(
      'No night has been reckoned yet',
    )
    const { id: clientId } = await database.prisma.client.findFirstOrThrow()
    await database.prisma.clientForecast.create({ data: { clientId, at: NOW, pAlive: 0.2, expected60: 1 } })
    expect(await forecastNightly(database, NOW)).toBe(1)
    expect(await database.prisma.clientForecast.count()).toBe(0)
    expect(await forecastReport(database, { locale: 'en', format: 'table' })).toContain(
      'it takes 30 clients with at least two contact days, of 3 known',
    )
    expect(idsOf(SOURCES.ru)).toEqual(idsOf(SOURCES.en))
  })
})
