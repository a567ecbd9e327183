import { expect, it, vi } from 'vitest'
import { Bridge, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { Form } from '../../support/form.ts'

async function newestFrom(bridge: Bridge, user = 'U0ANNA') {
  const { id, messages } = await bridge.direct(user)
  const own = messages.filter(({ ephemeralFor }) => ephemeralFor === user)
  return { channel: id, message: own.at(-1) }
}

/** Sends `/canned` and waits for its answer. */
async function canned(bridge: Bridge, text = '') {
  const before = await newestFrom(bridge)
  await bridge.act('slack/command', { user: 'U0ANNA', channel: before.channel, command: '/canned', text })
  return vi.waitUntil(
    async () => {
      const now = await newestFrom(bridge)
      return now.message && now.message.ts !== before.message?.ts ? { ...now, message: now.message } : undefined
    },
    { timeout: 5_000, interval: 10 },
  )
}

it.runIf(hasDatabase)(
  'ready answers are kept with /canned, chosen in a dialogue, and go behind what was typed',
  async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Когда отчёт?')
    await bridge.settle()
    const list = await canned(bridge)
    expect(seen(list.message)).toContain('Готовых ответов пока нет')
    await bridge.act('slack/click', {
      user: 'U0ANNA',
      channel: list.channel,
      ts: list.message.ts,
      actionId: 'canned_add',
    })
    const form = new Form(bridge)
    await form.write('Отчёт', 'title')
    await form.write('{contact}, отчёт будет {dat}.', 'body')
    await form.submit()
    await vi.waitUntil(async () => JSON.stringify((await bridge.modal())?.errors).includes('{dat}'), { timeout: 5_000 })
    await form.write('{contact}, отчёт будет {date}.\nВместо: {alternative}', 'body')
    await form.submit()
    await vi.waitUntil(async () => (await bridge.state()).slack.modals.length === 0, { timeout: 5_000 })

    await bridge.click('answer')
    const dialog = new Form(bridge)
    await dialog.write('Добрый день!')
    const { id } = await bridge.database.prisma.template.findFirstOrThrow({ where: { kind: 'canned' } })
    await dialog.use('canned', id)
    const date = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', timeZone: 'Europe/Moscow' }).format(
      bridge.clock.now(),
    )
    expect(await dialog.words()).toBe(`Добрый день!\nИван, отчёт будет ${date}.`)
    await dialog.submit()
    await bridge.settle()
    expect((await bridge.fromBot()).at(-1)?.text).toBe(`Добрый день!\nИван, отчёт будет ${date}.`)

    const found = await canned(bridge, 'отчёт')
    expect(seen(found.message)).toContain('использован 1 раз')
    const place = { user: 'U0ANNA', channel: found.channel, ts: found.message.ts }
    await bridge.act('slack/click', { ...place, actionId: 'canned_retire' })
    await vi.waitUntil(
      async () => (await bridge.database.prisma.template.count({ where: { id, active: false } })) === 1,
      {
        timeout: 5_000,
      },
    )
    expect(seen((await canned(bridge)).message)).toContain('Готовых ответов пока нет')
  },
)

it.runIf(hasDatabase)(
  '/canned with words finds an answer behind a hundred that are used more, and changes it',
  async () => {
    const bridge = await Bridge.open()
    const { template } = bridge.database.prisma
    const hundred = Array.from({ length: 100 }, (_, i) => ({ key: `much-${i}`, title: `Частый ${i}`, usedCount: 5 }))
    await template.createMany({
      data: hundred.map((one) => ({ ...one, kind: 'canned' as const, locale: 'ru' as const, body: 'Хорошо.' })),
    })
    const rare = { kind: 'canned' as const, locale: 'en' as const, title: '100% prepaid', body: 'Отчёт ГОТОВ.' }
    const { id } = await template.create({ data: { ...rare, key: 'rare' } })

    expect(seen((await canned(bridge)).message)).toContain('101')
    const found = await canned(bridge, 'готов 100%')
    expect(seen(found.message)).toContain('100% prepaid')
    expect(seen(found.message)).not.toContain('Частый')
    const place = { user: 'U0ANNA', channel: found.channel, ts: found.message.ts }
    await bridge.act('slack/click', { ...place, actionId: 'canned_edit' })
    const form = new Form(bridge)
    await vi.waitUntil(async () => (await bridge.modal()) !== undefined, { timeout: 5_000 })
    await form.write('Отчёт отправлен.', 'body')
    await form.submit()
    await vi.waitUntil(async () => (await template.count({ where: { id, body: 'Отчёт отправлен.' } })) === 1, {
      timeout: 5_000,
    })

    await bridge.clientSays('Когда отчёт?')
    await bridge.settle()
    await bridge.click('answer')
    const dialog = new Form(bridge)
    expect(await dialog.seen()).not.toContain(id)
    await dialog.write('Добрый день!')
    await dialog.write('prepaid', 'canned_search')
    await dialog.use('canned_search', 'prepaid')
    expect(await dialog.words()).toBe('Добрый день!')
    expect(await dialog.seen()).not.toContain('Частый')
    await dialog.use('canned', id)
    expect(await dialog.words()).toBe('Добрый день!\nОтчёт отправлен.')
    await dialog.submit()
    await bridge.settle()
    expect((await bridge.fromBot()).at(-1)?.text).toBe('Добрый день!\nОтчёт отправлен.')

    await template.update({ where: { id }, data: { active: false } })
    await bridge.act('slack/click', { ...place, actionId: 'canned_edit' })
    await vi.waitUntil(async () => (await bridge.modal()) !== undefined, { timeout: 5_000 })
    expect(await new Form(bridge).seen()).toContain('Этот готовый ответ тем временем убрали')
  },
)
