/** "Yes" that became "no", and a bare answer that became the opposite in so many words. */
import type { Difference } from '../../difference.ts'
import { ANSWERS, FIRST_VERDICT } from '../../lexicon/opposites.ts'
import { phrases } from '../../lexicon/phrases.ts'
import type { Reading } from '../reading/reading.ts'
import { usesOf } from './uses.ts'

type Answer = {
  readonly yes: boolean
  readonly from: number
  readonly to: number
  readonly sentence: number
  /** Nothing else is said in its sentence. */
  readonly bare: boolean
}

export function compareAnswers(source: Reading, final: Reading): Difference[] {
  const said = answersOf(source)
  const written = answersOf(final)
  if (said.length > 0 && written.length > 0) {
    const pairs = said.length === written.length ? said.map((one, i) => [one, written[i] as Answer] as const) : []
    const [first, other] = [said[0] as Answer, written[0] as Answer]
    if (pairs.length === 0 && first.sentence === 0 && other.sentence === 0) pairs.push([first, other])
    const turned = pairs.find(([a, b]) => a.yes !== b.yes && !confirms(a, b, source, final))
    return turned ? [changed(turned[0], turned[1])] : []
  }
  const [here, there] = [said[0], written[0]]
  if (here?.bare && source.clauses.length === 1 && verdict(final) === !here.yes)
    return [changed(here, { from: 0, to: final.tokens.length })]
  if (there?.bare && final.clauses.length === 1 && verdict(source) === !there.yes)
    return [changed({ from: 0, to: source.tokens.length }, there)]
  return []
}
const ANSWER = phrases<keyof typeof ANSWERS>(ANSWERS)

function answersOf({ tokens, clauses, matter }: Reading): Answer[] {
  const answers: Answer[] = []
  let last = -1
  for (const [index, { from, to, sentence }] of clauses.entries()) {
    if (sentence === last) continue
    last = sentence
    const found = ANSWER.at(tokens, from)
    if (found === undefined) continue
    const next = tokens[found.to]
    const ends = found.to >= to || next?.kind === 'mark' || next?.newLine === true
    if (!ends && !FOLLOWS.test(next?.word ?? '')) continue
    const alone = clauses[index + 1]?.sentence !== sentence && (matter[index] ?? []).length <= 1
    answers.push({ yes: found.value === 'yes', from, to: found.to, sentence, bare: alone })
    if (answers.length > MOST) return []
  }
  return answers
}
const MOST = 20
/** Behind an answer with no comma: "нет спасибо", "yes we can". */
const FOLLOWS = /^(?:спасибо|пожалуйста|мы|я|please|thanks|thank|ta|we|i|it|that|you|let's|go)$/

/** "Нет, не успеем" and "Да, не успеем" are one: the second agrees with what was feared. */
function confirms(a: Answer, b: Answer, source: Reading, final: Reading): boolean {
  const denies = ({ sentence, from, to }: Answer, { denials, clauses }: Reading) =>
    denials.plain.some(({ at, clause }) => clauses[clause]?.sentence === sentence && (at < from || at >= to))
  return !a.yes && b.yes && denies(a, source) && denies(b, final)
}

/** Whether a text says yes or no to what was put, if it says one of them. */
function verdict(reading: Reading): boolean | undefined {
  const uses = usesOf(reading).filter(({ group }) => group >= FIRST_VERDICT)
  const sides = new Set(uses.map(({ side }) => side))
  const [only] = sides
  if (sides.size > 1) return undefined
  if (sides.size === 1) return only
  return reading.denials.plain.some(({ optional }) => !optional) ? false : undefined
}

function changed(a: { from: number; to: number }, b: { from: number; to: number }): Difference {
  return {
    severity: 'block',
    kind: 'negation',
    change: 'changed',
    source: { kind: 'negation', value: 'answer', from: a.from, to: a.to },
    final: { kind: 'negation', value: 'other answer', from: b.from, to: b.to },
  }
}
