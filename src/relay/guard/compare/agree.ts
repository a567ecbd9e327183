/** When two facts say the same. */
import type { Fact, Numeric } from '../facts/fact.ts'
import { COUNTED } from '../lexicon/units.ts'
import { latin, lookalike } from '../text/latin.ts'

export function same(a: Fact, b: Fact): boolean {
  if (a.day && b.day) return sameDay(a, b)
  if (a.kind === 'identifier' && b.kind === 'identifier') return sameCode(a.value, b.value)
  if (passing(a, b) || passing(b, a) || eachTime(a, b) || eachTime(b, a)) return false
  if (a.numeric && b.numeric) return a.numeric.base === b.numeric.base && near(a.numeric.n, b.numeric.n)
  // Until the end of the day is until the end of today.
  if ((a.value === 'today' && b.value === 'end day') || (a.value === 'end day' && b.value === 'today')) return true
  if (a.kind !== b.kind) return false
  if (atNoon(a, b) || atNoon(b, a) || late(a, b) || late(b, a)) return true
  if (a.kind === 'phone') return samePhone(a.value, b.value)
  if (a.kind === 'vat') return sameVat(a.value, b.value)
  return a.value === b.value
}

/** Lunchtime and midday. */
function atNoon(a: Fact, b: Fact): boolean {
  return a.value === 'noon' && b.numeric?.base === 'clock' && b.numeric.n >= 720 && b.numeric.n <= 780
}

/** "Sunday night" is the evening or the night of other languages. */
function late(a: Fact, b: Fact): boolean {
  return a.value === 'late' && (b.value === 'night' || b.value === 'evening')
}

/** Both is not one of the two. */
function passing(a: Fact, b: Fact): boolean {
  return a.share === 'both' && b.quiet === true
}

/** "Every day" is neither in a day nor every other day. */
function eachTime(a: Fact, b: Fact): boolean {
  return a.rate !== undefined && b.kind === 'duration' && b.numeric?.also !== undefined && b.when === 'later'
}

function sameCode(a: string, b: string): boolean {
  return codesOf(a).some((code) => codesOf(b).includes(code))
}

/** A code as it may be typed in the other alphabet. Between letters and digits any separator is as good as another. */
export function codesOf(value: string): readonly string[] {
  const code = value.toLowerCase().replace(/^#/, '')
  const plain = /\p{L}/u.test(code) && /\d/.test(code) ? code.replace(/[./]/g, '') : code
  return [plain, latin(plain), lookalike(plain)]
}

/** What one leaves open the other may state; the end of a month is its last day, and not any of its days. */
function sameDay(a: Fact, b: Fact): boolean {
  if (a.value !== b.value && [a, b].some(({ value }) => value.startsWith('end ')))
    return a.day?.day === b.day?.day && a.day?.month === b.day?.month
  const [tens, other] = a.value.includes('s ') ? [a, b] : [b, a]
  if (tens.value.includes('s ') && other.value !== tens.value) return inTens(tens, other)
  const parts = ['day', 'month', 'year'] as const
  const both = parts.filter((part) => a.day?.[part] !== undefined && b.day?.[part] !== undefined)
  return both.length > 0 && both.every((part) => a.day?.[part] === b.day?.[part])
}

/** "В 20-х числах" is after the 20th, or on one of them. */
function inTens({ day: tens }: Fact, { day, bound }: Fact): boolean {
  if (tens?.month !== undefined && day?.month !== undefined && tens.month !== day.month) return false
  return day?.day === tens?.day && bound !== 'high'
}

/** A price without VAT may be one to which it is added, or one of somebody who pays none: the two are not one. */
function sameVat(a: string, b: string): boolean {
  if (a === b || a === 'mentioned' || b === 'mentioned') return true
  if ([a, b].includes('paid')) return ![a, b].includes('none')
  if ([a, b].includes('payer')) return [a, b].some((state) => state === 'with' || state === 'on top')
  return [a, b].includes('without') && a !== 'with' && b !== 'with'
}

function samePhone(a: string, b: string): boolean {
  const [short, long] = [a, b].map((number) => number.replace(/^0+/, '')).sort((x, y) => x.length - y.length)
  return short !== undefined && long !== undefined && short.length >= 7 && long.endsWith(short)
}

/** The same number where one of the two does not say of what. */
export function loosely(a: Fact, b: Fact): boolean {
  const [x, y] = [a.numeric, b.numeric]
  if (!x || !y || passing(a, b) || passing(b, a)) return false
  if (x.base.startsWith('vague') || y.base.startsWith('vague')) return vaguely(x, y)
  if (onTheHour(a, b) || onTheHour(b, a) || hours(a, b) || hours(b, a) || running(a, b) || running(b, a)) return true
  // Of two that are counted off ("the third week") none stands for the one before it.
  // "Через день" and "через два дня" are two moments.
  const alone = !(a.optional && b.optional && a.kind === 'duration') && !(a.when && b.when)
  if (
    (alone && x.also !== undefined && x.base === y.base && near(x.also, y.n)) ||
    (alone && y.also !== undefined && x.base === y.base && near(y.also, x.n))
  )
    return true
  if (shares(x, y) || shares(y, x)) return true
  if (sharesUnit(x, y) || sharesUnit(y, x)) return true
  if (megabytes(x, y) || megabytes(y, x) || dotted(x, y) || dotted(y, x)) return true
  if (!isBare(x) && !isBare(y)) return false
  // Both say what they count, and it is not the same.
  if (counts(x) && counts(y) && x.base !== y.base && !shown(x, y) && !shown(y, x)) return false
  if (elided(x, y) || elided(y, x)) return false
  return (
    near(x.raw, y.raw) ||
    near(x.raw, y.n) ||
    near(x.n, y.raw) ||
    hourOf(x, y) ||
    hourOf(y, x) ||
    (x.also !== undefined && near(x.also, y.n)) ||
    (y.also !== undefined && near(y.also, x.n))
  )
}

export function isBare(numeric: Numeric | undefined): boolean {
  return numeric !== undefined && (numeric.base === '' || numeric.base === 'ordinal' || LIGHT.has(numeric.base))
}
function counts({ base }: Numeric): boolean {
  return base !== '' && base !== 'ordinal' && base !== 'clock' && base !== 'date'
}

/** "300 показов" are "показать 300 раз", "two rounds" are "два раза". */
function shown(times: Numeric, acts: Numeric): boolean {
  return times.base === 'times' && (acts.base === 'view' || acts.base === 'click' || acts.base === 'round')
}

/** "45 секунд, в 30 не влезло": the thirty are half a minute. */
function sharesUnit(bare: Numeric, other: Numeric): boolean {
  return (
    bare.base === '' &&
    bare.unit !== undefined &&
    bare.unit.base === other.base &&
    near(bare.unit.size * bare.raw, other.n)
  )
}

/** "80 MB, down to 6": the unit was said before, and the other text has another one of its kind. */
function elided(bare: Numeric, other: Numeric): boolean {
  return (
    bare.base === '' &&
    bare.unit !== undefined &&
    bare.unit.base === other.base &&
    !near(bare.unit.size * bare.raw, other.n)
  )
}

/** Of what is only counted, those that name nothing by themselves. */
const LIGHT = new Set([...COUNTED].filter((name) => !/^(?:page|slide|word|character)$/.test(name)))

/** Half as much is down by 50 %; twice as much is up by 100 %. */
function shares(times: Numeric, percent: Numeric): boolean {
  if (times.base !== 'times' || percent.base !== 'percent') return false
  return near(percent.n, 100 / times.n) || near(percent.n, 100 - 100 / times.n) || near(percent.n, 100 * (times.n - 1))
}

/** "340 метров" are megabytes where the other text says so. */
function megabytes(x: Numeric, y: Numeric): boolean {
  return x.base === 'metre' && near(x.n, x.raw) && y.base === 'byte' && near(y.n, y.raw * 1e6) && near(x.raw, y.raw)
}

/** "slot is 10.15": an hour where the other text says so. */
function dotted(bare: Numeric, clock: Numeric): boolean {
  if (bare.base !== '' || clock.base !== 'clock' || Number.isInteger(bare.raw)) return false
  const minutes = Math.floor(bare.raw) * 60 + Math.round((bare.raw % 1) * 100)
  return near(minutes, clock.n) || near(minutes + 720, clock.n)
}

/** "в час" may be one o'clock. */
function onTheHour(a: Fact, b: Fact): boolean {
  return (
    a.optional === true &&
    a.numeric?.base === 'minute' &&
    a.numeric.n === 60 &&
    b.numeric?.base === 'clock' &&
    (b.numeric.n === 60 || b.numeric.n === 780)
  )
}

/** "2-4 часа" are hours of the clock where the other text has a range of them. */
function hours(a: Fact, b: Fact): boolean {
  return (
    a.kind === 'range' && a.numeric?.base === 'minute' && b.numeric?.base === 'clock' && near(a.numeric.n, b.numeric.n)
  )
}

/** 1:42 is how long it runs. */
function running(a: Fact, b: Fact): boolean {
  return (
    a.kind === 'duration' &&
    b.numeric?.base === 'clock' &&
    a.numeric?.base === 'minute' &&
    near(a.numeric.n * 60, b.numeric.n)
  )
}

/** "at 5" and 17:00. */
function hourOf(bare: Numeric, clock: Numeric): boolean {
  return clock.base === 'clock' && bare.raw <= 12 && near(bare.raw + 12, clock.raw)
}

function vaguely(x: Numeric, y: Numeric): boolean {
  const base = (numeric: Numeric) => numeric.base.replace(/^vague ?/, '')
  const fits = base(x) === base(y) || base(x) === '' || base(y) === ''
  return fits && near(x.raw, y.raw) && (base(x) === '' || base(y) === '' || near(x.n, y.n))
}

export function near(a: number, b: number): boolean {
  // The digits of an account are no measure.
  if (Number.isInteger(a) && Number.isInteger(b)) return a === b
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))
}
