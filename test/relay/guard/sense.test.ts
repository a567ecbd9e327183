import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../../src/core/ids.ts'
import { idsOf } from '../../../src/core/text.ts'
import { guard } from '../../../src/relay/guard/guard.ts'
import { SOURCES, wordsOf } from '../../../src/relay/guard/messages.ts'

const found = (source: string, final: string) =>
  guard(source, final)
    .filter(({ severity }) => severity !== 'note')
    .map(({ severity, kind, change }) => `${severity} ${kind} ${change}`)

describe('what is said', () => {
  it.each([
    ['хостинг не входит', 'хостинг не включён'],
    ['хостинг не входит', 'Hosting is excluded.'],
    ['это невозможно', 'мы не можем этого сделать'],
    ['тут нельзя', 'Здесь это запрещено.'],
    ["we can't do it", 'We are unable to do it.'],
    ['данные не потеряны', 'данные сохранены'],
    ['мы не против', 'у нас нет возражений'],
    ['без брифа оценку не дам', 'оценку дадим только при наличии брифа'],
    ['никто не отвечает', 'нам не отвечают'],
    ['оставим не позднее среды', 'оставим до среды'],
    ['не могли бы вы прислать макет?', 'пришлите макет'],
  ])('keeps its no: %s, %s', (source, final) => {
    expect(found(source, final).filter((line) => line.startsWith('block'))).toEqual([])
  })

  it.each([
    ['Хостинг не входит в цену.', 'Хостинг входит в цену.', ['block negation changed']],
    ["The hosting isn't included.", 'The hosting is included.', ['block negation changed']],
    ['Посмотрю двери.', 'Гарантируем новые двери.', ['block commitment added']],
    ['Хостинг не входит, домен не входит.', 'Хостинг входит, домен входит.', Array(2).fill('block negation changed')],
  ])('is told once, whatever rules have seen it: %s, %s', (source, final, lines) => {
    expect(found(source, final).filter((line) => !line.includes('missing'))).toEqual(lines)
  })

  it.each([
    ['не обновляйте плагины', 'Просим обновить плагины'],
    ['аванс не возвращается', 'Аванс возвращается'],
    ['макеты отдаём, шрифты нет', 'Передаём макеты и шрифты'],
    ['цены подняли везде кроме распродажи', 'Цены подняты везде'],
    ['хостинг входит в цену', 'Хостинг не входит в цену'],
    ['the staging site is not indexed', 'The staging site has been indexed.'],
    ["we didn't approve the payment", 'Второй платёж клиент согласовал.'],
  ])('has lost or gained a no: %s, %s', (source, final) => {
    expect(found(source, final).some((line) => line.startsWith('block negation'))).toBe(true)
  })

  it.each([
    ['позиции просели, был апдейт', 'Позиции снизились после апдейта. Обязательно вернём их на прежний уровень.'],
    ['pixel was broken, sorted now', 'The pixel was broken; we will refund the budget.'],
    ['стрим прошел, запись есть', 'The stream went well. We will cut highlights for you.'],
    ['баг нашли', 'Баг нашли, доработка бесплатно.'],
  ])('has gained a promise: %s, %s', (source, final) => {
    expect(found(source, final)).toContain('block commitment added')
  })

  it.each([
    ['щас чиню', 'Уже исправляем.'],
    ['скину завтра', 'Пришлём завтра.'],
    ['sending it today', 'We will send it today.'],
    ['ok will check', 'We will look into it.'],
  ])('has no promise that was not there: %s, %s', (source, final) => {
    expect(found(source, final)).toEqual([])
  })

  it.each([
    ['скорее всего из-за апдейта', 'Это из-за апдейта', 'modality missing'],
    ['сделаем, если дадут доступ', 'Сделаем', 'condition missing'],
    ['we publish unless legal says no', 'We publish.', 'condition missing'],
    ['переносим релиз на вторник?', 'Релиз переносится на вторник.', 'question missing'],
    ['вы обязаны сдать тексты до съёмки', 'Рекомендуем сдать тексты до съёмки', 'modality missing'],
    ['you must keep the redirects', 'We suggest keeping the redirects', 'modality missing'],
    ['есть подозрение, что письма уходят в спам', 'Письма уходят в спам', 'modality missing'],
    ['начнём, как только пришлёте тексты каталога', 'Начнём сразу после оплаты второго этапа', 'condition missing'],
    ['we start once the photos are approved', 'We start as soon as the invoice is paid', 'condition missing'],
    ['какой формат нужен? и куда выгружать?', 'Какой формат нужен?', 'question missing'],
    ['позвоним вам сами', 'Ждём, что вы позвоните нам сами', 'actor changed'],
    ['заявку на регистрацию подают ваши юристы', 'Заявку на регистрацию подадим мы', 'actor changed'],
    ['домен продлевайте сами', 'Домен мы продлеваем сами', 'actor changed'],
    ['the photographer picks the samples', 'We pick the samples', 'actor changed'],
    ['сколько стоит озвучка и кто её делает?', 'Сколько стоит озвучка?', 'question missing'],
    ['макет отдаём после подписания акта', 'Макет отдаём до подписания акта', 'condition missing'],
    ['if legal approves, print it', 'If marketing approves, print it', 'condition missing'],
    ['при наличии договора', 'Даже без договора', 'condition added'],
    ['All guests must show a pass', 'Гости могут показать пропуск', 'modality missing'],
    ['эфир готовит эксперт, мы только помогаем', 'Эфир готовим мы', 'actor changed'],
    [
      'заголовки придумал дизайнер, копирайтер вычитал ошибки',
      'Копирайтер придумал заголовки, дизайнер вычитал ошибки',
      'actor changed',
    ],
    ['Тексты пишем мы сами', 'Тексты пишет агентство, клиент их только читает', 'actor changed'],
    ['Our lawyer will check the contract.', 'Your lawyer will check the contract.', 'actor changed'],
    ['Dana signs the invoices', 'Счета подписывает Дина', 'name changed'],
    ['Ask Tom about it', 'Спросите об этом Тима', 'name changed'],
    ['спикер Анна Белова', 'Спикер Анна Беляева', 'name changed'],
    ['the shoot is in Tbilisi', 'The shoot is in Batumi', 'name changed'],
    ['придут Аня и Тимур', 'Придёт Тимур', 'name missing'],
    ['talk to Fiona about photos', 'По фото пишите Флоре', 'name changed'],
  ])('is warned of: %s, %s: %s', (source, final, what) => {
    expect(found(source, final)).toContain(`warn ${what}`)
  })
})

describe('a name', () => {
  it.each([
    ['Саша пришлёт смету', 'Смету пришлёт Александр'],
    ['Катя, баннер готов', 'Екатерина, баннер готов'],
    ['спросите у Юли', 'Уточните у Юлии'],
    ['Sergei will call', 'Позвонит Сергей'],
    ['напишите Сергею', 'Please write to Sergey'],
  ])('is the same person: %s, %s', (source, final) => {
    expect(found(source, final).filter((line) => line.includes('name'))).toEqual([])
  })
})

describe('no warning', () => {
  it.each([
    ['Could you swap the hero video?', 'Клиент просит заменить видео на первом экране.'],
    ['Can you start in November?', 'Клиент спрашивает, сможем ли мы начать в ноябре.'],
    ['need access to the console', 'Could you please grant us access to the console?'],
    ['polls were not carried over', 'The polls could not be carried over.'],
  ])('of another way to ask: %s, %s', (source, final) => {
    expect(found(source, final).filter((line) => /question|modality/.test(line))).toEqual([])
  })
})

describe('a finding in words', () => {
  it('says who said what', () => {
    const [finding] = guard('14 дней', '10 дней')
    if (!finding) throw new Error('nothing found')
    expect(wordsOf(finding, 'en', 'specialist')).toBe('Specialist said 14 дней, you wrote 10 дней')
    expect(wordsOf(finding, 'ru', 'client')).toBe('Клиент сказал 14 дней, вы написали 10 дней')
  })

  it('has the same words in all languages, for every kind and change', () => {
    expect(idsOf(SOURCES.ru)).toEqual(idsOf(SOURCES.en))
    const stated = { text: 'x'.repeat(500), start: 0, end: 500, value: 'x' }
    for (const kind of [
      'money',
      'negation',
      'commitment',
      'modality',
      'condition',
      'question',
      'actor',
      'name',
    ] as const) {
      for (const change of ['changed', 'missing', 'added'] as const) {
        for (const locale of LOCALES) {
          const words = wordsOf(
            { id: '1', severity: 'warn', kind, change, source: stated, final: stated },
            locale,
            'specialist',
          )
          expect(words.length).toBeLessThan(300)
        }
      }
    }
  })
})
