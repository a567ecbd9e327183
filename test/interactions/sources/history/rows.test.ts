import { describe, expect, it } from 'vitest'
import { idsOf } from '../../../../src/core/text.ts'
import { columnsOf, FIELDS, mapIn } from '../../../../src/interactions/sources/history/fields.ts'
import { delimiterOf } from '../../../../src/interactions/sources/history/file.ts'
import {
  channelIn,
  directionIn,
  durationIn,
  instantIn,
  yesOrNo,
} from '../../../../src/interactions/sources/history/values.ts'
import { SOURCES } from '../../../../src/interactions/sources/text.ts'

const ZONE = 'Europe/Moscow'

describe('a day in a file', () => {
  it.each([
    ['20.11.2026 14:30', '2026-11-20T11:30'],
    ['20.11.2026, 14:30:05', '2026-11-20T11:30'],
    ['1.2.2026 9:05', '2026-02-01T06:05'],
    ['20/11/2026 14.30', '2026-11-20T11:30'],
    ['20.11.26', '2026-11-20T09:00'],
    ['2026-11-20', '2026-11-20T09:00'],
    ['2026-11-20 14:30:05.123', '2026-11-20T11:30'],
    ['2026-11-20T14:30', '2026-11-20T11:30'],
    ['2026-11-20T14:30:00Z', '2026-11-20T14:30'],
    ['2026-11-20 14:30:00+05:00', '2026-11-20T09:30'],
    ['2026-11-20T14:30+0500', '2026-11-20T09:30'],
    ['2012-06-01 12:00', '2012-06-01T08:00'],
  ])('%s is read in the agency’s zone, unless it says its own', (written, instant) => {
    expect(instantIn(written, '', ZONE)?.toISOString().slice(0, 16)).toBe(instant)
  })

  it('may have its time in another column', () => {
    expect(instantIn('20.11.2026', '14:30', ZONE)?.toISOString()).toBe('2026-11-20T11:30:00.000Z')
    expect(instantIn('20.11.2026', 'soon', ZONE)).toBeUndefined()
  })

  it.each([
    '',
    'вчера',
    '32.11.2026',
    '11/20/2026',
    '2026-13-01',
    '20.11.2026 25:00',
    '20.11',
    '1763640000',
    '2026-11-20T99:00Z',
  ])('%j is none', (written) => expect(instantIn(written, '', ZONE)).toBeUndefined())
})

describe('the words of a file', () => {
  it.each([
    ['phone', ['phone', 'Звонок', 'Входящий звонок', 'телефон', 'Call']],
    ['email', ['Письмо', 'E-mail', 'эл. почта', 'MAIL']],
    ['video', ['Видеозвонок', 'Zoom', 'созвон', 'Онлайн-встреча', 'video call']],
    ['in_person', ['Встреча', 'Личная встреча', 'in_person', 'meeting', 'визит']],
    ['messenger', ['Телеграм', 'WhatsApp', 'чат', 'Переписка', 'messenger']],
  ] as const)('%s', (channel, words) => {
    for (const word of words) expect(channelIn(word), word).toBe(channel)
  })

  it('are nothing when they are nothing of these', () => {
    for (const word of ['', 'голубь', 'fax', 'other']) expect(channelIn(word), word).toBeUndefined()
    for (const word of ['', 'туда', 'вместе']) expect(directionIn(word), word).toBeUndefined()
    for (const word of ['', 'maybe', '2']) expect(yesOrNo(word), word).toBeUndefined()
    for (const word of ['', 'долго', '-5', '99999999', '1:2:3'])
      expect(durationIn(word, 'Длительность'), word).toBeUndefined()
  })

  it('say which way, how long, and whether anybody answered', () => {
    for (const word of ['in', 'Входящий', 'вх.', 'Входящий звонок', 'incoming', 'от клиента'])
      expect(directionIn(word), word).toBe('in')
    for (const word of ['OUT', 'исходящее письмо', 'исх', 'outbound']) expect(directionIn(word), word).toBe('out')
    expect(durationIn('90', 'Длительность')).toBe(90)
    expect(durationIn('1,5', 'Длительность, мин.')).toBe(90)
    expect(durationIn('1:30', 'Длительность')).toBe(90)
    expect(durationIn('01:01:30', 'Duration')).toBe(3_690)
    for (const word of ['да', 'Yes', '1', 'пропущенный']) expect(yesOrNo(word), word).toBe(true)
    for (const word of ['нет', 'false', '0', 'отвечен']) expect(yesOrNo(word), word).toBe(false)
  })
})

describe('the columns of a file', () => {
  const columns = (headers: readonly string[], map: readonly string[] = []) =>
    Object.fromEntries(columnsOf(headers, mapIn(map, 'en'), false, 'en'))

  it('are known by their headers, in either language', () => {
    expect(
      columns(['Дата и время', 'Компания', 'Тип', 'Направление', 'Ответственный', 'Прочее', 'Комментарий']),
    ).toEqual({
      date: 0,
      client: 1,
      channel: 2,
      direction: 3,
      staff: 4,
      text: 6,
    })
    expect(columns(['ID', 'Date', 'Phone number', 'Channel', 'Duration, sec'])).toEqual({
      id: 0,
      date: 1,
      phone: 2,
      channel: 3,
      duration: 4,
    })
  })

  it('are what the person says, before all', () => {
    const headers = ['Когда', 'Фирма, город', 'Дата', 'Канал']
    expect(columns(headers, ['date=Когда,client=фирма, город'])).toEqual({ date: 0, client: 1, channel: 3 })
    expect(columns(headers, ['date=Дата', 'client=Фирма, город'])).toEqual({ date: 2, client: 1, channel: 3 })
  })

  it.each<[readonly string[], readonly string[], string]>([
    [['Дата', 'Клиент'], [], 'no column looks like the channel'],
    [['Дата', 'Канал'], [], 'no column looks like the client'],
    [['Клиент', 'Канал'], [], 'no column looks like the date'],
    [['Дата', 'Дата создания', 'Клиент', 'Канал'], [], 'both look like date'],
    [['Дата', 'Клиент', 'Канал'], ['date=Датта'], 'Did you mean "Дата"?'],
    [['Дата', 'Клиент', 'Канал'], ['day=Дата'], 'there is no field "day"'],
    [['Дата', 'Клиент', 'Канал'], ['Дата'], 'is not field=header'],
  ])('%j with %j: %s', (headers, map, words) => expect(() => columns(headers, map)).toThrow(words))

  it('are parted by what stands most often in the first line', () => {
    expect(delimiterOf('a;b;c\n1,2;3,4;5')).toBe(';')
    expect(delimiterOf('a,b\n')).toBe(',')
    expect(delimiterOf('a\tb\tc')).toBe('\t')
    expect(delimiterOf('"a;b;c;d",e')).toBe(',')
  })
})

it('speaks both languages', () => {
  expect(idsOf(SOURCES.ru)).toEqual(idsOf(SOURCES.en))
  expect(FIELDS).toHaveLength(14)
})
