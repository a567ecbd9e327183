/** What blind contractors must not read, and the tokens that stand for it. */
import type { Locale } from '../../core/ids.ts'

export const ADDRESS_KINDS = ['phone', 'email', 'handle'] as const
export type AddressKind = (typeof ADDRESS_KINDS)[number]
export type TokenKind = 'client' | 'contact' | AddressKind

/** The client, or a person of theirs. `spelled`: every way the name is written down, a handle among them. */
export type Named = {
  readonly kind: 'client' | 'contact'
  /** 0 for the client. */
  readonly number: number
  /** What stands for the token when it is turned back. */
  readonly word: string
  readonly spelled: readonly string[]
  readonly handle?: string | undefined
  /** Their id on the clients' platform: a mention of it is them, whatever it says. */
  readonly user?: string | undefined
}

/** An address that has its number. `value`: the form in which two ways of writing it are one. */
export type Address = {
  readonly kind: AddressKind
  readonly number: number
  readonly value: string
  readonly word: string
}

export type MaskList = {
  /** In which the tokens are written; they are read in any. */
  readonly locale: Locale
  readonly names: readonly Named[]
  readonly addresses: readonly Address[]
}

const TOKENS = {
  ru: { client: 'клиент', contact: 'контакт', phone: 'телефон', email: 'почта', handle: 'ник' },
  en: { client: 'client', contact: 'contact', phone: 'phone', email: 'e-mail', handle: 'handle' },
} as const satisfies Record<Locale, Record<TokenKind, string>>

export function tokenOf({ kind, number }: Pick<Named | Address, 'kind' | 'number'>, locale: Locale): string {
  const name = TOKENS[locale][kind]
  return kind === 'client' ? `[${name}]` : `[${name} ${number}]`
}

/** People decline them, too: `[контакту 1]`, `[клиента]`. */
const TOKEN =
  /\[(?:(?<client>клиент[а-я]{0,3}|client)|(?:(?<contact>контакт[а-я]{0,3}|contact)|(?<phone>телефон[а-я]{0,3}|phone)|(?<email>почт[а-я]{0,3}|e-?mail)|(?<handle>ник[а-я]{0,3}|handle))\s?(?<number>\d{1,4}))\]/giu

export type FoundToken = {
  readonly start: number
  readonly end: number
  readonly kind: TokenKind
  readonly number: number
}

export function tokensIn(text: string): FoundToken[] {
  return [...text.matchAll(TOKEN)].flatMap((match) => {
    const groups = match.groups ?? {}
    const kind = (['client', 'contact', ...ADDRESS_KINDS] as const).find((name) => groups[name] !== undefined)
    if (kind === undefined) return []
    return [{ start: match.index, end: match.index + match[0].length, kind, number: Number(groups.number ?? 0) }]
  })
}
