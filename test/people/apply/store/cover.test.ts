import { describe, expect, it } from 'vitest'
import { slackIds } from '../../../../bots/slack/index.ts'
import { telegramIds } from '../../../../bots/telegram/index.ts'
import { turnAbsences } from '../../../../src/people/absence/absences.ts'
import { applyFile, exportFile } from '../../../../src/people/apply/commands.ts'
import { DEMO_AGENCY } from '../../../../src/people/demo-agency.ts'
import { deciders } from '../../../../src/people/staff.ts'
import { hasDatabase, testDatabase } from '../../../support/database.ts'

const ids = { slack: slackIds, telegram: telegramIds }
const given = (text: string) => ({ text, file: 'agency.yaml', dryRun: false, locale: 'en' as const })
const NOTHING = 'Nothing to change: the agency is as the file says.'

const COVER = `
absences:
  - { who: anna, from: "2026-12-24", to: "2027-01-08", standIn: vera, note: "отпуск" }
  - { who: boris, from: "2026-12-01" }
departments:
  - { key: new, name: "Приём", duty: intake, lead: vera, members: [boris] }
assignment:
  - { tier: [key], to: named, people: [anna] }
  - { to: round-robin, grades: [middle, senior], employment: [in-house] }
`

describe.runIf(hasDatabase)('an agency’s file with absences, departments and rules', () => {
  it('is applied once, comes out as it went in, and is taken back by leaving it out', async () => {
    const database = await testDatabase()
    const { prisma } = database
    expect(await applyFile(database, ids, given(DEMO_AGENCY + COVER))).toContain('+ absences anna 2026-12-24')
    expect(await applyFile(database, ids, given(DEMO_AGENCY + COVER))).toBe(NOTHING)
    expect(await prisma.absence.findFirst({ where: { staff: { key: 'anna' } } })).toMatchObject({
      from: new Date('2026-12-23T21:00:00Z'),
      until: new Date('2027-01-08T21:00:00Z'),
      listed: true,
    })
    const exported = await exportFile(database, ids, 'agency.yaml', 'ru')
    expect(exported).toContain('standIn: vera')
    expect(await applyFile(database, ids, given(exported))).toBe(NOTHING)
    const other = await testDatabase()
    await applyFile(other, ids, given(exported))
    expect(await exportFile(other, ids, 'agency.yaml', 'ru')).toBe(exported)

    const without = await applyFile(database, ids, given(DEMO_AGENCY))
    expect(without).toContain('- absences anna 2026-12-24')
    expect(without).toContain('- departments new')
    expect(await applyFile(database, ids, given(DEMO_AGENCY))).toBe(NOTHING)
    expect(await prisma.absence.count({ where: { state: { not: 'over' } } })).toBe(0)
  })

  it('leaves an absence alone that was written in Slack, until a file has named it', async () => {
    const database = await testDatabase()
    const { prisma } = database
    await applyFile(database, ids, given(DEMO_AGENCY))
    const anna = await prisma.staff.findUniqueOrThrow({ where: { key: 'anna' } })
    await prisma.absence.create({
      data: {
        staffId: anna.id,
        setById: anna.id,
        from: new Date('2026-12-24T09:30:00Z'),
        until: new Date('2026-12-31T21:00:00Z'),
      },
    })
    expect(await applyFile(database, ids, given(DEMO_AGENCY))).toBe(NOTHING)
    const exported = await exportFile(database, ids, 'agency.yaml', 'en')
    expect(exported).toMatch(/who: anna\s+from: 2026-12-24\s+to: 2026-12-31/)
    expect(await applyFile(database, ids, given(exported))).toBe(NOTHING)
    expect(await applyFile(database, ids, given(DEMO_AGENCY))).toContain('- absences anna 2026-12-24')
  })

  it('gives clients that name no manager to those the rules find, and keeps them there', async () => {
    const database = await testDatabase()
    const clients = ['x', 'y', 'z'].map(
      (key) => `  - { key: ${key}, name: ${key}, tier: ${key === 'z' ? 'key' : 'small'} }\n`,
    )
    const file =
      DEMO_AGENCY +
      clients.join('') +
      COVER.replace('who: anna, from: "2026-12-24"', 'who: anna, from: "2020-12-24"').replace(
        /departments:[\s\S]*?assignment/,
        'assignment',
      )
    await applyFile(database, ids, given(file))
    const rows = await database.prisma.client.findMany({
      where: { key: { in: ['x', 'y', 'z'] } },
      orderBy: { key: 'asc' },
      include: { manager: true },
    })
    expect(rows.map(({ manager, tellManager }) => [manager?.key, tellManager])).toEqual([
      ['boris', true],
      ['boris', true],
      [undefined, true],
    ])
    expect(await applyFile(database, ids, given(file))).toBe(NOTHING)
  })

  it('sends strangers to the department that takes them in, and says where a file is wrong', async () => {
    const database = await testDatabase()
    const { prisma } = database
    const divided = `${DEMO_AGENCY}departments: [{ key: new, name: N, duty: intake, members: [boris, anna] }]\n`
    await applyFile(database, ids, given(divided))
    const lead = await prisma.client.create({ data: { key: 'lead-x', name: 'X', stage: 'lead' } })
    const keysOf = async () => (await deciders(prisma, lead)).map(({ key }) => key)
    expect(await keysOf()).toEqual(['anna', 'boris'])
    const anna = await prisma.staff.findUniqueOrThrow({ where: { key: 'anna' } })
    await prisma.absence.create({ data: { staffId: anna.id, from: new Date(1) } })
    await turnAbsences(prisma, new Date(2))
    expect(await keysOf(), 'not whoever is away').toEqual(['boris'])

    const wrong = `${DEMO_AGENCY}absences: [{ who: anna, from: "2026-12-24", to: "2026-12-01", standIn: anna }]\nassignment: [{ to: named }, { to: by-load, people: [oleg] }]\n`
    await expect(applyFile(database, ids, given(wrong))).rejects.toThrow(
      /ends before it begins[\s\S]*stands in for themselves[\s\S]*"named" needs to know who[\s\S]*"oleg" has the role specialist/,
    )
  })
})
