import { describe, expect, it } from 'vitest'
import { testRules } from '../../../../src/approval/rules/replay/report.ts'
import { SOURCES } from '../../../../src/approval/rules/replay/text.ts'
import { after, DAY, MINUTE } from '../../../../src/core/clock.ts'
import { ruleActionSchema, ruleWhenSchema } from '../../../../src/core/rule.ts'
import { idsOf } from '../../../../src/core/text.ts'
import type { Database } from '../../../../src/db/client.ts'
import { ids } from '../../../../src/main.ts'
import { applyDemoAgency } from '../../../../src/people/apply/demo.ts'
import { recordActivity } from '../../../../src/relay/activity.ts'
import { addVersion } from '../../../../src/relay/relays.ts'
import { hasDatabase, testDatabase } from '../../../support/database.ts'

const NOW = new Date('2026-11-23T12:00:00Z')
const NEWS = {
  key: 'news',
  when: ruleWhenSchema.parse({ direction: 'to_client' }),
  do: ruleActionSchema.parse({ act: 'approve', after: 10 }),
}

type Told = {
  readonly text: string
  readonly end: 'approved' | 'approved_edited' | 'returned' | 'rejected'
  readonly daysAgo: number
}

/** A log of what Oleg said to a client and what became of it. */
async function logOf(told: readonly Told[]): Promise<Database> {
  const database = await testDatabase()
  await applyDemoAgency(database, ids)
  const { prisma } = database
  const client = await prisma.client.findUniqueOrThrow({ where: { key: 'parts' } })
  const [oleg, anna] = await Promise.all(
    ['oleg', 'anna'].map((key) => prisma.staff.findUniqueOrThrow({ where: { key } })),
  )
  for (const [i, { text, end, daysAgo }] of told.entries()) {
    const at = after(NOW, -daysAgo * DAY)
    const request = await prisma.request.create({
      data: { clientId: client.id, platform: 'telegram', conversation: `tg:${i + 1}`, openedAt: at, lastAt: at },
    })
    const relay = await prisma.relay.create({
      data: {
        direction: 'to_client',
        status: end === 'approved_edited' ? 'approved' : end,
        clientId: client.id,
        requestId: request.id,
        authorId: oleg?.id ?? null,
        openedAt: at,
        gatherUntil: at,
        decidedAt: after(at, MINUTE),
        decidedById: anna?.id ?? null,
      },
    })
    const body = [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }]
    await addVersion(prisma, { relayId: relay.id, kind: 'original', revision: 1, body, at })
    await recordActivity(prisma, {
      relayId: relay.id,
      clientId: client.id,
      kind: end,
      staffId: anna?.id,
      at: after(at, MINUTE),
    })
  }
  return database
}

describe.runIf(hasDatabase)('liaison rules test', () => {
  it('says what rules would have let through, and what people had done with that', async () => {
    const database = await logOf([
      { text: 'Здравствуйте, на связи Олег', end: 'approved', daysAgo: 6 },
      { text: 'Обновил метатеги', end: 'approved', daysAgo: 5 },
      { text: 'Поправил шапку', end: 'approved_edited', daysAgo: 4 },
      { text: 'Опубликовал статьи', end: 'rejected', daysAgo: 3 },
      { text: 'Выйдет 5000 рублей', end: 'approved', daysAgo: 2 },
      { text: 'Обновил каталог', end: 'returned', daysAgo: 1 },
    ])
    const asked = { days: 5, rules: [NEWS], locale: 'ru' as const }
    const found = JSON.parse(await testRules(database, { ...asked, format: 'json' }, NOW))
    expect(found).toMatchObject({ days: 5, relays: 5, unmatched: 0 })
    expect(found.rules).toMatchObject([
      {
        key: 'news',
        fits: 5,
        through: 4,
        ends: { approved: 1, edited: 1, rejected: 1, returned: 1 },
        held: { money: 1 },
      },
    ])
    const words = await testRules(database, { ...asked, format: 'table' }, NOW)
    expect(words).toContain('news: из 4, которые оно пропустило бы, люди исправили, вернули или отклонили 3 (75 %)')
    expect(words).toContain('news задержало бы: деньги 1')
    const all = JSON.parse(await testRules(database, { ...asked, days: 30, format: 'json' }, NOW))
    expect(all.rules[0].held, 'the first of all').toMatchObject({ first_message: 1 })
  })

  it('without rules says where to write them', async () => {
    const database = await testDatabase()
    const words = await testRules(database, { days: 7, format: 'table', locale: 'en' }, NOW)
    expect(words).toContain('There are no rules')
  })

  it('speaks both languages', () => {
    expect(idsOf(SOURCES.ru)).toEqual(idsOf(SOURCES.en))
  })
})
