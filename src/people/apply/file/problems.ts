import type { Document, LineCounter } from 'yaml'
import { InputError } from '../../../core/errors.ts'
import type { Locale } from '../../../core/ids.ts'
import { nearest } from './nearest.ts'
import { offsetOf, type Spot } from './positions.ts'
import { say } from './text.ts'

/** An agency's file as it was given. `locale`: in which language to complain about it. */
export type Source = { readonly text: string; readonly file: string; readonly locale?: Locale | undefined }

/** One thing that is wrong: where, the text that says so, and what was probably meant. */
export type Problem = {
  readonly where: Spot | number
  readonly id: string
  readonly args?: Readonly<Record<string, string>>
  /** Names of texts that stand in for arguments, so that a problem is found without knowing a language. */
  readonly worded?: Readonly<Record<string, string>>
  readonly near?: string | undefined
}

const MOST_NAMED = 12

/** What is known at a place, and what of it comes near to the word that is not. */
export function unknownWord(key: string, known: readonly string[]): Pick<Problem, 'args' | 'worded' | 'near'> {
  const near = nearest(key, known)
  if (known.length === 0) return { args: { key }, worded: { known: 'nothing-known' } }
  const named = known.length > MOST_NAMED ? [...known.slice(0, MOST_NAMED), '…'] : known
  return { args: { key, known: named.join(', ') }, near }
}

/** All problems, in the order of the file, as one error: `file:line:column: what is wrong; what is expected`. */
export function complaint(
  source: Source,
  document: Document,
  lines: LineCounter,
  problems: readonly Problem[],
): InputError {
  const locale = source.locale ?? 'en'
  const placed = problems
    .map((problem) => ({
      problem,
      offset: typeof problem.where === 'number' ? problem.where : offsetOf(document, problem.where),
    }))
    .sort((a, b) => a.offset - b.offset)
    .map(({ problem, offset }) => {
      const { line, col } = lines.linePos(offset)
      return `${source.file}:${Math.max(line, 1)}:${Math.max(col, 1)}: ${worded(problem, locale)}`
    })
  return new InputError([...new Set(placed)].join('\n'))
}

function worded({ id, args = {}, worded = {}, near }: Problem, locale: Locale): string {
  const wordedArgs = Object.entries(worded).map(([name, text]) => [name, say(locale, text, args)])
  const what = say(locale, id, { ...args, ...Object.fromEntries(wordedArgs) })
  return near === undefined ? what : `${what}. ${say(locale, 'did-you-mean', { near })}`
}
