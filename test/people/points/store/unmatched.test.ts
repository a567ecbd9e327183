import { describe, expect, it } from 'vitest'
import { idsOf } from '../../../../src/core/text.ts'
import type { Database } from '../../../../src/db/client.ts'
import { transaction } from '../../../../src/db/transaction.ts'
import { logByPoint } from '../../../../src/interactions/contacts/by-point.ts'
import { ids } from '../../../../src/main.ts'
import { applyDemoAgency } from '../../../../src/people/apply/demo.ts'
import { assignPoint } from '../../../../src/people/points/assign.ts'
import { SOURCES } from '../../../../src/people/points/text.ts'
import { dismissPoint, listUnmatched } from '../../../../src/people/points/unmatched.ts'
import { hasDatabase, testDatabase } from '../../../support/database.ts'

const NOW = new Date('2026-11-26T12:00:00Z')
const UNKNOWN = { kind: 'phone', value: '+79991112233' } as const
const OTHER = { kind: 'email', value: 'spam@example.com' } as const

async function withCalls(): Promise<Database> {
  const database = await testDatabase()
  await applyDemoAgency(database, ids)
  const calls = [
    { point: UNKNOWN, name: undefined, day: '23' },
    { point: UNKNOWN, name: 'Олег Складов', day: '24' },
    { point: OTHER, name: undefined, day: '25' },
  ]
  for (const [i, { point, name, day }] of calls.entries()) {
    const at = new Date(`2026-11-${day}T09:00:00Z`)
    const call = { channel: 'phone', direction: 'in', at, text: '', source: `call:${i}` } as const
    await transaction(database, (tx) => logByPoint(tx, { ...call, points: [{ ...point, name }] }, NOW))
  }
  return database
}

const asked = { locale: 'en', format: 'table' } as const
const assigned = (database: Database, given: string, more: { contact?: string; name?: string; client?: string } = {}) =>
  assignPoint(database, { given, client: 'parts', locale: 'en', ...more }, NOW)

describe.runIf(hasDatabase)('numbers and addresses that nobody knows', () => {
  it('are listed with how often and when, until somebody says whose they are: then all is logged at its time', async () => {
    const database = await withCalls()
    const listed = await listUnmatched(database, asked)
    expect(listed).toMatch(
      /2 numbers and addresses.*\+79991112233 · 2 contacts · last 2026-11-24 12:00 · Олег Складов/s,
    )
    expect(JSON.parse(await listUnmatched(database, { ...asked, format: 'json' }))).toMatchObject([
      { kind: 'phone', value: UNKNOWN.value, count: 2 },
      { kind: 'email', value: OTHER.value, count: 1 },
    ])
    expect(await assigned(database, '8 (999) 111-22-33')).toContain(
      'is Олег Складов of Автозапчасти from now on. 2 contacts',
    )
    const logged = await database.prisma.interaction.findMany({ orderBy: { at: 'asc' }, include: { contact: true } })
    expect(logged.map(({ at, contact }) => `${at.toISOString()} ${contact?.name}`)).toEqual([
      '2026-11-23T09:00:00.000Z Олег Складов',
      '2026-11-24T09:00:00.000Z Олег Складов',
    ])
    expect(await assigned(database, UNKNOWN.value), 'once more').toContain('Nothing had come')
    expect(await database.prisma.contact.count({ where: { name: 'Олег Складов' } })).toBe(1)
    expect(await dismissPoint(database, { given: OTHER.value, locale: 'ru' }, NOW)).toContain('1 контакт с')
    expect(await listUnmatched(database, asked)).toContain('Nobody unknown waits')
  })

  it('go to somebody of the file, who is told to name them there too', async () => {
    const database = await withCalls()
    expect(await assigned(database, UNKNOWN.value, { contact: 'ivan' })).toMatch(/Иван Петров of.*Add it to ivan/s)
  })

  it('are refused with what was wrong', async () => {
    const database = await withCalls()
    await expect(assigned(database, '12')).rejects.toThrow('no phone number and no mail address')
    await expect(assigned(database, UNKNOWN.value, { client: 'nobody' })).rejects.toThrow(/no client "nobody".*parts/)
    await expect(assigned(database, UNKNOWN.value, { contact: 'petr' })).rejects.toThrow(
      /no contact "petr".*ivan, maria/,
    )
    await expect(assigned(database, UNKNOWN.value, { contact: 'ivan', name: 'X' })).rejects.toThrow('not both')
    await expect(assigned(database, 'maria@parts.example', { contact: 'ivan' })).rejects.toThrow('Мария Соколова')
    await expect(assigned(database, 'anna@studio.example', { contact: 'ivan' })).rejects.toThrow('Анна')
    await expect(dismissPoint(database, { given: '+79990000000', locale: 'en' }, NOW)).rejects.toThrow('Nothing waits')
    expect(idsOf(SOURCES.ru)).toEqual(idsOf(SOURCES.en))
  })
})
