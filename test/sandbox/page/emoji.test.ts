import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { signOf, withSigns } from '../../../src/sandbox/page/slack/words/emoji.ts'

/** The emoji that stand in the words of the bot. */
function named(): Set<string> {
  const files = readdirSync('bots/slack', { recursive: true }).map(String)
  const sources = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(`bots/slack/${file}`, 'utf8').replace(/\/\*.*?\*\//gs, ''))
  return new Set(
    sources.flatMap((text) => [...text.matchAll(/[`'"( ]:([a-z][a-z_]+):[ `'")]/g)].map(([, name = '']) => name)),
  )
}

describe('the page', () => {
  it('draws every emoji that the bot names', () => {
    const names = named()
    expect(names).toContain('telephone_receiver')
    expect([...names].filter((name) => signOf(name).startsWith(':'))).toEqual([])
  })

  it('draws them as signs, and leaves alone what is none', () => {
    expect(withSigns(':warning: 10:30, :+1: :white_check_mark: :our_logo:')).toBe('⚠️ 10:30, 👍 ✅ :our_logo:')
    expect(signOf('our_logo', '1f44d')).toBe('👍')
  })
})
