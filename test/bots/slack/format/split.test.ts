import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Element, Leaf, RichTextBlock } from '../../../../bots/slack/format/rich-text.ts'
import { split } from '../../../../bots/slack/format/split.ts'
import { richText } from '../../../../src/sandbox/slack/blocks/rich-text.ts'
import { allLeaves, message } from '../../../support/format/slack.ts'
import { hostileWord, RUNS } from '../../../support/format/words.ts'

const text = (words: string): Leaf => ({ type: 'text', text: words })
const section = (...elements: Leaf[]): Element => ({ type: 'rich_text_section', elements })
const block = (...elements: Element[]): RichTextBlock => ({ type: 'rich_text', elements })
const shown = (each: RichTextBlock) =>
  allLeaves(each)
    .map((leaf) => (leaf.type === 'text' ? leaf.text : `<${leaf.type}>`))
    .join('')

/** Each character and each other leaf, with everything around it that a reader sees. */
function traits({ elements }: RichTextBlock): string[] {
  return elements.flatMap((element) => {
    if (element.type !== 'rich_text_list') return ofLeaves(element.elements, `${element.type} ${element.border ?? ''}`)
    const { style, indent, offset = 0, border } = element
    return element.elements.flatMap((item, i) => {
      const number = style === 'ordered' ? offset + i : '•'
      return ofLeaves(item.elements, `${indent} ${number} ${border ?? ''}`)
    })
  })
}

function ofLeaves(leaves: readonly Leaf[], around: string): string[] {
  return leaves.flatMap((leaf) => {
    if (leaf.type !== 'text') return [`${around} ${JSON.stringify(leaf)}`]
    return [...leaf.text].map((char) => `${around} ${char} ${JSON.stringify(leaf.style ?? {})}`)
  })
}

describe('splitting a message of Slack', () => {
  it('loses nothing: every character keeps its look, its list and its number', () => {
    fc.assert(
      fc.property(message, fc.integer({ min: 60, max: 120 }), (given, limit) => {
        const pieces = split(given, limit)
        // A piece of nothing but white space is no message.
        const seen = (each: RichTextBlock) =>
          traits(each).filter((trait) => /\s\S+ \{/.test(trait.replaceAll('\n', ' ')))
        expect(pieces.flatMap(seen)).toEqual(seen(given))
        for (const piece of pieces) {
          expect(richText.safeParse(piece).error).toBeUndefined()
          const length = allLeaves(piece).reduce((sum, leaf) => sum + (leaf.type === 'text' ? leaf.text.length : 0), 0)
          expect(length).toBeLessThanOrEqual(limit)
        }
      }),
      RUNS,
    )
  })

  it('never tears a character', () => {
    const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
    const word = fc.tuple(hostileWord, fc.constantFrom('', ' ')).map(([letters, gap]) => `${letters}${gap}`)
    // A piece of nothing but white space would be left out.
    const words = fc.array(word, { minLength: 20, maxLength: 80 }).map((given) => ['.', ...given, '.'])
    fc.assert(
      fc.property(words, (given) => {
        const whole = given.join('')
        const starts = new Set([...graphemes.segment(whole)].map(({ index }) => index))
        const pieces = split(block(section(...given.map(text))), 60).map(shown)
        expect(pieces.join('')).toBe(whole)
        const ends = pieces.map((_, i) => pieces.slice(0, i).join('').length)
        expect(ends.filter((end) => !starts.has(end))).toEqual([])
      }),
      RUNS,
    )
  })

  it('leaves a short message as it is', () => {
    const given = block(section(text('привет')))
    expect(split(given)).toEqual([given])
  })

  it('cuts between elements, else between sentences', () => {
    const quote: Element = { type: 'rich_text_quote', elements: [text('в'.repeat(30))] }
    expect(split(block(section(text('а'.repeat(60))), quote, section(text('конец'))), 80).map(shown)).toEqual([
      'а'.repeat(60),
      `${'в'.repeat(30)}конец`,
    ])
    expect(split(block(section(text('Раз два три четыре. Пять шесть семь.'))), 30).map(shown)).toEqual([
      'Раз два три четыре. ',
      'Пять шесть семь.',
    ])
  })

  it('counts on behind a cut, and gives an item that is cut its number on both sides', () => {
    const items = ['a'.repeat(30), 'b'.repeat(30), `${'c'.repeat(40)} ${'d'.repeat(40)}`, 'e'].map((words) => ({
      type: 'rich_text_section' as const,
      elements: [text(words)],
    }))
    const pieces = split(block({ type: 'rich_text_list', style: 'ordered', indent: 0, elements: items }), 60)
    const lists = pieces.map(({ elements }) => elements.map((each) => ('offset' in each ? each.offset : 0)))
    expect(lists).toEqual([[0], [2], [2]])
    expect(pieces.map(shown)).toEqual(['a'.repeat(30) + 'b'.repeat(30), `${'c'.repeat(40)} `, `${'d'.repeat(40)}e`])
  })

  it('has no text longer than 3,000 characters in one leaf, and no link longer than a message', () => {
    const long = split(
      block(section(text('слово '.repeat(1_900)), { type: 'link', url: `https://e.com/${'x'.repeat(13_000)}` })),
    )
    const lengths = long
      .flatMap(allLeaves)
      .map((leaf) => (leaf.type === 'text' ? leaf.text.length : Number.POSITIVE_INFINITY))
    expect(Math.max(...lengths)).toBeLessThanOrEqual(3_000)
    expect(long.map(shown).join('')).toBe(`${'слово '.repeat(1_900)}https://e.com/${'x'.repeat(13_000)}`)
  })

  it.each([
    ['words', [text('слово и слово. '.repeat(70_000))]],
    ['no place to cut', [text('а'.repeat(1_000_000))]],
    ['spaces', [text(`${' а'.repeat(300_000)}${' '.repeat(400_000)}а`)]],
    ['combining marks', [text(`е${'\u0301'.repeat(1_000_000)}`)]],
    [
      'many leaves',
      Array.from({ length: 100_000 }, (_, i): Leaf => (i % 2 ? text('слово ') : { type: 'emoji', name: 'wave' })),
    ],
  ])('takes no time that grows with the square, for a megabyte of %s', (_, leaves) => {
    const start = performance.now()
    const pieces = split(block(section(...leaves)))
    expect(performance.now() - start).toBeLessThan(20_000)
    expect(pieces.length).toBeGreaterThanOrEqual(50)
  })
})
