/** Where the other text says of the same thing what this one denies. */

import { CONDITION } from '../../lexicon/markers.ts'
import { AFFIRMS, FLIPS, isPermission, isSoft, SETS_APART } from '../../lexicon/negation.ts'
import { promises } from '../../lexicon/ru/verbs.ts'
import { remembered } from '../../text/remember.ts'
import { alike, isAmong, overlap } from '../reading/alike.ts'
import { bestSentence, placesOf, sentenceMatter } from '../reading/places.ts'
import type { Reading } from '../reading/reading.ts'
import type { Denial, Like } from './denials.ts'

/** Places that are looked at. */
const MOST = 60
/** Words of a clause that are looked at. */
const MOST_WORDS = 12

/**
 * The clause of the other text in which the denied word stands and nothing says no. `open` and `unpaired`: what this text and
 * the other one deny in words of their own; one of the latter may be this very "no".
 */
export function turnedIn(
  denial: Denial,
  own: Reading,
  other: Reading,
  open: ReadonlySet<Denial>,
  unpaired: ReadonlySet<Denial>,
): number | undefined {
  if (denial.optional) return undefined
  const head = denial.scope
    .slice(0, isPermission(denial.scope[0] ?? '') ? 2 : 1)
    .find((word) => placesOf(other, word).length > 0)
  if (head === undefined)
    return forbids(denial, own) ? allowedIn(denial, own, other, unpaired) : nowBoth(denial, own, other)
  const places = placesOf(other, head).slice(0, MOST)
  const words = own.matter[denial.clause] ?? []
  const beside = (index: number) => overlap(words, other.matter[index] ?? [])
  const place = places.reduce((best, index) => (beside(index) > beside(best) ? index : best))
  const score = beside(place)
  const rivals = places.filter((index) => beside(index) === score)
  if (other.clauses[place]?.asks) return undefined
  if (rivals.some((index) => deniedIn(denial, own, other, index, open, unpaired))) return undefined
  if (denial.contrast && stillSet(denial, own, other, place)) return undefined
  // Said here with and without a "no": only where what stands beside it is of the denied kind.
  const affirmed = placesOf(own, head).filter((index) => !own.denials.clauses.has(index))
  const there = other.matter[place] ?? []
  const twin = affirmed.find((index) => overlap(own.matter[index] ?? [], there) >= overlap(words, there))
  if (twin !== undefined) return bothIn(denial, twin, own, other, place, unpaired) ? place : undefined
  return together(denial, words, own, other, place, score) ? place : undefined
}

/**
 * "It may be used on the site, in print it may not", "no on-site support, remote only" where the other text says one thing
 * of both, and nowhere a "no". `twin`: the clause of what is not denied.
 */
function bothIn(
  denial: Denial,
  twin: number,
  own: Reading,
  other: Reading,
  place: number,
  unpaired: ReadonlySet<Denial>,
): boolean {
  if (denial.contrast === 'apart') return false
  const sentence = other.clauses[place]?.sentence
  if ([...unpaired].some(({ clause }) => other.clauses[clause]?.sentence === sentence)) return false
  const known = saidBeside(denial, own)
  const firstOf = (clause: number) => (own.matter[clause] ?? []).slice(0, MOST_WORDS)
  const [mine, its] = [firstOf(denial.clause), firstOf(twin)]
  const shaded = other.clauses.some(
    (clause, index) =>
      clause.sentence === sentence &&
      other.denials.likeNo
        .get(index)
        ?.some(
          ({ like, word }) =>
            (SETS_APART.has(like) || (FLIPS.has(like) && !known.has(like))) &&
            !isAmong(word, mine) &&
            !isAmong(word, its),
        ),
  )
  if (shaded) return false
  const there = sentenceMatter(other, place)
  const apart = (words: readonly string[], others: readonly string[]) =>
    words.some((word) => !isAmong(word, others) && isAmong(word, there))
  return apart(mine, its) && apart(its, mine)
}

/** "The sources we do not hand over, only the files" where the other text has the two side by side. */
export function alsoSaid(
  denial: Denial,
  own: Reading,
  other: Reading,
  unpaired: ReadonlySet<Denial>,
): number | undefined {
  const sentence = own.clauses[denial.clause]?.sentence
  const twin = [denial.clause + 1, denial.clause - 1].find(
    (clause) =>
      own.clauses[clause]?.sentence === sentence &&
      !own.denials.clauses.has(clause) &&
      own.denials.likeNo.get(clause)?.some(({ like }) => like === 'only'),
  )
  if (twin === undefined || denial.optional || denial.lexical) return undefined
  const words = (own.matter[denial.clause] ?? []).slice(0, MOST_WORDS)
  const place = words.flatMap((word) => placesOf(other, word))[0]
  return place !== undefined && bothIn(denial, twin, own, other, place, unpaired) ? place : undefined
}

/**
 * "Without a label we do not publish" where the other text publishes without one: of two that say what is needed one is left,
 * and nothing says that it must be.
 */
export function stillWithout(denial: Denial, own: Reading, other: Reading): number | undefined {
  const [only] = other.denials.plain
  if (only === undefined || other.denials.plain.length > 1) return undefined
  if (!WITHOUT.test(other.tokens[only.at]?.word ?? '') || conditional(other, only.clause, only.at)) return undefined
  const both = own.denials.plain.filter(({ clause }) => clause === denial.clause)
  const mine = both.find(({ at }) => WITHOUT.test(own.tokens[at]?.word ?? ''))
  if (mine === undefined || !both.some(({ needs }) => needs)) return undefined
  if (own.language === other.language && !alike(mine.scope[0] ?? '', only.scope[0] ?? '')) return undefined
  const sentence = other.clauses[only.clause]?.sentence
  const shaded = other.clauses.some(
    (clause, index) =>
      clause.sentence === sentence && other.denials.likeNo.get(index)?.some(({ like }) => FLIPS.has(like)),
  )
  return shaded ? undefined : only.clause
}

/** "The sources we do not hand over, only the files" where the other text has the sources too, and nothing says "only". */
function nowBoth({ contrast, clause, scope }: Denial, own: Reading, other: Reading): number | undefined {
  if (contrast !== 'only') return undefined
  const words = (own.matter[clause] ?? []).filter((word) => word !== scope[0])
  const place = other.matter.findIndex((there, index) => {
    const sentence = other.clauses[index]?.sentence
    const parted = other.clauses.some(
      (one, k) =>
        one.sentence === sentence &&
        (other.denials.clauses.has(k) || other.denials.likeNo.get(k)?.some(({ like }) => SETS_APART.has(like))),
    )
    return !parted && overlap(words, there) >= 2
  })
  return place < 0 ? undefined : place
}

/** "Not allowed", in whatever words. */
function forbids({ at, scope, lexical }: Denial, { tokens }: Reading): boolean {
  return FORBIDS.test(tokens[at]?.word ?? '') || (!lexical && isPermission(scope[0] ?? ''))
}
const FORBIDS = /^(?:нельзя|запрещ|запрет|недопуст|forbid|prohibit)/

/** The clause of the sentence that speaks of the same and allows something, where nothing is denied. */
function allowedIn(denial: Denial, own: Reading, other: Reading, unpaired: ReadonlySet<Denial>): number | undefined {
  const best = bestSentence(own, denial.clause, other)
  const least = other.denials.plain.length === 0 ? 1 : 2
  if (denial.needs || best === undefined || best.score < least) return undefined
  const known = saidBeside(denial, own)
  const place = other.clauses.findIndex(
    (clause, index) =>
      clause.sentence === best.sentence &&
      !clause.asks &&
      !other.denials.clauses.has(index) &&
      !other.denials.likeNo.get(index)?.some(({ like }) => FLIPS.has(like) && !known.has(like)) &&
      other.tokens
        .slice(clause.from, clause.to)
        .some(({ word }) => (isPermission(word) || word === 'можно') && !own.tokens.some((one) => one.word === word)),
  )
  const clause = other.clauses[place]
  if (clause === undefined || [...unpaired].some((one) => other.clauses[one.clause]?.sentence === best.sentence))
    return undefined
  return place
}

/** The denied word alone may stand anywhere; with another word of its clause, or of its sentence, it is the same statement. */
function together(
  denial: Denial,
  words: readonly string[],
  own: Reading,
  other: Reading,
  place: number,
  score: number,
): boolean {
  const there = other.matter[place] ?? []
  if (score >= 2 || (denial.lexical ? false : there.length <= 1 && words.length <= 2)) return true
  // Across languages most words are unknown to the tables: then their places speak.
  if (own.language !== other.language && !denial.lexical && sameSentence(own, denial.clause, other, place)) return true
  const sentence = sentenceMatter(own, denial.clause)
  const opposite = sentenceMatter(other, place)
  if (overlap(sentence, opposite) >= 2) return true
  return !denial.lexical && (sentence.length <= 2 || opposite.length <= 1)
}

function sameSentence(own: Reading, index: number, other: Reading, place: number): boolean {
  return (
    own.clauses.at(-1)?.sentence === other.clauses.at(-1)?.sentence &&
    own.clauses[index]?.sentence === other.clauses[place]?.sentence
  )
}

/**
 * "X, not Y" where the other text has Y: X stands there too and is not denied, so that Y is only named beside it ("Y should
 * read X", "from Y to X"). After "not Y, only X" the other text must say that it is one of the two.
 */
function stillSet(denial: Denial, own: Reading, other: Reading, place: number): boolean {
  const beside = sentenceMatter(own, denial.clause).filter((word) => !denial.scope.slice(0, 1).includes(word))
  const sentence = other.clauses[place]?.sentence
  const inSentence = (clause: number) => other.clauses[clause]?.sentence === sentence
  const apart = [...other.denials.likeNo].some(
    ([index, likes]) => inSentence(index) && likes.some(({ like }) => SETS_APART.has(like)),
  )
  if (denial.contrast === 'only' && !apart) return false
  const turned = other.denials.plain.some(
    ({ contrast, clause, scope }) =>
      contrast !== undefined && inSentence(clause) && beside.some((word) => alike(word, scope[0] ?? '')),
  )
  if (turned && !repairs(other, place)) return false
  return overlap(beside, sentenceMatter(other, place)) > 0
}

/** Says how it should be: what is wrong now and what is meant have changed places in it. */
function repairs({ tokens, clauses }: Reading, place: number): boolean {
  const sentence = clauses[place]?.sentence
  return clauses.some(
    (clause) =>
      clause.sentence === sentence && tokens.slice(clause.from, clause.to).some(({ word }) => SHOULD.test(word)),
  )
}
const SHOULD =
  /^(?:should|must|needs?|please|нужно|надо|нужен|нужна|нужны|долж\p{L}*|просит|просим|следует|замен\p{L}*|исправ\p{L}*)$/u

/** The ways in which the sentence of a "no" says no besides. */
export function saidBeside(denial: Denial, { clauses, denials }: Reading): ReadonlySet<string> {
  const said = new Set<string>()
  const sentence = clauses[denial.clause]?.sentence
  for (let k = denial.clause - NEAR; k <= denial.clause + NEAR; k++)
    if (clauses[k]?.sentence === sentence) for (const { like } of denials.likeNo.get(k) ?? []) said.add(like)
  return said
}
/** Clauses on either side that still speak of the same. */
const NEAR = 2

/** In this clause, or near it in words that the other text does not have. */
function deniedIn(
  denial: Denial,
  own: Reading,
  other: Reading,
  index: number,
  open: ReadonlySet<Denial>,
  unpaired: ReadonlySet<Denial>,
): boolean {
  const { clauses, denials, tokens } = other
  const here = denials.plain.filter(({ clause }) => clause === index)
  // As many as on the other side: each may be the partner of another one, and then this one has none.
  const mine = own.denials.plain.filter(({ clause }) => clause === denial.clause)
  if (here.some((one) => unpaired.has(one)) || (here.length > 0 && here.length >= mine.length)) return true
  const clause = clauses[index]
  // "Only with a brief": turned it would read "without a brief as well".
  if (denial.needs && here.length === 0 && !waitsAlike(denial, own, other, index) && conditional(other, index))
    return true
  if (denial.lexical && clause && !affirms(tokens, clause)) return true
  const sentence = clause?.sentence
  if (here.length === 0 && NOT_YET.test(wordsOf(own, denial.clause)) && ALREADY.test(wordsOf(other, index)))
    return false
  // "Not ordered yet" and "we shall order" are one.
  if (onlyNotYet(denial, own) && comes(other, index)) return true
  // More is denied here than there: of two, each with a clause of its own, one has no partner.
  const more = inSentence(open, own, own.clauses[denial.clause]?.sentence) > inSentence(unpaired, other, sentence)
  for (const one of unpaired)
    if (
      !(more && one.clause !== index) &&
      (one.contrast === undefined || thatOf(one, denial, own)) &&
      clauses[one.clause]?.sentence === sentence &&
      Math.abs(one.clause - index) <= NEAR &&
      !(one.clause !== index && affirmedIn(one, own))
    )
      return true
  const known = saidBeside(denial, own)
  for (let k = index - 1; k <= index + 1; k++) {
    if (clauses[k]?.sentence !== sentence || (k !== index && denials.clauses.has(k))) continue
    if (
      denials.likeNo.get(k)?.some(
        (like) =>
          (k === index || !OWN_CLAUSE.test(like.like)) &&
          flips(like, denial, own, known) &&
          // "The first" is "первый", and no later one.
          !(like.like === 'late' && isAmong(like.word, sentenceMatter(own, denial.clause))),
      )
    )
      return true
  }
  return false
}

/** "…, not to me" and "need not be sent to the client": a thing that has no name, or is named beside the other "no". */
function thatOf({ scope }: Denial, denial: Denial, own: Reading): boolean {
  const [thing] = scope
  return thing === undefined || isAmong(thing, own.matter[denial.clause] ?? [])
}

/** "Not yet", or "it is not ready, I finish it tomorrow". */
export function onlyNotYet({ clause }: Denial, own: Reading): boolean {
  if (NOT_YET.test(wordsOf(own, clause))) return true
  const sentence = own.clauses[clause]?.sentence
  if (comes(own, clause)) return false
  return [clause - 1, clause + 1].some(
    (k) =>
      own.clauses[k]?.sentence === sentence &&
      !own.denials.clauses.has(k) &&
      (comes(own, k) || own.denials.likeNo.get(k)?.some(({ like }) => like === 'late') === true),
  )
}

function inSentence(denials: ReadonlySet<Denial>, { clauses }: Reading, sentence: number | undefined): number {
  return [...denials].filter(({ clause }) => clauses[clause]?.sentence === sentence).length
}

export function comes({ tokens, clauses }: Reading, index: number): boolean {
  const { from = 0, to = 0 } = clauses[index] ?? {}
  for (let i = from; i < to; i++) if (isToCome(tokens[i]?.word ?? '')) return true
  return false
}
const isToCome = remembered((word) => promises(word) || TO_COME.test(word))
const TO_COME = /^(?:will|\p{L}+'ll|будет|будут|буду|будем)$/u

/** "Not yet" where the other text says "already". */
export const NOT_YET = / (?:пока|еще|yet|still) /
export const ALREADY = / (?:уже|already) /

export function wordsOf({ tokens, clauses }: Reading, index: number): string {
  const { from = 0, to = 0 } = clauses[index] ?? {}
  return ` ${tokens
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ')} `
}

/** What one text denies is said in the other with no "no": that denial is turned itself and is no partner of another one. */
function affirmedIn({ scope, alone }: Denial, { denials, matter }: Reading): boolean {
  if (!alone) return false
  return matter.some((words, index) => !denials.clauses.has(index) && isAmong(scope[0] ?? '', words))
}

/** "Not before the audit" and "before the audit": the same word sets the same end. */
function waitsAlike({ clause }: Denial, own: Reading, other: Reading, index: number): boolean {
  const there = wordsOf(other, index)
  return WAITS.some((word) => there.includes(word) && wordsOf(own, clause).includes(word))
}
const WAITS = [' before ', ' until ', ' till ', ' unless ']

/** Says what must come first: "only with a brief", "once it is paid", "we need a brief to start". */
function conditional({ tokens, clauses }: Reading, index: number, but?: number): boolean {
  const sentence = clauses[index]?.sentence
  return clauses.some((clause) => {
    if (clause.sentence !== sentence) return false
    for (let i = clause.from; i < clause.to; i++)
      if (i !== but && (CONDITION.at(tokens, i) || NEEDS.test(tokens[i]?.word ?? ''))) return true
    return false
  })
}
const NEEDS =
  /^(?:только|лишь|нуж\p{L}*|надо|необходим\p{L}*|требу\p{L}*|потребу\p{L}*|понадоб\p{L}*|чтобы|сначала|сперва|обязательн\p{L}*|only|needs?|needed|requires?|required|must|first|until|to)$/u

/** Negative adjectives and turns of speech reach no further than their own clause. */
const OWN_CLAUSE = /^(?:no |turn of speech)/

/** Says that something is not there, which may be said as a need. */
export function lacks({ at, scope }: Denial, { tokens }: Reading): boolean {
  // "It can be done without" is no want of it.
  if (
    WITHOUT.test(tokens[at]?.word ?? '') &&
    tokens.slice(Math.max(0, at - REACH), at).some(({ word }) => MAY.test(word))
  )
    return false
  return (
    THERE_IS_NONE.test(tokens[at]?.word ?? '') ||
    /^(?:have|got|see|хвата\p{L}*)$/u.test(tokens[at + 1]?.word ?? '') ||
    isSoft(scope[0] ?? '')
  )
}

/** Whether what is said can be this very "no" while the denied word stands beside it. */
export function flips({ like, word }: Like, denial: Denial, own: Reading, known: ReadonlySet<string>): boolean {
  // "Do not switch it off": "keep it live".
  if (like === 'keep' && removes(denial, own)) return true
  // "Nothing else was changed": "the only thing that was".
  if (like === 'only' && ELSE.test(wordsOf(own, denial.clause))) return true
  // "Useless" and "of no use".
  if (like.startsWith('no ') && !known.has(like)) return true
  if (known.has(like) || alike(word, denial.scope[0] ?? '')) return false
  // "Not ours", "не та": the wrong one.
  if (like === 'wrong' && RIGHT_ONE.test(own.tokens[denial.at + 1]?.word ?? '')) return true
  // "You need not renew it": that it is needed turns it.
  if (denial.unneeded && NEEDED.has(like)) return false
  // "No complaints" and "some complaints".
  if (like === 'part' && NONE_OF.test(own.tokens[denial.at]?.word ?? '')) return false
  if (denial.alone) return true
  // "Everything but the captions": "the captions are left".
  if (EXCEPT.test(own.tokens[denial.at]?.word ?? '') && /^(?:keep|late)$/.test(like)) return true
  if (like === 'lack') return lacks(denial, own)
  return FLIPS.has(like)
}
const ELSE = / (?:else|другого|другие|остальн\p{L}+|больше) /u
/** Denies that something is taken away or switched off. */
function removes({ clause, scope }: Denial, { denials }: Reading): boolean {
  return denials.likeNo.get(clause)?.some(({ like, word }) => like === 'off' && word === scope[0]) === true
}

/** Of a need, or of what comes first. */
const NEEDED: ReadonlySet<string> = new Set(['lack', 'late', 'only'])
const RIGHT_ONE = /^(?:наш[аеи]?|т[аое]|тот|right|ours?|correct|правильн\p{L}+)$/u
const NONE_OF = /^(?:no|none|никаких|никто|никакой)$/
const WITHOUT = /^(?:без|without)$/
const MAY = /^(?:можно|может|могут|можем|обойд\p{L}+|can|may|could|ok|fine|allowed)$/u
const REACH = 4
const EXCEPT = /^(?:кроме|except|but|исключая)$/
const THERE_IS_NONE = /^(?:нет|нету|no|none|nothing|ничего|нечего|без|without|haven't|hasn't)$/

function affirms(tokens: Reading['tokens'], { from, to }: { readonly from: number; readonly to: number }): boolean {
  for (let i = from; i < to; i++) if (AFFIRMS.at(tokens, i)) return true
  return false
}
