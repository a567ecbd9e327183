import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../../src/core/clock.ts'
import { Bridge, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import * as samples from '../../support/samples.ts'

const IVAN = { user: 111, chat: 111 }

/** What a client sends, by the act of the sandbox, and what must be read or found in the team's thread. */
const FILES = [
  ['photo', 'photo', samples.png('ignored.png')],
  ['document', 'document', samples.pdf('Договор № 5.pdf')],
  ['audio', 'audio', samples.mp3('jingle.mp3')],
  ['voice', 'voice', samples.ogg('ignored.ogg')],
  ['video', 'video', samples.mp4('ролик.mp4')],
  ['video note', 'video-note', samples.mp4('ignored.mp4')],
  ['animation', 'animation', samples.mp4('anim.mp4')],
  ['static sticker', 'sticker', samples.webp('s.webp')],
] as const

const THINGS = [
  ['a place', 'location', { latitude: 55.7558, longitude: 37.6173 }, ['место на карте', '55.7558, 37.6173']],
  ['a moving place', 'location', { latitude: 55.75, longitude: 37.61, live_period: 900 }, ['движется', '55.75, 37.61']],
  [
    'a venue',
    'venue',
    { latitude: 55.7, longitude: 37.6, title: 'Кафе «Пушкинъ»', address: 'Тверской бульвар, 26А' },
    ['Кафе «Пушкинъ»', 'Тверской бульвар, 26А', '55.7, 37.6'],
  ],
  [
    'a contact card',
    'contact',
    { phone_number: '+79161234567', first_name: 'Пётр', last_name: 'Печатник' },
    ['Пётр Печатник', '+79161234567'],
  ],
  [
    'a poll',
    'poll',
    { question: 'Какой логотип?', options: ['Первый', 'Второй'] },
    ['Какой логотип?', 'Первый', 'Второй'],
  ],
  ['a dice', 'dice', { emoji: '🎲' }, ['кубик', '🎲']],
  ['a story', 'story', { from: { id: -1001, title: 'Канал Вектор' }, id: 7 }, ['история', 'Канал Вектор']],
  [
    'a checklist',
    'checklist',
    {
      title: 'До пятницы',
      tasks: [
        { id: 1, text: 'Прислать логотип', isDone: true },
        { id: 2, text: 'Утвердить цвет' },
      ],
    },
    ['До пятницы', '☑ ', 'Прислать логотип', '☐ ', 'Утвердить цвет'],
  ],
  ['a gift', 'raw', { fields: { gift: { gift: { id: '1' } } } }, ['подарок']],
  ['paid media', 'raw', { fields: { paid_media: { star_count: 5, paid_media: [] } } }, ['платные']],
  ['what no program knows yet', 'raw', { fields: { hologram: { id: 1 } } }, ['нельзя показать']],
] as const

describe.runIf(hasDatabase)('what a client sends reaches the team whole', () => {
  it.each(FILES)('%s, with its bytes, after the manager has seen it', async (_, act, { name, base64, sha256 }) => {
    const bridge = await Bridge.open()
    const hasWords = act !== 'video-note' && act !== 'sticker'
    await bridge.act(`telegram/${act}`, { ...IVAN, base64, name, ...(hasWords ? { text: 'Вот, смотрите' } : {}) })
    await bridge.settle()
    expect(await bridge.channel('C0SEO')).toEqual([])
    expect(await bridge.filesOf((await bridge.direct('U0ANNA')).messages), 'the manager sees it').toEqual([sha256])
    await bridge.approve()
    const thread = await bridge.channel('C0SEO')
    expect(await bridge.filesOf(thread)).toEqual([sha256])
    expect(thread).toHaveLength(1)
    expect(seen(thread[0]), 'who it is from').toContain('Иван')
    if (hasWords) expect(seen(thread[0])).toContain('Вот, смотрите')
  })

  it.each(THINGS)('%s, told in words', async (_, act, args, words) => {
    const bridge = await Bridge.open()
    await bridge.act(`telegram/${act}`, { ...IVAN, ...args })
    await bridge.settle()
    await bridge.approve()
    const [root] = await bridge.channel('C0SEO')
    for (const word of words) expect(seen(root)).toContain(word)
  })

  it('an album is one message, in order, decided once, with its words', async () => {
    const bridge = await Bridge.open()
    const pictures = ['1', '2', '3', '4'].map((salt) => samples.png(`${salt}.png`, salt))
    const items = pictures.map(({ base64, name }, i) => ({
      kind: 'photo',
      base64,
      name,
      ...(i === 0 ? { text: 'Четыре варианта' } : {}),
    }))
    await bridge.act('telegram/album', { ...IVAN, items })
    await bridge.settle()
    expect(await bridge.cards()).toHaveLength(1)
    await bridge.approve()
    const thread = await bridge.channel('C0SEO')
    expect(thread).toHaveLength(1)
    expect(seen(thread[0])).toContain('Четыре варианта')
    expect(await bridge.filesOf(thread)).toEqual(pictures.map((picture) => picture.sha256))
  })

  it('words before and after an album keep their places', async () => {
    const bridge = await Bridge.open()
    const [one, two] = [samples.png('1.png', '1'), samples.png('2.png', '2')]
    await bridge.clientSays('Сначала слова')
    await bridge.act('telegram/album', {
      ...IVAN,
      items: [one, two].map(({ base64, name }) => ({ kind: 'photo', base64, name })),
    })
    await bridge.clientSays('Потом ещё слова')
    await bridge.settle()
    await bridge.approve()
    const thread = await bridge.channel('C0SEO')
    expect(thread.map((message) => message.files.length)).toEqual([0, 2])
    expect(thread[1]?.threadTs, 'what comes after the first stands in its thread').toBe(thread[0]?.ts)
    expect(seen(thread[0])).toContain('Сначала слова')
    expect(seen(thread[1])).toContain('Потом ещё слова')
  })

  it('a forwarded message names who said it first', async () => {
    const bridge = await Bridge.open()
    const own = await bridge.clientSays('Слова Ивана')
    await bridge.settle()
    await bridge.act('telegram/forward', { ...IVAN, message: own, to: 111, as: 'hidden_user' })
    await bridge.settle()
    expect(seen(await bridge.card())).toMatch(/переслано, автор: Иван.*Слова Ивана/s)
  })

  it('the part that a client quotes stands before their words', async () => {
    const bridge = await Bridge.open()
    const first = await bridge.clientSays('Цена 100, срок неделя')
    await bridge.act('telegram/say', { ...IVAN, text: 'А точнее?', replyTo: first, quote: 'срок неделя' })
    await bridge.settle()
    expect(JSON.stringify((await bridge.card()).blocks)).toMatch(/rich_text_quote.*срок неделя.*А точнее\?/s)
  })

  it('a file that Telegram does not hand over: its sender hears at once what to do, the manager and the team read its name', async () => {
    const bridge = await Bridge.open()
    const document = {
      file_id: 'huge',
      file_unique_id: 'huge',
      file_name: 'Исходники.zip',
      file_size: 45 * 1024 * 1024,
    }
    await bridge.act('telegram/raw', { ...IVAN, fields: { document } })
    await bridge.settle()
    const told = (await bridge.fromBot()).map((message) => message.text)
    expect(told.some((text) => /больше 20 МБ.*Исходники\.zip.*ссылку/s.test(text))).toBe(true)
    expect(seen(await bridge.card())).toContain('Исходники.zip')
    await bridge.approve()
    expect(seen((await bridge.channel('C0SEO'))[0])).toMatch(/Исходники\.zip.*слишком большой/s)
  })

  it('a program that is called a document is flagged on the card', async () => {
    const bridge = await Bridge.open()
    const { base64 } = samples.program('счёт.pdf')
    await bridge.act('telegram/document', { ...IVAN, base64, name: 'счёт.pdf' })
    await bridge.settle()
    expect(seen(await bridge.card())).toMatch(/счёт\.pdf.*запускается как программа.*не то, что в названии/s)
  })

  it('names that would harm are made safe, and the others are kept', async () => {
    const bridge = await Bridge.open()
    const { base64 } = samples.text('x', 'слова')
    await bridge.act('telegram/document', { ...IVAN, base64, name: '../../etc/пароль\u202efdp.txt' })
    await bridge.settle()
    await bridge.approve()
    const [root] = await bridge.channel('C0SEO')
    expect(root?.files[0]?.name).toBe('_.._etc_парольfdp.txt')
  })

  it('files that Slack never shows the manager do not keep the next cards waiting', async () => {
    const bridge = await Bridge.open()
    const { base64, name } = samples.png('1.png')
    await bridge.fault({ platform: 'slack', method: 'files.info', do: { kind: 'error', error: 'internal_error' } })
    await bridge.act('telegram/photo', { ...IVAN, base64, name })
    await bridge.settle()
    for (let look = 0; look < 3; look++) {
      bridge.clock.pass(10 * MINUTE)
      await bridge.settle()
    }
    await bridge.clientSays('Срочно!')
    await bridge.settle()
    expect((await bridge.cards()).map(seen).join()).toContain('Срочно!')
  })
})
