import { describe, expect, it } from 'vitest'
import { asking } from '../../../src/approval/boundaries/same-ask.ts'

const asksAgain = (text: string, before: string) => asking(text)(before)

/** What was refused, and the same asked again in other words. */
const AGAIN: readonly (readonly [string, string])[] = [
  ['Сделайте ещё логотип для сайта бесплатно', 'А логотип для сайта бесплатно всё-таки сможете?'],
  ['Добавьте в договор ежедневные отчёты по позициям', 'Коллеги, добрый день! Хотим ежедневный отчёт по позициям.'],
  ['Дайте скидку 20% на продвижение', 'Здравствуйте. Нужна скидка на продвижение 15%'],
  ['Можно перевести весь каталог на английский?', 'Переведите, пожалуйста, каталог на английский'],
  ['Нужна поддержка по выходным', 'Спасибо за отчёт! Кстати, поддержку в выходные добавите?'],
  ['Please redesign our logo for free', 'Could you do the logo redesign for free after all?'],
  ['We want daily reports on rankings', 'Hi! Can we get a daily ranking report?'],
  ['Add weekend support to the contract', 'Is weekend support in the contract possible?'],
  [
    'Вёрстка писем для рассылки в рамках абонентской платы',
    'Сверстайте письма для рассылки в рамках абонентской платы',
  ],
  ['Настройте рекламу конкурента по бренду', 'Нужна реклама по бренду конкурента'],
]
/** Other matters of the same clients, about the same things. */
const OTHER: readonly (readonly [string, string])[] = [
  ['Сделайте ещё логотип для сайта бесплатно', 'Логотип на сайте съехал в мобильной версии, посмотрите'],
  ['Сделайте ещё логотип для сайта бесплатно', 'Пришлите, пожалуйста, логотип в векторе'],
  ['Добавьте в договор ежедневные отчёты по позициям', 'Где отчёт за март?'],
  ['Добавьте в договор ежедневные отчёты по позициям', 'Пришлите договор на подпись'],
  ['Дайте скидку 20% на продвижение', 'Когда начнём продвижение?'],
  ['Дайте скидку 20% на продвижение', 'Скидка на товары на сайте указана неверно'],
  ['Можно перевести весь каталог на английский?', 'В каталоге не открывается вторая страница'],
  ['Нужна поддержка по выходным', 'Спасибо за поддержку!'],
  ['Please redesign our logo for free', 'The logo on the landing page is blurry'],
  ['We want daily reports on rankings', 'The report for March has a typo'],
  ['We want daily reports on rankings', 'Thanks for the report, rankings look good'],
  ['Add weekend support to the contract', 'Have a nice weekend!'],
  ['Нужно срочно сегодня', 'Нужно срочно сегодня'],
  ['Настройте рекламу конкурента по бренду', 'Реклама сегодня не показывается'],
  ['Вёрстка писем для рассылки в рамках абонентской платы', 'Рассылка ушла дважды, клиенты пишут нам письма'],
  ['', ''],
  ['Сколько стоит аудит?', 'Сколько стоит реклама?'],
]

describe('the same ask', () => {
  it.each(AGAIN)('%s | %s', (before, text) => {
    expect(asksAgain(text, before)).toBe(true)
  })

  it.each(OTHER)('is not %s | %s', (before, text) => {
    expect(asksAgain(text, before)).toBe(false)
  })

  it('never takes one matter for another of these', () => {
    const wrong = AGAIN.flatMap(([before], i) =>
      AGAIN.flatMap(([, text], j) => (i !== j && asksAgain(text, before) ? [`${before} | ${text}`] : [])),
    )
    expect(wrong).toEqual([])
  })
})
