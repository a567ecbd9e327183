import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { idsOf } from '../../../src/core/text.ts'
import { FIGURE_NAMES } from '../../../src/work/figures/asked.ts'
import { BASES, DIMENSIONS, NEEDS } from '../../../src/work/figures/figures.ts'
import { csvOf } from '../../../src/work/figures/print/csv.ts'
import { reportGrid } from '../../../src/work/figures/print/grid.ts'
import { reportInWords } from '../../../src/work/figures/print/words.ts'
import { xlsxOf } from '../../../src/work/figures/print/xlsx.ts'
import type { Report } from '../../../src/work/figures/report.ts'
import { changeOf, rateOf } from '../../../src/work/figures/stats/interval.ts'
import { periodOf } from '../../../src/work/figures/stats/period.ts'
import { SOURCES, say } from '../../../src/work/figures/text.ts'

const period = periodOf('2026-10', 'Europe/Moscow', new Date('2026-11-10T12:00:00Z'))
if (!period) throw new Error('no period')
const [before, after] = [rateOf(18, 20), rateOf(27, 30)]
const change = changeOf(before, after)

const REPORT: Report = {
  scope: { period: '2026-10', by: 'manager' },
  period,
  figures: [
    {
      name: 'retention',
      section: 'anna',
      state: 'counted',
      basis: 'start',
      value: { kind: 'rate', ...after },
      before: { kind: 'rate', ...before },
      difference: change && { kind: 'share', ...change },
      parts: { outcome: [{ label: 'stayed', n: 27 }] },
      notes: [{ note: '=HYPERLINK("http://evil.example")', n: 1 }],
    },
    { name: 'ltv', section: '', state: 'missing', needs: 'invoices' },
  ],
}

describe('a report', () => {
  it('shows n, the interval, the basis and the period before beside a share, in both languages', () => {
    const ru = reportInWords(REPORT, 'ru')
    expect(ru).toContain('С 2026-10-01 по 2026-10-31, часовой пояс Europe/Moscow; раньше: с 2026-09-01 по 2026-09-30')
    expect(ru).toContain('Менеджер anna')
    expect(ru).toContain('Удержание клиентов (из клиентов на начало периода): 90 % [74,4–96,5], 27 из 30')
    expect(ru).toContain('раньше: 90 % [69,9–97,2], 18 из 20; 0 п. п. [-17,2 … +21,1], возможно, случайность')
    expect(ru).toContain('счетов пока нет')
    expect(reportInWords(REPORT, 'en')).toContain(
      'Clients kept (of the clients there were at its start): 90 % [74.4–96.5], 27 of 30',
    )
  })

  it('has every word in both languages', () => {
    expect(idsOf(SOURCES.ru)).toEqual(idsOf(SOURCES.en))
    for (const name of FIGURE_NAMES) expect(say('ru', `figure-${name}`)).not.toBe('')
    for (const name of BASES) expect(say('ru', `basis-${name}`)).not.toBe('')
    for (const name of DIMENSIONS) expect(say('ru', `dimension-${name}`)).not.toBe('')
    for (const name of NEEDS) expect(say('ru', `needs-${name}`)).not.toBe('')
  })

  it('as a grid has the same numbers, each a number', () => {
    const [head, line] = reportGrid(REPORT, 'en').rows
    const cell = (name: string) => line?.[head?.indexOf(name) ?? -1]
    expect([cell('value'), cell('n'), cell('95 % from'), cell('95 % to'), cell('before'), cell('change')]).toEqual([
      90, 30, 74.4, 96.5, 90, 0,
    ])
  })
})

describe('a file for a spreadsheet', () => {
  it('runs nothing that somebody wrote', () => {
    const rows = [['=1+1', '+7 900', '-x', '@sum', '\t=1', ' =1', 'a"b', 'c,d', 'fine', -5, null]]
    expect(csvOf({ name: 'x', rows })).toBe(`\uFEFF'=1+1,'+7 900,'-x,'@sum,'\t=1,' =1,"a""b","c,d",fine,-5,\r\n`)
  })

  it('as a workbook has numbers as numbers and text as text', async () => {
    const book = new ExcelJS.Workbook()
    const bytes = await xlsxOf({
      name: 'last-30-days: a/b',
      rows: [
        ['head', 'n'],
        ['=1+1', 5],
      ],
    })
    await book.xlsx.load(bytes.buffer as ArrayBuffer)
    const [sheet] = book.worksheets
    expect(sheet?.getCell('A2').value).toBe('=1+1')
    expect(sheet?.getCell('A2').type).toBe(ExcelJS.ValueType.String)
    expect(sheet?.getCell('B2').value).toBe(5)
  })

  it('as a workbook can be opened whatever somebody wrote as the reason', async () => {
    const book = new ExcelJS.Workbook()
    const written = ['a\uffffb', 'a\ud800b', 'a_x0041_b', 'x'.repeat(40_000)]
    await book.xlsx.load((await xlsxOf({ name: 'x', rows: written.map((text) => [text]) })).buffer as ArrayBuffer)
    const read = written.map((_, i) => String(book.worksheets[0]?.getCell(i + 1, 1).value))
    expect(read).toEqual(['a\ufffdb', 'a\ufffdb', 'a_x0041_b', 'x'.repeat(32_767)])
  })
})
