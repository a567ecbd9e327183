import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FILE_KINDS } from '../../src/core/attachment.ts'
import { CAPABILITIES, capabilityTable, type Direction, lossesOf } from '../../src/core/capabilities.ts'
import type { Block, Inline, RichText } from '../../src/core/rich-text.ts'

const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content })
const text = (words: string): Block => paragraph({ type: 'text', text: words })

describe('the capability table', () => {
  it('is the one in README.md', () => {
    const readme = readFileSync('README.md', 'utf8')
    const [, shown] = /<!-- capabilities -->\n\n(.*)\n\n<!-- \/capabilities -->/s.exec(readme) ?? []
    expect(shown).toBe(capabilityTable())
  })

  it('says what happens in both languages, in plain words', () => {
    for (const { name, ...crossings } of Object.values(CAPABILITIES)) {
      const notes = Object.values(crossings).flatMap((each) => (each.level === 'full' ? [] : [each.note]))
      for (const words of [name, ...notes]) {
        expect(words.en).toMatch(/^[\x20-\x7e]+$/)
        expect(words.ru).toMatch(/[а-яё]/)
      }
    }
  })

  it('has every kind of file', () => {
    expect(FILE_KINDS.filter((kind) => !(kind in CAPABILITIES))).toEqual([])
  })
})

describe('the losses of a text', () => {
  it.each<[string, Direction, RichText, string[]]>([
    ['none in plain words', 'to_team', [text('привет <!here>')], []],
    [
      'each once, in order',
      'to_team',
      [
        paragraph(
          { type: 'date', at: 0, text: '1970' },
          { type: 'text', text: 'a', marks: ['spoiler', 'bold'] },
          { type: 'text', text: 'b', marks: ['spoiler'] },
        ),
        { type: 'quote', content: [text('q')], expandable: true },
      ],
      ['date', 'spoiler', 'expandable_quote'],
    ],
    [
      'a mention of the other side',
      'to_team',
      [paragraph({ type: 'mention', user: 'tg:1', text: 'Иван' })],
      ['mention'],
    ],
    ['none for a mention of its own', 'to_team', [paragraph({ type: 'mention', user: 'sl:U1', text: '@o' })], []],
    ['a channel', 'to_client', [paragraph({ type: 'mention', user: 'sl:C1', text: '#seo' })], ['mention']],
    [
      'lists and their lines',
      'to_client',
      [{ type: 'list', ordered: true, items: [[text('a')]], border: true }],
      ['list', 'border'],
    ],
    [
      'a list in a quote',
      'to_team',
      [{ type: 'quote', content: [{ type: 'list', ordered: false, items: [] }] }],
      ['list_in_quote'],
    ],
    [
      'an emoji of the workspace',
      'to_client',
      [paragraph({ type: 'emoji', name: 'our', text: ':our:' })],
      ['workspace_emoji'],
    ],
    ['none for an emoji of Unicode', 'to_client', [paragraph({ type: 'emoji', name: '+1', text: '👍' })], []],
    [
      'a link to a letter',
      'to_client',
      [paragraph({ type: 'link', url: 'mailto:a@b.ru', text: 'пишите' })],
      ['contact_link'],
    ],
    [
      'none for an address that is shown',
      'to_client',
      [paragraph({ type: 'link', url: 'mailto:a@b.ru', text: 'a@b.ru' })],
      [],
    ],
    ['a link that calls', 'to_team', [paragraph({ type: 'link', url: 'tg://user?id=1', text: 'x' })], ['other_link']],
    [
      'code and bold at once',
      'to_client',
      [paragraph({ type: 'text', text: 'x', marks: ['bold', 'code'] })],
      ['marked_code'],
    ],
    [
      'a sticker',
      'to_team',
      [{ type: 'files', files: [{ kind: 'sticker', name: 's', size: 1, mime: 'video/webm' }] }],
      ['video_sticker'],
    ],
  ])('%s', (_, direction, body, kinds) => {
    expect(lossesOf(body, direction).map(({ kind }) => kind)).toEqual(kinds)
  })
})
