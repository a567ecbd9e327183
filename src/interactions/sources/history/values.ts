/** What stands in the cells of other people's files, read as ours. Undefined: it cannot be read so. */
import { DateTime } from 'luxon'
import { CHANNELS, type Channel, type Direction } from '../../../core/interaction.ts'
import { plainName } from './fields.ts'

const DAY_FIRST = /^(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?:,?\s+(.+))?$/
const YEAR_FIRST = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:,?[\sT]+(.+))?$/
const TIME = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?$/
const NOON = { hour: 12, minute: 0, second: 0 }

/** A day, with or without its time, in a zone; without one it is noon. `time`: from a column of its own. */
export function instantIn(written: string, time: string, zone: string): Date | undefined {
  if (/[T ]\d.*(Z|[+-]\d{2}:?\d{2})$/.test(written)) {
    const exact = DateTime.fromISO(written.replace(' ', 'T'), { setZone: true })
    return exact.isValid ? exact.toJSDate() : undefined
  }
  const [, y, m, d, rest] = YEAR_FIRST.exec(written) ?? []
  const [, day, month, year, tail] = DAY_FIRST.exec(written) ?? []
  const date = y ? { year: y, month: m, day: d, rest } : day ? { year, month, day, rest: tail } : undefined
  const clock = date && clockIn(date.rest?.trim() || time.trim())
  if (!clock) return undefined
  const full = Number(date.year) + (date.year?.length === 2 ? 2_000 : 0)
  const at = DateTime.fromObject({ year: full, month: Number(date.month), day: Number(date.day), ...clock }, { zone })
  return at.isValid ? at.toJSDate() : undefined
}

function clockIn(written: string): typeof NOON | undefined {
  if (written === '') return NOON
  const [, hour, minute, second] = TIME.exec(written) ?? []
  return hour === undefined ? undefined : { hour: Number(hour), minute: Number(minute), second: Number(second ?? 0) }
}

/** The first that fits: a video call is no phone call, and Telegram no telephone. */
const CHANNEL_WORDS: readonly (readonly [Channel, RegExp])[] = [
  [
    'messenger',
    /мессендж|телеграм|telegram|whatsapp|ватсап|вотсап|viber|вайбер|(?<!\p{L})чат|chat|messenger|переписк|\bmax\b/u,
  ],
  ['video', /видео|video|zoom|зум|skype|скайп|teams|телемост|созвон|онлайн|online|\bmeet\b|конференц/],
  ['phone', /звон|телефон|phone|call/],
  ['email', /письм|почт|mail/],
  ['in_person', /встреч|личн|визит|очно|meeting|person|visit|переговор/],
]

export function channelIn(written: string): Channel | undefined {
  const plain = written.trim().toLowerCase()
  return CHANNELS.find((channel) => channel === plain) ?? CHANNEL_WORDS.find(([, words]) => words.test(plain))?.[0]
}

export function directionIn(written: string): Direction | undefined {
  const plain = plainName(written)
  if (/^(in|out)$/.test(plain)) return plain as Direction
  if (/(^|\s)(вход|вх(\s|$)|от клиента|incoming|inbound|received)/.test(plain)) return 'in'
  return /(^|\s)(исход|исх(\s|$)|клиенту|outgoing|outbound|sent)/.test(plain) ? 'out' : undefined
}

/** Seconds. A bare number is seconds unless its header says minutes. */
export function durationIn(written: string, header: string): number | undefined {
  const [, a, b, c] = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(written.trim()) ?? []
  if (a !== undefined) {
    const seconds = c === undefined ? Number(a) * 60 + Number(b) : Number(a) * 3_600 + Number(b) * 60 + Number(c)
    return reasonable(seconds)
  }
  if (!/^\d+([.,]\d+)?$/.test(written.trim())) return undefined
  const number = Number(written.trim().replace(',', '.'))
  return reasonable(Math.round(/(^|\s)(мин|min)/.test(plainName(header)) ? number * 60 : number))
}

function reasonable(seconds: number): number | undefined {
  return seconds <= 86_400 ? seconds : undefined
}

export function yesOrNo(written: string): boolean | undefined {
  const plain = plainName(written)
  if (/^(да|yes|true|1|y|пропущен.*|missed)$/.test(plain)) return true
  return /^(нет|no|false|0|n|отвечен.*|answered|принят.*)$/.test(plain) ? false : undefined
}
