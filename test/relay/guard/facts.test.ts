import { describe, expect, it } from 'vitest'
import { guard } from '../../../src/relay/guard/guard.ts'

const blocked = (source: string, final: string) =>
  guard(source, final)
    .filter(({ severity }) => severity === 'block')
    .map(({ kind, change }) => `${kind} ${change}`)

/** Two ways to write one fact: Russian, English, and across. */
const ONE: readonly (readonly [string, string])[] = [
  ['цена 150к', 'цена 150 тыс. руб.'],
  ['150 тыс. руб.', '150 000 ₽'],
  ['150 000 ₽', 'RUB 150,000'],
  ['1,5 млн', '1 500 000'],
  ['полтора ляма', '1,5 млн ₽'],
  ['$3.5k', '3 500 долларов'],
  ['900 aed', 'AED 900'],
  ['1.500,00 €', '1500 евро'],
  ['от 60 до 90к', '60 000–90 000 ₽'],
  ['150к без ндс', 'RUB 150,000 excluding VAT'],
  ['45 000 + НДС', '45 000 руб. без учёта НДС'],
  ['три недели', '21 день'],
  ['2 weeks', 'fourteen days'],
  ['полтора часа', '90 минут'],
  ['1 час 30 минут', 'an hour and a half'],
  ['полгода', 'six months'],
  ['недели две', 'около двух недель'],
  ['10 раб. дней', '10 business days'],
  ['двухнедельный срок', 'срок — 2 недели'],
  ['10-дневный срок', 'срок — десять дней'],
  ['до 18', 'до 18:00'],
  ['в 7 вечера', 'at 7 pm'],
  ['полтретьего', '14:30'],
  ['без четверти три', '14:45'],
  ['half past nine', '9:30'],
  ['с 9-00 до 18-00', '09:00–18:00'],
  ['к 15-му', 'by the 15th'],
  ['14.05.2025', '14 мая 2025 года'],
  ['14 мая', 'May 14th'],
  ['с 1 по 14 июля', '1–14 July'],
  ['2025-09-03', '3 сентября'],
  ['EOD пятница', 'до конца дня в пятницу'],
  ['до конца месяца', 'by the end of the month'],
  ['послезавтра', 'the day after tomorrow'],
  ['в след вт', 'в следующий вторник'],
  ['24/7', 'круглосуточно'],
  ['40 %', 'сорок процентов'],
  ['процентов на 30', 'примерно 30%'],
  ['две трети', '67%'],
  ['вдвое', 'в 2 раза'],
  ['двадцать пять страниц', '25 страниц'],
  ['two hundred and five', '205'],
  ['10-15 ссылок', 'от 10 до 15 ссылок'],
  ['5 мб', '5 MB'],
  ['1 ГБ', '1000 МБ'],
  ['8 (800) 555-46-78', '+78005554678'],
  ['https://Site.example/Path/', 'site.example/Path'],
  ['info@site.example', 'INFO@site.example.'],
  ['договор АГ-209', 'contract AG-209'],
  ['счёт №482', 'счёт № 482'],
  ['Q3', 'third quarter'],
]

/** A fact that has changed, and what the guard calls it. */
const CHANGED: readonly (readonly [string, string, string])[] = [
  ['150к', '120 000 ₽', 'money changed'],
  ['$3.5k', '3 500 ₽', 'money changed'],
  ['150к с НДС', '150к без НДС', 'vat changed'],
  ['14 дней', '10 дней', 'duration changed'],
  ['10 рабочих дней', '10 дней', 'unit changed'],
  ['5 мб', '5 ГБ', 'unit changed'],
  ['на год', 'на месяц', 'duration changed'],
  ['48 hours', '24 hours', 'duration changed'],
  ['40%', '50%', 'percent changed'],
  ['вырастет на 10%', 'вырастет до 10%', 'percent changed'],
  ['10-15 ссылок', '5–15 ссылок', 'range changed'],
  ['3-4 дня', '4 дня', 'range missing'],
  ['27 600 контактов', '26 700 контактов', 'number changed'],
  ['три концепции', 'четыре концепции', 'quantity changed'],
  ['пара вопросов', 'один вопрос', 'quantity changed'],
  ['втрое', 'в 2 раза', 'quantity changed'],
  ['5 июня', '5 июля', 'date changed'],
  ['в четверг', 'on Friday', 'date changed'],
  ['к 15-му', 'к 25 числу', 'deadline changed'],
  ['до конца недели', 'до конца месяца', 'deadline changed'],
  ['звоните после 16', 'звоните до 16:00', 'time changed'],
  ['в 12:30', 'at 12:00', 'time changed'],
  ['+7 812 555-09-09', '8 (812) 555-90-09', 'phone changed'],
  ['доб. 8 495 123-45-60 доб 204', '8 495 123-45-60 доб 240', 'phone changed'],
  ['a@site.example', 'a@site.example.com', 'email changed'],
  ['site.example/a?utm_source=x', 'site.example/a?utm_source=y', 'link changed'],
  ['plan_2025.xlsx', 'plan_2024.xlsx', 'file changed'],
  ['заказ HD-90817', 'заказ HD-90871', 'identifier changed'],
  ['ИНН 7701234567', 'ИНН 7701234576', 'identifier changed'],
  ['скидка есть', 'скидка 10% есть', 'percent added'],
  ['лендинг от 60 до 90к', 'лендинг от 60 000 ₽', 'range missing'],
  ['дизайн 15к, вёрстка 28к', 'дизайн 28к, вёрстка 15к', 'number changed'],
]

describe('a fact', () => {
  it.each(ONE)('is one: %s, %s', (a, b) => {
    expect(blocked(a, b)).toEqual([])
    expect(blocked(b, a)).toEqual([])
  })

  it.each(CHANGED)('has changed: %s, %s: %s', (source, final, what) => {
    expect(blocked(source, final)).toContain(what)
  })

  it('is shown where it stands in both texts, as it was written', () => {
    const source = 'Сделаем за\u00A0150\u202Fтыс. руб. до среды'
    const final = 'Сделаем за 120 000 ₽ до среды'
    const [finding] = guard(source, final)
    expect(finding).toMatchObject({
      kind: 'money',
      change: 'changed',
      source: { value: 'RUB 150000' },
      final: { value: 'RUB 120000' },
    })
    expect(source.slice(finding?.source?.start, finding?.source?.end)).toBe('150\u202Fтыс. руб.')
    expect(final.slice(finding?.final?.start, finding?.final?.end)).toBe('120 000 ₽')
  })

  it('has a finding whose id stays while the values stay, and changes with them', () => {
    const id = (source: string, final: string) => guard(source, final)[0]?.id
    expect(id('14 дней', '10 дней')).toBe(id('Срок: 14 дней.', 'Срок составит 10 дней'))
    expect(id('14 дней', '10 дней')).not.toBe(id('14 дней', '11 дней'))
  })
})
