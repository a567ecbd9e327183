import { describe, expect, it } from 'vitest'
import { slackIds } from '../../../../bots/slack/index.ts'
import { telegramIds } from '../../../../bots/telegram/index.ts'
import { applyFile, exportFile } from '../../../../src/people/apply/commands.ts'
import { applyDemoAgency } from '../../../../src/people/apply/demo.ts'
import { DEMO_AGENCY } from '../../../../src/people/demo-agency.ts'
import { hasDatabase, testDatabase } from '../../../support/database.ts'

const ids = { slack: slackIds, telegram: telegramIds }
const given = (text: string, dryRun = false) => ({ text, file: 'agency.yaml', dryRun, locale: 'en' as const })
const NOTHING = 'Nothing to change: the agency is as the file says.'

describe.runIf(hasDatabase)('liaison apply', () => {
  it('makes the agency so, and finds nothing to change the second time', async () => {
    const database = await testDatabase()
    expect(await applyFile(database, ids, given(DEMO_AGENCY))).toContain('+ clients parts projects seo')
    expect(await applyFile(database, ids, given(DEMO_AGENCY))).toBe(NOTHING)
    expect(await database.prisma.specialist.count()).toBe(2)
  })

  it('with --dry-run prints the difference and writes nothing', async () => {
    const database = await testDatabase()
    const difference = await applyFile(database, ids, given(DEMO_AGENCY, true))
    expect(difference).toContain('+ staff anna')
    expect(await database.prisma.agency.count()).toBe(0)
    expect(await database.prisma.staff.count()).toBe(0)
  })

  it('tells what changes, field by field, and switches off what is gone', async () => {
    const database = await testDatabase()
    await applyDemoAgency(database, ids)
    const changed = DEMO_AGENCY.replace('grade: senior', 'grade: middle')
      .replace(/ {2}- \{ key: dina.*\n/, '')
      .replace('[dina]', '[oleg]')
    const difference = await applyFile(database, ids, given(changed))
    expect(difference).toContain('~ staff anna\n    grade: senior -> middle')
    expect(difference).toContain('- staff dina')
    expect(await database.prisma.staff.findUnique({ where: { key: 'dina' } })).toMatchObject({ active: false })
    expect(await applyFile(database, ids, given(changed))).toBe(NOTHING)
    expect(await applyFile(database, ids, given(DEMO_AGENCY)), 'and on again').toContain('+ staff dina')
  })

  it('lets two people swap their Slack ids', async () => {
    const database = await testDatabase()
    await applyDemoAgency(database, ids)
    const swapped = DEMO_AGENCY.replace('U0OLEG', 'U0TEMP').replace('U0DINA', 'U0OLEG').replace('U0TEMP', 'U0DINA')
    await applyFile(database, ids, given(swapped))
    expect(await database.prisma.staff.findUnique({ where: { key: 'oleg' } })).toMatchObject({
      remoteUser: 'sl:U0DINA',
    })
    expect(await applyFile(database, ids, given(swapped))).toBe(NOTHING)
  })

  it('gives a name to somebody who was unknown, and what they said goes to their client', async () => {
    const database = await testDatabase()
    const { prisma } = database
    await applyDemoAgency(database, ids)
    const lead = await prisma.client.create({ data: { key: 'lead-x', name: 'Олег', stage: 'lead' } })
    const unknown = await prisma.contact.create({ data: { clientId: lead.id, name: 'Олег', remoteUser: 'tg:114' } })
    const at = new Date()
    const request = await prisma.request.create({
      data: { clientId: lead.id, platform: 'telegram', conversation: 'tg:114', openedAt: at, lastAt: at },
    })
    await applyFile(database, ids, given(DEMO_AGENCY.replace('telegram: 112,', 'telegram: 114,')))
    expect(await prisma.contact.findUnique({ where: { id: unknown.id } })).toMatchObject({
      remoteUser: null,
      active: false,
    })
    const moved = await prisma.request.findUnique({
      where: { id: request.id },
      include: { client: true, project: true },
    })
    expect(moved).toMatchObject({ client: { key: 'parts' }, project: { key: 'seo' } })
  })

  it('keeps rules in their order, exports them, tells what changes in them, and asks them anew about what waits', async () => {
    const database = await testDatabase()
    const rules = (first: string, second: string) => `${DEMO_AGENCY}rules:\n  ${first}\n  ${second}\n`
    const hold = '- { key: complaints, client: parts, project: seo, when: { has: complaint }, do: { act: hold } }'
    const news = '- { key: news, when: { author: [oleg], length: { most: 300 } }, do: { act: approve, after: 10 } }'
    expect(await applyFile(database, ids, given(rules(hold, news)))).toContain('+ rules complaints\n    place: 1')
    expect(await applyFile(database, ids, given(rules(hold, news)))).toBe(NOTHING)
    const exported = await exportFile(database, ids, 'agency.yaml', 'en')
    expect(await applyFile(database, ids, given(exported))).toBe(NOTHING)
    expect(await applyFile(database, ids, given(rules(news, hold.replace('hold', 'lead'))))).toContain(
      '~ rules complaints\n    place: 1 -> 2\n    do: {"act":"hold"} -> {"act":"lead"}',
    )
    const kept = await database.prisma.rule.findMany({ orderBy: { position: 'asc' } })
    expect(kept).toMatchObject([
      { key: 'news', scope: 'agency', clientId: null },
      { key: 'complaints', scope: 'project' },
    ])
    expect(await applyFile(database, ids, given(DEMO_AGENCY))).toContain('- rules news')
    expect(await database.prisma.rule.count({ where: { active: true } })).toBe(0)
  })

  it('finds nothing to change in what liaison export wrote', async () => {
    const database = await testDatabase()
    await applyDemoAgency(database, ids)
    const exported = await exportFile(database, ids, 'agency.yaml', 'ru')
    expect(exported).toContain('# Агентство')
    expect(await applyFile(database, ids, given(exported))).toBe(NOTHING)
    const other = await testDatabase()
    await applyFile(other, ids, given(exported))
    expect(await exportFile(other, ids, 'agency.yaml', 'ru')).toBe(exported)
  })
})
