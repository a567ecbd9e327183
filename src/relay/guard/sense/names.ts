/** People, firms and products by name: capitals where no sentence begins. Shown as a warning. */
import type { Difference } from '../compare.ts'
import { MONTHS, RELATIVE, WEEKDAYS, ZONES } from '../lexicon/calendar.ts'
import { ALIASES } from '../lexicon/names.ts'
import { STOP_WORDS } from '../lexicon/stop-words.ts'
import { CURRENCIES, UNITS } from '../lexicon/units.ts'
import { latin, skeleton } from '../text/latin.ts'
import type { Token } from '../text/tokens.ts'
import type { Reading } from './reading.ts'

type Name = { readonly at: number; readonly word: string; readonly sure: boolean }

const MOST = 60

export function compareNames(source: Reading, final: Reading): Difference[] {
  const said = namesOf(source)
  const written = namesOf(final)
  if (said.length > MOST || written.length > MOST) return []
  const lost = said.filter(({ word }) => !known(word, final))
  const gained = written.filter(({ word }) => !known(word, source))
  const differences: Difference[] = []
  const taken = new Set<Name>()
  for (const name of lost) {
    const other =
      gained.find(
        (candidate) =>
          !taken.has(candidate) && (name.sure || candidate.sure) && alphabet(candidate.word) === alphabet(name.word),
      ) ?? gained.find((candidate) => !taken.has(candidate) && name.sure && candidate.sure)
    if (other) {
      taken.add(other)
      differences.push({ severity: 'warn', kind: 'name', change: 'changed', source: fact(name), final: fact(other) })
    } else if (name.sure) differences.push({ severity: 'warn', kind: 'name', change: 'missing', source: fact(name) })
  }
  for (const name of gained) {
    if (!taken.has(name) && name.sure)
      differences.push({ severity: 'note', kind: 'name', change: 'added', final: fact(name) })
  }
  return differences
}

function namesOf({ tokens }: Reading): Name[] {
  const names: Name[] = []
  tokens.forEach((token, at) => {
    if (token.kind !== 'word' || !/^\p{Lu}\p{L}*\p{Ll}/u.test(token.text) || common(token)) return
    names.push({ at, word: token.word.replace(/'s$/, ''), sure: !opens(tokens, at) })
  })
  return names
}

function common({ word }: Token): boolean {
  return (
    word.length < 3 ||
    STOP_WORDS.has(word) ||
    MONTHS.has(word) ||
    WEEKDAYS.has(word) ||
    RELATIVE.has(word) ||
    ZONES.has(word) ||
    UNITS.has(word) ||
    CURRENCIES.has(word) ||
    word.includes("'")
  )
}

/** A sentence or a quotation begins here, where any word has a capital. */
function opens(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return (
    before === undefined ||
    tokens[at]?.newLine === true ||
    (/^[.!?…":•-]$/.test(before.text) && before.text !== '-') ||
    before.text === '"' ||
    /^[)]$/.test(before.text)
  )
}

/** In any case and script: the source may be written without capitals. */
function known(word: string, { tokens }: Reading): boolean {
  return tokens.some((token) =>
    token.kind === 'word'
      ? sameName(word, token.word)
      : token.kind === 'shape' && latin(token.word).includes(latin(word)),
  )
}

function sameName(a: string, b: string): boolean {
  if (a === b) return true
  const alias = ALIASES.get(a)
  if (alias !== undefined && alias === ALIASES.get(b)) return true
  const bare = b.replace(/'s$/, '')
  if (alphabet(a) === alphabet(bare))
    return alphabet(a) === 'latin'
      ? a === bare || a === `${bare}s` || `${a}s` === bare
      : declined(a) === declined(bare) ||
          (skeletonOf(a) === skeletonOf(bare) && skeletonOf(a).length > 0 && a[0] === bare[0] && a.length < 7)
  const [x, y] = [skeletonOf(a), skeletonOf(bare)]
  return x === y && x.length > 0
}

/** Without the ending of its case. */
function declined(word: string): string {
  return word.replace(
    /(?:ами|ями|ого|его|ому|ему|ыми|ими|ой|ей|ою|ею|ом|ем|ым|им|ую|юю|ая|яя|ый|ий|ах|ях|ов|ев|а|я|у|ю|о|е|и|ы|ь)$/,
    '',
  )
}

function skeletonOf(word: string): string {
  return skeleton(/[а-я]/.test(word) ? declined(word) : word)
}

function alphabet(word: string): 'cyrillic' | 'latin' {
  return /[а-я]/.test(word) ? 'cyrillic' : 'latin'
}

function fact({ at, word }: Name) {
  return { kind: 'name' as const, value: word, from: at, to: at + 1 }
}
