/** What a person reads after a file: how it was understood, what became of it, and what is wrong with it where. */
import { DateTime } from 'luxon'
import type { Locale } from '../../../core/ids.ts'
import { say } from '../text.ts'
import { FIELDS } from './fields.ts'
import type { Shape } from './file.ts'
import type { Problem, Reading, Row } from './row.ts'

/** Grows with the file only as far as a person reads. */
export type Found = {
  logged: number
  known: number
  unmatched: number
  wrong: number
  staffUnknown: number
  readonly problems: { readonly line: number; readonly problem: Problem }[]
  readonly sample: Row[]
}

const MOST_PROBLEMS = 30
const MOST_SAMPLES = 3

export function nothingFound(): Found {
  return { logged: 0, known: 0, unmatched: 0, wrong: 0, staffUnknown: 0, problems: [], sample: [] }
}

export function noticed(found: Found, line: number, read: Row | readonly Problem[]): void {
  if (!('length' in read)) {
    if (read.isStaffUnknown) found.staffUnknown++
    if (found.sample.length < MOST_SAMPLES) found.sample.push(read)
    return
  }
  found.wrong++
  for (const problem of read) if (found.problems.length < MOST_PROBLEMS) found.problems.push({ line, problem })
}

export type Context = Reading &
  Shape & { readonly file: string; readonly locale: Locale; readonly mode: 'log' | 'show' }

export function reportOf(found: Found, context: Context): string {
  const { locale, mode, columns, headers, file, encoding, delimiter } = context
  const list = FIELDS.flatMap((field) => {
    const column = columns.get(field)
    return column === undefined ? [] : [`${field} = ${headers[column]}`]
  })
  const parted = delimiter === '\t' ? say(locale, 'delimiter-tab') : delimiter
  const counts = [say(locale, mode === 'show' ? 'will-log' : 'logged', { count: found.logged })]
  if (found.known > 0) counts.push(say(locale, 'known', { count: found.known }))
  if (found.unmatched > 0) counts.push(say(locale, 'unmatched', { count: found.unmatched }))
  return [
    say(locale, 'read-as', { file, encoding, delimiter: parted }),
    say(locale, 'columns', { list: list.join(', ') }),
    ...(mode === 'show' && found.sample.length > 0
      ? [say(locale, 'sample'), ...found.sample.map(exampleIn(context))]
      : []),
    `${counts.join('; ')}.`,
    ...(found.staffUnknown > 0 ? [say(locale, 'no-staff', { count: found.staffUnknown })] : []),
    ...wrongIn(found, context),
    ...(mode === 'show' ? [say(locale, 'dry-run')] : []),
  ].join('\n')
}

function wrongIn({ wrong, problems }: Found, { locale, columns, headers, mode }: Context): string[] {
  if (wrong === 0) return []
  const lines = problems.map(({ line, problem: { field, what, args } }) => {
    const column = headers[columns.get(field) ?? -1] ?? field
    return `  ${say(locale, 'problem', { line, column, what: say(locale, what, args) })}`
  })
  const shown = new Set(problems.map(({ line }) => line)).size
  return [
    say(locale, 'wrong', { count: wrong }),
    ...lines,
    ...(wrong > shown ? [`  ${say(locale, 'more', { count: wrong - shown })}`] : []),
    ...(mode === 'log' ? [say(locale, 'again')] : []),
  ]
}

/** A line as it was understood: where a wrong column shows at a glance. */
function exampleIn({ zone }: Context): (row: Row) => string {
  return ({ at, channel, direction, durationSeconds, missed, text }) => {
    const when = DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd HH:mm')
    const long = durationSeconds === undefined ? [] : [`${durationSeconds} s`]
    const words = text === '' ? [] : [text.replace(/\s+/g, ' ').slice(0, 60)]
    return `  ${[when, channel, direction, ...(missed ? ['missed'] : []), ...long, ...words].join(' · ')}`
  }
}
