/** A file of cells, read piece by piece: its encoding, what parts its cells, and then its lines. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { InputError } from '../../../core/errors.ts'
import type { Locale } from '../../../core/ids.ts'
import { say } from '../text.ts'

const LARGEST_MB = 512
const LONGEST_LINE = 1024 * 1024
const HEAD_BYTES = 64 * 1024

export const DELIMITERS = [';', ',', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]
export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1251'

export type Shape = { readonly encoding: Encoding; readonly delimiter: Delimiter }
export type Line = { readonly number: number; readonly cells: readonly string[] }

/** Reads the file through once. Throws InputError for one that cannot be read or is too large. */
export async function shapeOf(file: string, locale: Locale): Promise<Shape> {
  try {
    const { size } = await stat(file)
    if (size > LARGEST_MB * 1024 * 1024) throw new InputError(say(locale, 'too-large', { file, most: LARGEST_MB }))
    const encoding = await encodingOf(file)
    let head = ''
    for await (const text of decoded(file, encoding, HEAD_BYTES)) head += text
    if (head.trim() === '') throw new InputError(say(locale, 'empty', { file }))
    return { encoding, delimiter: delimiterOf(head) }
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      throw new InputError(say(locale, 'unreadable', { file, why: String(error.code) }))
    throw error
  }
}

/** Spreadsheets here still write windows-1251; whatever is valid UTF-8 to its end is UTF-8. */
async function encodingOf(file: string): Promise<Encoding> {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      if (isFirst && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
      isFirst = false
      strict.decode(chunk, { stream: true })
    }
    strict.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1251'
    throw error
  }
}

/** A decoder leaves out the mark of the encoding at the beginning. */
async function* decoded(file: string, encoding: Encoding, bytes?: number): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  const options = bytes === undefined ? {} : { end: bytes - 1 }
  for await (const chunk of createReadStream(file, options) as AsyncIterable<Buffer>) {
    yield decoder.decode(chunk, { stream: true })
  }
  yield decoder.decode()
}

/** What most often parts the cells of the header, outside quotes. */
export function delimiterOf(head: string): Delimiter {
  const [first = ''] = head.trimStart().split(/\r?\n/)
  const bare = first.replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }))
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).delimiter
}

/** Every line with its number in the file, the header first. Throws InputError where quotes do not match. */
export async function* linesOf(file: string, { encoding, delimiter }: Shape, locale: Locale): AsyncGenerator<Line> {
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_LINE,
  })
  // What goes wrong on the way in comes out of the parser, to whoever reads.
  const feeding = Promise.allSettled([pipeline(decoded(file, encoding), parser)])
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      // A line whose cells go over several ends where it is counted; its beginning is what a person looks for.
      const height = record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)
      yield { number: info.lines - height, cells: record }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new InputError(say(locale, 'broken', { file, line: Number(error.lines ?? 0), why: error.message }))
  } finally {
    parser.destroy()
    await feeding
  }
}
