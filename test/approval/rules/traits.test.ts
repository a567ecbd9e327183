import { describe, expect, it } from 'vitest'
import { complains, languageOf, traitsOf } from '../../../src/approval/rules/traits/traits.ts'
import type { Trait } from '../../../src/core/rule.ts'

const AROUND = { kind: 'message', hasFiles: false, isFirst: false, complaintOpen: false } as const

function traits(...texts: string[]): Trait[] {
  return [...traitsOf(texts, AROUND)].sort()
}

describe('the traits of a text', () => {
  it.each<[string, Trait]>([
    ['Аудит стоит 45 тысяч', 'money'],
    ['Это будет 1500 ₽', 'money'],
    ['Возьмём 40к', 'money'],
    ['Оплатите счёт, пожалуйста', 'money'],
    ['Сделаем скидку', 'money'],
    ['It will be $500', 'money'],
    ['The invoice is attached', 'money'],
    ['We can do it for free', 'money'],
    ['Сделаем за 3 дня', 'deadline'],
    ['Будет готово в пятницу', 'deadline'],
    ['Отправлю завтра к обеду', 'deadline'],
    ['Скоро пришлю', 'deadline'],
    ['До конца недели всё поправим', 'deadline'],
    ['It takes two weeks', 'deadline'],
    ['Done by Friday', 'deadline'],
    ['I will send it tomorrow', 'deadline'],
    ['Мы не сможем это сделать', 'refusal'],
    ['К сожалению, это вне рамок договора', 'refusal'],
    ['Это невозможно', 'refusal'],
    ['We cannot do that', 'refusal'],
    ['Unfortunately it is out of scope', 'refusal'],
    ['Мы очень недовольны результатом', 'complaint'],
    ['Сколько можно ждать!', 'complaint'],
    ['Верните деньги, иначе суд', 'complaint'],
    ['Опять не работает форма', 'complaint'],
    ['We are disappointed with the results', 'complaint'],
    ['This is unacceptable, I want a refund', 'complaint'],
    ['Die Metadaten der Startseite sind aktualisiert worden', 'unread'],
    ['Оновили метатеги на головній сторінці і в каталозі', 'unread'],
    ['更新しました', 'unread'],
    ['👍', 'unread'],
  ])('%s: %s', (text, trait) => {
    expect(traits(text)).toContain(trait)
  })

  it.each([
    'Обновил метатеги на главной',
    'Всё готово, проверяйте, пожалуйста',
    'Опубликовал три статьи в блоге',
    'Поправил шапку и меню',
    'Успешно выложили новый раздел каталога',
    'I have updated the meta tags on the home page',
    'Published three articles on the blog',
    'Ok',
  ])('none in plain news: %s', (text) => {
    expect(traits(text)).toEqual([])
  })

  it('are those of what was said and of what it was rewritten to', () => {
    expect(traits('Сделаем за 3 дня', 'Обновил, стоит 500 рублей')).toEqual(['deadline', 'money'])
  })

  it('are also what is known besides the words', () => {
    const given = traitsOf(['Обновил метатеги'], {
      kind: 'removal',
      hasFiles: true,
      isFirst: true,
      complaintOpen: true,
    })
    expect([...given].sort()).toEqual(['change', 'complaint', 'first_message', 'unread'])
  })

  it('tell a complaint from a question', () => {
    expect(complains('Почему до сих пор ничего не сделано?')).toBe(true)
    expect(complains('Пожалуйста, пришлите отчёт')).toBe(false)
    expect(complains('Could you send the report, please?')).toBe(false)
  })
})

describe('the language of a text', () => {
  it.each([
    ['Привет', 'ru'],
    ['Обновил title на главной', 'ru'],
    ['Hello', 'en'],
    ['I have updated the page', 'en'],
    ['J’ai mis à jour les balises de votre page principale', 'other'],
    ['مرحبا', 'other'],
    ['12 345', 'other'],
    ['', 'ru'],
  ])('%s: %s', (text, language) => {
    expect(languageOf(text)).toBe(language)
  })
})
