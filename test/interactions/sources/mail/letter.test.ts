import { describe, expect, it } from 'vitest'
import { readLetter } from '../../../../src/interactions/sources/mail/letter.ts'
import { sidesOf } from '../../../../src/interactions/sources/mail/sides.ts'
import { letter } from '../../../support/letters.ts'

const NOW = new Date('2026-11-23T08:00:00Z')
const read = (headers: Record<string, string> = {}, body?: string) =>
  readLetter(Buffer.from(letter(headers, body)), NOW)
const isOurs = ({ value }: { value: string }) => value.endsWith('@agency.example')
const sides = async (headers: Record<string, string>, body?: string) => sidesOf(await read(headers, body), isOurs)

describe('a letter', () => {
  it('is read with its people, its day and its words', async () => {
    const given = await read({
      From: '=?utf-8?B?0JjQstCw0L0=?= <Ivan@Parts.Example>',
      To: 'Anna <anna@agency.example>, "Petrov, P." <petr@parts.example>',
      Cc: 'Team: anna@agency.example, boris@agency.example;',
      Subject: '=?windows-1251?B?zvL35fI=?=',
    })
    expect(given).toMatchObject({
      id: 'm-1@parts.example',
      thread: 'm-1@parts.example',
      from: { kind: 'email', value: 'ivan@parts.example', name: 'Иван' },
      at: new Date('2026-11-20T07:30:00Z'),
      text: 'Отчет\n\nДобрый день!',
      automatic: undefined,
    })
    expect(given.to.map(({ value }) => value)).toEqual([
      'anna@agency.example',
      'petr@parts.example',
      'boris@agency.example',
    ])
  })

  it.each([
    ['lines without end', 'text/plain; charset=utf-8', 'Слово\n'.concat('\n'.repeat(2_000_000))],
    ['lines that flow', 'text/plain; charset=utf-8; format=flowed', 'Слово\n'.concat('а \n'.repeat(1_000_000))],
    ['parts without end', 'multipart/mixed; boundary=B', `--B\n\nWord\n${'--B\n\nx\n'.repeat(300_000)}`],
  ])('of %s is read in time', async (_, type, body) => {
    const before = process.cpuUsage()
    expect((await read({ 'Content-Type': type }, body)).text).toMatch(/Слово|Word/)
    expect(process.cpuUsage(before).user).toBeLessThan(4_000_000)
  })

  it('keeps its words before a file of any size', async () => {
    const file = `${'QUJD'.repeat(19)}\n`.repeat(150_000)
    const body = `--B\n\nWord\n--B\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n${file}--B--\n`
    expect((await read({ 'Content-Type': 'multipart/mixed; boundary=B' }, body)).text).toMatch(/\n\nWord$/)
  })

  it('is read in the encodings of this part of the world', async () => {
    for (const [charset, bytes] of [
      ['windows-1251', [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]],
      ['koi8-r', [0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]],
    ] as const) {
      const head = letter({ 'Content-Type': `text/plain; charset=${charset}` }, '').trimEnd()
      const raw = Buffer.concat([Buffer.from(`${head}\r\n\r\n`), Buffer.from(bytes)])
      expect((await readLetter(raw, NOW)).text, charset).toBe('Report\n\nПривет')
    }
  })

  it('belongs to the conversation that its first reference began', async () => {
    const references = '<root@parts.example>\r\n <second@agency.example>'
    expect((await read({ References: references, 'In-Reply-To': '<second@agency.example>' })).thread).toBe(
      'root@parts.example',
    )
    expect((await read({ 'In-Reply-To': '<second@agency.example>' })).thread).toBe('second@agency.example')
  })

  it('without an id is known by its bytes, and one too long by its hash', async () => {
    const [one, same, other] = [
      await read({ 'Message-ID': '' }),
      await read({ 'Message-ID': '' }),
      await read({ 'Message-ID': '', Subject: 'Other' }),
    ]
    expect(one.id).toBe(same.id)
    expect(one.id).not.toBe(other.id)
    expect((await read({ 'Message-ID': `<${'x'.repeat(5_000)}@x>` })).id).toHaveLength(64)
  })

  it('has the time at which it came when its own is none, is ahead of ours or before all letters', async () => {
    for (const day of ['', 'soon', 'Fri, 20 Nov 2037 10:30:00 +0300', 'Fri, 2 Jan 1970 10:30:00 +0300'])
      expect((await read({ Date: day })).at, day).toEqual(NOW)
  })

  it('is kept as words alone, cut where a reader hardly notices', async () => {
    const long = await read({}, 'Слово за словом. '.repeat(1_000))
    expect(long.text.length).toBeLessThanOrEqual(4_001)
    expect(long.text).toMatch(/словом\.…$/)
    const nul = await read({ Subject: 'a\u0000b' }, 'c\u0000d')
    expect(nul.text).not.toContain('\u0000')
    const mixed = await read(
      { 'Content-Type': 'multipart/mixed; boundary=b' },
      '--b\nContent-Type: text/plain\n\nСмотрите файл\n--b\nContent-Type: message/rfc822\n\nSubject: inner\n\nЧужое письмо\n--b--',
    )
    expect(mixed.text).toBe('Report\n\nСмотрите файл')
  })

  it.each<[Record<string, string>, string, string?]>([
    [{ 'Auto-Submitted': 'auto-replied' }, 'an automatic answer'],
    [{ 'X-Autoreply': 'yes' }, 'an automatic answer'],
    [{ Precedence: 'bulk' }, 'bulk mail'],
    [{ 'List-Id': 'News <news.parts.example>' }, 'a mailing list'],
    [{ 'List-Unsubscribe': '<https://x.example>' }, 'a mailing list'],
    [{ 'Return-Path': '<>' }, 'a notice of a mail server'],
    [{ From: 'MAILER-DAEMON@parts.example' }, 'a notice of a mail server'],
    [{ 'Content-Type': 'multipart/report; boundary=b' }, 'a notice of a mail server'],
    [
      { 'Content-Type': 'text/calendar; method=REPLY; charset=utf-8' },
      'an answer to an invitation',
      'BEGIN:VCALENDAR\nEND:VCALENDAR',
    ],
  ])('that a machine wrote is none: %j', async (headers, because, body) => {
    expect(await sides(headers, body)).toEqual({ kind: 'none', why: because })
  })

  it('that a person wrote says so itself, at times', async () => {
    expect(await sides({ 'Auto-Submitted': 'no', 'Return-Path': '<ivan@parts.example>' })).toMatchObject({
      kind: 'contact',
    })
  })

  it('comes in from whoever is not of us, and goes out to those who are not', async () => {
    expect(await sides({})).toMatchObject({
      direction: 'in',
      theirs: [{ value: 'ivan@parts.example' }],
      ours: [{ value: 'anna@agency.example' }],
    })
    const out = { From: 'anna@agency.example', To: 'ivan@parts.example', Cc: 'boris@agency.example, x@other.example' }
    expect(await sides(out)).toMatchObject({
      direction: 'out',
      theirs: [{ value: 'ivan@parts.example' }, { value: 'x@other.example' }],
      ours: [{ value: 'anna@agency.example' }],
    })
    expect(await sides({ From: 'anna@agency.example', To: 'boris@agency.example' })).toMatchObject({ kind: 'none' })
    const crowd = Array.from({ length: 51 }, (_, i) => `p${i}@parts.example`).join(', ')
    expect(await sides({ From: 'anna@agency.example', To: crowd })).toMatchObject({ kind: 'none' })
    expect(await sides({ From: '' })).toMatchObject({ kind: 'none' })
  })

  it('beyond all limits is refused', async () => {
    const deep = Array.from(
      { length: 60 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
    ).join('')
    await expect(readLetter(Buffer.from(deep), NOW)).rejects.toThrow()
    await expect(read({ 'X-Long': 'x'.repeat(600_000) })).rejects.toThrow()
  })
})
