import { describe, expect, it, vi } from 'vitest'
import { DAY } from '../../../src/core/clock.ts'
import { ids } from '../../../src/main.ts'
import { applyFile, exportFile } from '../../../src/people/apply/commands.ts'
import { DEMO_AGENCY } from '../../../src/people/demo-agency.ts'
import { leadsReport } from '../../../src/people/leads/report.ts'
import type { SlackMessageView } from '../../../src/sandbox/view.ts'
import { Bridge, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'

const STRANGER = 114

async function strangerSays(bridge: Bridge, text: string): Promise<void> {
  await bridge.clientSays(text, { user: STRANGER })
  await bridge.settle()
}

async function withStranger(text: string): Promise<Bridge> {
  const bridge = await Bridge.open()
  await bridge.act('telegram/start', { user: STRANGER })
  await strangerSays(bridge, text)
  return bridge
}

/** Fills the dialogue before somebody and sends it off; what it says then. */
async function fill(bridge: Bridge, user: string, values: Record<string, object>): Promise<string> {
  const { id } = await bridge.modal(user)
  const named = Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { [field]: value }]))
  await bridge.act('slack/submit', { user, viewId: id, values: named })
  await bridge.settle()
  const { view } = await bridge.modal(user)
  await bridge.act('slack/close', { user, viewId: id })
  return JSON.stringify(view)
}

const text = (value: string) => ({ type: 'plain_text_input', value })
const option = (value: string) => ({
  type: 'static_select',
  selected_option: { text: { type: 'plain_text', text: value }, value },
})

describe.runIf(hasDatabase)('a lead', () => {
  it('is qualified and becomes a client that keeps its chat, request and log; the file does not undo it', async () => {
    const bridge = await withStranger('Сколько стоит продвижение?')
    expect(seen(await bridge.card('U0VERA'))).toContain('Новый лид')
    await bridge.click('lead_qualify', 'U0VERA')
    await bridge.settle()
    expect(seen(await bridge.card('U0VERA'))).toContain('Квалифицированный лид')

    await bridge.click('lead_win', 'U0VERA')
    const said = await fill(bridge, 'U0VERA', {
      name: text('Новиков и сыновья'),
      tier: option('standard'),
      manager: option('boris'),
      channel: { type: 'conversations_select', selected_conversation: 'C0SEO' },
    })
    expect(said).toContain('теперь клиент')
    const card = await bridge.card('U0BORIS')
    expect(seen(card), 'the same request, with its new manager').toContain('Сколько стоит продвижение?')
    expect(JSON.stringify(await bridge.direct('U0BORIS'))).toContain('is yours now')
    await bridge.approve('U0BORIS')
    expect(seen((await bridge.channel('C0SEO'))[0]), 'the channel of its project').toContain(
      'Сколько стоит продвижение?',
    )
    const client = await bridge.database.prisma.client.findFirstOrThrow({
      where: { key: 'novikov-i-synovia' },
      include: { interactions: true, chats: true, contacts: true },
    })
    expect(client).toMatchObject({ stage: 'client', lead: 'won', chats: [{ conversation: 'tg:114' }] })
    expect(client.contacts).toMatchObject([{ introduced: true, key: 'oleg-novikov' }])
    expect(client.interactions.map(({ text }) => text)).toContain('Сколько стоит продвижение?')

    const file = { file: 'agency.yaml', locale: 'en' as const, dryRun: false }
    await applyFile(bridge.database, ids, { ...file, text: DEMO_AGENCY })
    const exported = await exportFile(bridge.database, ids, 'agency.yaml', 'en')
    expect(exported, 'a file that never knew it leaves it alone').toContain('novikov-i-synovia')
    expect(await applyFile(bridge.database, ids, { ...file, text: exported })).toContain('Nothing to change')
    expect(await applyFile(bridge.database, ids, { ...file, text: DEMO_AGENCY, dryRun: true })).toContain(
      '- clients novikov-i-synovia',
    )
  })

  it('is lost with a reason; writing again makes a new one that says so', async () => {
    const bridge = await withStranger('Нужен сайт')
    await bridge.click('lead_lose', 'U0VERA')
    expect(await fill(bridge, 'U0VERA', { reason: text('нет бюджета') })).toContain('потерян')
    bridge.clock.pass(30 * DAY)
    await strangerSays(bridge, 'Бюджет появился')
    const card = seen(await bridge.card('U0VERA'))
    expect(card).toContain('Новый лид')
    expect(card).toContain('нет бюджета')
    expect(await leadsReport(bridge.database, 'ru')).toMatch(/новый .*\nпотерян .*: нет бюджета\n\nВсего 2/)
    const leads = await bridge.database.prisma.client.findMany({
      where: { stage: 'lead' },
      orderBy: { leadSince: 'asc' },
    })
    expect(leads).toMatchObject([
      { lead: 'lost', lostReason: 'нет бюджета' },
      { lead: 'new', formerId: leads[0]?.id },
    ])
  })

  it('goes by the rules to whoever fits and is there, who is told once; when nobody fits those who lead are', async () => {
    const bridge = await Bridge.open()
    const rules = `${DEMO_AGENCY}\nassignment: [{ stage: lead, to: by-load, grades: [middle] }, { to: round-robin }]\n`
    await applyFile(bridge.database, ids, { text: rules, file: 'agency.yaml', locale: 'en', dryRun: false })
    await bridge.act('telegram/start', { user: STRANGER })
    await strangerSays(bridge, 'Здравствуйте')
    expect(seen(await bridge.card('U0BORIS'))).toContain('Здравствуйте')
    expect(await bridge.cards('U0VERA')).toHaveLength(0)
    const told = async (user: string, words: string) =>
      (await bridge.direct(user)).messages.filter((message) => message.text.includes(words)).length
    expect(await told('U0BORIS', 'is yours now')).toBe(1)
    await strangerSays(bridge, 'Ау')
    expect(await told('U0BORIS', 'is yours now')).toBe(1)

    await bridge.database.prisma.staff.update({ where: { key: 'boris' }, data: { grade: 'junior' } })
    await bridge.click('lead_lose', 'U0BORIS')
    await fill(bridge, 'U0BORIS', { reason: text('молчит') })
    await strangerSays(bridge, 'Я снова здесь')
    expect(await told('U0VERA', 'никто не подошёл')).toBe(1)
    expect(seen(await bridge.card('U0VERA'))).toContain('Я снова здесь')
  })

  it('stands in /leads while it is open, with whose it is, for how long, and the buttons of its card', async () => {
    const bridge = await withStranger('Нужен сайт')
    await strangerSays(bridge, 'Срочно')
    bridge.clock.pass(2 * DAY)
    const list = await leadsOf(bridge, 'U0VERA')
    expect(seen(list)).toMatch(/Открытых лидов: 1.*Новый лид · пока ничей · 2 дня · ждёт 1 сообщение/)
    const { id } = await bridge.direct('U0VERA')
    const place = { user: 'U0VERA', channel: id, ts: list.ts }
    await bridge.act('slack/click', { ...place, actionId: 'lead_qualify' })
    await vi.waitUntil(async () => seen(await ownOf(bridge, 'U0VERA')).includes('Квалифицированный лид'), SOON)
    expect(seen(await leadsOf(bridge, 'U0VERA')), 'it is what it became').toContain('Квалифицированный лид')
    await bridge.act('slack/click', { ...place, actionId: 'lead_lose' })
    expect(await fill(bridge, 'U0VERA', { reason: text('нет бюджета') })).toContain('потерян')
    expect(seen(await leadsOf(bridge, 'U0VERA'))).toContain('Открытых лидов нет')
    expect(seen(await leadsOf(bridge, 'U0DINA')), 'a specialist').toContain(
      'Leads are for those who answer for clients',
    )
  })
})

const SOON = { timeout: 20_000, interval: 10 }

/** The newest message for this person's eyes only. */
async function ownOf(bridge: Bridge, user: string): Promise<SlackMessageView | undefined> {
  const { id, messages } = await bridge.direct(user)
  const all = id === '' ? await bridge.channel('C0GENERAL') : messages
  return all.findLast(({ ephemeralFor }) => ephemeralFor === user)
}

/** What this person reads after /leads. */
async function leadsOf(bridge: Bridge, user: string): Promise<SlackMessageView> {
  const before = await ownOf(bridge, user)
  const { id } = await bridge.direct(user)
  await bridge.act('slack/command', { user, channel: id === '' ? 'C0GENERAL' : id, command: '/leads', text: '' })
  return vi.waitUntil(async () => {
    const now = await ownOf(bridge, user)
    return now && now.ts !== before?.ts ? now : undefined
  }, SOON)
}
