import type { Message } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import type { RemoteFile } from '../../../bots/telegram/receive/files.ts'
import { FileTaker } from '../../../bots/telegram/receive/files.ts'
import { saidOf } from '../../../bots/telegram/receive/said.ts'
import { filesIn, richTextSchema, toPlain, toStated } from '../../../src/core/rich-text.ts'

const take = async ({ kind, handle }: RemoteFile) => ({ kind, name: handle, size: 1, mime: 'image/jpeg' })

const IVAN = { id: 111, is_bot: false, first_name: 'Иван', language_code: 'ru' }
const BOT = { id: 999, is_bot: true, first_name: 'Вектор' }
const CHAT = { id: 111, type: 'private', first_name: 'Иван' }

function readWhole(fields: object) {
  const message = { message_id: 10, date: 1, chat: CHAT, from: IVAN, ...fields }
  return saidOf(message as unknown as Message, take, BOT.id)
}

async function read(fields: object) {
  return (await readWhole(fields))?.body ?? []
}

/** What an answer "Да" to this message is read to answer. */
async function answered(fields: object, more: object = {}) {
  const replied = { message_id: 5, date: 1, chat: CHAT, from: BOT, ...fields }
  const said = await readWhole({ text: 'Да', reply_to_message: replied, ...more })
  expect(toPlain(said?.body ?? []), 'beside the words, not among them').toBe('Да')
  return said?.answers && { ...said.answers, body: toPlain(said.answers.body) }
}

const photo = (id: string) => [{ file_id: id, file_unique_id: id, width: 1, height: 1 }]

describe('what a client writes', () => {
  it('brings along what it answers in another chat, which nobody here can see', async () => {
    const origin = { type: 'hidden_user', sender_user_name: 'Пётр', date: 1 }
    const quote = { text: 'синий', position: 0 }
    const whole = await readWhole({ text: 'Вот этот', external_reply: { origin, photo: photo('p1') }, quote })
    expect(toPlain(whole?.body ?? [])).toBe('[p1]\nВот этот')
    expect(filesIn(whole?.body ?? [])).toHaveLength(1)
    expect(whole?.answers).toMatchObject({ by: 'elsewhere', who: { name: 'Пётр' }, part: true })
    expect(toPlain(whole?.answers?.body ?? [])).toBe('синий')
    const place = { latitude: 55.7, longitude: 37.6 }
    const there = await readWhole({ text: 'Сюда', external_reply: { origin, location: place } })
    expect(toPlain(there?.body ?? [])).toBe('Сюда')
    expect(toPlain(there?.answers?.body ?? [])).toBe('[место на карте]\n55.7, 37.6')
    const words = await readWhole({ text: 'Да', external_reply: { origin } })
    expect(words?.answers).toEqual({ by: 'elsewhere', who: { name: 'Пётр' }, part: false, body: [] })
  })

  it('is read with what it answers: whose it is, all of it or the part picked out', async () => {
    const message = 'tg:111/5'
    const text = 'Берём синий? Когда запуск?'
    expect(await answered({ text })).toEqual({ message, by: 'us', part: false, body: text })
    const quote = { text: 'Когда запуск?', position: 13 }
    expect(await answered({ text }, { quote })).toEqual({ message, by: 'us', part: true, body: 'Когда запуск?' })
    const who = { user: 'tg:111', name: 'Иван' }
    expect(await answered({ text, from: IVAN })).toEqual({ message, by: 'person', who, part: false, body: text })
    const other = { id: 5, is_bot: true, first_name: 'Робот' }
    expect(await answered({ text, from: other })).toMatchObject({ by: 'other', who: { name: 'Робот' } })
    const group = { id: -100, type: 'supergroup', title: 'Запчасти' }
    expect(await answered({ text, from: { ...IVAN, id: 1087968824, is_bot: true }, sender_chat: group })).toMatchObject(
      { by: 'person' },
    )
    expect(await readWhole({ text: 'Да' })).toMatchObject({ answers: undefined })
    expect(await readWhole({ text: 'Да', quote })).toMatchObject({ answers: { by: 'other', part: true } })
  })

  it.each<[object, string]>([
    [{ photo: photo('p1') }, '[фото]'],
    [{ photo: photo('p1'), caption: 'Макет' }, '[фото]\nМакет'],
    [{ document: { file_id: 'd', file_unique_id: 'd', file_name: 'Смета.pdf' } }, '[документ: Смета.pdf]'],
    [{ voice: { file_id: 'v', file_unique_id: 'v', duration: 1 } }, '[голосовое сообщение]'],
    [{ video_note: { file_id: 'v', file_unique_id: 'v', duration: 1, length: 1 } }, '[видеосообщение]'],
    [{ sticker: { file_id: 's', file_unique_id: 's', emoji: '👍' } }, '[стикер: 👍]'],
    [{ poll: { question: 'Какой?', options: [{ text: 'А' }] } }, '[опрос]\nКакой?\n• А'],
  ])('names what it answers when that is no words: %j', async (fields, words) => {
    expect((await answered(fields))?.body).toBe(words)
  })

  it('answers nothing when Telegram only says so: the opening of a topic, what a chat says of itself', async () => {
    const inTopic = { is_topic_message: true, message_thread_id: 5 }
    expect(await answered({ forum_topic_created: { name: 'SEO' } }, inTopic)).toBeUndefined()
    expect(await answered({ text: 'Что скажете?' }, { ...inTopic, message_thread_id: 4 })).toMatchObject({ by: 'us' })
    expect(await answered({ pinned_message: { message_id: 1 }, from: IVAN })).toBeUndefined()
  })

  it('keeps all of a poll and of a checklist', async () => {
    const options = [{ text: 'А' }, { text: 'Б' }]
    const poll = { question: 'Какой?', description: 'До пятницы', options }
    expect(toPlain(await read({ poll }))).toBe('[опрос]\nКакой?\nДо пятницы\n• А\n• Б')
    const code = { text: 'x = 1', text_entities: [{ type: 'pre', offset: 0, length: 5 }] }
    expect(toPlain(await read({ checklist: { title: 'Т', tasks: [code] } }))).toContain('x = 1')
  })
})

describe('a page with a layout', () => {
  it('keeps every word, link and file, in order and unbroken', async () => {
    const cell = (text: string) => ({ text, align: 'left', valign: 'top' })
    const blocks = [
      { type: 'heading', size: 1, text: ['План ', { type: 'italic', text: 'работ' }] },
      {
        type: 'paragraph',
        text: ['По', { type: 'bold', text: 'слов' }, 'но, ', { type: 'url', url: 'https://e.com', text: 'тут' }],
      },
      {
        type: 'table',
        caption: 'Цены',
        cells: [
          [cell('Услуга'), cell('Цена')],
          [cell('SEO'), cell('150 000 ₽')],
        ],
      },
      {
        type: 'list',
        items: [
          { label: '3.', value: 3, blocks: [{ type: 'paragraph', text: 'Первое' }] },
          {
            label: '4.',
            value: 4,
            has_checkbox: true,
            is_checked: true,
            blocks: [{ type: 'paragraph', text: 'Второе' }],
          },
        ],
      },
      { type: 'blockquote', blocks: [{ type: 'paragraph', text: 'Мысль' }], credit: 'Автор' },
      {
        type: 'details',
        summary: 'Ещё',
        blocks: [{ type: 'photo', photo: photo('p1'), caption: { text: 'Подпись' } }],
      },
      { type: 'pre', text: 'x = 1', language: 'js' },
      { type: 'mathematical_expression', expression: 'E = mc^2' },
      { type: 'voice_note', voice_note: { file_id: 'v1', file_unique_id: 'v1', duration: 1 } },
      { type: 'hologram', text: 'Новое' },
    ]
    const body = await read({ rich_message: { blocks } })
    expect(toPlain(body).split('\n')).toEqual([
      '[p1]',
      '[v1]',
      '[страница с вёрсткой, видна только в Telegram; её слова и файлы]',
      'План работ',
      'Пословно, тут',
      'Цены',
      'Услуга | Цена',
      'SEO | 150 000 ₽',
      '3. Первое',
      '4. ☑ Второе',
      '> Мысль',
      '> Автор',
      'Ещё',
      '[фото]',
      'Подпись',
      'x = 1',
      'E = mc^2',
      '[голосовое сообщение]',
      'Новое',
    ])
    expect(toStated(body)).toContain('https://e.com')
    expect(richTextSchema.parse(body)).toEqual(body)
  })
})

describe('a contact card', () => {
  it('keeps what stands on it besides the name and the number', async () => {
    const vcard = [
      'BEGIN:VCARD',
      'VERSION:3.0',
      'FN:Пётр Печатник',
      'ORG:Типография\\, цех 2;Печать',
      'TEL;TYPE=CELL:+7 916 123-45-67',
      'item1.TEL;TYPE=WORK:+7 495 000-00-00',
      'EMAIL;TYPE=INTERNET:petr@',
      ' e.com',
      'PHOTO;ENCODING=b:AAAA',
      'END:VCARD',
    ].join('\r\n')
    const contact = { first_name: 'Пётр', last_name: 'Печатник', phone_number: '+79161234567', vcard }
    expect(toPlain(await read({ contact })).split('\n')).toEqual([
      '[карточка контакта: Пётр Печатник]',
      '+79161234567',
      'Типография, цех 2, Печать',
      '+7 495 000-00-00',
      'petr@e.com',
    ])
  })
})

describe('a live photo', () => {
  it('is a photo, and its movement is named', async () => {
    const live = { file_id: 'v1', file_unique_id: 'v1', width: 1, height: 1, duration: 3 }
    const body = await read({ photo: photo('p1'), live_photo: live, caption: 'Вот' })
    expect(toPlain(body)).toBe('[p1]\n[живое фото, движение видно только в Telegram]\nВот')
  })
})

describe('a file that Telegram cannot hand over now', () => {
  it('is asked for again before its message goes on without it', async () => {
    const failure = {
      kind: 'answered' as const,
      code: 400,
      description: 'Bad Request: wrong file_id or the file is temporarily unavailable',
    }
    const taker = new FileTaker(
      { getFile: async () => ({ ok: false, failure }), download: () => Promise.reject(new Error('not reached')) },
      {
        keepFile: async ({ fetch }) => {
          await fetch()
          throw new Error('not reached')
        },
      },
    )
    const file: RemoteFile = { kind: 'document', remote: 'tg:1', handle: '1' }
    for (let i = 0; i < 3; i++) await expect(taker.take(file)).rejects.toThrow('temporarily unavailable')
    expect(await taker.take(file)).toMatchObject({ missing: 'unreachable' })
  })
})
