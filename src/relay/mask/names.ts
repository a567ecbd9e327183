/** Where a client's and its people's names stand in a text, in any of their forms. */
import { formsOfPerson, formsOfTitle, letters } from './forms.ts'
import type { Named } from './list.ts'
import { shortFormsOf } from './short-names.ts'

export type FoundName = { readonly start: number; readonly end: number; readonly named: Named }
export type NameFinder = (text: string) => FoundName[]

/** Signs that stand between the words of one name: the whole of it is one token. */
const JOINT = '[\\s\\p{Cf}_.·"«“„-]{1,3}'
const BEFORE = '(?<![\\p{L}\\p{M}])'
const AFTER = '(?![\\p{L}\\p{M}])'

/** Words that many firms have in their name; alone they say nothing of which firm it is. */
const COMMON = new Set(
  (
    'ооо оао зао пао ао ип нко группа компания компании фирма студия магазин завод фабрика агентство центр дом торговый торговая сеть ' +
    'клуб школа салон служба холдинг бюро корпорация интернет и на по для the and of llc ltd inc gmbh co corp company group studio shop ' +
    'store agency center centre trade trading house club school service services holding online digital media international global'
  ).split(' '),
)

export function nameFinder(names: readonly Named[]): NameFinder {
  const patterns = names.flatMap((named) =>
    sourcesOf(named).map((source) => ({ named, pattern: new RegExp(source, 'giu') })),
  )
  return (text) =>
    patterns.flatMap(({ named, pattern }) =>
      [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, named })),
    )
}

function sourcesOf(named: Named): string[] {
  const spelled = named.spelled.flatMap((name) => {
    const source = named.kind === 'client' ? titleSource(wordsOf(name)) : personSource(wordsOf(name))
    return source === undefined ? [] : [source]
  })
  return named.handle === undefined || named.handle.length < 3
    ? spelled
    : [...spelled, `(?<![\\p{L}\\p{M}\\p{N}_])@?${letters(named.handle.toLowerCase())}(?![\\p{L}\\p{M}\\p{N}_])`]
}

/** Of a name as it is written: what consists of letters and digits and has at least two letters. */
export function wordsOf(name: string): string[] {
  const words = name.normalize('NFC').match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? []
  return words.filter((word) => /\p{L}.*\p{L}/u.test(word))
}

/** Any of the words, or several of them together, with initials before or after. */
function personSource(words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined
  const all = words.flatMap((word) => [formsOfPerson(word), ...shortFormsOf(word).map(formsOfPerson)])
  const word = `(?:${all.join('|')})`
  const initial = `(?:[${[...new Set(words.map((one) => one.charAt(0)))].join('')}]\\.)`
  return `${BEFORE}(?:${initial}\\s?){0,2}${word}${AFTER}(?:${JOINT}${word}${AFTER})*(?:\\s${initial}\\s?${initial}?)?`
}

/** The words that tell this firm from others, and those beside them. A name of nothing but common words is one as a whole. */
function titleSource(words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined
  const telling = words.filter((word) => !COMMON.has(word.toLowerCase()))
  const forms = (some: readonly string[]) => `(?:${some.map(formsOfTitle).join('|')})`
  if (telling.length === 0) return `${BEFORE}${words.map((word) => forms([word])).join(JOINT)}${AFTER}`
  const any = forms(words)
  return `${BEFORE}(?:${any}${AFTER}${JOINT}){0,4}${forms(telling)}${AFTER}(?:${JOINT}${any}${AFTER}){0,4}`
}
