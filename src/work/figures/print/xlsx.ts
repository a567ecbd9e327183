import ExcelJS from 'exceljs'
import type { Cell, Grid } from './grid.ts'

/** A workbook of one sheet. Text is written as text: there are no formulae in it. */
export async function xlsxOf({ name, rows }: Grid): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(name.replace(/[\\/*?:[\]]/g, '-').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  for (const row of rows) sheet.addRow(row.map(cellOf))
  sheet.getRow(1).font = { bold: true }
  for (const [i, column] of sheet.columns.entries()) {
    column.width = Math.min(60, Math.max(8, ...rows.map((row) => String(row[i] ?? '').length + 2)))
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** A cell of a workbook takes no more. */
const LONGEST_CELL = 32_767

/** One character that XML does not allow makes the whole workbook unreadable; `_x0041_` would be read as the character. */
function cellOf(value: Cell): Cell {
  if (typeof value !== 'string') return value
  const allowed = value.replace(/[\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
  return allowed.slice(0, LONGEST_CELL).replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
}
