/** A text as clauses: what belongs together when somebody says no, sets a condition or promises something. */
import { STOP_WORDS } from '../../lexicon/stop-words.ts'
import { ofWord } from '../../text/answers.ts'
import { stem } from '../../text/stem.ts'
import type { Token } from '../../text/tokens.ts'
import { type Known, known, stemsOf } from './alike.ts'

export type Clause = {
  readonly from: number
  readonly to: number
  /** Ends in a question mark, or belongs to a sentence that does. */
  readonly asks: boolean
  /** Which sentence it is of. */
  readonly sentence: number
}

const ENDS_SENTENCE = new Set(['.', '!', '?', '…'])
const ENDS_CLAUSE = new Set([',', ';', ':', '(', ')'])
/** A new clause begins with them. */
const OPENS_CLAUSE = new Set([
  'но',
  'а',
  'зато',
  'однако',
  'but',
  'however',
  'because',
  'although',
  'though',
  'while',
  'tho',
  'whereas',
])

export function clausesOf(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = []
  let from = 0
  let sentence = 0
  let first = 0
  const close = (to: number) => {
    if (to > from) clauses.push({ from, to, asks: false, sentence })
    from = to
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    if (token.newLine && i > from) {
      close(i)
      sentence++
      first = clauses.length
    }
    const dash = token.text === '-' && !token.glued
    if (ENDS_SENTENCE.has(token.text) && !abbreviation(tokens, i)) {
      // "??" and "?!" end one sentence.
      let asks = token.text === '?'
      for (; ENDS_SENTENCE.has(tokens[i + 1]?.text ?? ''); i++) asks ||= tokens[i + 1]?.text === '?'
      close(i + 1)
      if (asks) for (let k = first; k < clauses.length; k++) clauses[k] = { ...(clauses[k] as Clause), asks: true }
      first = clauses.length
      sentence++
    } else if ((ENDS_CLAUSE.has(token.text) || dash) && !raised(tokens, i)) close(i + 1)
    else if (
      i > from &&
      ((OPENS_CLAUSE.has(token.word) && !excepts(tokens, i)) || contrasts(token.word, tokens[i + 1]?.word))
    )
      close(i)
  }
  close(tokens.length)
  return clauses
}

/** "Не думаю, что успеем": the "no" is of what follows. */
function raised(tokens: readonly Token[], i: number): boolean {
  return (
    tokens[i]?.text === ',' &&
    tokens[i + 1]?.word === 'что' &&
    tokens[i - 2]?.word === 'не' &&
    /^(?:думаю|думаем|думает|считаю|считаем|считает|полагаю|полагаем)$/.test(tokens[i - 1]?.word ?? '')
  )
}

/** "Everything but the back": what is left out. */
function excepts(tokens: readonly Token[], i: number): boolean {
  return (
    tokens[i]?.word === 'but' &&
    /^(?:everything|everyone|anything|nothing|all|any|none)$/.test(tokens[i - 1]?.word ?? '')
  )
}

/** "to you and not to them", "18 rather than 16". */
function contrasts(word: string, next: string | undefined): boolean {
  return (
    ((next === 'not' || next === 'не') && /^(?:and|и|but)$/.test(word)) ||
    ((next === 'than' || next === 'of') && /^(?:rather|instead)$/.test(word))
  )
}

/** "тыс. руб", "a.m.": a stop with no new sentence behind it. */
function abbreviation(tokens: readonly Token[], i: number): boolean {
  const [before, after] = [tokens[i - 1], tokens[i + 1]]
  return (
    tokens[i]?.text === '.' &&
    before?.kind === 'word' &&
    before.text.length <= 3 &&
    after?.kind === 'word' &&
    !after.newLine &&
    /^\p{Ll}/u.test(after.text) &&
    ABBREVIATED.has(before.word)
  )
}
const ABBREVIATED = new Set('тыс руб коп г гг стр рис доб тел ул д т п р e g i a p m approx ref no'.split(' '))

/** Stems of the words that carry the matter; numbers as they are written. */
export function matterOf(tokens: readonly Token[], from: number, to: number): readonly string[] {
  const words: Known[] = []
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    const word = token && knownAt(token)
    if (word !== undefined) words.push(word)
  }
  return stemsOf(words)
}

export function matterAt(token: Token): string | undefined {
  return knownAt(token)?.stem
}

function knownAt(token: Token): Known | undefined {
  if (token.kind === 'number') return known(String(token.value))
  return token.kind === 'word' ? knownOfWord(token) : undefined
}

const knownOfWord = ofWord((word) => (word.length < 3 || STOP_WORDS.has(word) ? undefined : known(stem(word))))
