/**
 * Whether a price holds VAT. with: inside the price · on top: to be added · without: the price has none in it, whether it is
 * added or not ("без НДС" is said of both) · none: there is none to pay · payer: who sells has to pay it, whatever is in the price · paid: there is
 * some to pay, and no more is said.
 */
import { inflected, table } from './tables.ts'

export type VatState = 'with' | 'on top' | 'without' | 'none' | 'payer' | 'paid'
const state = (key: string) => key as VatState

export const VAT = new Set(['ндс', 'ндсом', 'ндса', 'ндсу', 'vat', "vat's", 'gst'])
/** Of a price they mean the same, where it is said whether they are in it. */
export const TAX = new Set('tax taxes налог налоги налога налогов налогами'.split(' '))

const SHORT = '- а о ы'

/** Before "VAT", and what a "no" makes of them. */
export const VAT_BEFORE = table<VatState>(
  {
    with: `с со included вшит зашит сидит сидят вложен заложен включая включает включают ${inflected('включен', SHORT)} вкл incl inc include includes including inclusive with т.ч ч числе том gross учетом has covers contains contain внутри`,
    'on top': 'сверху плюс plus + add adding subject добавьте прибавьте добавить',
    without: 'без excl excluding exclude excludes exclusive without net before ex исключая вычетом',
    none: `exempt no никакого никаких неплательщик неплательщики неплательщиком неплательщиками ${inflected('освобожден', SHORT)}`,
    payer: `${inflected('плательщик', '- а и ом ами ов')} registered`,
  },
  state,
)

/** Behind "VAT". */
export const VAT_AFTER = table<VatState>(
  {
    with: `в_цене в_стоимости в_сумме этой_цене этой_сумме этой_стоимости that_price this_price that_figure this_figure that_amount this_amount that_total this_total вшит вшита зашит зашита сидит сидят ${inflected('заложен', SHORT)} ${inflected('вложен', SHORT)} included ${inflected('включен', SHORT)} включительно включаем included inclusive inside внутри входит входят ${inflected('учтен', SHORT)} учли учел учтены числе ч ${inflected('выделен', SHORT)} выделяем выделяется выделим`,
    'on top':
      'сверху отдельно top extra дополнительно добавляется добавим добавлю накинем накину начисляется начисляем прибавить прибавим прибавляется плюсом поверх оплачивается added separately облагается облагаются applicable payable apply applies due charged charge',
    without: `exclusive excl excluded ${inflected('исключен', SHORT)}`,
    payer: 'registered payer payers',
    none: 'exempt free никакого никаких нет нету отсутствует',
  },
  state,
)

/** Said with a "no", nothing is to be paid; without it they tell no more than that something is. */
export const VAT_PAID = new Set('платит платим платят плачу платите pay pays paying charge charges charging'.split(' '))

/** What the state becomes with a "no" before it: "НДС не включён", "not subject to VAT". */
export const VAT_DENIED: Readonly<Record<VatState, VatState>> = {
  with: 'without',
  'on top': 'none',
  without: 'with',
  none: 'none',
  payer: 'none',
  paid: 'none',
}

/** Sentences are long between "VAT" and these: they are looked for further on. */
export const VAT_FAR = /^(?:входит|входят|включен[аоы]?|included|включаем|выделен[аоы]?)$/

/** Ways to be taxed, which say it for all prices. */
export const VAT_REGIMES = table<VatState>(
  {
    none: `усн ${inflected('упрощенк', 'а и е у ой')} нпд ${inflected('самозанят', 'ый ая ые ого ой ому ым ых')} патент патенте псн`,
    'on top': 'осно осн',
  },
  state,
)

/** Of a price, without the word: "1,100 net". Behind "net" a number is a term of payment. */
export const VAT_PRICES = table<VatState>({ with: 'gross брутто', without: 'net нетто' }, state)
export const PRICE_WORDS =
  /^(?:price|prices|priced|rate|rates|fee|fees|cost|costs|amount|amounts|total|sum|figure|figures|quote|budget|are|is|цен[аыу]?|сумм[аыу]?|стоимость|бюджет|all)$/
