import { describe, expect, it } from 'vitest'
import { Bridge, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import * as samples from '../../support/samples.ts'

/** What a specialist shares in Slack, and what it is at the client. */
const FILES = [
  ['a photo as a photo', samples.jpeg('команда.jpg'), 'photo'],
  ['a mock-up as a document, since a photo would be made coarser', samples.png('макет.png'), 'document'],
  ['a PDF as a document', samples.pdf('Смета.pdf'), 'document'],
  ['an MP4 as a video', samples.mp4('ролик.mp4'), 'video'],
  ['a GIF as an animation', samples.gif('кнопка.gif'), 'animation'],
  ['an MP3 as music', samples.mp3('джингл.mp3'), 'audio'],
  ['a text as a document', samples.text('readme.txt', 'слова'), 'document'],
] as const

async function inThread(): Promise<{ bridge: Bridge; share: (args: object) => Promise<string> }> {
  const bridge = await Bridge.open()
  const threadTs = await bridge.handOver('Покажите, что есть')
  const share = async (args: object) => {
    const shared = await bridge.act<{ ts: string }>('slack/file', {
      user: 'U0OLEG',
      channel: 'C0SEO',
      threadTs,
      ...args,
    })
    await bridge.settle()
    return shared.ts
  }
  return { bridge, share }
}

describe.runIf(hasDatabase)('what a specialist shares reaches the client whole', () => {
  it.each(FILES)('%s', async (_, { name, base64, sha256 }, kind) => {
    const { bridge, share } = await inThread()
    await share({ text: 'Вот он', files: [{ base64, name }] })
    const before = (await bridge.fromBot()).length
    await bridge.approve()
    const arrived = (await bridge.fromBot()).slice(before)
    expect(arrived).toMatchObject([{ text: 'Вот он', content: { kind } }])
    expect(await bridge.telegramFilesOf(arrived)).toEqual([sha256])
  })

  it('several at once are one decision and arrive in their order, albums as albums', async () => {
    const { bridge, share } = await inThread()
    const all = [
      samples.pdf('1.pdf', '1'),
      samples.pdf('2.pdf', '2'),
      samples.jpeg('3.jpg', '3'),
      samples.jpeg('4.jpg', '4'),
    ]
    await share({ text: 'Всё сразу', files: all.map(({ base64, name }) => ({ base64, name })) })
    const before = (await bridge.fromBot()).length
    await bridge.approve()
    const arrived = (await bridge.fromBot()).slice(before)
    expect(await bridge.telegramFilesOf(arrived)).toEqual(all.map((file) => file.sha256))
    expect(arrived.map((message) => message.text).join('')).toBe('Всё сразу')
    const { calls } = await bridge.state()
    expect(calls.filter((call) => call.method === 'sendMediaGroup')).toHaveLength(2)
  })

  it('a file without words, and a file whose words are too long for a caption', async () => {
    const { bridge, share } = await inThread()
    const file = samples.pdf('a.pdf')
    await share({ files: [{ base64: file.base64, name: file.name }] })
    await bridge.approve()
    expect((await bridge.fromBot()).at(-1)).toMatchObject({ text: '', content: { kind: 'document' } })
    const long = Array.from({ length: 120 }, (_, i) => `Предложение номер ${i}.`).join(' ')
    await share({ text: long, files: [{ base64: samples.pdf('b.pdf', 'b').base64, name: 'b.pdf' }] })
    const before = (await bridge.fromBot()).length
    await bridge.approve()
    const arrived = (await bridge.fromBot()).slice(before)
    expect(arrived[0]).toMatchObject({ text: '', content: { kind: 'document' } })
    expect(arrived.slice(1).map((m) => m.text)).toEqual([long])
  })

  it('an empty file is named in words, and what comes with it crosses', async () => {
    const { bridge, share } = await inThread()
    const { base64, name, sha256 } = samples.pdf('Смета.pdf')
    await share({
      text: 'Вот он',
      files: [
        { base64: '', name: 'пусто.txt' },
        { base64, name },
      ],
    })
    const before = (await bridge.fromBot()).length
    expect(seen(await bridge.card())).toContain('файл «пусто.txt»: он пуст')
    await bridge.approve()
    const arrived = (await bridge.fromBot()).slice(before)
    expect(arrived).toMatchObject([{ text: '[файл «пусто.txt»: он пуст]\nВот он', content: { kind: 'document' } }])
    expect(await bridge.telegramFilesOf(arrived)).toEqual([sha256])

    await share({ files: [{ base64: '', name: 'ещё.txt' }] })
    await bridge.approve()
    expect((await bridge.fromBot()).at(-1)?.text).toBe('[файл «ещё.txt»: он пуст]')
  })

  it('the same bytes again go by what Telegram has already', async () => {
    const { bridge, share } = await inThread()
    const { base64, name } = samples.pdf('Смета.pdf')
    await share({ files: [{ base64, name }] })
    await bridge.approve()
    const uploads = async () => await bridge.database.prisma.remoteFile.count({ where: { platform: 'telegram' } })
    expect(await uploads()).toBe(1)
    await share({ files: [{ base64, name }] })
    await bridge.approve()
    expect(await bridge.telegramFilesOf((await bridge.fromBot()).slice(-2))).toHaveLength(2)
    expect(await uploads(), 'no second upload').toBe(1)
  })

  it('the same bytes under another name arrive under that name: the old one may be of another client', async () => {
    const { bridge, share } = await inThread()
    const { base64, sha256 } = samples.pdf('x.pdf')
    for (const name of ['КП для Альфы.pdf', 'КП для Беты.pdf']) {
      await share({ files: [{ base64, name }] })
      await bridge.approve()
      const arrived = (await bridge.fromBot()).slice(-1)
      expect(arrived[0]?.content?.label).toBe(name)
      expect(await bridge.telegramFilesOf(arrived)).toEqual([sha256])
    }
  })

  it('a canvas crosses as its link', async () => {
    const { bridge, share } = await inThread()
    await share({
      text: 'Тут план',
      files: [{ mode: 'quip', name: 'План работ', permalink: 'https://example.slack.com/docs/T1/F1' }],
    })
    await bridge.approve()
    const arrived = (await bridge.fromBot()).at(-1)
    expect(arrived?.text).toContain('План работ')
    expect(arrived?.entities).toContainEqual(expect.objectContaining({ url: 'https://example.slack.com/docs/T1/F1' }))
  })

  it('a table that was pasted crosses with every cell, with and without words', async () => {
    const { bridge } = await inThread()
    const threadTs = (await bridge.channel('C0SEO'))[0]?.ts
    const cells = (...words: string[]) => words.map((text) => ({ type: 'raw_text', text }))
    const rows = [cells('Услуга', 'Цена'), cells('SEO', '150 000 ₽')]
    for (const text of ['Смета:', '']) {
      const attachments = [{ id: 1, fallback: '[no preview available]', blocks: [{ type: 'table', rows }] }]
      await bridge.act('slack/say', { user: 'U0OLEG', channel: 'C0SEO', threadTs, text, attachments })
      await bridge.settle()
      await bridge.approve()
      expect((await bridge.fromBot()).at(-1)?.text).toBe(`${text}\nУслуга | Цена\nSEO | 150 000 ₽`.trim())
    }
  })

  it('the manager rewrites the words, and the files go with them', async () => {
    const { bridge, share } = await inThread()
    const { base64, name, sha256 } = samples.pdf('Смета.pdf')
    await share({ text: 'держи смету', files: [{ base64, name }] })
    const before = (await bridge.fromBot()).length
    await bridge.decide('edit', 'Здравствуйте! Вот смета.')
    await bridge.settle()
    const arrived = (await bridge.fromBot()).slice(before)
    expect(arrived).toMatchObject([{ text: 'Здравствуйте! Вот смета.' }])
    expect(await bridge.telegramFilesOf(arrived)).toEqual([sha256])
  })
})

describe.runIf(hasDatabase)('what stays among the team', () => {
  it('is not fetched: files of inside talk and of threads that are no request', async () => {
    const { bridge, share } = await inThread()
    const [one, two] = [samples.pdf('внутри.pdf', '1'), samples.pdf('чужое.pdf', '2')]
    await share({ text: '// только нам', files: [{ base64: one.base64, name: one.name }] })
    const other = await bridge.teamSays('Обед?', { user: 'U0OLEG' })
    await share({ threadTs: other, text: 'Меню', files: [{ base64: two.base64, name: two.name }] })
    expect(await bridge.database.prisma.file.count()).toBe(0)
    expect(await bridge.database.prisma.relay.count({ where: { direction: 'to_client' } })).toBe(0)
  })

  it('a file that is taken out of a message after it was delivered is a correction for the manager', async () => {
    const { bridge, share } = await inThread()
    const { base64, name } = samples.pdf('Смета.pdf')
    const ts = await share({ text: 'Смета', files: [{ base64, name }] })
    await bridge.approve()
    const file = (await bridge.channel('C0SEO')).find((message) => message.ts === ts)?.files[0]?.id
    await bridge.act('slack/delete-file', { user: 'U0OLEG', file })
    await bridge.settle()
    expect(await bridge.database.prisma.relay.count({ where: { kind: 'correction' } })).toBe(1)
  })
})
