import { describe, expect, it } from 'vitest'
import { plain, type RichText, toPlain } from '../../src/core/rich-text.ts'
import { bodyOf } from '../../src/relay/body.ts'

const AT = new Date('2026-11-23T08:00:00Z')

/** Rows in the order in which they were stored; the second was said later only when its message says so. */
const relayOf = (...messages: readonly (readonly [message: string, words: string])[]) => ({
  direction: 'to_client' as const,
  round: 1,
  parts: messages.map(([message, words], i) => ({
    id: String(i),
    message,
    round: 1,
    at: AT,
    body: plain(words),
    withdrawnAt: null,
  })),
})

describe('what one person said in one moment', () => {
  it('stands in the order of their platform, however it came to us', () => {
    const slack = relayOf(['sl:C0SEO/1795420800.000200', 'Второе'], ['sl:C0SEO/1795420800.000100', 'Первое'])
    expect(toPlain(bodyOf(slack))).toBe('Первое\nВторое')
    const telegram = relayOf(['tg:111/10', 'Второе'], ['tg:111/9', 'Первое'])
    expect(toPlain(bodyOf(telegram))).toBe('Первое\nВторое')
  })

  it('tells once what Telegram says of every picture of an album, and all of what it says of one', () => {
    const picture = (name: string): RichText[number] => ({
      type: 'files',
      files: [{ kind: 'photo', name, size: 1, mime: 'image/png' }],
      album: 'a',
    })
    const relay = (...bodies: RichText[]) => ({
      ...relayOf(...bodies.map((_, i) => [`tg:111/${i + 1}`, ''] as const)),
      parts: bodies.map((body, i) => ({ ...relayOf([`tg:111/${i + 1}`, '']).parts[0], body })),
    })
    const origin = plain('[переслано]')
    const forwarded = [1, 2, 3].map((i) => [...origin, picture(String(i)), ...(i === 1 ? plain('Слова') : [])])
    expect(toPlain(bodyOf(relay(...forwarded) as never))).toBe('[переслано]\n[1]\n[2]\n[3]\nСлова')
    const other = [...plain('[другое]'), picture('2')]
    expect(toPlain(bodyOf(relay([...origin, picture('1')], other) as never))).toBe('[переслано]\n[1]\n[2]\n[другое]')
  })
})
