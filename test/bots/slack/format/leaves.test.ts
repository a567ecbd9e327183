import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { signOf } from '../../../../bots/slack/format/emoji.ts'
import { inlineOf, leavesOf } from '../../../../bots/slack/format/leaves.ts'
import type { Leaf } from '../../../../bots/slack/format/rich-text.ts'
import type { Inline } from '../../../../src/core/rich-text.ts'
import { names } from '../../../support/format/slack.ts'

describe('emoji by their names', () => {
  it.each([
    ['+1', '👍'],
    ['thumbsup', '👍'],
    ['wave::skin-tone-3', '👋🏼'],
    ['+1::skin-tone-6', '👍🏿'],
    ['male-technologist::skin-tone-2', '👨🏻‍💻'],
    ['point_up::skin-tone-4', '☝🏽'],
    ['heart', '❤️'],
    ['flag-ru', '🇷🇺'],
    ['ru', '🇷🇺'],
    ['family', '👪'],
    ['man-woman-girl-boy', '👨‍👩‍👧‍👦'],
    ['one', '1️⃣'],
    ['our_own', undefined],
    ['wave::skin-tone-9', undefined],
  ])('%s', (name, sign) => {
    expect(signOf(name)).toBe(sign)
  })

  it('are emoji of Unicode, every one', () => {
    // biome-ignore lint/complexity/useRegexLiterals: TypeScript takes the flag only with a newer target.
    const rgi = new RegExp('^\\p{RGI_Emoji}$', 'v')
    const known = createRequire(import.meta.url)('emojibase-data/en/shortcodes/iamcal.json') as Record<
      string,
      string | string[]
    >
    const all = Object.values(known).flat()
    expect(all.length).toBeGreaterThan(1_900)
    expect(all.filter((name) => !rgi.test(signOf(name) ?? ''))).toEqual([])
  })

  it.each<[string, Leaf, Inline]>([
    [
      'a tone beside the name',
      { type: 'emoji', name: 'wave', skin_tone: 3 },
      { type: 'emoji', name: 'wave::skin-tone-3', text: '👋🏼' },
    ],
    [
      'a tone in the characters',
      { type: 'emoji', name: '+1', unicode: '1f44d-1f3fd' },
      { type: 'emoji', name: '+1::skin-tone-4', text: '👍🏽' },
    ],
    [
      'characters newer than our table',
      { type: 'emoji', name: 'newest', unicode: '1fae9' },
      { type: 'emoji', name: 'newest', text: '\u{1fae9}' },
    ],
    [
      'characters that are none',
      { type: 'emoji', name: 'x_y', unicode: 'zz-ffffffff' },
      { type: 'emoji', name: 'x_y', text: ':x_y:' },
    ],
  ])('read with %s', (_, leaf, inline) => {
    expect(inlineOf(leaf, names)).toEqual(inline)
  })
})

describe('leaves', () => {
  it.each<[string, Inline[], Leaf[]]>([
    ['an emoji of a client as text', [{ type: 'text', text: '👍🏽' }], [{ type: 'text', text: '👍🏽' }]],
    ['an emoji of Telegram as text', [{ type: 'emoji', custom: '5', text: '🔥' }], [{ type: 'text', text: '🔥' }]],
    [
      'a person of Telegram by name',
      [{ type: 'mention', user: 'tg:1', text: 'Иван' }],
      [{ type: 'text', text: 'Иван' }],
    ],
    [
      'what only looks like an id',
      [{ type: 'mention', user: 'U0OLEG', text: '@oleg' }],
      [{ type: 'text', text: '@oleg' }],
    ],
    ['everybody', [{ type: 'mention', user: 'sl:!here', text: '@here' }], [{ type: 'broadcast', range: 'here' }]],
    [
      'a date of Telegram',
      [{ type: 'date', at: 9, format: 'wDt', text: 'x' }],
      [{ type: 'date', timestamp: 9, format: '{date_long} {time}', fallback: 'x' }],
    ],
    ['a date without a form', [{ type: 'date', at: 9, format: '', text: 'x' }], [{ type: 'text', text: 'x' }]],
    [
      'the pieces of a date as one',
      [
        { type: 'date', at: 9, format: 't', text: '15', marks: ['bold'] },
        { type: 'date', at: 9, format: 't', text: ':00' },
      ],
      [{ type: 'date', timestamp: 9, format: '{time}', fallback: '15:00', style: { bold: true } }],
    ],
    [
      'an address that would act, once behind its words',
      [
        { type: 'link', url: 'slack://channel?id=C1', text: 'жми', marks: ['bold'] },
        { type: 'link', url: 'slack://channel?id=C1', text: ' сюда' },
      ],
      [
        { type: 'text', text: 'жми', style: { bold: true } },
        { type: 'text', text: ' сюда (slack://channel?id=C1)' },
      ],
    ],
    [
      'an address that is none',
      [{ type: 'link', url: 'https://', text: 'x' }],
      [{ type: 'text', text: 'x (https://)' }],
    ],
    ['half a character', [{ type: 'text', text: 'a\ud83d' }], [{ type: 'text', text: 'a\ufffd' }]],
  ])('write %s', (_, content, leaves) => {
    expect(leavesOf(content)).toEqual(leaves)
  })
})
