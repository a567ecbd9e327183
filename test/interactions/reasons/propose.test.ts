import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { REASONS } from '../../../src/core/interaction.ts'
import { plain } from '../../../src/core/rich-text.ts'
import { proposeFor, proposeReason } from '../../../src/interactions/reasons/propose/propose.ts'

const labelled = z.object({ reason: z.enum(REASONS), text: z.string(), files: z.boolean().default(false) })

function messagesIn(file: string) {
  const lines = readFileSync(`test/fixtures/reasons/${file}.jsonl`, 'utf8').trim().split('\n')
  return lines.map((line) => labelled.parse(JSON.parse(line)))
}

function shareRight(file: string): number {
  const messages = messagesIn(file)
  const right = messages.filter(
    ({ reason, text, files }) => proposeFor({ text, hasFiles: files }, 'in').reason === reason,
  )
  return right.length / messages.length
}

const reasonOf = (text: string) => proposeReason(plain(text), 'in').reason
const ours = (text: string) => proposeReason(plain(text), 'out').reason

describe('a reason is proposed', () => {
  it('for the messages that the rules were made from', () => {
    expect(messagesIn('developed').length).toBeGreaterThanOrEqual(500)
    expect(shareRight('developed')).toBeGreaterThanOrEqual(0.95)
  })

  it('for messages that no rule was made from, as far as README says', () => {
    expect(shareRight('unseen')).toBeGreaterThanOrEqual(0.6)
    expect(shareRight('unseen-others')).toBeGreaterThanOrEqual(0.5)
  })

  it.each(['second', 'third', 'fourth', 'fifth'])(
    'for the messages of other authors, since developed from: %s',
    (file) => {
      expect(shareRight(file)).toBeGreaterThanOrEqual(0.8)
    },
  )

  // A false complaint opens a case: better to miss some.
  it('a complaint rarely where there is none, also in messages that no rule was made from', () => {
    const messages = [...messagesIn('unseen'), ...messagesIn('unseen-others')]
    const proposed = messages.filter(({ text }) => reasonOf(text) === 'complaint')
    const right = proposed.filter(({ reason }) => reason === 'complaint').length
    expect(right / proposed.length).toBeGreaterThanOrEqual(0.75)
    expect(right / messages.filter(({ reason }) => reason === 'complaint').length).toBeGreaterThanOrEqual(0.4)
  })

  it.each([
    ['Претензий нет, всё работает', 'complaint'],
    ['если форма сломается, напишу', 'complaint'],
    ['We are still waiting on sign-off from our regional office', 'complaint'],
    ['Sorry, I forgot to send the photos', 'complaint'],
    ['ошибок не нашли, публикуйте', 'complaint'],
    ['не в тот чат', 'complaint'],
  ])('%s: no complaint', (text, reason) => expect(reasonOf(text)).not.toBe(reason))

  it.each([
    'форма заявки опять не отправляется',
    'третий день жду ответа',
    'обещали в пятницу, а на сайте пусто',
    'заплатили сто тысяч, заявок ноль',
    "We still haven't received the banners",
    'nobody replied to the reviews',
    'our name is misspelled on the banner',
  ])('%s: a complaint', (text) => expect(reasonOf(text)).toBe('complaint'))

  it.each([
    ['Счёт оплатили. Когда запуск?', 'question'],
    ['Спасибо! Пришлите счёт', 'request'],
    ['Согласовано, но замените картинку', 'request'],
    ['Согласовано. Когда запускаем?', 'question'],
    ['Почему до сих пор не готово?', 'complaint'],
    ['Thanks, invoice paid. Could you send the report?', 'request'],
    ['Approved, but please change the logo', 'request'],
  ])('%s: what needs an answer comes first', (text, reason) => expect(reasonOf(text)).toBe(reason))

  it.each([
    ['Добрый день! Спасибо', 'ack'],
    ['Анна, здравствуйте! Согласовано', 'approval'],
    ['Hi Anna! Invoice paid', 'invoice'],
    ['Добрый день', 'smalltalk'],
    ['', 'other'],
    ['👍', 'ack'],
    ['https://site.example', 'other'],
  ])('%s: a greeting is no reason', (text, reason) => expect(reasonOf(text)).toBe(reason))

  it.each([
    ['Баннеры готовы, загрузили в кабинет', 'status'],
    ['Пришлите, пожалуйста, доступы', 'request'],
    ['Какой вариант вам ближе?', 'question'],
    ['Счёт во вложении', 'invoice'],
    ['Отличная работа, молодцы', 'other'],
    ['Сожалеем, это ужасная ошибка', 'other'],
  ])('%s: what the agency says is neither praise nor complaint', (text, reason) => expect(ours(text)).toBe(reason))

  it('never settles a complaint by itself, and is sure of nothing', () => {
    for (const { text, files } of [...messagesIn('developed'), ...messagesIn('unseen')]) {
      const { reason, confidence } = proposeFor({ text, hasFiles: files }, 'in')
      expect(reason).not.toBe('complaint_resolved')
      expect(confidence).toBeGreaterThan(0)
      expect(confidence).toBeLessThan(1)
    }
  })

  it('reads a very long message in no time', () => {
    const began = performance.now()
    for (const said of ['а', 'a@', 'please ', 'ждем день ', 'работает а '])
      proposeReason(plain(said.repeat(50_000)), 'in')
    proposeReason(plain('подскажите пожалуйста как там дела с нашим сайтом '.repeat(2_000)), 'in')
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
