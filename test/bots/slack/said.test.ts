import { describe, expect, it } from 'vitest'
import type { Directory } from '../../../bots/slack/api/people.ts'
import type { FileTaker } from '../../../bots/slack/handle/files.ts'
import { messageSchema, Reader } from '../../../bots/slack/handle/said.ts'
import { toPlain } from '../../../src/core/rich-text.ts'

const people = {
  names: async () => ({ user: (id: string) => `name of ${id}`, channel: (id: string) => id }),
  userName: async (id: string) => id,
} as unknown as Directory
const files = { take: async () => [] } as unknown as FileTaker
const reader = new Reader(
  people,
  files,
  async () => 'U0BOT',
  async () => 'ru',
)
const read = (message: object) =>
  reader.wordsOf(messageSchema.parse({ ts: '1.2', thread_ts: '1.1', user: 'U0OLEG', ...message }))

const section = (...elements: object[]) => ({ type: 'rich_text_section', elements })
const rich = (...elements: object[]) => ({ type: 'rich_text', elements: [section(...elements)] })
const text = (words: string) => ({ type: 'text', text: words })
const table = {
  type: 'table',
  rows: [
    [
      { type: 'raw_text', text: 'Услуга' },
      { type: 'raw_text', text: 'Цена' },
    ],
    [
      rich(text('SEO, '), { type: 'user', user_id: 'U0ANNA' }),
      { type: 'raw_number', value: 150000, text: '150 000 ₽' },
    ],
  ],
}

describe('what a specialist writes', () => {
  it('keeps a table that was pasted, a line each row, wherever Slack puts it', async () => {
    const rows = 'Услуга | Цена\nSEO, @name of U0ANNA | 150 000 ₽'
    const beside = [{ id: 1, fallback: '[no preview available]', blocks: [table] }]
    expect(toPlain(await read({ blocks: [rich(text('Смета:'))], attachments: beside }))).toBe(`Смета:\n${rows}`)
    expect(toPlain(await read({ blocks: [], attachments: beside })), 'without words').toBe(rows)
    expect(toPlain(await read({ blocks: [rich(text('Смета:')), table] }))).toBe(`Смета:\n${rows}`)
  })

  it('is read from its text where a block has an element that is not known here', async () => {
    const blocks = [rich(text('Начало')), rich(text('Срок '), { type: 'hologram', id: 1 })]
    const words = await read({ text: 'Начало\nСрок *10 дней*', blocks })
    expect(toPlain(words)).toBe('Начало\nСрок 10 дней')
  })

  it('names what cannot be read', async () => {
    const unread = '[то, что здесь нельзя показать, видно только в Slack]'
    expect(toPlain(await read({ text: 'Вот', blocks: [rich(text('Вот')), { type: 'hologram' }] }))).toBe(
      `Вот\n${unread}`,
    )
    expect(toPlain(await read({ blocks: [rich({ type: 'hologram' })] }))).toBe(unread)
    expect(toPlain(await read({ attachments: [{ fallback: 'x' }] }))).toBe(unread)
    expect(toPlain(await read({ text: 'Вот', attachments: [{ text: 5 }] }))).toBe(`Вот\n${unread}`)
  })

  it('keeps a message that is passed on, and does not take what Slack shows of a link for words', async () => {
    const shared = {
      is_share: true,
      from_url: 'https://a.slack.com/p1',
      author_name: 'Мария',
      text: 'Готово &amp; *сдано*',
    }
    const words = await read({ blocks: [rich(text('Смотрите'))], attachments: [shared] })
    expect(toPlain(words)).toBe('Смотрите\n[переслано, автор: Мария]\n> Готово & сдано')
    const found = { from_url: 'https://e.com', title: 'E', text: 'чужие слова' }
    expect(toPlain(await read({ blocks: [rich(text('Смотрите'))], attachments: [found] }))).toBe('Смотрите')
  })
})
