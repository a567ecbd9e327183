import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plain, type RichText, toPlain } from '../../../src/core/rich-text.ts'
import { hideAmounts, hideInLine, moneyIn, previewOf, putBack, restoreAmounts } from '../../../src/relay/mask/money.ts'

describe('amounts of money', () => {
  it.each([
    ['Стоимость 150 000 ₽ в месяц, скидка 10 %', 'Стоимость ••• в месяц, скидка 10 %'],
    ['Бюджет 150к, срок 3 недели', 'Бюджет •••, срок 3 недели'],
    ['150–200 тысяч ₽ без НДС', '••• без НДС'],
    ['$3.5k per month, 20 pages', '••• per month, 20 pages'],
    ['сто пятьдесят тысяч рублей', '•••'],
    ['12 000 руб/час за 3 карточки', '•••/час за 3 карточки'],
    ['150 000 за аудит', '••• за аудит'],
    ['Созвон 12.12.2026 в 15:30, тел. +7 999 123-45-67', 'Созвон 12.12.2026 в 15:30, тел. +7 999 123-45-67'],
    ['в 2026 году 3 страницы', 'в 2026 году 3 страницы'],
    ['Смета-150000.pdf', 'Смета-•••.pdf'],
    ['см. smeta_150_000_rub.xlsx и план.pdf', 'см. smeta_•••.xlsx и план.pdf'],
    ['invoice 12000 USD.pdf', 'invoice •••.pdf'],
    ['scan-2026-11-26.pdf', 'scan-2026-11-26.pdf'],
    ['Это 5 00…', 'Это •••…'],
    ['Аудит стоит 5 000 рос…', 'Аудит стоит •••…'],
  ])('%s', (text, shown) => {
    expect(hideInLine(text)).toBe(shown)
  })

  it('are whole in the beginning of a text, or not in it', () => {
    const text = 'Аудит обойдётся в двенадцать тысяч рублей, это всё'
    for (let length = 5; length <= text.length; length++) {
      expect(hideInLine(previewOf(plain(text), length)), String(length)).not.toMatch(/двенадцать|тысяч|руб/)
    }
    expect(previewOf(plain(text), 10)).toBe('Аудит обо…')
  })

  it('of thousands of roubles, written short', () => {
    expect(hideInLine('за 150т.р.')).not.toContain('150')
    expect(hideInLine('от 100 до 150 тыс. руб.')).not.toMatch(/\d/)
  })

  const body: RichText = [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Аудит ' },
        { type: 'text', text: '50 000', marks: ['bold'] },
        { type: 'text', text: ' ₽, потом 20 000 ₽ в месяц' },
      ],
    },
    { type: 'list', ordered: false, items: [plain('правки 5 000 ₽')] },
  ]

  it('are numbered, across formatting, and come back where their tokens stand', () => {
    const hidden = hideAmounts(body)
    const { body: shown, amounts } = hidden
    expect(amounts).toEqual(['50 000 ₽', '20 000 ₽', '5 000 ₽'])
    expect(toPlain(shown)).toBe('Аудит •••¹, потом •••² в месяц\n• правки •••³')
    const moved = restoreAmounts(plain('•••³ за правки, •••² в месяц и •••¹ за аудит'), hidden)
    expect(moved).toEqual({ kind: 'restored', body: plain('5 000 ₽ за правки, 20 000 ₽ в месяц и 50 000 ₽ за аудит') })
  })

  it.each([
    ['Аудит •••¹, потом •••²', 'amount_lost'],
    ['Аудит •••¹, потом •••², правки •••⁴', 'amount_changed'],
    ['Аудит •••, потом •••², правки •••³', 'amount_changed'],
    ['Аудит ••¹, потом •••², правки •••³', 'amount_changed'],
  ])('refuses "%s"', (text, why) => {
    expect(restoreAmounts(plain(text), hideAmounts(body)).kind).toBe(why)
  })

  it('need not all be named in words of one’s own', () => {
    expect(putBack(plain('Про •••² подумаю'), hideAmounts(body).amounts)).toEqual({
      kind: 'restored',
      body: plain('Про 20 000 ₽ подумаю'),
    })
  })

  it('hide and restore give the text back, and no amount is left in between', () => {
    const pieces = fc.constantFrom(
      'Цена 5 000 ₽',
      ' за 40к',
      ' аудит',
      ' $900',
      ', три недели',
      ' 1 500 €',
      '\n',
      ' до 12.12',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const said = plain(parts.join(''))
        const hidden = hideAmounts(said)
        expect(moneyIn(toPlain(hidden.body))).toEqual([])
        expect(restoreAmounts(hidden.body, hidden)).toEqual({ kind: 'restored', body: said })
      }),
    )
  })
})
