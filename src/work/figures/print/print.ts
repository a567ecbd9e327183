/** What `liaison report kpi` gives: a report or the rows of a figure, in the format that was asked for. Reads only. */
import type { Locale } from '../../../core/ids.ts'
import type { Database } from '../../../db/client.ts'
import type { FigureName, Format, Scope } from '../asked.ts'
import { reportOf } from '../report.ts'
import { MOST_ROWS, type Opened, openFigure } from '../rows.ts'
import { say } from '../text.ts'
import { csvOf } from './csv.ts'
import { type Cell, type Grid, reportGrid, rowsGrid } from './grid.ts'
import { periodInWords, reportInWords } from './words.ts'
import { xlsxOf } from './xlsx.ts'

export type Asked = {
  readonly scope: Scope
  readonly format: Format
  readonly locale: Locale
  /** The rows of this figure instead of all figures. */
  readonly rows?: FigureName | undefined
}

/** Text, or the bytes of a workbook. Throws InputError for what a person can put right. */
export async function printFigures(database: Database, asked: Asked, now: Date): Promise<string | Uint8Array> {
  const { scope, format, locale, rows } = asked
  if (rows === undefined) {
    const report = await reportOf(database, scope, locale, now)
    return inFormat(format, {
      table: () => reportInWords(report, locale),
      json: () => report,
      grid: () => reportGrid(report, locale),
    })
  }
  const page = { limit: MOST_ROWS, offset: 0 }
  const opened = await openFigure(database, { ...scope, figure: rows, page }, locale, now)
  return inFormat(format, {
    table: () => rowsInWords(opened, locale),
    json: () => opened,
    grid: () => rowsGrid(opened, locale),
  })
}

type Ways = { readonly table: () => string; readonly json: () => unknown; readonly grid: () => Grid }

function inFormat(format: Format, { table, json, grid }: Ways): string | Promise<Uint8Array> {
  switch (format) {
    case 'table':
      return table()
    case 'json':
      return JSON.stringify(json(), null, 2)
    case 'csv':
      return csvOf(grid())
    case 'xlsx':
      return xlsxOf(grid())
  }
}

function rowsInWords(opened: Opened, locale: Locale): string {
  const { figure, period, total, rows } = opened
  const shown = total > rows.length ? 'some' : 'all'
  const head = say(locale, 'rows', { figure: say(locale, `figure-${figure}`), total, shown, most: rows.length })
  const lines = rows.length === 0 ? [say(locale, 'rows-none')] : aligned(rowsGrid(opened, locale).rows)
  return [periodInWords(period, locale), head, '', ...lines].join('\n')
}

function aligned(rows: readonly (readonly Cell[])[]): string[] {
  const text = rows.map((row) => row.map((cell) => String(cell ?? '').replace(/\s+/g, ' ')))
  const widths = (text[0] ?? []).map((_, i) => text.reduce((most, row) => Math.max(most, row[i]?.length ?? 0), 0))
  return text.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
