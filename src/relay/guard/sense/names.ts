/** People, firms and products by name: capitals where no sentence begins. Shown as a warning. */
import type { Difference } from '../difference.ts'
import { MONTHS, RELATIVE, WEEKDAYS, ZONES } from '../lexicon/calendar.ts'
import { ALIASES, personsOf } from '../lexicon/names.ts'
import { STOP_WORDS } from '../lexicon/stop-words.ts'
import { CURRENCIES, UNITS } from '../lexicon/units.ts'
import { ofWord } from '../text/answers.ts'
import { latin, skeleton } from '../text/latin.ts'
import { remembered } from '../text/remember.ts'
import type { Token } from '../text/tokens.ts'
import type { Reading } from './reading/reading.ts'

type Name = { readonly at: number; readonly word: string; readonly sure: boolean }

const MOST = 60

export function compareNames(source: Reading, final: Reading): Difference[] {
  const said = namesOf(source)
  const written = namesOf(final)
  if (said.length > MOST || written.length > MOST) return []
  if (said.length === 0 && written.length === 0) return []
  const [here, there] = [new Words(source), new Words(final)]
  const lost = said.filter(({ word }) => !there.has(word))
  const gained = written.filter(({ word }) => !here.has(word))
  const differences: Difference[] = []
  const taken = new Set<Name>()
  for (const name of lost) {
    const other =
      gained.find(
        (candidate) =>
          !taken.has(candidate) && name.sure && candidate.sure && alphabet(candidate.word) === alphabet(name.word),
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
    if (token.kind !== 'word' || !hasCapital(token) || !CAPITAL.test(token.text) || common(tokens, at)) return
    const word = token.word.replace(/'s$/, '')
    names.push({ at, word, sure: sureAt(tokens, at, word) })
  })
  return names
}

/** Most have none, which is seen at once. */
function hasCapital({ text, word }: Token): boolean {
  return text !== word
}
const CAPITAL = /^\p{Lu}\p{L}*\p{Ll}/u

/** A capital within a sentence, or a first name that is not only called at its beginning ("Катя, баннер готов"). */
function sureAt(tokens: readonly Token[], at: number, word: string): boolean {
  // "Hall 2", "Slide 5" name a thing by its number.
  if (tokens[at + 1]?.kind === 'number') return false
  if (!opens(tokens, at)) return true
  return person(word) !== undefined && tokens[at + 1]?.text !== ','
}

function person(word: string): ReadonlySet<number> | undefined {
  return personsOf(word, alphabet(word) === 'cyrillic' ? declined(word) : word)
}

/** "14:00 Berlin time", "по Москве": a zone and no place. */
function zone(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return (
    ZONES.has(tokens[at]?.word ?? '') &&
    (before?.kind !== 'word' ||
      /^(?:по|am|pm|a.m|p.m)$/.test(before.word) ||
      /^(?:time|времени)$/.test(tokens[at + 1]?.word ?? ''))
  )
}

const LANGUAGES = new Set(
  'english russian german french spanish italian chinese polish turkish arabic czech dutch portuguese kazakh'.split(
    ' ',
  ),
)

function common(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? ''
  return (
    word.length < 3 ||
    STOP_WORDS.has(word) ||
    MONTHS.has(word) ||
    WEEKDAYS.has(word) ||
    RELATIVE.has(word) ||
    zone(tokens, at) ||
    LANGUAGES.has(word) ||
    UNITS.has(word) ||
    CURRENCIES.has(word) ||
    // "Olivia's the only one" is her name, "Don't" is none.
    word.replace(/'s$/, '').includes("'")
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

/** The words of a text in every way in which a name of the other text may be found among them. */
class Words {
  private readonly exact = new Set<string>()
  private readonly aliases = new Set<string>()
  private readonly declined = new Set<string>()
  private readonly persons = new Set<number>()
  private readonly starts = new Map<string, string[]>()
  private bones: Record<'cyrillic' | 'latin', ReadonlyMap<string, readonly string[]>> | undefined
  private readonly addresses: string

  constructor({ tokens }: Reading) {
    const shapes: string[] = []
    for (const token of tokens) {
      const { kind, word } = token
      if (kind === 'shape') shapes.push(latin(word))
      if (kind !== 'word' || word.length < 2) continue
      const { bare, alias, people, base, start } = spellingOf(token)
      if (alias !== undefined) this.aliases.add(alias)
      if (this.exact.has(bare)) continue
      this.exact.add(bare)
      for (const one of people) this.persons.add(one)
      if (base === undefined) continue
      this.declined.add(base)
      const bucket = this.starts.get(start)
      if (bucket === undefined) this.starts.set(start, [bare])
      else if (bucket.length < BUCKET) bucket.push(bare)
    }
    this.addresses = shapes.join(' ').slice(0, LONGEST)
  }

  /** In any case and script: the text may be written without capitals. */
  has(name: string): boolean {
    const alias = aliasOf(name)
    if (
      this.exact.has(name) ||
      (alias !== undefined && this.aliases.has(alias)) ||
      this.addresses.includes(latin(name))
    )
      return true
    if (alphabet(name) === 'cyrillic' && this.declined.has(declined(name))) return true
    if ([...(person(name) ?? [])].some((one) => this.persons.has(one))) return true
    const skeleton = skeletonOf(name)
    const other = alphabet(name) === 'latin' ? 'cyrillic' : 'latin'
    if (
      skeleton !== '' &&
      this.skeletons()
        [other].get(skeleton)
        ?.some((word) => mayBeOne(name, word))
    )
      return true
    if (other === 'cyrillic') return this.exact.has(`${name}s`) || this.exact.has(name.replace(/s$/, ''))
    // Сергей and Сергея, of other endings than the common ones.
    return (this.starts.get(name.slice(0, 2)) ?? []).some((word) => nearly(name, word) && !others(name, word))
  }

  /** Only names that are not found in plain letters need them. */
  private skeletons(): Record<'cyrillic' | 'latin', ReadonlyMap<string, readonly string[]>> {
    if (this.bones) return this.bones
    const [cyrillic, latinBones] = [new Map<string, string[]>(), new Map<string, string[]>()]
    for (const word of this.exact) {
      const skeleton = skeletonOf(word)
      const bones = alphabet(word) === 'latin' ? latinBones : cyrillic
      const known = bones.get(skeleton)
      if (known === undefined) bones.set(skeleton, [word])
      else if (known.length < BUCKET) known.push(word)
    }
    this.bones = { cyrillic, latin: latinBones }
    return this.bones
  }
}
const LONGEST = 4_000
const BUCKET = 64

type Spelling = {
  /** Without the `'s`. */
  readonly bare: string
  readonly alias: string | undefined
  readonly people: readonly number[]
  /** Of a Cyrillic word, without its ending. */
  readonly base: string | undefined
  readonly start: string
}

/** Of a word in lower case, whatever text it stands in. */
const spellingOf = ofWord((word): Spelling => {
  const bare = word.replace(/'s$/, '')
  return {
    bare,
    alias: aliasOf(bare),
    people: [...(person(bare) ?? [])],
    base: alphabet(bare) === 'cyrillic' ? declined(bare) : undefined,
    start: bare.slice(0, 2),
  }
})

/** First names of two people: Мария and Марина, Tom and Тим. */
function others(a: string, b: string): boolean {
  const [people, there] = [person(a), person(b)]
  return people !== undefined && there !== undefined && ![...people].some((one) => there.has(one))
}

/** Of one skeleton, in two scripts: in short names that are spelled as they sound the vowel tells them apart (Dana, Дина). */
function mayBeOne(a: string, b: string): boolean {
  if (others(a, b)) return false
  const [inLatin, inCyrillic] = alphabet(a) === 'latin' ? [a, b] : [b, a]
  const vowel = /^[^aeiouy]+([aeiou])[^aeiouy]+a$/.exec(inLatin)?.[1]
  const sound = /^[^аеиоуыэюя]+([аеиоуыэюя]+й?)/.exec(inCyrillic)?.[1]
  return vowel === undefined || sound === undefined || (SOUNDS[vowel]?.test(sound) ?? true)
}
const SOUNDS: Readonly<Record<string, RegExp>> = {
  a: /^[аяэе]/,
  e: /^[еэ]/,
  i: /^(?:[иы]|ай)/,
  o: /^[оеу]/,
  u: /^[ую]/,
}

/** All but the last letters are the same. */
function nearly(a: string, b: string): boolean {
  const short = Math.min(a.length, b.length)
  let same = 0
  while (same < short && a.charAt(same) === b.charAt(same)) same++
  return short > 3 && same >= short - 1 && Math.max(a.length, b.length) - same <= 3
}

function aliasOf(word: string): string | undefined {
  return ALIASES.get(word) ?? (alphabet(word) === 'cyrillic' ? ALIASES.get(declined(word)) : undefined)
}

/** Without the ending of its case. */
function declined(word: string): string {
  return word.replace(
    /(?:ами|ями|ого|его|ому|ему|ыми|ими|ой|ей|ою|ею|ом|ем|ым|им|ую|юю|ая|яя|ый|ий|ах|ях|ов|ев|а|я|у|ю|о|е|и|ы|ь)$/,
    '',
  )
}

/** Its consonants, and whether it begins with a vowel: а-н of Аня is not н of "но". */
const skeletonOf = remembered(readSkeleton)

function readSkeleton(word: string): string {
  // Rose and Роуз: between vowels the one letter is the other.
  const bones = skeleton(/[а-я]/.test(word) ? declined(word) : word).replaceAll('z', 's')
  return /^[аеиоуыэюяaeiouy]/.test(word) ? `A${bones}` : bones
}

function alphabet(word: string): 'cyrillic' | 'latin' {
  return /[а-я]/.test(word) ? 'cyrillic' : 'latin'
}

function fact({ at, word }: Name) {
  return { kind: 'name' as const, value: word, from: at, to: at + 1 }
}
