import type { Locale } from '../../../core/ids.ts'
import type { Rule } from '../../../core/rule.ts'
import type { Database } from '../../../db/client.ts'
import { rulesInForce } from '../../../people/rules.ts'
import { ENDS, type Replay, replay, type Tally } from './replay.ts'
import { say } from './text.ts'

export type RulesTest = {
  /** How many days back. */
  readonly days: number
  readonly format: 'table' | 'json'
  readonly locale: Locale
  /** Rules to try; absent: those in force. */
  readonly rules?: readonly Rule[] | undefined
}

/** What rules would have done with the log of the last days, as a person or a program reads it. Writes nothing. */
export async function testRules(database: Database, asked: RulesTest, now: Date): Promise<string> {
  const { prisma } = database
  const found = await replay(prisma, asked.rules ?? (await rulesInForce(prisma)), asked.days, now)
  return asked.format === 'json' ? JSON.stringify(found, null, 2) : inWords(found, asked.locale)
}

function inWords(found: Replay, locale: Locale): string {
  const head = say(locale, 'head', { days: found.days, relays: found.relays })
  if (found.rules.length === 0) return `${head}\n${say(locale, 'no-rules')}`
  const columns = ['rule', 'act', 'fits', 'through', ...ENDS.map((end) => `end-${end}`)].map((id) => say(locale, id))
  const lines = found.rules.map((tally) => lineOf(tally, locale))
  const table = drawn([columns, ...lines])
  const notes = found.rules.flatMap((tally) => notesOf(tally, locale))
  return [head, '', ...table, '', say(locale, 'unmatched', { count: found.unmatched }), ...notes].join('\n')
}

function lineOf(tally: Tally, locale: Locale): string[] {
  const act = say(locale, `act-${tally.act}`)
  if (tally.act !== 'approve') return [tally.key, act, String(tally.fits)]
  return [tally.key, act, String(tally.fits), String(tally.through), ...ENDS.map((end) => String(tally.ends[end]))]
}

/** What would have been wrong with it, and what it would have held. */
function notesOf({ key, act, through, ends, held }: Tally, locale: Locale): string[] {
  if (act !== 'approve') return []
  const mended = ends.edited + ends.returned + ends.rejected
  const share = through === 0 ? 0 : Math.round((mended / through) * 100)
  const why = Object.entries(held).map(([hold, count]) => `${say(locale, `hold-${hold}`)} ${count}`)
  return [
    ...(through === 0 ? [] : [say(locale, 'mended', { key, mended, through, share })]),
    ...(why.length === 0 ? [] : [say(locale, 'held', { key, why: why.join(', ') })]),
  ]
}

/** Columns as wide as their widest; the first two to the left, numbers to the right. */
function drawn(rows: readonly (readonly string[])[]): string[] {
  const columns = Math.max(...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)))
  return rows.map((row) =>
    row
      .map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}
