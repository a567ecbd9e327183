import { describe, expect, it } from 'vitest'
import { Bridge, seen } from '../support/bridge.ts'
import { hasDatabase } from '../support/database.ts'

async function waiting(words: string): Promise<Bridge> {
  const bridge = await Bridge.open()
  const threadTs = await bridge.handOver('Когда и почём?')
  await bridge.teamSays(words, { threadTs })
  await bridge.settle()
  return bridge
}

const fromTeam = async (bridge: Bridge) => (await bridge.fromBot()).slice(1).map((message) => message.text)
const modalText = async (bridge: Bridge) => JSON.stringify((await bridge.modal()).view)

const linked = (text: string, url: string) => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: 'Оплатите ' },
        { type: 'link', url, text },
      ],
    },
  ],
})

/** Each box of a finding; not the one by which the author is asked instead. */
const EVERY_FINDING = [/^(?!Или вместо этого)/]

describe.runIf(hasDatabase)('a rewritten text that no longer says what was said', () => {
  it('does not leave before each grave finding is confirmed, one by one, and the log keeps that', async () => {
    const bridge = await waiting('Сделаем за 14 дней, выйдет 150 тыс. руб.')
    const rewritten = 'Сделаем за 10 дней, стоимость составит 120 000 ₽.'
    await bridge.decide('edit', rewritten)
    await bridge.settle()
    expect(await fromTeam(bridge)).toEqual([])
    expect(await modalText(bridge)).toMatch(/14 дней.*10 дней/)
    expect(await modalText(bridge)).toMatch(/150 тыс\. руб.*120 000/)

    await bridge.submit(rewritten, 'U0ANNA', [/14 дней/])
    await bridge.settle()
    expect(await fromTeam(bridge), 'one of two is not enough').toEqual([])

    await bridge.submit(rewritten, 'U0ANNA', [/14 дней/, /150 тыс/])
    await bridge.settle()
    expect(await fromTeam(bridge)).toEqual([rewritten])
    const confirmed = await bridge.database.prisma.relayActivity.findMany({ where: { kind: 'confirmed' } })
    expect(confirmed.map((activity) => activity.note).join('\n')).toMatch(/14 дней[\s\S]*150 тыс|150 тыс[\s\S]*14 дней/)
    await bridge.click('more_history')
    expect(JSON.stringify((await bridge.modal()).view), 'its history shows what was confirmed').toMatch(
      /подтверждено изменение смысла.*14 дней/s,
    )
  })

  it('leaves at once when the words are mended instead, whatever is ticked', async () => {
    const bridge = await waiting('В цену не входит хостинг')
    await bridge.decide('edit', 'В стоимость входит хостинг.')
    await bridge.settle()
    expect(await fromTeam(bridge)).toEqual([])
    await bridge.submit('Хостинг в стоимость не входит.')
    await bridge.settle()
    expect(await fromTeam(bridge)).toEqual(['Хостинг в стоимость не входит.'])
  })

  it('leaves without a question when it is only said better', async () => {
    const bridge = await waiting('ну за 2 недели управимся, 150к, раньше 15-го не начнём')
    const polite = 'Здравствуйте! Работы займут две недели, стоимость — 150 000 рублей. Раньше 15-го начать не сможем.'
    await bridge.decide('edit', polite)
    await bridge.settle()
    expect(await fromTeam(bridge)).toEqual([polite])
  })

  it('is asked about what a client said, too', async () => {
    const bridge = await Bridge.open()
    await bridge.clientSays('Бюджет 300 тысяч, не больше')
    await bridge.settle()
    await bridge.decide('edit', 'Клиент: бюджет 500 тысяч.')
    await bridge.settle()
    expect(await bridge.channel('C0SEO')).toEqual([])
    expect(await modalText(bridge)).toContain('Клиент')
  })

  it('has a box for each change, also when the same change comes twice', async () => {
    const bridge = await waiting('Дизайн: 14 дней. Вёрстка: 14 дней.')
    await bridge.decide('edit', 'Дизайн: 10 дней. Вёрстка: 10 дней.')
    await bridge.settle()
    const boxes = (await modalText(bridge)).match(/confirm\|[\w-]+/g) ?? []
    expect(new Set(boxes).size).toBe(2)
    await bridge.submit('Дизайн: 10 дней. Вёрстка: 10 дней.', 'U0ANNA', EVERY_FINDING)
    await bridge.settle()
    expect(await fromTeam(bridge)).toHaveLength(1)
  })

  it('a tick confirms what stands beside it, and nothing that newer words bring', async () => {
    const bridge = await waiting('Хостинг не входит. Домен не входит.')
    await bridge.decide('edit', 'Хостинг входит. Домен не входит.')
    await bridge.settle()
    expect(await modalText(bridge)).toContain('Хостинг не входит')
    await bridge.submit('Хостинг не входит. Домен входит.', 'U0ANNA', EVERY_FINDING)
    await bridge.settle()
    expect(await fromTeam(bridge)).toEqual([])
    expect(await modalText(bridge)).toContain('вы написали «Домен входит.»')
    await bridge.submit('Хостинг не входит. Домен входит.', 'U0ANNA', EVERY_FINDING)
    await bridge.settle()
    expect(await fromTeam(bridge)).toEqual(['Хостинг не входит. Домен входит.'])
  })

  it('can be confirmed however much has changed', async () => {
    const bridge = await waiting(Array.from({ length: 90 }, (_, i) => `Позиция: ${1001 + i * 7} руб.`).join('\n'))
    const final = 'Прайс пришлю завтра к 15:00, срок 3 дня.'
    await bridge.decide('edit', final)
    await bridge.settle()
    expect(await fromTeam(bridge)).toEqual([])
    await bridge.submit(final, 'U0ANNA', EVERY_FINDING)
    await bridge.settle()
    expect(await fromTeam(bridge)).toEqual([final])
  })

  it('is seen through formatting: a link behind the same words that leads elsewhere', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Куда платить?')
    const blocks = [linked('по ссылке', 'https://bank.example/pay/100')]
    await bridge.act('slack/say', { user: 'U0OLEG', channel: 'C0SEO', threadTs, text: '', blocks })
    await bridge.settle()
    await bridge.click('edit')
    const { id: viewId } = await bridge.modal()
    const words = { type: 'rich_text_input', rich_text_value: linked('по ссылке', 'https://evil.example/steal') }
    await bridge.act('slack/submit', { user: 'U0ANNA', viewId, values: { words: { words } } })
    await bridge.settle()
    expect(await fromTeam(bridge)).toEqual([])
    expect(await modalText(bridge)).toContain('evil.example')
  })
})

describe.runIf(hasDatabase)('before deciding', () => {
  it('the manager sees the messages as the client would, and what is lost on the way', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Что по плану?')
    const long = Array.from({ length: 780 }, (_, i) => `Пункт ${i}.`).join(' ')
    await bridge.act('slack/say', {
      user: 'U0OLEG',
      channel: 'C0SEO',
      threadTs,
      text: '',
      blocks: [
        {
          type: 'rich_text',
          elements: [
            { type: 'rich_text_section', elements: [{ type: 'text', text: long }] },
            {
              type: 'rich_text_list',
              style: 'bullet',
              elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'первое' }] }],
            },
          ],
        },
      ],
    })
    await bridge.settle()
    expect(seen(await bridge.card())).toContain('У другой стороны')
    await bridge.click('preview')
    const view = await modalText(bridge)
    expect(view).toContain('Сообщение 1 из 3')
    expect(view).toContain('Сообщение 3 из 3')
    expect(view).toContain('• первое')
    await bridge.act('slack/close', { user: 'U0ANNA', viewId: (await bridge.modal()).id })

    await bridge.approve()
    const arrived = (await bridge.fromBot()).slice(1)
    expect(arrived).toHaveLength(3)
    expect(arrived.every((message) => message.text.length <= 4_096)).toBe(true)
    expect(
      arrived
        .map((message) => message.text)
        .join(' ')
        .replaceAll(/\s+/g, ' '),
    ).toBe(`${long} • первое`)
  })
})
