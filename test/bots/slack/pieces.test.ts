import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RichTextBlock } from '../../../bots/slack/format/rich-text.ts'
import { LONGEST_MESSAGE } from '../../../bots/slack/format/split.ts'
import { toRichText } from '../../../bots/slack/format/to-blocks.ts'
import { blocksOf, piecesOf, type SlackPiece } from '../../../bots/slack/send/pieces.ts'
import type { Attachment } from '../../../src/core/attachment.ts'
import { filesIn, plain, type RichText, segmentsOf } from '../../../src/core/rich-text.ts'
import type { Final } from '../../../src/core/sender.ts'
import { missingWords } from '../../../src/core/words.ts'
import { body, visible } from '../../support/bodies.ts'
import { allLeaves } from '../../support/format/slack.ts'

const RUNS = { numRuns: 500 } as const
const final = (given: RichText, more: Partial<Final> = {}): Final => ({
  kind: 'final',
  body: given,
  locale: 'ru',
  ...more,
})
const MB = 1024 * 1024
const file = (name: string, more: Partial<Attachment> = {}): Attachment => ({
  kind: 'document',
  name,
  size: 1_000,
  mime: 'application/pdf',
  sha256: name.padEnd(64, '0'),
  ...more,
})
const namesIn = (pieces: readonly SlackPiece[]) => pieces.map(({ files }) => files.map(({ name }) => name))

/** What is written out in a message. */
function written(block: RichTextBlock | undefined): string {
  if (block === undefined) return ''
  return allLeaves(block)
    .map((leaf) =>
      leaf.type === 'text' ? leaf.text : leaf.type === 'link' ? (leaf.text ?? leaf.url) : `:${leaf.type}:`,
    )
    .join('')
}

describe('what goes to Slack, message by message', () => {
  it('holds every file that is there once and in order, and every word in order', () => {
    fc.assert(
      fc.property(body, fc.constantFrom('ru' as const, 'en' as const), (given, locale) => {
        const pieces = piecesOf(final(given, { locale }))
        const there = filesIn(given).filter((each) => each.sha256 !== undefined)
        expect(namesIn(pieces).flat()).toEqual(there.map(({ name }) => name))
        const said = segmentsOf(given).flatMap(({ files, words }) => [
          ...files.filter((each) => each.sha256 === undefined).flatMap((each) => plain(missingWords(locale, each))),
          ...words,
        ])
        expect(visible(pieces.map(({ words }) => written(words)).join(''))).toBe(visible(written(toRichText(said))))
      }),
      RUNS,
    )
  })

  it('is always what Slack takes', () => {
    fc.assert(
      fc.property(body, (given) => {
        for (const { files, words } of piecesOf(final(given))) {
          expect(files.length).toBeLessThanOrEqual(10)
          expect(written(words).length).toBeLessThanOrEqual(LONGEST_MESSAGE)
          expect(files.length > 0 || written(words).trim() !== '').toBe(true)
        }
      }),
      RUNS,
    )
  })

  it('is cut the same way every time', () => {
    fc.assert(
      fc.property(body, (given) => {
        expect(piecesOf(final(structuredClone(given) as RichText))).toEqual(piecesOf(final(given)))
      }),
      RUNS,
    )
  })

  it.each([
    ['ru', 'too_big', '[файл «a.zip», 60 МБ: слишком большой, передать нельзя]'],
    ['ru', 'gone', '[файл «a.zip»: его больше нет]'],
    ['ru', 'unreachable', '[файл «a.zip»: не удалось получить]'],
    ['en', 'too_big', '[file “a.zip”, 60 MB: too big to be handed over]'],
    ['en', 'gone', '[file “a.zip”: no longer there]'],
    ['en', 'unreachable', '[file “a.zip”: could not be fetched]'],
  ] as const)('names a file that is not there, in %s: %s', (locale, missing, words) => {
    const absent = file('a.zip', { sha256: undefined, missing, size: 60 * MB })
    const pieces = piecesOf(final([{ type: 'files', files: [absent] }, ...plain('Вот')], { locale }))
    expect(pieces.map((piece) => written(piece.words).replaceAll('\u00a0', ' '))).toEqual([`${words}\nВот`])
  })

  it('puts the words with the first ten files', () => {
    const files = Array.from({ length: 12 }, (_, i) => file(String(i)))
    const pieces = piecesOf(final([{ type: 'files', files }, ...plain('Вот')]))
    expect(pieces.map((piece) => [piece.files.length, written(piece.words)])).toEqual([
      [10, 'Вот'],
      [2, ''],
    ])
  })

  it('names who speaks on files, where Slack shows no name', () => {
    const [piece] = piecesOf(final([{ type: 'files', files: [file('a')] }]))
    expect(JSON.stringify(piece && blocksOf(piece, '<Иван>'))).toContain('*&lt;Иван&gt;*')
    const [words] = piecesOf(final(plain('Вот')))
    expect(JSON.stringify(words && blocksOf(words, 'Иван'))).not.toContain('Иван')
  })
})
