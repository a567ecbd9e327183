import type { Away, Named } from '../../../src/core/cover.ts'
import { makeUser } from '../ids.ts'

/** What was written behind `/away`. */
export type AwayText =
  | { readonly kind: 'list' }
  | ({ readonly kind: 'away' } & Omit<Away, 'by'>)
  | { readonly kind: 'back'; readonly who?: Named | undefined }
  | { readonly kind: 'unclear'; readonly given: string }

/**
 * `/away` · `/away off` · `/away now` · `/away until 05.12 @boris, ill` · `/away 24.12 - 08.01 @boris` · `/away @anna 24.12 - 08.01`.
 * A person before the day, or `now`, is who is away, one behind it is the stand-in. A day is `2026-12-24`, `24.12.2026` or
 * `24.12` (then `12-24`: the next that comes). What is neither is the note. Words and names alone say nothing, or a slip of
 * the hand would send somebody away and move all their cards; nor does an end together with a day. `/away help` lists, as
 * `/away` does.
 */
export function readAway(text: string): AwayText {
  const words = text.trim().replace(RANGE, '$1 $2').split(/\s+/).filter(Boolean)
  const [only = '', ...others] = words
  if (others.length === 0 && (only === '' || ASKS.has(only.toLowerCase()))) return { kind: 'list' }
  const read = words.map(readWord)
  const bad = read.find((word) => word.kind === 'bad day')
  if (bad) return { kind: 'unclear', given: bad.text }
  const people = read.flatMap((word, i) => (word.kind === 'person' ? [{ i, named: word.named }] : []))
  const off = read.find((word) => word.kind === 'off')
  const begins = read.findIndex(({ kind }) => kind === 'day' || kind === 'now')
  if (off) return begins === -1 ? { kind: 'back', who: people[0]?.named } : { kind: 'unclear', given: off.text }
  if (begins === -1) return { kind: 'unclear', given: text.trim() }
  const days = read.flatMap((word, i) => (word.kind === 'day' ? [{ i, day: word.day }] : []))
  const first = days[0]
  if (days.length > 2) return { kind: 'unclear', given: words[days[2]?.i ?? 0] ?? '' }
  const who = people.find(({ i }) => i < begins)
  const standIns = people.filter((person) => person !== who)
  if (standIns.length > 1) return { kind: 'unclear', given: words[standIns[1]?.i ?? 0] ?? '' }
  const note = read.flatMap((word) => (word.kind === 'note' ? word.text : [])).join(' ')
  const from = days.length === 2 || isFrom(read, first?.i) ? first?.day : undefined
  const to = days.length === 2 ? days[1]?.day : from === undefined ? first?.day : undefined
  return {
    kind: 'away',
    who: who?.named,
    from,
    to,
    standIn: standIns[0]?.named,
    note: note === '' ? undefined : note,
  }
}

const DAY = String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}(?:\.(?:\d{4}|\d{2}))?`
const RANGE = new RegExp(`(${DAY})\\s*(?:[–—-]|\\.\\.)\\s*(${DAY})(?=[\\s,;]|$)`)

type Word =
  | { readonly kind: 'person'; readonly named: Named; readonly text: string }
  | { readonly kind: 'day'; readonly day: string; readonly text: string }
  | { readonly kind: 'bad day' | 'off' | 'from' | 'now' | 'link' | 'note'; readonly text: string }

function readWord(text: string): Word {
  const bare = text.replace(/[,;.]+$/, '')
  const lower = bare.toLowerCase()
  const id = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/.exec(bare)?.[1]
  if (id !== undefined) return { kind: 'person', named: { user: makeUser(id) }, text }
  const key = /^@([a-z0-9][a-z0-9_-]{0,49})$/i.exec(bare)?.[1]
  if (key !== undefined) return { kind: 'person', named: { key: key.toLowerCase() }, text }
  if (new RegExp(`^(?:${DAY})$`).test(bare)) {
    const day = dayIn(bare)
    return day === undefined ? { kind: 'bad day', text } : { kind: 'day', day, text }
  }
  if (OFF.has(lower)) return { kind: 'off', text }
  if (FROM.has(lower)) return { kind: 'from', text }
  if (NOW.has(lower)) return { kind: 'now', text }
  return { kind: LINKS.has(lower) ? 'link' : 'note', text }
}

/** Alone they ask how it is used; nobody is away because of them. */
const ASKS = new Set(['help', 'помощь', 'справка', '?', 'list', 'список', 'кто', 'who', 'status', 'статус'])
const OFF = new Set(['off', 'back', 'вернулся', 'вернулась', 'здесь', 'стоп'])
const FROM = new Set(['from', 'since', 'с', 'со'])
const NOW = new Set(['now', 'сейчас'])
const LINKS = new Set(['until', 'till', 'to', 'до', 'по', '-', '–', '—'])

/** Only "from the 5th": until they say that they are back. */
function isFrom(words: readonly Word[], i: number | undefined): boolean {
  return i !== undefined && words[i - 1]?.kind === 'from'
}

/** As `YYYY-MM-DD`, or without a year as `MM-DD`; undefined: the calendar has no such day. */
function dayIn(text: string): string | undefined {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const [, day = isoDay, month = isoMonth, year = isoYear] = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{2,4}))?$/.exec(text) ?? []
  if (day === undefined || month === undefined) return undefined
  const full = year?.length === 2 ? `20${year}` : year
  const monthDay = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  // A leap year knows every day that any year has.
  const iso = `${full ?? '2028'}-${monthDay}`
  const at = new Date(`${iso}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(iso)) return undefined
  return full === undefined ? monthDay : iso
}
