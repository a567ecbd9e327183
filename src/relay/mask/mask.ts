/**
 * Masks what would tell a blind contractor whose matter it is, and turns tokens back. Pure: whoever calls reads the list and
 * keeps what was added to it (store.ts). The order of the promises holds here: a word too many is masked rather than one too
 * few, because the manager sees the masked text before it leaves.
 */
import { platformOf, type RemoteUser } from '../../core/ids.ts'
import { type Inline, isCommonAddress, type RichText } from '../../core/rich-text.ts'
import { addressesIn, type FoundAddress, phoneValue } from './addresses.ts'
import { type Address, type MaskList, type Named, tokenOf, tokensIn } from './list.ts'
import { nameFinder } from './names.ts'
import { type Replacement, rewrite, rewriteText } from './rewrite.ts'

export type Masker = {
  readonly body: (body: RichText) => RichText
  /** A line that is no tree: a name beside a message, a file's name, words in a notice. */
  readonly text: (text: string) => string
  /** Addresses that got their number here, and must be kept so that it stays theirs. */
  readonly added: () => readonly Address[]
}

/** What one place leaves uncovered another round finds; more rounds than this find nothing new. */
const ROUNDS = 4

export function masker(list: MaskList): Masker {
  const names = nameFinder(list.names)
  const added: Address[] = []

  function numbered({ kind, value, word }: Pick<FoundAddress, 'kind' | 'value' | 'word'>): string {
    const owner = kind === 'handle' ? list.names.find(({ handle }) => handle?.toLowerCase() === value) : undefined
    if (owner) return tokenOf(owner, list.locale)
    const all = [...list.addresses, ...added].filter((address) => address.kind === kind)
    const known = all.find((address) => address.value === value)
    if (known) return tokenOf(known, list.locale)
    const address = { kind, value, word, number: Math.max(0, ...all.map(({ number }) => number)) + 1 }
    added.push(address)
    return tokenOf(address, list.locale)
  }

  function replacements(text: string): Replacement[] {
    const tokens = tokensIn(text)
    const found = [
      ...addressesIn(text).map((address) => ({ ...address, by: () => numbered(address) })),
      ...names(text).map(({ named, ...place }) => ({ ...place, by: () => tokenOf(named, list.locale) })),
    ].filter(({ start, end }) => !tokens.some((token) => token.start < end && token.end > start))
    return withoutOverlaps(found).map(({ start, end, by }) => ({ start, end, by: by() }))
  }

  /** A link that leads to a person, and a mention of one, are words from here on. */
  function inline(given: Inline): Inline {
    const normal = { ...given, text: given.text.normalize('NFC') }
    if (normal.type === 'mention') return asText(normal, mentioned(normal.user as RemoteUser | undefined, normal.text))
    if (normal.type !== 'link') return normal
    const hidden = tokensOfAddress(normal.url)
    const label = rewriteText(normal.text, { replacements })
    if (hidden.length === 0) return { ...normal, text: label }
    const more = hidden.filter((token) => !label.includes(token))
    return asText(normal, more.length === 0 ? label : `${label} (${more.join(', ')})`)
  }

  /** A name that the clients' platform put there for a person; a colleague's in Slack stays one. */
  function mentioned(user: RemoteUser | undefined, text: string): string | undefined {
    if (user !== undefined && platformOf(user) !== 'telegram') return undefined
    const owner = user === undefined ? undefined : list.names.find((named) => named.user === user)
    if (owner) return tokenOf(owner, list.locale)
    if (text.startsWith('@')) return numbered({ kind: 'handle', value: text.slice(1).toLowerCase(), word: text })
    return user === undefined ? undefined : numbered({ kind: 'handle', value: user, word: text })
  }

  function tokensOfAddress(url: string): string[] {
    if (/^tel:/i.test(url)) return [numbered({ kind: 'phone', value: phoneValue(url.slice(4)), word: url.slice(4) })]
    const read = decoded(url).replace(/^mailto:/i, '')
    const found = replacements(read).map(({ by }) => by)
    return !isCommonAddress(url) && found.length === 0 && /^tg:/i.test(url)
      ? [numbered({ kind: 'handle', value: url.toLowerCase(), word: url })]
      : [...new Set(found)]
  }

  return {
    body: (given) => {
      let body = rewrite(given, { replacements, inline })
      for (let round = 1; round < ROUNDS; round++) body = rewrite(body, { replacements, inline })
      return body
    },
    text: (given) => {
      let text = given.normalize('NFC')
      for (let round = 0; round < ROUNDS; round++) text = rewriteText(text, { replacements })
      return text
    },
    added: () => added,
  }
}

/** The words for which tokens stand, in a text of whoever reads tokens. What is no token of this list stays as it is. */
export function unmask(body: RichText, list: MaskList): RichText {
  return rewrite(body, { replacements: (text) => tokenWords(text, list), inline: (inline) => inline })
}

export function unmaskText(text: string, list: MaskList): string {
  return rewriteText(text, { replacements: (given) => tokenWords(given, list) })
}

function tokenWords(text: string, list: MaskList): Replacement[] {
  const all: readonly (Named | Address)[] = [...list.names, ...list.addresses]
  return tokensIn(text).flatMap(({ start, end, kind, number }) => {
    const meant = all.find((one) => one.kind === kind && one.number === number)
    return meant ? [{ start, end, by: meant.word }] : []
  })
}

/** The first in the text, and of those that begin together the longest. */
function withoutOverlaps<P extends { readonly start: number; readonly end: number }>(found: readonly P[]): P[] {
  const kept: P[] = []
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end))
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one)
  return kept
}

function asText(inline: Inline, text: string | undefined): Inline {
  if (text === undefined) return inline
  return { type: 'text', text, ...(inline.marks === undefined ? {} : { marks: inline.marks }) }
}

function decoded(url: string): string {
  try {
    return decodeURI(url)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    return url
  }
}
