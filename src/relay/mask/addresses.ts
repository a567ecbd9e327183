/** Phones, mail addresses and handles as people write them. Every pattern is bounded: time grows with the text alone. */
import type { AddressKind } from './list.ts'

export type FoundAddress = {
  readonly start: number
  readonly end: number
  readonly kind: AddressKind
  readonly value: string
  readonly word: string
}

/** Signs upon letters, and those that nobody sees, are no part of what is meant. */
const UPON = /[\p{M}\p{Cf}]/gu
const EMAIL =
  /[\p{L}\p{N}\p{M}\p{Cf}._%+-]{1,64}@(?:[\p{L}\p{N}\p{M}\p{Cf}-]{1,63}\.){1,6}[\p{L}\p{N}\p{M}\p{Cf}-]{2,24}/gu

const GAP = '[\\s\\p{Cf}\\p{M}()\\u2010-\\u2015-]{0,3}'
const digits = (count: string) => `(?:${GAP}\\d){${count}}`
const PHONE = new RegExp(
  `(?<!\\d)(?:${[
    `\\+\\s?7${digits('10')}`,
    `\\+\\s?1${digits('10')}`,
    `\\+\\s?\\d${digits('7,13')}`,
    `[78]${digits('10')}`,
    '[78]\\.\\d{3}\\.\\d{3}\\.\\d{2}\\.\\d{2}',
    `\\(\\d{3,5}\\)${digits('5,7')}`,
    `9\\d{2}[\\s-]?\\d{3}[\\s-]?\\d{2}[\\s-]?\\d{2}`,
    '(?:37[1-5]|380|99[2-8])\\d{8,9}',
    '\\d{3}[.-]\\d{3}[.-]\\d{4}',
    '(?<![\\d-])\\d{3}-\\d{2}-\\d{2}(?!-)',
  ].join('|')})[\\p{M}\\p{Cf}]*(?!\\d)`,
  'gu',
)

/** A person's page in Telegram. One that is followed by a number is a post of a channel, which persons do not have. */
const TELEGRAM =
  /(?:https?:\/\/)?(?:www\.)?(?:(?:t|telegram)\.(?:me|dog)\/(?:joinchat\/)?(\+?[A-Za-z0-9_-]{2,64})(?!\/\d)(?![A-Za-z0-9_-])|([A-Za-z][A-Za-z0-9_]{3,31})\.t\.me|tg:\/\/[^\s<>"]{1,200})(?:\/?\?[^\s<>"]{0,200})?/giu
const HANDLE = /(?<![\p{L}\p{N}_.@/+])@([A-Za-z](?:[\p{M}\p{Cf}]{0,2}[A-Za-z0-9_]){2,31})/gu

export function addressesIn(text: string): FoundAddress[] {
  return [
    ...found(text, EMAIL, 'email', (match) => bare(match[0])),
    ...[...text.matchAll(TELEGRAM)].map((match): FoundAddress => {
      const name = match[1] ?? match[2] ?? match[0]
      const isPhone = /^\+\d{8,15}$/.test(name)
      return {
        ...at(match),
        kind: isPhone ? 'phone' : 'handle',
        value: isPhone ? phoneValue(name) : name.toLowerCase(),
      }
    }),
    ...found(text, HANDLE, 'handle', (match) => bare(match[1] ?? '')),
    ...found(text, PHONE, 'phone', (match) => phoneValue(match[0])),
  ]
}

function bare(written: string): string {
  return written.replace(UPON, '').toLowerCase()
}

function found(
  text: string,
  pattern: RegExp,
  kind: AddressKind,
  value: (match: RegExpExecArray) => string,
): FoundAddress[] {
  return [...text.matchAll(pattern)].map((match) => ({ ...at(match), kind, value: value(match) }))
}

function at(match: RegExpExecArray): Pick<FoundAddress, 'start' | 'end' | 'word'> {
  return { start: match.index, end: match.index + match[0].length, word: match[0] }
}

/** Digits alone, with the country's: 8 999 ... and 999 ... are +7 999 ... */
export function phoneValue(written: string): string {
  const bare = written.replace(/\D/g, '')
  if (bare.length === 11 && bare.startsWith('8')) return `7${bare.slice(1)}`
  return bare.length === 10 && !written.trim().startsWith('+') ? `7${bare}` : bare
}
