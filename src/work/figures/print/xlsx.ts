import ExcelJS from 'exceljs'
import type { Grid } from './grid.ts'

/** A workbook of one sheet. Text is written as text: there are no formulae in it. */
export async function xlsxOf({ name, rows }: Grid): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(name.replace(/[\\/*?:[\]]/g, '-').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  for (const row of rows) sheet.addRow([...row])
  sheet.getRow(1).font = { bold: true }
  for (const [i, column] of sheet.columns.entries()) {
    column.width = Math.min(60, Math.max(8, ...rows.map((row) => String(row[i] ?? '').length + 2)))
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}
