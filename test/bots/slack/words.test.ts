import { describe, expect, it } from 'vitest'
import { words } from '../../../bots/slack/cards/blocks.ts'
import { plain } from '../../../src/core/rich-text.ts'

describe('words on a card', () => {
  it('show the beginning of what is very long, whole characters only', () => {
    const family = '👨‍👩‍👧‍👦'
    const shown = JSON.stringify(words(plain(`${'я'.repeat(9_996)}${family}${'я'.repeat(30_000)}`)))
    expect(shown).toContain(`${'я'.repeat(9_996)}…`)
  })

  it('take no noticeable time, however long: meanwhile nothing else is answered', () => {
    const body = plain('абвг деж '.repeat(4_400))
    const before = process.cpuUsage()
    for (let i = 0; i < 10; i++) words(body)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1_000, 'milliseconds').toBeLessThan(1_000)
  })
})
