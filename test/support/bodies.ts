/** Random bodies of words, albums and files, as they come from either side. */
import fc from 'fast-check'
import { type Attachment, FILE_KINDS, MISSING } from '../../src/core/attachment.ts'
import { type Block, type Inline, MARKS, type RichText } from '../../src/core/rich-text.ts'
import { hostileWord } from './format/words.ts'
import { sha256 } from './samples.ts'

const MB = 1024 * 1024

const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc
    .tuple(hostileWord, fc.constantFrom('', ' ', '\n'), fc.subarray([...MARKS], { maxLength: 2 }))
    .map(([word, gap, marks]): Inline => ({ type: 'text', text: word + gap, ...(marks.length > 0 ? { marks } : {}) })),
  hostileWord.map((text): Inline => ({ type: 'link', url: 'https://e.com/a', text })),
)

const paragraph: fc.Arbitrary<Block> = fc
  .array(inline, { maxLength: 6 })
  .map((content) => ({ type: 'paragraph', content }))

/** Many words, or many of them marked: more than one message takes. */
const long: fc.Arbitrary<Block> = fc
  .tuple(hostileWord, fc.integer({ min: 90, max: 900 }), fc.boolean())
  .map(([word, times, isMarked]) => ({
    type: 'paragraph',
    content: Array.from({ length: times }, (_, i): Inline => {
      const marks = isMarked && i % 2 === 0 ? (['bold'] as const) : undefined
      return { type: 'text', text: `${word}${i} `, ...(marks === undefined ? {} : { marks }) }
    }),
  }))

const blank: fc.Arbitrary<Block> = fc
  .constantFrom('', ' ', '\n', '\u00a0', ' \n ')
  .map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))

const file: fc.Arbitrary<Attachment> = fc
  .record({
    kind: fc.constantFrom(...FILE_KINDS, 'photo' as const, 'document' as const),
    size: fc.oneof(fc.integer({ min: 1, max: 12 * MB }), fc.integer({ min: 1, max: 50 * MB })),
    missing: fc.option(fc.constantFrom(...MISSING), { nil: undefined, freq: 4 }),
  })
  .map(({ missing, ...known }) => ({
    ...known,
    name: '',
    mime: 'application/octet-stream',
    ...(missing === undefined ? { sha256: '' } : { missing }),
  }))

const files: fc.Arbitrary<Block> = fc
  .oneof(fc.array(file, { minLength: 1, maxLength: 4 }), fc.array(file, { minLength: 9, maxLength: 24 }))
  .map((all) => ({ type: 'files', files: all }))

/** Every file with a name and a hash of its own. */
export const body: fc.Arbitrary<RichText> = fc
  .array(
    fc.oneof(
      { arbitrary: paragraph, weight: 3 },
      { arbitrary: files, weight: 3 },
      { arbitrary: long, weight: 1 },
      { arbitrary: blank, weight: 1 },
    ),
    { maxLength: 6 },
  )
  .map((blocks) => {
    let count = 0
    return blocks.map((block): Block => {
      if (block.type !== 'files') return block
      return {
        ...block,
        files: block.files.map((each) => {
          const name = `файл-${count++}.bin`
          return { ...each, name, ...(each.sha256 === undefined ? {} : { sha256: sha256(Buffer.from(name)) }) }
        }),
      }
    })
  })

/** Without what may be lost at the edges of messages. */
export function visible(text: string): string {
  return text.replace(/\s+/g, '')
}
