import { describe, expect, it } from 'vitest'
import { plain, toPlain } from '../../src/core/rich-text.ts'
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
})
