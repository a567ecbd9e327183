/** Which column of a file is what: as its header says, in Russian or English, or as the person says. */
import { InputError } from '../../../core/errors.ts'
import type { Locale } from '../../../core/ids.ts'
import { nearest } from '../../../people/apply/file/nearest.ts'
import { say } from '../text.ts'

export const FIELDS = [
  'date',
  'time',
  'client',
  'contact',
  'phone',
  'email',
  'channel',
  'direction',
  'reason',
  'staff',
  'duration',
  'missed',
  'text',
  'id',
] as const
export type Field = (typeof FIELDS)[number]

/** Field -> number of its column. */
export type Columns = ReadonlyMap<Field, number>

/** How files call them, in lower case without marks. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  date: ['date', 'datetime', 'date time', 'when', 'started at', 'created', 'created at', 'date created'].concat(
    ['дата', 'дата и время', 'дата время', 'дата звонка', 'дата контакта', 'дата встречи', 'дата письма'],
    ['дата создания', 'когда', 'начало'],
  ),
  time: ['time', 'start time', 'время', 'время звонка', 'время начала'],
  client: ['client', 'company', 'customer', 'account', 'client name', 'company name'].concat([
    'клиент',
    'компания',
    'заказчик',
    'контрагент',
    'организация',
    'название клиента',
    'название компании',
  ]),
  contact: ['contact', 'contact name', 'contact person', 'person', 'контакт', 'контактное лицо', 'фио', 'имя контакта'],
  phone: ['phone', 'phone number', 'client phone', 'telephone', 'tel'].concat([
    'телефон',
    'номер',
    'номер телефона',
    'номер клиента',
    'телефон клиента',
  ]),
  email: ['email', 'e mail', 'mail', 'client email', 'почта', 'эл почта', 'электронная почта', 'почта клиента'],
  channel: ['channel', 'type', 'medium', 'activity type', 'contact type', 'канал', 'канал связи', 'тип'].concat([
    'вид',
    'способ',
    'тип контакта',
    'вид контакта',
    'тип события',
    'тип активности',
  ]),
  direction: ['direction', 'call direction', 'направление', 'направление звонка'],
  reason: ['reason', 'причина', 'повод', 'причина обращения', 'повод обращения'],
  staff: ['staff', 'manager', 'owner', 'responsible', 'employee', 'менеджер', 'сотрудник', 'ответственный', 'кто'],
  duration: ['duration', 'duration sec', 'duration s', 'duration seconds', 'duration min', 'duration minutes'].concat(
    ['длительность', 'продолжительность', 'длительность сек', 'длительность мин', 'длительность разговора'],
    ['продолжительность сек', 'продолжительность мин'],
  ),
  missed: ['missed', 'missed call', 'пропущен', 'пропущенный', 'пропущено'],
  text: ['text', 'note', 'notes', 'comment', 'comments', 'description', 'subject', 'summary', 'result'].concat([
    'текст',
    'заметка',
    'комментарий',
    'примечание',
    'описание',
    'тема',
    'результат',
    'содержание',
  ]),
  id: ['id', 'external id', 'record id', 'ид', 'идентификатор', 'код', 'id записи'],
}

const FIELD_OF = new Map(FIELDS.flatMap((field) => NAMES[field].map((name) => [name, field] as const)))

export function plainName(written: string): string {
  const bare = written
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
  return bare.trim()
}

/** `date=Когда,client=Фирма`: a comma may stand in a header, so a new pair begins only with a field. Throws InputError. */
export function mapIn(written: readonly string[], locale: Locale): ReadonlyMap<Field, string> {
  const pairs = written.flatMap((each) => each.split(/,(?=\s*[a-z]+\s*=)/)).filter((pair) => pair.trim() !== '')
  const fields = FIELDS.join(', ')
  return new Map(
    pairs.map((pair) => {
      const [, name = '', header = ''] = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(pair) ?? []
      if (name === '') throw new InputError(say(locale, 'map-pair', { given: pair, fields }))
      const field = FIELDS.find((each) => each === name.toLowerCase())
      if (!field) throw new InputError(say(locale, 'map-field', { given: name, fields }))
      return [field, header] as const
    }),
  )
}

/** Every column that is known, the person's word first. Throws InputError for what is missing or could be two. */
export function columnsOf(
  headers: readonly string[],
  map: ReadonlyMap<Field, string>,
  hasChannel: boolean,
  locale: Locale,
): Columns {
  const columns = new Map<Field, number>()
  const names = headers.map(plainName)
  const list = headers.join(', ')
  for (const [field, header] of map) {
    const column = names.indexOf(plainName(header))
    if (column < 0) {
      const near = nearest(header, headers) ?? 'none'
      throw new InputError(say(locale, 'map-header', { field, given: header, near, headers: list }))
    }
    columns.set(field, column)
  }
  const taken = new Set(columns.values())
  for (const [column, name] of names.entries()) {
    const field = FIELD_OF.get(name)
    if (!field || taken.has(column) || map.has(field)) continue
    const other = columns.get(field)
    if (other !== undefined) {
      const two = { field, first: headers[other] ?? '', second: headers[column] ?? '' }
      throw new InputError(say(locale, 'map-twice', two))
    }
    columns.set(field, column)
  }
  if (!columns.has('date')) throw new InputError(say(locale, 'no-date', { headers: list }))
  if (!WHOSE.some((field) => columns.has(field))) throw new InputError(say(locale, 'no-client', { headers: list }))
  if (!hasChannel && !columns.has('channel')) throw new InputError(say(locale, 'no-channel', { headers: list }))
  return columns
}

/** One of these says whose a contact is. */
const WHOSE = ['client', 'phone', 'email'] as const
