/** What the final promises and nobody has promised: work to come that the source does not speak of, or a gift. */
import type { Difference } from '../compare.ts'
import type { Fact } from '../facts/fact.ts'
import { CONCESSION, COSTS_NOTHING } from '../lexicon/markers.ts'
import { acts, promises } from '../lexicon/ru/verbs.ts'
import type { Token } from '../text/tokens.ts'
import { matterOf } from './clauses.ts'
import type { Reading } from './reading.ts'

/** An act of the one who speaks: from where its words begin, to where they end. */
type Act = { readonly at: number; readonly from: number; readonly to: number; readonly promise: boolean }

const MOST = 60

export function compareCommitments(source: Reading, final: Reading): Difference[] {
  return [...compareConcessions(source, final), ...comparePromises(source, final)].slice(0, 2)
}

function compareConcessions(source: Reading, final: Reading): Difference[] {
  const given = new Set<string>()
  source.tokens.forEach((_, i) => {
    const concession = CONCESSION.at(source.tokens, i)
    if (concession) given.add(concession.value)
  })
  if (source.tokens.some((_, i) => COSTS_NOTHING.at(source.tokens, i))) given.add('free')
  const seen = new Set<string>()
  return concessions(final).flatMap(({ value, from, to, denied }) => {
    if (given.has(value) || seen.has(value) || denied) return []
    seen.add(value)
    return [
      {
        severity: 'block' as const,
        kind: 'commitment' as const,
        change: 'added' as const,
        final: { kind: 'commitment' as const, value, from, to },
      },
    ]
  })
}

function concessions({
  tokens,
  clauses,
  denials,
}: Reading): (Pick<Fact, 'from' | 'to'> & { value: string; denied: boolean })[] {
  const denying = new Set(denials.plain.map(({ clause }) => clauses[clause]?.sentence))
  return clauses.flatMap((clause) => {
    const found = []
    for (let i = clause.from; i < clause.to; i++) {
      const concession = CONCESSION.at(tokens, i)
      // "free tier" names a thing; "it is free" gives one.
      if (
        tokens[i]?.word === 'free' &&
        tokens[i + 1]?.kind === 'word' &&
        !/^(?:of|and|but|for|to)$/.test(tokens[i + 1]?.word ?? '')
      )
        continue
      // "feel free", "are you free at three"
      if (/^(?:feel|you|i'm|we're|am|i)$/.test(tokens[i - 1]?.word ?? '') && tokens[i]?.word === 'free') continue
      if (concession)
        found.push({
          value: concession.value,
          from: i,
          to: concession.to,
          denied: denying.has(clause.sentence) || clause.asks,
        })
    }
    return found
  })
}

function comparePromises(source: Reading, final: Reading): Difference[] {
  const theirs = actsOf(source)
  const made = actsOf(final)
    .filter(({ promise }) => promise)
    .slice(0, MOST)
  const across = source.language !== final.language
  // What the source does and the final does not say in the same words: each excuses one act in other words.
  let excuses = theirs.filter(
    (act) => across || !matterOf(source.tokens, act.from, act.to).some((word) => final.places.has(word)),
  ).length
  if (across) excuses = theirs.length
  const differences: Difference[] = []
  for (const act of made) {
    if (!across && matterOf(final.tokens, act.from, act.to).some((word) => source.places.has(word))) continue
    if (excuses > 0) {
      excuses--
      continue
    }
    const text = matterOf(final.tokens, act.from, act.to).join(' ')
    differences.push({
      severity: 'block',
      kind: 'commitment',
      change: 'added',
      final: { kind: 'commitment', value: text, from: act.from, to: act.to },
    })
  }
  return differences
}

function actsOf({ tokens, clauses }: Reading): Act[] {
  return clauses.flatMap((clause) => {
    if (clause.asks) return []
    const starts: { at: number; promise: boolean }[] = []
    for (let i = clause.from; i < clause.to; i++) {
      const act = actAt(tokens, i)
      if (act) starts.push({ at: i, promise: act === 'promise' })
    }
    const made = starts.filter(({ promise }) => promise)
    let k = -1
    return starts.map(({ at, promise }) => {
      if (!promise) return { at, promise, from: clause.from, to: clause.to }
      k++
      return {
        at,
        promise,
        from: begin(tokens, made[k - 1]?.at ?? clause.from - 1, at),
        to: end(tokens, made[k + 1]?.at ?? clause.to, at, clause.to),
      }
    })
  })
}

function actAt(tokens: readonly Token[], i: number): 'promise' | 'act' | undefined {
  const token = tokens[i]
  if (token?.kind !== 'word') return undefined
  const { word } = token
  if (/^[а-я]/.test(word)) {
    if (/^(?:будем|буду)$/.test(word))
      return NO_WORK.test(tokens[i + 1]?.word ?? '') ? 'act' : denied(tokens, i) ? undefined : 'promise'
    if (promises(word))
      return denied(tokens, i) || /^(?:если|когда|как|пока|чтобы)$/.test(tokens[i - 1]?.word ?? '') ? 'act' : 'promise'
    const opens = tokens[i - 1] === undefined || token.newLine || /^[.!?,]$/.test(tokens[i - 1]?.text ?? '')
    return acts(word) || /^(?:мы|я)$/.test(word) || (opens && AGREED.test(word)) ? 'act' : undefined
  }
  if (/^(?:we'll|i'll)$/.test(word)) return NO_WORK.test(tokens[i + 1]?.word ?? '') ? 'act' : 'promise'
  if (word === 'will' && tokens[i + 1]?.word !== 'not' && willOfOurs(tokens, i))
    return NO_WORK.test(tokens[i + 1]?.word ?? '') ? 'act' : 'promise'
  if (
    /^(?:we|i|i'm|we're|i've|we've|you'll|it'll|they'll|im|ill|let's|lets|lemme|gonna|i'd|we'd|sure|ok|okay|noted|understood)$/.test(
      word,
    )
  )
    return tokens[i + 1]?.word === 'will' ? undefined : 'act'
  // In a hurry people leave the "we" out: "sending it today", "can do", "will check".
  const opens =
    tokens[i - 1] === undefined ||
    token.newLine ||
    /^(?:[,.;:!?-]|and|but|so|then|ok|okay|sure|yes|yep|np|k)$/.test(tokens[i - 1]?.word ?? '')
  return opens && /^(?:will|can|could|need|should|got|had|just|still|\p{L}{2,}ing)$/u.test(word) ? 'act' : undefined
}

/** "we will", and "will" after an "and" where "we" stand before it. */
function willOfOurs(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.word ?? ''
  if (/^(?:we|i|team)$/.test(before)) return true
  if (!/^(?:and|also|then)$/.test(before)) return false
  for (let k = i - 2; k >= 0 && k >= i - 20 && !/^[.!?]$/.test(tokens[k]?.text ?? ''); k--)
    if (/^(?:we|i|we've|we're|i'm|i've|we'll|i'll)$/.test(tokens[k]?.word ?? '')) return true
  return false
}

/** Behind "we shall": no work that anybody can be held to. */
const NO_WORK =
  /^(?:need|be|have|see|wait|require|never|find|know|lose|miss|get|receive|expect|want|only|рады|рад|ждать|благодарны|признательны|на|в|иметь|вынуждены|готовы|надеяться)$/

/** Who speaks, or agrees to do what was asked. */
const AGREED = /^(?:понял|поняла|поняли|понятно|принято|принял|приняла|ок|хорошо|договорились|займусь|надо|нужно)$/

function denied(tokens: readonly Token[], i: number): boolean {
  return tokens[i - 1]?.word === 'не' || tokens[i + 1]?.word === 'не'
}

/** Words before an act belong to it back to an "and" or to the act before it. */
function begin(tokens: readonly Token[], after: number, at: number): number {
  for (let i = at - 1; i > after; i--) if (/^(?:и|and|а|но|but|затем|then)$/.test(tokens[i]?.word ?? '')) return i + 1
  return after < 0 || after === at - 1 ? Math.max(0, after + 1) : after + 1
}

function end(tokens: readonly Token[], next: number, at: number, clauseEnd: number): number {
  for (let i = next - 1; i > at; i--) if (next < clauseEnd && /^(?:и|and)$/.test(tokens[i]?.word ?? '')) return i
  return next
}
