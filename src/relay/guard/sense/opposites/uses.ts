/** Where a text uses a word that has an opposite, and which side it takes with the "no" beside it. */

import { NEGATION } from '../../lexicon/negation.ts'
import { besideOf, FIRST_VERDICT, isAct, isOfSentence, OPPOSED } from '../../lexicon/opposites.ts'
import { onceFor } from '../../text/remember.ts'
import { stem } from '../../text/stem.ts'
import { type Denial, leavesOut } from '../negation/denials.ts'
import { matterAt } from '../reading/clauses.ts'
import type { Reading } from '../reading/reading.ts'

export type Use = {
  readonly group: number
  /** `undefined`: something near says no, and of what is not to be told. */
  readonly side: boolean | undefined
  /** Says it with a "no", or is one. */
  readonly denied: boolean
  readonly at: number
  readonly to: number
  readonly clause: number
}

/** With it a word says the opposite of all the rest. */
const ONLY = /^(?:только|лишь|only|кроме|except)$/
/** A "no" reaches so far ahead: "не будем сильно повышать". */
const REACH = 4
/** Denials of one clause that are looked at: with more nothing is to be told. */
const FEW = 4

/** Uses that are looked at; a text with more is a list, and nothing is made of it. */
export const MOST = 60

/** At most one more than `MOST`. Several rules ask for the same text. */
export const usesOf = onceFor(readUses)

function readUses(reading: Reading): readonly Use[] {
  const { tokens, clauses, denials } = reading
  const byClause = new Map<number, Denial[]>()
  for (const denial of denials.plain) {
    const own = byClause.get(denial.clause)
    if (own === undefined) byClause.set(denial.clause, [denial])
    else if (own.length < FEW) own.push(denial)
  }
  // "VAT excluded": what is said of VAT is a fact, and held against its like there.
  const vat = new Set<number>()
  for (const { kind, from, to } of reading.facts) if (kind === 'vat') for (let i = from; i < to; i++) vat.add(i)
  const uses: Use[] = []
  for (const [index, clause] of clauses.entries()) {
    const denying = byClause.get(index) ?? []
    let beyond: boolean | undefined
    for (let i = clause.from; i < clause.to; ) {
      if (uses.length > MOST) return uses
      const found = vat.size > 0 && vat.has(i) ? undefined : OPPOSED.at(tokens, i)
      if (found === undefined) {
        i++
        continue
      }
      beyond ??= deniedBeyond(reading, index) || setApart(reading, index)
      for (const { group, side } of found.value) {
        if (besideIn(reading, group, index)) continue
        const denied =
          beyond && !isOfSentence(group) && !tokens.slice(i, found.to).some(({ word }) => ONLY.test(word))
            ? 'unsure'
            : deniedAt(reading, denying, clause.from, i, found.to, isAct(group))
        const itself = denying.find(({ at }) => at >= i && at < found.to)
        const within = withinNo(tokens, i, found.to)
        const unsure =
          denied === 'unsure' ||
          overdone(reading, group, i) ||
          itself?.needs === true ||
          (isOfSentence(group) && deniedInSentence(reading, index)) ||
          (within && COMPARED.test(tokens[i]?.word ?? ''))
        const left = leavesOut(tokens, i, clause.to)
        const turned = unsure ? undefined : side !== (denied === 'denied' || within || left)
        uses.push({
          group,
          side: turned,
          denied: itself !== undefined || denied === 'denied',
          at: i,
          to: found.to,
          clause: index,
        })
      }
      i = found.to
    }
  }
  return uses
}

function deniedInSentence({ clauses, denials }: Reading, index: number): boolean {
  for (const clause of denials.clauses) if (clauses[clause]?.sentence === clauses[index]?.sentence) return true
  return false
}

/** An end, which other words may give as well. */
const COMPARED = /^(?:раньше|ранее|позже|позднее|earlier|later|sooner|longer|cheaper|дешевле|дороже)$/

/** "Not earlier than", "not against": with the words before it one turn of speech. */
function withinNo(tokens: Reading['tokens'], from: number, to: number): boolean {
  const no = NEGATION.at(tokens, from - 1)
  return no?.value === 'neutral' && no.to >= to && /^(?:не|not|no|никто|nobody)$/.test(tokens[from - 1]?.word ?? '')
}

function deniedAt(
  { tokens }: Reading,
  denying: readonly Denial[],
  clause: number,
  from: number,
  to: number,
  act: boolean,
): 'denied' | 'unsure' | 'said' {
  const others = denying.filter(({ at }) => at < from || at >= to)
  if (tokens[from - 2]?.word === 'off' && /^hold/.test(tokens[from - 3]?.word ?? '')) return 'unsure'
  if (WEAKENS.test(tokens[from - 1]?.word ?? '') || UNTIL.test(tokens[clause]?.word ?? '')) return 'unsure'
  // "Больше 30 % не пропустит" sets an end: the "no" is none, and what stands behind it is not said either.
  if (/^(?:не|not)$/.test(tokens[from - 1]?.word ?? '') && !others.some(({ at }) => at === from - 1)) return 'unsure'
  if (tokens.slice(Math.max(clause, from - REACH), from).some(({ word }) => word === 'unless')) return 'unsure'
  const [only] = others
  if (NONE.test(tokens[to]?.word ?? '') || NONE.test(tokens[from - 1]?.word ?? '')) return 'unsure'
  // "Visible to visitors who aren't logged in": the "no" is of what follows.
  if (only === undefined || opensBehind(tokens, to, only.at)) return 'said'
  if (others.length > 1 || only.optional || only.needs || capped(tokens, to)) return 'unsure'
  const word = tokens[only.at]?.word ?? ''
  const before = from - only.at
  // "Без логина можно": of the login.
  if (NOUN_ONLY.test(word) && before > 1 && MODAL.test(tokens[from]?.word ?? '')) return 'said'
  if (NOUN_ONLY.test(word)) return before > 0 && before <= 2 ? 'denied' : before > 0 ? 'unsure' : 'said'
  if (!act) return before === 1 ? 'denied' : 'unsure'
  return only.scope[0] === stem(tokens[from]?.word ?? '') || (before > 0 && bare(tokens, only.at + 1, from))
    ? 'denied'
    : 'unsure'
}

/** "I'd not raise it more than 20 %": how much, and not that it is not to be. */
function capped(tokens: Reading['tokens'], from: number): boolean {
  for (let i = from; i < from + CAP_REACH && tokens[i]?.kind !== 'mark'; i++)
    if (/^(?:more|above|over|beyond|further|больше|более|выше|свыше|дальше)$/.test(tokens[i]?.word ?? '')) return true
  return false
}
const CAP_REACH = 6

function opensBehind(tokens: Reading['tokens'], from: number, at: number): boolean {
  return at > from && tokens.slice(from, at).some(({ word }) => /^(?:who|that|which|whose)$/.test(word))
}

/** Between a "no" and the word it denies stands nothing that could be denied instead. */
function bare(tokens: Reading['tokens'], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (token && ((matterAt(token) !== undefined && !SAYING.test(token.word)) || PREPOSITION.test(token.word)))
      return false
  }
  return to - from < REACH
}
/** "I did not say that I agree". */
const SAYING = /^(?:говор|сказ|счита|дума|увере|хот|план|собир|said|say|think|thought|going|plan|want|intend)/
const PREPOSITION = /^(?:с|со|в|во|на|о|об|за|по|из|от|для|with|in|on|at|for|from|about|of)$/
const NONE = /^(?:ноль|нуль|нулев\p{L}+|zero|nil)$/u

/** They deny the noun behind them and nothing before it. */
const MODAL = /^(?:можно|нельзя|надо|нужн[аоы]|нужен|can|may|must|allowed)$/
const NOUN_ONLY = /^(?:без|кроме|without|except|excluding|no)$/
/** "Перестали повышать", "refused to extend", "unless you object": what did not take place, or only may. */
const WEAKENS =
  /^(?:перест\p{L}+|отказ\p{L}+|против|раздума\p{L}+|вместо|stop\p{L}*|refus\p{L}+|against|instead|than)$/u
const UNTIL = /^(?:unless|until|till|пока)$/

/** "Only the pads", "…, but for the pads": of all the rest the opposite is said. */
function setApart({ tokens, clauses }: Reading, index: number): boolean {
  const own = clauses[index]
  const next = clauses[index + 1]
  const has = (from = 0, to = 0) => tokens.slice(from, to).some(({ word }) => ONLY.test(word))
  return (
    has(own?.from, own?.to) || (next?.sentence === own?.sentence && EXCEPT.test(tokens[next?.from ?? 0]?.word ?? ''))
  )
}
const EXCEPT = /^(?:кроме|except)$/

/** "Уложиться в срок, к сожалению, не получится": what is denied stands beyond a word or two between commas. */
function deniedBeyond({ clauses, denials, tokens }: Reading, index: number): boolean {
  const own = clauses[index]
  // "Не уверен, что успеем", "есть риск не уложиться".
  const before = clauses[index - 1]
  if (
    before?.sentence === own?.sentence &&
    /^(?:что|that|whether)$/.test(tokens[own?.from ?? 0]?.word ?? '') &&
    tokens.slice(before?.from, before?.to).some(({ word }) => UNSURE.test(word))
  )
    return true
  if (tokens.slice(own?.from, own?.to).some(({ word }) => RISK.test(word))) return true
  return [-1, 1].some((step) => {
    const [between, beyond] = [clauses[index + step], clauses[index + 2 * step]]
    return (
      between?.sentence === own?.sentence &&
      beyond?.sentence === own?.sentence &&
      between !== undefined &&
      between.to - between.from <= SHORT &&
      PARENTHETIC.test(tokens[between.to - 2]?.word ?? '') &&
      denials.clauses.has(index + 2 * step)
    )
  })
}
const UNSURE = /^(?:не|вряд|сомнева\p{L}+|not|don't|doubt|doubts)$/u
const RISK =
  /^(?:вряд|едва|маловероятно|unlikely|doubt|doubtful|hardly|риск|риска|риске|рискуем|рискует|risk|risks|risky)$/
const SHORT = 3
const PARENTHETIC =
  /^(?:сожалению|увы|кажется|похоже|наверное|думаю|unfortunately|however|sadly|though|afraid|вероятно|видимо)$/

/** "Too long", "слишком мелкий": a complaint, which asks for the opposite. */
function overdone({ tokens }: Reading, group: number, at: number): boolean {
  return (
    group < FIRST_VERDICT &&
    (TOO.test(tokens[at - 1]?.word ?? '') || /оват(?:ый|ая|ое|ые|о|а|ы)?$/.test(tokens[at]?.word ?? ''))
  )
}
const TOO = /^(?:слишком|чересчур|too|overly|как|чем)$/

function besideIn({ tokens, clauses }: Reading, group: number, index: number): boolean {
  const beside = besideOf(group)
  const sentence = clauses[index]?.sentence
  if (beside === undefined) return false
  for (let k = index - 1; k <= index + 1; k++) {
    const clause = clauses[k]
    if (clause?.sentence !== sentence) continue
    for (let i = clause?.from ?? 0; i < (clause?.to ?? 0); i++) if (beside.at(tokens, i)) return true
  }
  return false
}
