/** What a relay's words are about, as rules ask for it. Pure. */
import type { Locale } from '../../../core/ids.ts'
import type { RelayKind } from '../../../core/relay.ts'
import type { Trait } from '../../../core/rule.ts'
import { type Seen, seenIn } from './reading.ts'
import { isAboutMoney, isAboutTime, isComplaining, isEnglish, isRefusing } from './words.ts'

export type Language = Locale | 'other'

/** What is known of a relay besides its words. */
export type Around = {
  readonly kind: RelayKind
  readonly hasFiles: boolean
  /** Nothing of this author has ever gone to that side. */
  readonly isFirst: boolean
  /** The client has complained in this request. */
  readonly complaintOpen: boolean
}

/** The traits of everything that is in `texts`: what was said, and what it has been rewritten to. */
export function traitsOf(texts: readonly string[], around: Around): ReadonlySet<Trait> {
  const found = texts.flatMap((text) => traitsOfWords(text))
  if (around.isFirst) found.push('first_message')
  if (around.complaintOpen) found.push('complaint')
  if (around.kind !== 'message') found.push('change')
  if (around.hasFiles) found.push('unread')
  return new Set(found)
}

function traitsOfWords(text: string): Trait[] {
  const seen = seenIn(text)
  const found = WORDS.filter(({ isIn }) => isIn(seen)).map(({ trait }) => trait)
  return languageOf(text) === 'other' ? [...found, 'unread'] : found
}

const WORDS: readonly { readonly trait: Trait; readonly isIn: (seen: Seen) => boolean }[] = [
  {
    trait: 'money',
    isIn: ({ kinds, sums, words }) => kinds.has('money') || kinds.has('vat') || sums || isAboutMoney(words),
  },
  {
    trait: 'deadline',
    isIn: ({ kinds, words }) => TIMES.some((kind) => kinds.has(kind)) || isAboutTime(words),
  },
  { trait: 'refusal', isIn: ({ denies, words }) => denies || isRefusing(words) },
  { trait: 'complaint', isIn: ({ words }) => isComplaining(words) },
]
const TIMES = ['date', 'time', 'duration', 'deadline'] as const

/** Whether a client's words are a complaint. */
export function complains(text: string): boolean {
  return isComplaining(seenIn(text).words)
}

/** Few words may be of any language; more must hold a common word of English. */
const FEW_WORDS = 5
/** Letters of Cyrillic alphabets that Russian does not have. */
const NOT_RUSSIAN = /[іїєґўјљњћђџѓќѕәғқңөұүһ]/iu

/** By its letters, and by common words. A text without letters is `other` unless there is nothing in it at all. */
export function languageOf(text: string): Language {
  const cyrillic = (text.match(/\p{Script=Cyrillic}/gu) ?? []).length
  const latin = (text.match(/\p{Script=Latin}/gu) ?? []).length
  const letters = (text.match(/\p{L}/gu) ?? []).length
  if (cyrillic + latin < letters * ALL_BUT) return 'other'
  if (cyrillic > 0 && cyrillic * 2 >= latin) return NOT_RUSSIAN.test(text) ? 'other' : 'ru'
  if (latin === 0) return /\S/u.test(text) ? 'other' : 'ru'
  const { words } = seenIn(text)
  return words.split(' ').length <= FEW_WORDS || isEnglish(words) ? 'en' : 'other'
}
/** So much of a text must be in letters that can be read. */
const ALL_BUT = 0.9
