import type { Cell, Grid } from './grid.ts'

/**
 * As RFC 4180 has it, with the mark by which spreadsheets know UTF-8. Text that a spreadsheet would take for a formula gets an
 * apostrophe before it: what a client wrote must not be run where somebody opens the file.
 */
export function csvOf({ rows }: Grid): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function cell(value: Cell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@]/.test(value.trimStart()) || /^[\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
