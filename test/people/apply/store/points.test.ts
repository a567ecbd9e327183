import { describe, expect, it } from 'vitest'
import { transaction } from '../../../../src/db/transaction.ts'
import { logByPoint } from '../../../../src/interactions/contacts/by-point.ts'
import { ids } from '../../../../src/main.ts'
import { applyFile, exportFile } from '../../../../src/people/apply/commands.ts'
import { hasDatabase, testDatabase } from '../../../support/database.ts'

const agency = (more: string, ivan = '', petr = '') => `
agency: { name: "A"${more} }
staff:
  - { key: anna, name: "Anna", role: manager, emails: [anna@a.example] }
clients:
  - key: parts
    name: "Parts"
    segment: retail
    contacts:
      - { key: ivan, name: "Ivan"${ivan} }
      - { key: petr, name: "Petr"${petr} }
`
const given = (text: string, dryRun = false) => ({ text, file: 'agency.yaml', dryRun, locale: 'en' as const })

async function applied() {
  const database = await testDatabase()
  const apply = (text: string) => applyFile(database, ids, given(text))
  return { database, prisma: database.prisma, apply }
}

describe.runIf(hasDatabase)('numbers, addresses, reasons and the score in the agency’s file', () => {
  it('are kept as one form, move with their person, and come back as they were', async () => {
    const { database, prisma, apply } = await applied()
    const reasons =
      ', mailDomains: [A.example], cadences: { retail: [{ every: 4, channel: phone }] }, reasons: [{ key: audit, parent: request, ru: "Аудит", en: "Audit" }]'
    await apply(
      agency(`${reasons}, score: { version: 2, sessionMinutes: 90 }`, ', phones: ["8 (912) 345-67-89", +79120000000]'),
    )
    const points = () => prisma.contactPoint.findMany({ orderBy: { value: 'asc' }, include: { contact: true } })
    expect((await points()).map(({ value, contact }) => `${value} ${contact?.key ?? ''}`)).toEqual([
      '+79120000000 ivan',
      '+79123456789 ivan',
      'anna@a.example ',
    ])
    const exported = await exportFile(database, ids, '-', 'en')
    expect(exported).toMatch(/mailDomains:\s+- a.example/)
    expect(exported).toContain('sessionMinutes: 90')
    expect(exported).toMatch(/cadences:\s+retail:\s+- every: 4/)
    expect(await apply(exported), 'nothing to change').toMatch(/[Nn]othing/)
    expect(await prisma.client.findFirst()).toMatchObject({ segment: 'retail' })

    await apply(agency('', '', ', phones: ["+79123456789"]'))
    expect((await points()).map(({ value, contact }) => `${value} ${contact?.key ?? ''}`)).toEqual([
      '+79123456789 petr',
      'anna@a.example ',
    ])
    expect(await prisma.agencyReason.findMany(), 'not offered any more, and kept').toMatchObject([
      { key: 'audit', active: false },
    ])
    expect(await exportFile(database, ids, '-', 'en')).not.toContain('sessionMinutes')
  })

  it('log at its own time what came from a number before anybody knew whose it was', async () => {
    const { database, prisma, apply } = await applied()
    await apply(agency(''))
    const at = new Date('2026-11-02T09:00:00Z')
    const call = { channel: 'phone', direction: 'in', at, text: '', source: 'call:1' } as const
    const points = [{ kind: 'phone' as const, value: '+79123456789' }]
    await transaction(database, (tx) => logByPoint(tx, { ...call, points }, new Date()))
    expect(await prisma.interaction.count()).toBe(0)
    await apply(agency('', ', phones: ["+79123456789"]'))
    expect(await prisma.interaction.findMany({ include: { contact: true } })).toMatchObject([
      { at, channel: 'phone', contact: { key: 'ivan' } },
    ])
  })

  it.each([
    [agency('', ', phones: ["12"]'), /phone number in quotes/],
    [agency('', ', emails: [nobody]'), /a mail address/],
    [
      agency('', ', phones: ["+79123456789"]', ', phones: ["8 912 345 67 89"]'),
      /second time, first in line \d+; expected each number/,
    ],
    [agency(', reasons: [{ key: complaint, parent: request, ru: "Ж", en: "C" }]'), /one of the usual reasons/],
    [agency(', score: { weights: { phone: 0 } }'), /a number above 0/],
    [agency(', score: { weight: {} }'), /no "weight" here.*weights/s],
    [agency(', mailDomains: ["not a domain"]'), /a domain of mail/],
  ])('with a mistake are refused where it stands (%#)', async (text, why) => {
    const { apply } = await applied()
    await expect(apply(text)).rejects.toThrow(why)
  })
})
