/** What `liaison score backtest` does: a log of contacts in, a table of how well each measure foretells silence out. */
import type { Locale } from '../../core/ids.ts'
import { type Backtest, backtest, LEAST, MEASURES, type Ranking } from '../../score/backtest/backtest.ts'
import type { Counted } from '../../score/backtest/silences.ts'
import { say } from '../text.ts'
import { readEdges } from './edges.ts'

type Format = 'table' | 'json'

/** Throws InputError that names the line. */
export function scoreBacktest(text: string, file: string, format: Format, locale: Locale): string {
  return printed(backtest(readEdges(text, file, locale)), format, locale, 'pairs')
}

/** `of`: whose histories they are. */
export function printed(found: Backtest, format: Format, locale: Locale, of: 'pairs' | 'clients'): string {
  return format === 'json' ? JSON.stringify(found, null, 2) : tableOf(found, locale, of)
}

function tableOf(found: Backtest, locale: Locale, of: 'pairs' | 'clients'): string {
  const { contacts, pairs, days, cuts, any, client, silences, tooLittle } = found
  const rows = MEASURES.map((name) => [say(locale, `measure-${name}`), areaOf(any, name), areaOf(client, name)])
  const head = ['AUC', say(locale, 'backtest-any'), say(locale, 'backtest-client')]
  const counts = [say(locale, 'backtest-readings'), countsOf(any), countsOf(client)]
  return [
    say(locale, `backtest-about-${of}`, { contacts, pairs, days, cuts }),
    '',
    ...aligned([head, ...rows, counts]),
    '',
    say(locale, 'backtest-ended', sharesOf(silences.ended)),
    say(locale, 'backtest-lasting', sharesOf(silences.lasting)),
    ...(tooLittle ? ['', say(locale, 'backtest-too-little', { least: LEAST })] : []),
  ].join('\n')
}

function areaOf({ auc }: Ranking, name: (typeof MEASURES)[number]): string {
  return auc[name]?.toFixed(3) ?? '—'
}

function countsOf({ readings, silent }: Ranking): string {
  return `${silent} / ${readings}`
}

function sharesOf({ silences, watch, alarm }: Counted) {
  const percent = (part: number) => (silences === 0 ? '—' : ((100 * part) / silences).toFixed(1))
  return { silences, watch: percent(watch), alarm: percent(alarm) }
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('   '),
  )
}
