/** Softer words gone, or firmer ones come: "we shall try" and "we shall", "must" and "may". */
import type { Difference } from '../../difference.ts'
import { MODALITY, type Modality } from '../../lexicon/markers.ts'
import { type Act, actsOf } from '../promises/acts.ts'
import { overlap } from '../reading/alike.ts'
import { bestSentence } from '../reading/places.ts'
import type { Reading } from '../reading/reading.ts'
import { type Found, find, marker } from './find.ts'

const SOFT: ReadonlySet<string> = new Set<Modality>(['uncertain', 'attempt', 'advice'])
const FIRM: ReadonlySet<string> = new Set<Modality>(['certain', 'duty'])

export function compareModality(source: Reading, final: Reading): Difference[] {
  const said = find(MODALITY, source, false)
  const written = find(MODALITY, final, true)
  const soft = said.filter(({ value }) => SOFT.has(value))
  // "We cannot prove it" is no softer word.
  const softer = written.filter(({ value, from }) => SOFT.has(value) || (value === 'able' && !deniedAt(final, from)))
  const firm = said.filter(({ value }) => FIRM.has(value))
  const firmer = written.filter(({ value }) => FIRM.has(value))
  const lost = soft.find(
    ({ from }) => !(firmer.length > firm.length && /^should/.test(source.tokens[from]?.word ?? '')),
  )
  if (lost && (softer.length === 0 || (soft.length > softer.length && firmer.length > firm.length)))
    return [raised(soft, source, final) ?? marker('modality', 'missing', lost)]
  const sure = (found: readonly Found<string>[]) => found.filter(({ value }) => value === 'certain')
  const stated = find(MODALITY, final, false)
  const gained = sure(stated).find(({ from }) => !GAVE.test(final.tokens[from]?.word ?? ''))
  if (gained && sure(said).length === 0 && firm.length < firmer.length) return [marker('modality', 'added', gained)]
  const bound = firm[0]
  if (bound && firmer.length === 0 && loosened(bound, source, written, final))
    return [marker('modality', 'missing', bound)]
  const hope = stated.find(
    ({ value, from, to }) => (value === 'uncertain' || value === 'attempt') && !polite(final, from, to),
  )
  if (hope && soft.length === 0 && !said.some(({ value }) => value === 'able'))
    return [marker('modality', 'added', hope)]
  return []
}

/** A hope of one's own that is a promise now: "we shall try to finish it" and "we shall finish it". */
function raised(soft: readonly Found<string>[], source: Reading, final: Reading): Difference | undefined {
  const made = actsOf(final).filter((act) => act.promise || gets(act, final))
  for (const { value, from, to, clause } of soft) {
    if (value === 'advice' || POLITE_OPENING.test(source.tokens[from]?.word ?? '')) continue
    const there = bestSentence(source, clause, final)?.sentence ?? onlySentence(source, final)
    const act = made.find((one) => final.clauses[one.clause]?.sentence === there)
    if (act === undefined) continue
    return {
      severity: 'block',
      kind: 'commitment',
      change: 'changed',
      source: { kind: 'commitment', value, from, to },
      final: { kind: 'commitment', value: 'promise', from: act.from, to: act.to },
    }
  }
  return undefined
}
/** Texts of one sentence each are about the same. */
function onlySentence(source: Reading, final: Reading): number | undefined {
  return source.clauses.at(-1)?.sentence === 0 && final.clauses.at(-1)?.sentence === 0 ? 0 : undefined
}

/** "We'll get a discount" is no work, and more than "we'll try to get one". */
function gets({ at }: Act, { tokens }: Reading): boolean {
  return /^(?:will|\p{L}+'ll)$/u.test(tokens[at]?.word ?? '') && tokens[at + 1]?.word === 'get'
}

/** "We would like to" opens a request as often as it tells a plan. */
const POLITE_OPENING = /^(?:хотел[аи]?|хотим|хочу|посмотрим|would|want|i|we)$/

/** Tells of a word that was given. */
const GAVE = /^(?:promised|обещал[аи]?|guaranteed)$/

function deniedAt({ tokens }: Reading, i: number): boolean {
  return /^(?:не|not|никак)$/.test(tokens[i - 1]?.word ?? '') || /^(?:not)$/.test(tokens[i + 1]?.word ?? '')
}

/** What had to be is now only advised, or of the same matter only allowed. */
function loosened(bound: Found<string>, source: Reading, written: readonly Found<string>[], final: Reading): boolean {
  return written.some(
    ({ value, from, clause }) =>
      value === 'advice' ||
      (bound.value === 'duty' &&
        (value === 'able' || MAY.test(final.tokens[from]?.word ?? '')) &&
        !deniedAt(final, from) &&
        overlap(source.matter[bound.clause] ?? [], final.matter[clause] ?? []) > 0),
  )
}
const MAY = /^(?:может|могут|may|might|возможно)$/

/** Of those that may soften, the words that are as often polite or name something else. */
function polite({ tokens }: Reading, from: number, to: number): boolean {
  const word = tokens[from]?.word ?? ''
  if (/^возможн/.test(word)) return tokens[to]?.text !== ','
  if (/^(?:may|might)$/.test(word))
    return tokens[to]?.word === 'be' || /^(?:you|we|i|if|as|that)$/.test(tokens[from - 1]?.word ?? 'you')
  return POLITE.test(word)
}
const POLITE =
  /^(?:could|would|appears?|expect(?:ed)?|estimate|plan(?:s|ning)?|best|seems?|attempt|хотел[аи]?|можете|посмотрим|собира\p{L}*|может|могут|намерен\p{L}*)$/u
