/** Where a text says no, plainly or in words that can stand for a "no". */
import { MONTHS, WEEKDAYS } from '../../lexicon/calendar.ts'
import { NEGATION } from '../../lexicon/negation.ts'
import { onceFor } from '../../text/remember.ts'
import { stem } from '../../text/stem.ts'
import type { Token } from '../../text/tokens.ts'
import type { Clause } from '../reading/clauses.ts'
import { counts, likeNo } from './like-no.ts'
import { scopeOf } from './scope.ts'

export type Denial = {
  readonly at: number
  readonly clause: number
  /** What is denied: the words that carry the matter, the denied one first. */
  readonly scope: readonly string[]
  /** Takes part only when the other text has it too: in a question, before another "no", as an answer. */
  readonly optional: boolean
  /** Only sets one thing against another: "York rather than Leeds", "the second one, not the first". */
  readonly contrast: 'apart' | 'only' | undefined
  /** Says no in a word of its own (refused, forbidden, lacking), which other words may say as well. */
  readonly lexical: boolean
  /** Says that all is well: "not lost". */
  readonly well: boolean
  /** Of two: "without a brief we do not start" says that a brief is needed. */
  readonly needs: boolean
  /** Nothing is said behind it: "the fonts aren't". */
  readonly alone: boolean
  /** Says until when. */
  readonly until: boolean
  /** Says that something need not be, or can be done without. */
  readonly unneeded: boolean
}

/** Whether it needs a partner: the others may be said in words that hold no "no" at all. */
export function isFirm({ optional, contrast, lexical, well }: Denial): boolean {
  return !optional && contrast === undefined && !lexical && !well
}

/** What it says, and the stem of the word that says it. */
export type Like = { readonly like: string; readonly word: string }
export type Denials = {
  readonly plain: readonly Denial[]
  /** What is said that can stand for a "no" of the other text, by its meaning. */
  readonly weak: readonly string[]
  /** Clauses with a "no" of their own, and what the others hold that can stand for one. */
  readonly clauses: ReadonlySet<number>
  readonly likeNo: ReadonlyMap<number, readonly Like[]>
}

export function denialsOf(tokens: readonly Token[], clauses: readonly Clause[], covered: ReadonlySet<number>): Denials {
  const plain: Denial[] = []
  const weak: string[] = []
  const denying = new Set<number>()
  const likeNos = new Map<number, Like[]>()
  clauses.forEach((clause, index) => {
    const own: Denial[] = []
    const concord: number[] = []
    for (let i = clause.from; i < clause.to; ) {
      const found = covered.size > 0 && covered.has(i) ? undefined : NEGATION.at(tokens, i)
      const step = found?.to ?? i + 1
      const like = found ? undefined : likeNo(tokens, i)
      const role = found?.value
      if (role === 'plain' && (behindEnd(tokens, clause.from, i) || comparesAt(tokens, i))) {
        weak.push('turn of speech')
        push(likeNos, index, { like: 'high', word: '' })
      } else if (role === undefined && leavesOut(tokens, i, clause.to))
        own.push(denial(tokens, clauses, index, i, i + 1, false))
      else if ((role === 'plain' && !label(tokens, i)) || role === 'lexical')
        own.push(denial(tokens, clauses, index, i, step, role === 'lexical' && !ofVerb(tokens, i, step)))
      else if (role === 'concord') concord.push(i)
      else if (role === 'neutral') {
        // "Not before", "no more than": ends that other words may give as well.
        const said = COMPARED.test(tokens[step - 1]?.word ?? '') ? 'high' : 'turn of speech'
        weak.push('turn of speech')
        push(likeNos, index, { like: said, word: '' })
      }
      if (like !== undefined) {
        weak.push(like)
        push(likeNos, index, { like, word: stem(tokens[i]?.word ?? '') })
      }
      i = step
    }
    const first = concord[0]
    if (first !== undefined && own.length === 0) own.push(denial(tokens, clauses, index, first, first + 1, false))
    if (own.length > 0) denying.add(index)
    plain.push(...own)
  })
  // "Hosting is not in it, the domain neither", "домен тоже": says no to one thing more.
  clauses.forEach((clause, index) => {
    if (denying.has(index - 1) && clauses[index - 1]?.sentence === clause.sentence && goesOn(tokens, clause))
      denying.add(index)
  })
  // "Until it is paid we do not start" can be said as "we start once it is paid".
  const waiting = new Set(plain.filter(({ until }) => until).map(({ clause }) => clauses[clause]?.sentence))
  const counts = new Map<number, number>()
  for (const { clause, lexical, alone } of plain) {
    // "…, школа запретила": why, and no other "no".
    if (lexical && alone) continue
    const sentence = clauses[clause]?.sentence ?? 0
    counts.set(sentence, (counts.get(sentence) ?? 0) + 1)
  }
  const seconds = new Set(
    plain.filter(({ at }) => /^(?:без|without)$/.test(tokens[at]?.word ?? '')).map(({ clause }) => clause),
  )
  const denials = plain.map((one) => {
    const sentence = clauses[one.clause]?.sentence ?? 0
    const second = !one.unneeded && (counts.get(sentence) ?? 0) > 1 && SECOND.has(tokens[one.at]?.word ?? '')
    const needs =
      (!second && (counts.get(sentence) ?? 0) > 1 && seconds.has(one.clause)) || waitsFor(tokens, clauses, one)
    const named = seconds.has(one.clause) && namesOneOfTwo(tokens, clauses[one.clause]?.from ?? 0, one)
    return { ...one, optional: one.optional || second || named || waiting.has(sentence), needs }
  })
  return { plain: denials, weak, clauses: denying, likeNo: likeNos }
}

function goesOn(tokens: readonly Token[], { from, to }: Clause): boolean {
  const words = tokens.slice(from, to).filter(({ kind }) => kind === 'word')
  return words.length > 1 && words.length <= SHORT - 2 && TOO.test(words.at(-1)?.word ?? '')
}
const TOO = /^(?:тоже|также|too|either|neither|likewise)$/

/** "Without a rush two weeks, with a rush six days": only says which of the two. "Without it": if not. */
function namesOneOfTwo(tokens: readonly Token[], from: number, { at }: Denial): boolean {
  const without = tokens[at + 1]
  if (at !== from || !/^(?:без|without)$/.test(tokens[at]?.word ?? '') || without?.kind !== 'word') return false
  if (/^(?:it|this|that|them|него|нее|них|этого)$/.test(without.word)) return true
  return companions(tokens).has(stem(without.word))
}
/** What is said to come with something, found once. */
const companions = onceFor(
  (tokens: readonly Token[]): ReadonlySet<string> =>
    new Set(
      tokens.flatMap(({ word }, i) => {
        const next = tokens[i + 1]
        return next !== undefined && /^(?:with|с|со)$/.test(word) ? [stem(next.word)] : []
      }),
    ),
)

/** "Leave the music out": says no to the music. */
export function leavesOut(tokens: readonly Token[], i: number, to: number): boolean {
  if (!LEAVE.has(tokens[i]?.word ?? '')) return false
  for (let at = i + 2; at < Math.min(to, i + OUT_REACH); at++) if (tokens[at]?.word === 'out') return true
  return false
}
const LEAVE = new Set(['leave', 'leaves', 'leaving', 'left'])
const OUT_REACH = 6

/** "No louder than 60 dB", "не громче 60 дБ": an end as well. */
function comparesAt(tokens: readonly Token[], i: number): boolean {
  if (!/^(?:no|not|не)$/.test(tokens[i]?.word ?? '')) return false
  const [word, next] = [tokens[i + 1]?.word ?? '', tokens[i + 2]]
  return (
    (/^\p{Ll}{3,}er$/u.test(word) && next?.word === 'than') ||
    (/^\p{Ll}{3,}(?:ее|ше|че|же)$/u.test(word) && (next?.word === 'чем' || next?.kind === 'number'))
  )
}

/** "Раньше сентября не начнём" is "начнём не раньше сентября": an end, which is held against ends. */
function behindEnd(tokens: readonly Token[], from: number, at: number): boolean {
  for (let i = at - 1; i >= Math.max(from, at - END_REACH); i--) {
    // "Больше двух кругов не включено" is no more than two.
    if (/^(?:больше|более|свыше)$/.test(tokens[i]?.word ?? '') && tokens[i + 1] && counts(tokens[i + 1] as Token))
      return true
    if (!/^(?:раньше|ранее)$/.test(tokens[i]?.word ?? '')) continue
    const next = tokens[i + 1]
    const word = next?.word ?? ''
    return (
      next?.kind === 'number' || next?.kind === 'shape' || MONTHS.has(word) || WEEKDAYS.has(word) || TIMES.test(word)
    )
  }
  return false
}
const END_REACH = 6
const TIMES =
  /^(?:чем|завтра|послезавтра|понедельник\p{L}*|следующ\p{L}+|конца|начала|середины|обеда|утра|вечера|полудня)$/u

function push(likes: Map<number, Like[]>, index: number, like: Like): void {
  const list = likes.get(index)
  if (list === undefined) likes.set(index, [like])
  else if (list.length < MOST) list.push(like)
}
const MOST = 24

/** "Failed to deploy", "отказались платить": what is denied is the verb behind it, as behind a "not". */
function ofVerb(tokens: readonly Token[], at: number, next: number): boolean {
  if (/^(?:отказ|refus|declin)/.test(tokens[at]?.word ?? '')) return false
  const word = tokens[at]?.word ?? ''
  return (word.startsWith('fail') && tokens[next]?.word === 'to') || word.startsWith('передума')
}

const COMPARED =
  /^(?:than|before|раньше|ранее|позже|позднее|более|больше|менее|меньше|свыше|выше|ниже|дольше|чаще|реже|exceed|exceeding)$/
/** "Without a brief I give no price" can be said as "only with a brief": of the two, the other counts. */
const SECOND = new Set(['без', 'without', 'w', 'кроме', 'except', 'помимо'])

/** "no. 17", "company no. is": a number, not a "no". */
function label(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.word !== 'no') return false
  if (NUMBERED.test(tokens[i - 1]?.word ?? '') && /^(?:is|was|:)$/.test(tokens[i + 1]?.text ?? '')) return true
  const next = tokens[i + 2]
  return (
    tokens[i]?.word === 'no' &&
    tokens[i + 1]?.text === '.' &&
    tokens[i + 1]?.glued === true &&
    next !== undefined &&
    (!/^\p{Lu}/u.test(next.text) || /\d/.test(next.text))
  )
}

const NUMBERED =
  /^(?:vat|tax|order|invoice|contract|account|reg|registration|phone|tel|ref|company|ticket|po|tracking)$/

function denial(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  index: number,
  at: number,
  next: number,
  lexical: boolean,
): Denial {
  const clause = clauses[index] as Clause
  const follows = NEGATION.at(tokens, next)?.value
  const before = NEGATION.at(tokens, at - 1)
  const answer =
    /^(?:нет|no|nope|не|неа|nah|lol)$/.test(tokens[at]?.word ?? '') &&
    (/^[,.!-]$/.test(tokens[next]?.text ?? '') || ANSWERED.test(tokens[next]?.word ?? '')) &&
    /^(?:)$|^\P{L}*$|^(?:lol|ой|ну|да|oh|well|honestly|если|if)$/u.test(
      at === clause.from ? '' : (tokens[at - 1]?.word ?? ''),
    )
  const until = waits(tokens, clause, at, next)
  const twice =
    follows === 'plain' || follows === 'lexical' || (lexical && before?.to === at && before.value === 'plain')
  // "Не будет ответа - напишем в поддержку": a condition.
  const condition = at === clause.from && tokens[clause.to - 1]?.text === '-' && tokens[at]?.word === 'не'
  const optional = clause.asks || answer || until || twice || condition || isGloss(tokens, at)
  return {
    at,
    clause: index,
    scope: scopeOf(tokens, clause, at, next),
    optional,
    contrast: contrasts(tokens, clauses, index, at),
    lexical,
    well:
      LOSSES.test(tokens[BEING.test(tokens[next]?.word ?? '') ? next + 1 : next]?.word ?? '') ||
      noObjection(tokens, clause, at) ||
      [at - 2, at - 1, at + 1, at + 2].some((i) => i >= clause.from && i < clause.to && isFaulty(tokens[i])),
    alone: !wordFollows(tokens, next, clause.to),
    needs: false,
    until,
    unneeded: unneeded(tokens, clause, at, next),
  }
}

/** "Error 404 («page not found»)": only says what the thing beside it is. */
function isGloss(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= at - GLOSS_REACH && !/^[.!?)]$/.test(tokens[i]?.text ?? '.'); i--)
    if (tokens[i]?.text === '"') return tokens[i - 1]?.text === '('
  return false
}
const GLOSS_REACH = 8

/** "Чистить не надо", "you don't have to renew", "можно и без пикселя": that it is needed says the opposite. */
function unneeded(tokens: readonly Token[], { from, to }: Clause, at: number, next: number): boolean {
  const word = tokens[at]?.word ?? ''
  if (/^(?:без|without)$/.test(word))
    return tokens.slice(Math.max(from, at - MAY_REACH), at).some(({ word }) => MAY.test(word))
  if (word === 'no') return tokens[next]?.word === 'need'
  const follows = tokens[next]?.word ?? ''
  return (
    next < to &&
    (NEED.test(follows) || (follows === 'have' && tokens[next + 1]?.word === 'to')) &&
    !/^незачем/.test(word)
  )
}
const MAY_REACH = 5
const MAY = /^(?:можно|может|могут|можем|обойд\p{L}+|can|may|could|ok|fine|allowed)$/u
const NEED =
  /^(?:надо|нужно|нужен|нужна|нужны|требуется|потребуется|понадобится|обязательно|придется|need|require|required|needed|necessary)$/

/** "Пока не оплатите", "удалите, пока никто не увидел": until then. "Клиент пока не оплатил" is only "not yet". */
function waits(tokens: readonly Token[], { from }: Clause, at: number, next: number): boolean {
  const till = [at - 1, at - 2].find((i) => /^(?:пока|until|till)$/.test(tokens[i]?.word ?? ''))
  if (till === undefined) return false
  return (
    /(?:ет|ит|ут|ют|ят|ат|тся|ите|ете)$/.test(tokens[next]?.word ?? '') ||
    (till === from && tokens[till - 1]?.text === ',')
  )
}

/** "We can't begin until we have the fonts": the fonts are needed to begin. */
function waitsFor(tokens: readonly Token[], clauses: readonly Clause[], { at, clause }: Denial): boolean {
  const to = clauses[clause]?.to ?? at
  return tokens.slice(at, Math.min(to, at + FAR)).some(({ word }) => /^(?:until|till|unless|before)$/.test(word))
}
const FAR = 24

function wordFollows(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]?.kind === 'word') return true
  return false
}

/** "Юрист против ничего не сказал". */
function noObjection(tokens: readonly Token[], { from, to }: Clause, at: number): boolean {
  const words = tokens.slice(Math.max(from, at - SHORT), Math.min(to, at + SHORT))
  return (
    words.some(({ word }) => /^(?:против|against|возражени\p{L}|objections?)$/u.test(word)) &&
    words.some(({ word }) =>
      /^(?:сказ\p{L}+|говор\p{L}+|имел\p{L}*|имеет|said|say|says|have|has|had|raised)$/u.test(word),
    )
  )
}

/** "The link was not broken": it works. */
function isFaulty(token: Token | undefined): boolean {
  return token !== undefined && FAULTY.test(token.word)
}
const FAULTY =
  /^(?:бит(?:ый|ая|ое|ые|ых|ой)|слома\p{L}+|неисправ\p{L}+|поврежд[её]н\p{L}*|broken|damaged|faulty|corrupted)$/u

/** "No ta", "нет спасибо". */
const ANSWERED = /^(?:ta|thanks|thank|cheers|спасибо)$/
/** "Nothing is lost", "ничего не было потеряно". */
const BEING = /^(?:is|was|are|were|been|было|была|были|был)$/
/** With a "no" before them they say that all is well. */
const LOSSES =
  /^(?:affect|затрон|затраг|повлия|влия|потер|слома|отмен|отказ|отклон|возраж|против|пропа|исчез|мешает|проблем|lost|broken|lose|object|against|problem|outdated|only)/

/** "X, а не Y", "не X, а Y", "только X", "X, not Y", "X instead of Y": what is meant is said beside it. */
function contrasts(
  tokens: readonly Token[],
  clauses: readonly Clause[],
  index: number,
  at: number,
): Denial['contrast'] {
  const word = tokens[at]?.word ?? ''
  if (/^(?:rather|instead|вместо)$/.test(word)) return 'apart'
  if (!/^(?:не|not)$/.test(word)) return undefined
  const own = clauses[index] as Clause
  const next = clauses[index + 1]
  const opens = tokens[own.from]?.word ?? ''
  // "…, а не первую", "…, not the first": nothing but the thing itself behind the "no".
  if (at <= own.from + 1 && (opens === 'а' || opens === 'and' || opens === 'not') && own.to - at <= SHORT)
    return 'apart'
  // "In the evening of Wednesday, не во вторник".
  if (
    opens === 'не' &&
    tokens[own.from - 1]?.text === ',' &&
    own.to - at <= SHORT &&
    AT.test(tokens[at + 1]?.word ?? '')
  )
    return 'apart'
  const corrects = next?.sentence === own.sentence ? (tokens[next.from]?.word ?? '') : ''
  return corrects === 'а' ? 'apart' : CORRECTS.test(corrects) ? 'only' : undefined
}
const SHORT = 6
const AT = /^(?:в|во|на|к|ко|с|со|до|для|из|по)$/
const CORRECTS = /^(?:but|only|just|только|лишь)$/
