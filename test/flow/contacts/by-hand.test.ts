import { describe, expect, it, vi } from 'vitest'
import { DAY, HOUR } from '../../../src/core/clock.ts'
import type { RemoteUser } from '../../../src/core/ids.ts'
import type { SlackMessageView } from '../../../src/sandbox/view.ts'
import { recomputeScores } from '../../../src/score/store/report.ts'
import { Bridge, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { Form } from '../../support/form.ts'

const SOON = { timeout: 20_000, interval: 10 }
const OLEG = 'sl:U0OLEG' as RemoteUser
const BORIS = 'sl:U0BORIS' as RemoteUser
const VERA = 'sl:U0VERA' as RemoteUser

/** `/log …`, in the direct messages with the app. */
async function log(bridge: Bridge, text: string, user = 'U0ANNA'): Promise<void> {
  const { id } = await bridge.direct(user)
  await bridge.act('slack/command', { user, channel: id === '' ? 'C0GENERAL' : id, command: '/log', text })
  await bridge.settle()
}

/** What only this person sees of what the app said last. */
async function told(bridge: Bridge, user = 'U0ANNA'): Promise<SlackMessageView | undefined> {
  const messages = [...(await bridge.channel('C0GENERAL')), ...(await bridge.direct(user)).messages]
  return messages.findLast(({ ephemeralFor }) => ephemeralFor === user)
}

const entries = (bridge: Bridge) =>
  bridge.database.prisma.interaction.findMany({
    where: { kind: { in: ['contact', 'removal'] } },
    orderBy: { chainSeq: 'asc' },
    include: { client: true, contact: true, staff: true },
  })

async function withReason(): Promise<Bridge> {
  const bridge = await Bridge.open()
  const data = { key: 'renewal', parent: 'request', nameRu: 'Продление', nameEn: 'Renewal' }
  await bridge.database.prisma.agencyReason.create({ data })
  return bridge
}

describe.runIf(hasDatabase)('a contact that somebody enters', () => {
  it('in one line is logged at once, as what it was, and can be taken back', async () => {
    const bridge = await withReason()
    await log(bridge, 'parts звонок с Иван 12м продление "обсудили цены"')
    expect(seen(await told(bridge))).toMatch(
      /Записано: Автозапчасти · Иван Петров · звонок · от нас · 12 мин · Продление/,
    )
    expect(await entries(bridge)).toMatchObject([
      {
        kind: 'contact',
        channel: 'phone',
        direction: 'out',
        durationSeconds: 720,
        reason: 'renewal',
        confidence: null,
        text: 'обсудили цены',
        at: bridge.clock.now(),
        client: { key: 'parts' },
        contact: { key: 'ivan' },
        staff: { key: 'anna' },
      },
    ])
    const message = await told(bridge)
    const where = (await bridge.direct('U0ANNA')).id || 'C0GENERAL'
    await bridge.act('slack/click', { user: 'U0ANNA', channel: where, ts: message?.ts, actionId: 'contact_undo' })
    await bridge.settle()
    expect(seen(await told(bridge))).toContain('Отменено')
    const [entered, removed] = await entries(bridge)
    expect(removed).toMatchObject({ kind: 'removal', previousId: entered?.id })
    expect(JSON.stringify(await bridge.liaison.flow.clients.find('parts', 'sl:U0ANNA' as RemoteUser))).not.toContain(
      'обсудили цены',
    )
  })

  it('of which the line does not say all is asked for, with what it says filled in', async () => {
    const bridge = await withReason()
    await log(bridge, 'call 12m renewal "talked about prices"', 'U0BORIS')
    const form = new Form(bridge, 'U0BORIS')
    expect(await form.seen()).toMatch(/Whose contact was it.*"value":"phone".*12m.*talked about prices/s)
    expect(await form.seen()).not.toContain('John Carter')
    const nordic = await bridge.database.prisma.client.findUniqueOrThrow({ where: { key: 'nordic' } })
    await form.use('contact_client', nordic.id)
    expect(await form.seen(), 'the people of the client that was chosen').toContain('John Carter')
    expect(await form.seen(), 'and what was filled in before').toContain('talked about prices')
    await form.submit()
    await bridge.settle()
    expect(await form.seen()).toContain('Logged: Nordic Trade · call')
    expect(await entries(bridge)).toMatchObject([
      { client: { key: 'nordic' }, channel: 'phone', durationSeconds: 720, reason: 'renewal', staff: { key: 'boris' } },
    ])
    const { id: viewId } = await bridge.modal('U0BORIS')
    await bridge.act('slack/click', { user: 'U0BORIS', viewId, actionId: 'contact_undo' })
    await vi.waitUntil(async () => (await form.seen()).includes('Taken back'), SOON)
    expect(await entries(bridge)).toHaveLength(2)
  })

  it('is refused with what was wrong: another’s client, a name that nobody has, the future', async () => {
    const bridge = await Bridge.open()
    await log(bridge, 'parts звонок', 'U0OLEG')
    expect(seen(await told(bridge, 'U0OLEG'))).toContain('те, кто отвечает за клиентов')
    await log(bridge, 'нетакого звонок')
    expect(JSON.stringify((await bridge.modal()).view)).toMatch(/нет «нетакого».*Автозапчасти/s)
    await log(bridge, 'parts встреча 24.12')
    expect(seen(await told(bridge))).toContain('Этого ещё не было')
    await log(bridge, 'parts звонок завтра 10:00')
    await log(bridge, 'parts звонок 20.11.2016')
    expect(seen(await told(bridge))).toContain('больше года назад')
    expect(await entries(bridge)).toEqual([])
    await log(bridge, 'parts звонок')
    const [entry] = await entries(bridge)
    const { contacts } = bridge.liaison.flow
    const { clientId = '' } = entry ?? {}
    await bridge.database.prisma.client.update({ where: { id: clientId }, data: { deputyId: null } })
    await log(bridge, 'parts call', 'U0BORIS')
    expect(JSON.stringify((await bridge.modal('U0BORIS')).view)).toMatch(/No client of yours.*Nordic Trade/s)
    const theirs = { client: clientId, channel: 'phone', direction: 'out', missed: false, note: '' } as const
    expect(await contacts.log({ by: BORIS, entry: theirs, source: 'x' })).toMatchObject({ why: 'not_yours' })
    expect(await contacts.takeBack({ by: BORIS, contact: entry?.id ?? '' })).toMatchObject({ why: 'not_yours' })
    expect(await contacts.log({ by: VERA, entry: theirs, source: 'y' }), 'a lead').toMatchObject({ kind: 'logged' })
    expect(await contacts.log({ by: VERA, entry: theirs, source: 'y' }), 'told twice').toMatchObject({ kind: 'logged' })
    expect(await entries(bridge)).toHaveLength(2)
    expect(await contacts.takeBack({ by: OLEG, contact: entry?.id ?? '' })).toMatchObject({ why: 'not_answering' })
  })

  it('by a message of the team has its words as note and its time; the channel says whose it is', async () => {
    const bridge = await Bridge.open()
    const ts = await bridge.teamSays('Созвонились с Иваном, счёт оплатят во вторник', { user: 'U0ANNA' })
    const at = bridge.clock.now()
    bridge.clock.pass(2 * HOUR)
    const message = { user: 'U0ANNA', channel: 'C0SEO', ts, callbackId: 'log_contact' }
    await bridge.act('slack/shortcut', message)
    const form = new Form(bridge)
    expect(await form.seen()).toMatch(/Автозапчасти.*счёт оплатят во вторник/s)
    await form.choose('channel', 'phone')
    await form.submit()
    await bridge.settle()
    const [entry] = await entries(bridge)
    expect(entry).toMatchObject({ channel: 'phone', client: { key: 'parts' } })
    expect(entry?.text).toContain('счёт оплатят')
    expect(Math.abs((entry?.at.getTime() ?? 0) - at.getTime())).toBeLessThan(2_000)
  })

  it('late takes its place in the score as if it had been entered in time', async () => {
    const bridge = await Bridge.open()
    const { prisma } = bridge.database
    await log(bridge, 'parts встреча')
    bridge.clock.pass(2 * DAY)
    await bridge.clientSays('Спасибо за встречу')
    await bridge.settle()
    bridge.clock.pass(3 * DAY)
    await bridge.settle()
    const before = await prisma.scoreState.findFirstOrThrow({ where: { managerId: '' } })
    const late = new Date(bridge.clock.now().getTime() - 4 * DAY)
    await log(bridge, `parts звонок ${late.toISOString().slice(0, 10)} 12:30 20м`)
    const after = await prisma.scoreState.findFirstOrThrow({ where: { managerId: '' } })
    expect(after.state).not.toEqual(before.state)
    const asked = { locale: 'en', format: 'json' } as const
    const made = await recomputeScores(bridge.database, 'parts', asked, bridge.clock.now())
    expect(made, 'folded anew from the log it is the same').toMatchObject({ ok: true })
  })
})
