/** What a text does or says will be done by the one who speaks. */
import { acts, promises, shallDo } from '../../lexicon/ru/verbs.ts'
import { ofWord } from '../../text/answers.ts'
import { onceFor } from '../../text/remember.ts'
import type { Token } from '../../text/tokens.ts'
import type { Reading } from '../reading/reading.ts'

/** An act of the one who speaks: from where its words begin, to where they end. */
export type Act = {
  /** Who promises: the one who speaks, or a text that says what others will do or what is given. */
  readonly by: 'speaker' | 'others'
  readonly at: number
  readonly from: number
  readonly to: number
  readonly clause: number
  readonly promise: boolean
}

/** Several rules ask for the same text. */
export const actsOf = onceFor(readActs)

function readActs({ tokens, clauses }: Reading): readonly Act[] {
  return clauses.flatMap((clause, index) => {
    if (clause.asks || isReported(tokens, clauses, index) || isCondition(tokens, clauses, index)) return []
    const starts: { at: number; promise: boolean; by: Act['by'] }[] = []
    for (let i = clause.from; i < clause.to; i++) {
      const act = actAt(tokens, i)
      if (act) starts.push({ at: i, promise: act === 'promise' && !threatens(tokens, clause.from, i), by: 'speaker' })
      else if (givenAt(tokens, i)) starts.push({ at: i, promise: true, by: 'others' })
    }
    if (starts.length === 0) return []
    const made = starts.filter(({ promise }) => promise)
    let k = -1
    return starts.map(({ at, promise, by }) => {
      if (!promise) return { at, promise, by, clause: index, from: clause.from, to: clause.to }
      k++
      return {
        at,
        promise,
        by,
        clause: index,
        from: begin(tokens, made[k - 1]?.at ?? clause.from - 1, at),
        to: end(tokens, made[k + 1]?.at ?? clause.to, at, clause.to),
      }
    })
  })
}

/** "Спрашивает, кому поручим тексты": what is asked, and nothing promised. */
function isReported(tokens: readonly Token[], clauses: Reading['clauses'], index: number): boolean {
  const [own, before] = [clauses[index], clauses[index - 1]]
  if (own === undefined || before?.sentence !== own.sentence || !ASKED.has(tokens[own.from]?.word ?? '')) return false
  return tokens.slice(before.from, before.to).some(({ word }) => ASKS.test(word))
}
const ASKED = new Set(
  'кто кого кому кем когда где куда сколько чем какой какая какие какую who whom when where which'.split(' '),
)
const ASKS =
  /^(?:спрашива\p{L}+|спросил\p{L}*|интересу\p{L}+|узнать|уточня\p{L}+|asks?|asked|asking|wonders?|wondering|know)$/u

/** "При условии, что мы уберём пункт": what must come first. */
function isCondition(tokens: readonly Token[], clauses: Reading['clauses'], index: number): boolean {
  const [own, before] = [clauses[index], clauses[index - 1]]
  if (own === undefined || before?.sentence !== own.sentence || tokens[own.from]?.word !== 'что') return false
  return /^(?:условии|случае|условие|условием)$/.test(tokens[before.to - 2]?.word ?? '')
}

/** "…; иначе перенесём": what follows if not, and no gift. */
function threatens(tokens: readonly Token[], from: number, at: number): boolean {
  for (let i = from; i < at; i++) if (/^(?:иначе|otherwise)$/.test(tokens[i]?.word ?? '')) return true
  return false
}

function actAt(tokens: readonly Token[], i: number): 'promise' | 'act' | undefined {
  const token = tokens[i]
  if (token?.kind !== 'word' || !mayAct(token)) return undefined
  const { word } = token
  // "С нас роллап": in so many words, who has to.
  if ((word === 'нас' || word === 'меня') && /^(?:с|от)$/.test(tokens[i - 1]?.word ?? '')) return 'act'
  if (RUSSIAN.test(word)) {
    if (word === 'будем' || word === 'буду')
      return NO_WORK.test(tokens[i + 1]?.word ?? '') ? 'act' : denied(tokens, i) ? undefined : 'promise'
    if ((word === 'берем' || word === 'беру') && tokens[i + 1]?.word === 'на' && tokens[i + 2]?.word === 'себя')
      return 'promise'
    if (word === 'отвечаем' && (tokens[i + 1]?.word === 'за' || tokens[i - 2]?.word === 'за')) return 'promise'
    if (promises(word))
      return denied(tokens, i) || /^(?:если|когда|как|пока|чтобы)$/.test(tokens[i - 1]?.word ?? '') ? 'act' : 'promise'
    if (acts(word) || word === 'мы' || word === 'я') return 'act'
    const opens = () => tokens[i - 1] === undefined || token.newLine || /^[.!?,]$/.test(tokens[i - 1]?.text ?? '')
    return AGREED.has(word) && opens() ? 'act' : undefined
  }
  if (word === "we'll" || word === "i'll") return noWork(tokens, i + 1) ? 'act' : 'promise'
  if (word === 'will' && tokens[i + 1]?.word !== 'not' && willOfOurs(tokens, i))
    return noWork(tokens, i + 1) ? 'act' : 'promise'
  if (word === 'will' && tokens[i - 1]?.word === 'you' && /^(?:receive|get|have)$/.test(tokens[i + 1]?.word ?? ''))
    return 'promise'
  if (word === 'have' && getsDone(tokens, i)) return 'promise'
  if (OURS.has(word)) return tokens[i + 1]?.word === 'will' ? undefined : 'act'
  if (word === 'on' && tokens[i + 1]?.word === 'it') return 'act'
  // In a hurry people leave the "we" out: "sending it today", "can do", "will check".
  if (!LEFT_OUT.test(word)) return undefined
  const opens = tokens[i - 1] === undefined || token.newLine || OPENS.test(tokens[i - 1]?.word ?? '')
  if (word === 'will' && /^(?:and|but|so|then)$/.test(tokens[i - 1]?.word ?? '')) return undefined
  return opens ? 'act' : undefined
}
const RUSSIAN = /^[а-я]/
/** Most words are in no way an act: those that may be one, by what stands beside them. */
const mayAct = ofWord((word) =>
  RUSSIAN.test(word)
    ? IN_WORDS.has(word) || promises(word) || acts(word) || AGREED.has(word)
    : IN_WORDS.has(word) || OURS.has(word) || LEFT_OUT.test(word),
)
const IN_WORDS = new Set("нас меня будем буду берем беру отвечаем мы я we'll i'll will on have".split(' '))
/** "We will look into it and have it fixed this week". */
function getsDone(tokens: readonly Token[], i: number): boolean {
  const joint = tokens[i - 1]?.word === 'will' ? i - 2 : i - 1
  if (!/^(?:and|then)$/.test(tokens[joint]?.word ?? '') || !willOfOurs(tokens, joint + 1)) return false
  return tokens.slice(i + 2, i + 5).some(({ word }) => DONE.test(word))
}
const DONE = /^(?:\p{L}{2,}ed|done|ready|sent|built|made|up|live|shot|cut)$/u

const OURS = new Set(
  "we i i'm we're i've we've im ill let's lets lemme gonna i'd we'd sure ok okay noted understood".split(' '),
)
const LEFT_OUT = /^(?:will|can|could|need|should|got|had|just|still|\p{L}{2,}ing)$/u
const OPENS = /^(?:[,.;:!?-]|and|but|so|then|ok|okay|sure|yes|yep|np|k)$/

/** What others will do ("the designer will prepare", "менеджер заедет"), or what comes with it ("support is included"). */
function givenAt(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (token?.kind !== 'word' || !mayGive(token)) return false
  const { word } = token
  if (GIVES.has(word) || YOURS.test(word)) return !denied(tokens, i)
  if (word === 'will' || word.endsWith("'ll"))
    return tokens[i + 1]?.word !== 'not' && !CONDITIONAL.test(tokens[i - 2]?.word ?? '')
  if (word === 'будет' || word === 'будут')
    return tokens.slice(i + 1, i + 5).some((token) => TO_DO.test(token.word)) && !denied(tokens, i)
  return shallDo(word) && !denied(tokens, i) && !/^(?:если|когда|как|пока|чтобы)$/.test(tokens[i - 1]?.word ?? '')
}
const mayGive = ofWord(
  (word) =>
    GIVES.has(word) || YOURS.test(word) || /^(?:will|будет|будут)$/.test(word) || word.endsWith("'ll") || shallDo(word),
)
/** "Будет дежурить", "будет доступна". */
const TO_DO = /^(?:\p{L}{3,}(?:ать|ять|ить|еть|ывать)|доступн\p{L}+|готов\p{L}*)$/u
const GIVES = new Set('включен включена включено включены входит входят included includes includes expect'.split(' '))
/** "Вы получите": what comes to the one who is spoken to. */
const YOURS = /^(?:получите|увидите)$/

export function isYours(tokens: readonly Token[], at: number): boolean {
  return YOURS.test(tokens[at]?.word ?? '')
}
const CONDITIONAL = /^(?:if|when|once|that|which|who)$/

/** "we will", and "will" after an "and" where "we" stand before it. */
function willOfOurs(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.word ?? ''
  if (/^(?:we|i|team)$/.test(before)) return true
  if (!/^(?:and|also|then)$/.test(before)) return false
  for (let k = i - 2; k >= 0 && k >= i - 20 && !/^[.!?]$/.test(tokens[k]?.text ?? ''); k--)
    if (/^(?:we|i|we've|we're|i'm|i've|we'll|i'll)$/.test(tokens[k]?.word ?? '')) return true
  return false
}

/** "We'll get you onto the first page" is work, "we'll get it" is none. */
function noWork(tokens: readonly Token[], i: number): boolean {
  const gets = tokens[i]?.word === 'get' && tokens[i + 1]?.word === 'you'
  return NO_WORK.test(tokens[i]?.word ?? '') && !gets
}

/** Behind "we shall": no work that anybody can be held to. */
const NO_WORK =
  /^(?:need|be|have|see|wait|ask|tell|pass|forward|let|require|never|find|know|lose|miss|get|receive|expect|want|only|рады|рад|ждать|благодарны|признательны|на|в|иметь|вынуждены|готовы|надеяться)$/

/** Who speaks, or agrees to do what was asked. */
const AGREED = new Set(
  'понял поняла поняли понятно принято принял приняла ок хорошо договорились займусь надо нужно'.split(' '),
)

function denied(tokens: readonly Token[], i: number): boolean {
  return (
    /^(?:not|never|n't|isn't|aren't)$/.test(tokens[i - 1]?.word ?? '') ||
    tokens[i - 1]?.word === 'не' ||
    tokens[i + 1]?.word === 'не'
  )
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
