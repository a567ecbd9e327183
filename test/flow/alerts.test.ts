import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../src/core/clock.ts'
import type { RemoteUser } from '../../src/core/ids.ts'
import { transaction } from '../../src/db/transaction.ts'
import { logContact } from '../../src/interactions/contacts/log-contact.ts'
import type { SlackMessageView } from '../../src/sandbox/view.ts'
import { Bridge, seen } from '../support/bridge.ts'
import { hasDatabase } from '../support/database.ts'
import { Form } from '../support/form.ts'
import { atClient, cardWith } from '../support/queue.ts'

const OLEG = 'sl:U0OLEG' as RemoteUser

/** Opening in Moscow, on days that follow each other. */
async function until(bridge: Bridge, date: string, time = '10:30'): Promise<void> {
  bridge.clock.pass(new Date(`${date}T${time}:00+03:00`).getTime() - bridge.clock.now().getTime())
  await bridge.settle()
}

async function alerts(bridge: Bridge, user = 'U0ANNA'): Promise<readonly SlackMessageView[]> {
  const { messages } = await bridge.direct(user)
  return messages.filter((message) =>
    /alert_dismiss|Закончилось|Не проблема, считает/.test(JSON.stringify(message.blocks)),
  )
}

async function alert(bridge: Bridge, user = 'U0ANNA'): Promise<SlackMessageView> {
  const last = (await alerts(bridge, user)).at(-1)
  if (!last) throw new Error(`${user} has no alert`)
  return last
}

/** The client has written once, was answered, and nobody has said anything since. */
async function silence(): Promise<Bridge> {
  const bridge = await Bridge.open()
  const threadTs = await bridge.handOver('Сколько займёт аудит?')
  await bridge.teamSays('Две недели', { threadTs })
  await bridge.settle()
  await bridge.approve()
  expect(await atClient(bridge)).toContain('Две недели')
  for (const date of ['2026-11-24', '2026-12-01', '2026-12-07']) await until(bridge, date)
  expect(await alerts(bridge), 'ten business days are not more than twice the agreed five').toEqual([])
  return bridge
}

/** Clients of Anna's with whom, says an old list, nobody has spoken for months. */
async function oldHistory(): Promise<Bridge> {
  const bridge = await Bridge.open()
  const { prisma } = bridge.database
  const anna = await prisma.staff.findUniqueOrThrow({ where: { key: 'anna' } })
  for (const name of ['Мебель', 'Окна']) {
    const { id } = await prisma.client.create({ data: { key: name, name, managerId: anna.id } })
    const call = { clientId: id, channel: 'phone', direction: 'in', text: '', source: name } as const
    const at = new Date('2026-08-03T10:00:00Z')
    await transaction(bridge.database, (tx) => logContact(tx, { ...call, at }, bridge.clock.now()))
  }
  await bridge.settle()
  return bridge
}

const GATHERED = /Требуют? внимания: \d/
async function lists(bridge: Bridge, user = 'U0ANNA'): Promise<readonly SlackMessageView[]> {
  const { messages } = await bridge.direct(user)
  return messages.filter((message) => GATHERED.test(seen(message)) || /улажено/.test(seen(message)))
}

/** The eleventh business day without a contact. */
const BROKEN = '2026-12-08'

describe.runIf(hasDatabase)('a client who needs a look', () => {
  it('is told of once, with why and what was said last; the manager writes, and it is over', async () => {
    const bridge = await silence()
    for (const date of [BROKEN, '2026-12-09']) await until(bridge, date)
    expect(await alerts(bridge)).toHaveLength(1)
    const told = await alert(bridge)
    expect(seen(told)).toMatch(/Дольше договорённого.*Контакта не было 11 рабочих дней/s)
    expect(seen(told)).toContain('Две недели')

    await bridge.click('alert_write', 'U0ANNA', told)
    await bridge.submit('Иван, как у вас дела с аудитом?')
    await bridge.settle()
    expect(await atClient(bridge), 'nothing leaves unapproved').not.toContain('Иван, как у вас дела с аудитом?')
    expect(seen(await alert(bridge)), 'nothing has arrived yet').toContain('alert_dismiss')
    await bridge.click('approve', 'U0ANNA', await cardWith(bridge, 'как у вас дела'))
    await bridge.settle()
    expect(await atClient(bridge)).toContain('Иван, как у вас дела с аудитом?')
    expect(await alerts(bridge)).toHaveLength(1)
    expect(seen(await alert(bridge))).toContain('Закончилось')
  })

  it('is told of in one list with all others when it was so before anybody looked', async () => {
    const bridge = await oldHistory()
    bridge.clock.pass(HOUR)
    await bridge.settle()
    expect(await alerts(bridge)).toEqual([])
    const [list, ...more] = await lists(bridge)
    expect(more).toEqual([])
    expect(list && seen(list)).toMatch(/внимания: 2 клиента.*Мебель.*Окна/s)
    await bridge.click('client_open', 'U0ANNA', list)
    expect(JSON.stringify(await bridge.modal())).toMatch(/Мебель.*alert_dismiss/s)

    await until(bridge, '2026-11-25')
    const [up, ...others] = await lists(bridge, 'U0VERA')
    expect(others, 'and so it comes up').toEqual([])
    expect(up && seen(up)).toMatch(/Мебель.*Анна.*Окна/s)
    expect(await alerts(bridge, 'U0VERA')).toEqual([])
    await bridge.database.prisma.client.updateMany({ where: { name: 'Окна' }, data: { active: false } })
    const { id: clientId } = await bridge.database.prisma.client.findFirstOrThrow({ where: { name: 'Мебель' } })
    const call = { clientId, channel: 'phone', direction: 'in', text: '', source: 'now' } as const
    const at = bridge.clock.now()
    await transaction(bridge.database, (tx) => logContact(tx, { ...call, at }, at))
    await until(bridge, '2026-11-26')
    const left = await lists(bridge)
    expect(
      left.map((one) => GATHERED.test(seen(one))),
      'the list says so',
    ).toEqual([false])
  })

  it('goes up to whoever leads when nothing is done, and once', async () => {
    const bridge = await silence()
    await until(bridge, BROKEN)
    const before = await alerts(bridge, 'U0VERA')
    expect(before).toEqual([])
    await until(bridge, '2026-12-09')
    await until(bridge, '2026-12-10')
    expect(await alerts(bridge, 'U0VERA')).toHaveLength(1)
    expect(seen(await alert(bridge, 'U0VERA'))).toContain('Анна')
    expect(await alerts(bridge)).toHaveLength(1)
  })

  it('rests until a time and comes back; and what is no problem stays away, with its reason', async () => {
    const bridge = await silence()
    await until(bridge, BROKEN)
    await bridge.click('alert_snooze', 'U0ANNA', await alert(bridge))
    const option = { value: 'tomorrow', text: { type: 'plain_text', text: 'Завтра' } }
    await bridge.submit('', 'U0ANNA', [], { when: { when: { type: 'radio_buttons', selected_option: option } } })
    await bridge.settle()
    await bridge.act('slack/close', { user: 'U0ANNA', viewId: (await bridge.modal()).id })
    expect(seen(await alert(bridge))).toContain('Отложено до')
    bridge.clock.pass(HOUR)
    await bridge.settle()
    expect(await alerts(bridge)).toHaveLength(1)
    bridge.clock.pass(DAY)
    await bridge.settle()
    expect(await alerts(bridge), 'it comes back as a message of its own').toHaveLength(2)

    await bridge.click('alert_dismiss', 'U0ANNA', await alert(bridge))
    await bridge.submit('Иван в отпуске до 20 декабря')
    await bridge.settle()
    expect(seen(await alert(bridge))).toMatch(/Не проблема, считает Анна.*в отпуске/)
    for (const date of ['2026-12-14', '2026-12-17']) await until(bridge, date)
    expect(await alerts(bridge)).toHaveLength(2)
    expect(await alerts(bridge, 'U0VERA')).toEqual([])
  })

  it('stands on the home tab and on a card of its own, from which the same can be done', async () => {
    const bridge = await silence()
    await until(bridge, BROKEN)
    await bridge.act('slack/home', { user: 'U0ANNA' })
    await bridge.settle()
    const home = JSON.stringify((await bridge.state()).slack.homes)
    expect(home).toMatch(/Позвонить: 1 клиент.*Автозапчасти.*Контакта не было 11 рабочих дней/s)
    const { id: channel } = await bridge.direct('U0ANNA')
    const ask = async (text: string) => {
      await bridge.act('slack/command', { user: 'U0ANNA', channel, command: '/client', text })
      await bridge.settle()
      const { messages } = await bridge.direct('U0ANNA')
      const answer = messages.findLast(({ ephemeralFor }) => ephemeralFor === 'U0ANNA')
      return answer === undefined ? '' : seen(answer)
    }
    const card = await ask('запчаст')
    expect(card).toMatch(
      /Оценка \d+.*Требует внимания.*Контакта не было.*alert_write.*Последние дни.*Две недели.*Почему/s,
    )
    expect(await ask('Nordic'), 'she is its deputy').toContain('Контактов пока не было')
    expect(await ask('%'), 'a sign is a sign').toContain('нет «%»')
    expect(await ask('нет такого')).toMatch(/нет «нет такого».*Автозапчасти/s)
    expect(await ask('')).toContain('Достаточно части имени')
    expect(await bridge.liaison.flow.clients.find('Автозапчасти', OLEG)).toMatchObject({ kind: 'forbidden' })
  })

  it('opens the dialogue of a call that was made, for its client, and the call ends it', async () => {
    const bridge = await silence()
    await until(bridge, BROKEN)
    await bridge.click('alert_log', 'U0ANNA', await alert(bridge))
    const form = new Form(bridge)
    expect(await form.seen()).toMatch(/"initial_option":.{0,120}Автозапчасти/)
    await form.submit()
    await until(bridge, BROKEN, '12:00')
    expect(await form.seen()).toContain('Записано: Автозапчасти · звонок')
    expect(seen(await alert(bridge))).toContain('Закончилось')
  })

  it('has complained: on the card at once, and after an hour on a notice of its own when it is still open', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Опять всё сломалось, это безобразие! Мы очень недовольны')
    await bridge.settle()
    const { id } = await bridge.database.prisma.complaint.findFirstOrThrow()
    expect(await alerts(bridge), 'the card has just said so').toEqual([])
    await until(bridge, '2026-11-23', '11:59')
    expect(await alerts(bridge)).toEqual([])
    await until(bridge, '2026-11-23', '12:00')
    expect(seen(await alert(bridge))).toMatch(/Открытая жалоба: Автозапчасти.*Опять всё сломалось/s)
    await bridge.database.prisma.complaint.update({
      where: { id },
      data: { state: 'dismissed', closedAt: bridge.clock.now() },
    })
    await bridge.clientSays('Спасибо, теперь хорошо', { user: 112 })
    await bridge.settle()
    expect(seen(await alert(bridge))).toContain('Закончилось')
    expect(await alerts(bridge)).toHaveLength(1)
  })

  it('is no longer a contractor’s whose client it was', async () => {
    const bridge = await silence()
    const { prisma } = bridge.database
    await until(bridge, BROKEN)
    await prisma.staff.update({ where: { key: 'anna' }, data: { employment: 'contractor' } })
    const before = seen(await alert(bridge))
    const boris = await prisma.staff.findUniqueOrThrow({ where: { key: 'boris' } })
    await prisma.client.update({ where: { key: 'parts' }, data: { managerId: boris.id, deputyId: null } })
    const calls = await bridge.liaison.flow.clients.calls('sl:U0ANNA' as RemoteUser)
    expect(calls?.clients.map(({ name }) => name)).not.toContain('Автозапчасти')
    await bridge.clientSays('Уходим к другим')
    await bridge.settle()
    await until(bridge, '2026-12-09')
    expect(await prisma.scoreAlert.count({ where: { kind: 'breach', state: 'over' } })).toBe(1)
    expect(seen(await alert(bridge)), 'with what was said since').toBe(before)
  })

  it('is nobody else’s', async () => {
    const bridge = await silence()
    await until(bridge, BROKEN)
    const { id } = await bridge.database.prisma.scoreAlert.findFirstOrThrow()
    expect(await bridge.liaison.flow.alerts.form(id, OLEG)).toMatchObject({ kind: 'forbidden' })
  })
})
