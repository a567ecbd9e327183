import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toEntities } from '../../../bots/telegram/format/to-entities.ts'
import { piecesOf, type TelegramPiece } from '../../../bots/telegram/send/pieces.ts'
import { type Attachment, LARGEST_FILE } from '../../../src/core/attachment.ts'
import { filesIn, plain, type RichText, segmentsOf } from '../../../src/core/rich-text.ts'
import type { Final } from '../../../src/core/sender.ts'
import { missingWords } from '../../../src/core/words.ts'
import { body, visible } from '../../support/bodies.ts'

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
const namesIn = (pieces: readonly TelegramPiece[]) => pieces.map(({ files }) => files.map(({ name }) => name))

/** Kinds that Telegram shows in one album (https://core.telegram.org/bots/api#sendmediagroup). */
const SORTS: readonly ReadonlySet<string>[] = [new Set(['photo', 'video']), new Set(['document']), new Set(['audio'])]

describe('what goes to Telegram, message by message', () => {
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
        expect(visible(pieces.map(({ words }) => words.text).join(''))).toBe(visible(toEntities(said).text))
      }),
      RUNS,
    )
  })

  it('is always what Telegram takes', () => {
    fc.assert(
      fc.property(body, (given) => {
        for (const { files, words } of piecesOf(final(given))) {
          expect(words.text.length).toBeLessThanOrEqual(files.length > 0 ? 1_024 : 4_096)
          expect(words.entities.length).toBeLessThanOrEqual(100)
          expect(files.length > 0 || words.text.trim() !== '').toBe(true)
          expect(words.text === '' || words.text.trim() !== '').toBe(true)
          expect(files.length).toBeLessThanOrEqual(10)
          if (files.length > 1) {
            expect(SORTS.some((sort) => files.every(({ kind }) => sort.has(kind)))).toBe(true)
            expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(LARGEST_FILE.to_client)
          }
          if (files.some(({ kind }) => kind === 'sticker' || kind === 'video_note')) expect(words.text).toBe('')
          for (const { kind, size } of files) if (kind === 'photo') expect(size).toBeLessThanOrEqual(10 * MB)
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
    expect(pieces.map((piece) => piece.words.text.replaceAll('\u00a0', ' '))).toEqual([`${words}\nВот`])
  })

  it('puts words of 1,024 characters under the files, and longer ones behind them', () => {
    const files = { type: 'files' as const, files: [file('a')] }
    const lengths = (count: number) =>
      piecesOf(final([files, ...plain('я'.repeat(count))])).map((piece) => [
        piece.files.length,
        piece.words.text.length,
      ])
    expect(lengths(1_024)).toEqual([[1, 1_024]])
    expect(lengths(1_025)).toEqual([
      [1, 0],
      [0, 1_025],
    ])
  })

  it('parts an album where the next file would make it heavier than one file may be', () => {
    const files = [20, 20, 20, 30, 10].map((size, i) => file(String(i), { size: size * MB }))
    expect(namesIn(piecesOf(final([{ type: 'files', files }])))).toEqual([['0', '1'], ['2', '3'], ['4']])
  })

  it('parts albums by their sort, and at ten', () => {
    const of = (kind: Attachment['kind'], count: number) =>
      Array.from({ length: count }, (_, i) => file(`${kind}${i}`, { kind }))
    const files = [...of('photo', 2), ...of('video', 1), ...of('document', 11), ...of('voice', 2)]
    expect(namesIn(piecesOf(final([{ type: 'files', files }]))).map((names) => names.length)).toEqual([3, 10, 1, 1, 1])
  })

  it('takes back in words alone', () => {
    const pieces = piecesOf(final([{ type: 'files', files: [file('a')] }], { follows: 'removal' }))
    expect(namesIn(pieces)).toEqual([[]])
    expect(pieces[0]?.words.text).toMatch(/не учитывайте/)
  })
})
