/** The rules by which a reason is guessed, in the order in which they are asked. Pure. */
import type { Direction, Reason } from '../../../core/interaction.ts'
import { matcher, patternOf } from '../../../core/word-list.ts'
import { COMPLAINT, DISPLEASURE, weightOfComplaint } from './complaint/weigh.ts'
import type { Read, Sentence } from './reading.ts'
import {
  admires,
  asksForHelp,
  asksToBeTold,
  blesses,
  criesOut,
  leavesOpen,
  speaksOfThemselves,
  speechOf,
  tells,
  wishes,
  wishesForMore,
  wishesToPraise,
} from './speech/speech.ts'
import { EN } from './words/en.ts'
import { RU } from './words/ru.ts'
import { SIGNS, type Words } from './words/signs.ts'

export type Heard = Read & { readonly hasFiles: boolean }

type Rule = {
  readonly reason: Reason
  readonly confidence: number
  readonly fits: (heard: Heard) => boolean
}

/** Whether words of a list stand in a text; people mix both languages in one message. */
const has = (list: keyof Words) => matcher(`${RU[list]} ${EN[list]}`)
const praises = has('praise')
const approves = has('approval')
const disapproves = has('notApproved')
const tellsOfMoney = has('invoice')
const names = has('brief')
const hands = has('handing')
const reports = has('status')
const hasDone = has('done')
const chats = has('smalltalk')
const asksPolitely = has('polite')
const asksToTell = has('tellUs')
const asksAnywhere = has('question')

/** These many words of a project make a brief. */
const FACETS = 3
const FACET = patternOf(`${RU.facet} ${EN.facet}`)
/** So many words are read as a description. */
const DESCRIPTION = 12
/** Hardly longer than a nod. */
const SHORT = 6

function isBrief({ words, count, sentences, hasFiles, hasLink }: Heard): boolean {
  const facets = new Set((words.match(FACET) ?? []).map((word) => word.slice(0, 4))).size
  const asks = sentences.some(isQuestion)
  if (names(words) && !asks && (hands(words) || hasFiles || hasLink || facets >= FACETS)) return true
  return facets >= FACETS + (asks ? 1 : 0) && count >= DESCRIPTION
}

const both = (list: keyof Words) => patternOf(`${RU[list]} ${EN[list]}`).source
const FILLERS = `(?:(?:${both('filler')}) )*`
/** In Russian a preposition goes before the word that asks. */
const OF_WHAT = '(?:(?:в|на|с|до|от|по|за|к|из|у|о|об|для|про) )?'
/** A name may stand before a word that asks, but not before a verb that would be one of the sentence. */
const BEGINS_ASKING = new RegExp(
  `^${FILLERS}(?:(?:(?!\\p{L}+(?:ите|йте|ьте) )\\p{L}+ ${FILLERS})?${OF_WHAT}${both('asking')}|${both('askingVerb')})`,
  'u',
)
/** Thanks for what was done, and love for how: nothing is asked. */
const NOT_ASKING =
  /(?:спасибо|благодар\p{L}+|обожа\p{L}+|нрав\p{L}+|любл\p{L}+|рад\p{L}*|love|like) (?:что|как|how|what)(?= |$)/u

const beginsAsking = (words: string): boolean => BEGINS_ASKING.test(words) && !NOT_ASKING.test(words)

/** As one cries out: how beautiful. */
const CRY = 3

function isQuestion({ words, asks }: Sentence): boolean {
  if (asks) return true
  if (praises(words) && words.split(' ').length <= CRY) return false
  if (criesOut(speechOf(words))) return false
  return beginsAsking(words) || asksAnywhere(words) || asksToTell(words) || asksToBeTold(speechOf(words))
}

const NOT_ASKED = patternOf(`${RU.notAsked} ${EN.notAsked} ${RU.approval} ${EN.approval} ${RU.tellUs} ${EN.tellUs}`)
const POLITENESS = patternOf('пожалуйста пожалуста плиз плз please pls plz')
const BEGINS_ORDERING = new RegExp(`^${FILLERS}(?:\\p{L}+ )?${both('imperative')}`, 'u')
const isRequested = has('request')
/** Russian verbs in the imperative end so, and so do others: only at the beginning it is one. */
const BEGINS_POLITELY = new RegExp(`^${FILLERS}(?:\\p{L}+ )?(?:не )?\\p{L}{2,}ите(?:сь)?(?= |$)`, 'u')
const mayBeRequested = has('couldBe')

/** Something shall be done besides what is approved or told. */
function isRequest({ words }: Pick<Sentence, 'words'>): boolean {
  const rest = words.replace(NOT_ASKED, '').trim()
  if (!BEGINS_ASKING.test(words) && (BEGINS_ORDERING.test(rest) || BEGINS_POLITELY.test(rest))) return true
  return isRequested(asksToTell(words) ? rest.replace(POLITENESS, '') : rest) || wishes(speechOf(rest))
}

/** A choice that is left to the other side. */
const EITHER = /(?:^| )(?:или|or)(?= |$)/u

/** Nothing asked, nothing to be done first. */
const hearsBlessing = ({ words, sentences }: Heard): boolean =>
  !disapproves(words) && !EITHER.test(words) && !sentences.some(({ asks }) => asks) && blesses(speechOf(words))

const BUT = patternOf(`${RU.but} ${EN.but}`)

function isApproval({ words, sentences }: Heard): boolean {
  return approves(words) && !disapproves(words) && !EITHER.test(words) && !sentences.some(({ asks }) => asks)
}

/** What stands after "but" asks for more. */
function wantsMore({ words, sentences }: Heard): boolean {
  const after = words.split(BUT).slice(1).join(' ')
  return after !== '' && (isRequest({ words: after }) || sentences.some(isRequest))
}

const NODS = patternOf(`${RU.ack} ${EN.ack}`)

function isNod({ words, count }: Heard): boolean {
  return count <= 2 * SHORT && words.replaceAll(NODS, '').trim() === ''
}

const ASKED_ABOUT = matcher(`${RU.asking}`)
/** A verb of yours, no imperative: an imperative does not end so, and no noun that is common here. */
const TOWARDS_YOU =
  /(?:^| )(?:(?:ты|вы) (?:\p{L}+ )?\p{L}+(?:ла|ли|ал|ил|ел)|вы (?:\p{L}+ ){0,4}\p{L}+(?:ете|ите)|\p{L}+[аяуюе]ете)(?= |$)/u

const THANKS = matcher('спасибо благодар* спс thanks thank_you thx')

const COMPLAINTS: readonly Rule[] = [
  { reason: 'complaint', confidence: 0.8, fits: ({ sentences }) => weightOfComplaint(sentences) > COMPLAINT },
  { reason: 'complaint', confidence: 0.7, fits: ({ sentences }) => weightOfComplaint(sentences) >= COMPLAINT },
  {
    reason: 'complaint',
    confidence: 0.6,
    fits: ({ sentences, words, signs }) =>
      SIGNS.complaint.test(signs) && (words === '' || weightOfComplaint(sentences) >= 1),
  },
]

const CHAT: Rule = {
  reason: 'smalltalk',
  confidence: 0.8,
  fits: ({ words, count, sentences }) =>
    chats(words) &&
    count <= 2 * SHORT &&
    !sentences.some(({ words: said }) => wishes(speechOf(said)) || isRequest({ words: said })),
}

const ASKING: readonly Rule[] = [
  {
    reason: 'request',
    confidence: 0.8,
    fits: ({ sentences }) =>
      sentences.some(({ words }) => (asksPolitely(words) || asksForHelp(speechOf(words))) && !asksToTell(words)),
  },
  { reason: 'question', confidence: 0.85, fits: ({ sentences }) => sentences.some(({ asks }) => asks) },
  {
    reason: 'question',
    confidence: 0.8,
    fits: ({ sentences }) =>
      sentences.some(
        (one) => isQuestion(one) && (beginsAsking(one.words) || !isRequest(one) || leavesOpen(speechOf(one.words))),
      ),
  },
  { reason: 'request', confidence: 0.75, fits: ({ sentences }) => sentences.some(isRequest) },
  { reason: 'question', confidence: 0.7, fits: ({ sentences }) => sentences.some(isQuestion) },
]

const MONEY: Rule = { reason: 'invoice', confidence: 0.75, fits: ({ words }) => tellsOfMoney(words) }
const STATUS: Rule = { reason: 'status', confidence: 0.6, fits: ({ words }) => reports(words) }
const MAYBE: Rule = { reason: 'request', confidence: 0.55, fits: ({ words }) => mayBeRequested(words) }
const WONDERED: Rule = {
  reason: 'question',
  confidence: 0.5,
  fits: ({ words }) => ASKED_ABOUT(words) || TOWARDS_YOU.test(words) || EITHER.test(words),
}
const OURSELVES = matcher("я мы наш наша наше наши нашу нам у_нас i we our i've we've i'm we're my")
const DONE: Rule = {
  reason: 'status',
  confidence: 0.45,
  fits: ({ words }) => OURSELVES(words) && hasDone(words),
}
const NOD: Rule = { reason: 'ack', confidence: 0.85, fits: (heard) => heard.words !== '' && isNod(heard) }
const THANKED: Rule = {
  reason: 'ack',
  confidence: 0.65,
  fits: ({ words, count }) => THANKS(words) && count <= 2 * SHORT,
}
const MORE: Rule = { reason: 'request', confidence: 0.55, fits: ({ words }) => wishesForMore(speechOf(words)) }
const MONEY_TOO: Rule = {
  reason: 'invoice',
  confidence: 0.65,
  fits: ({ words }) => speechOf(words).has('money'),
}
const CHATTED: Rule = {
  reason: 'smalltalk',
  confidence: 0.6,
  fits: ({ words, count }) => count <= 2 * SHORT && speechOf(words).has('chat'),
}
const NODDED: Rule = {
  reason: 'ack',
  confidence: 0.5,
  fits: ({ words, count }) => count <= SHORT + 2 && speechOf(words).has('ack'),
}
/** Fewer words hardly tell of anything. */
const STATEMENT = 3
const TOLD: Rule = {
  reason: 'status',
  confidence: 0.4,
  fits: ({ words, count }) =>
    tells(speechOf(words)) || (count >= STATEMENT && (hasDone(words) || speaksOfThemselves(speechOf(words)))),
}
const BARE_SIGNS: readonly Rule[] = [
  { reason: 'praise', confidence: 0.6, fits: ({ words, signs }) => words === '' && SIGNS.praise.test(signs) },
  { reason: 'smalltalk', confidence: 0.6, fits: ({ words, signs }) => words === '' && SIGNS.smalltalk.test(signs) },
  { reason: 'ack', confidence: 0.8, fits: ({ words, signs }) => words === '' && SIGNS.ack.test(signs) },
]
const GREETED: Rule = { reason: 'smalltalk', confidence: 0.85, fits: ({ words, greeted }) => greeted && words === '' }
/** A greeting and a name. */
const CALLED: Rule = { reason: 'smalltalk', confidence: 0.7, fits: ({ count, greeted }) => greeted && count <= 1 }

const MISPLACED = matcher(
  'не_в_тот_чат не_туда_отправил* ой_не_туда не_тот_чат не_вам_извините не_в_ту_группу wrong_chat wrong_thread wrong_window wrong_group meant_for_someone sent_from_my отправлено_с_моего отправлено_с_iphone',
)
const ASTRAY: Rule = {
  reason: 'other',
  confidence: 0.7,
  fits: ({ words, count }) => count <= SHORT && MISPLACED(words),
}

const IN: readonly Rule[] = [
  ASTRAY,
  ...COMPLAINTS,
  NOD,
  GREETED,
  CHAT,
  { reason: 'brief', confidence: 0.75, fits: isBrief },
  { reason: 'request', confidence: 0.75, fits: (heard) => isApproval(heard) && wantsMore(heard) },
  {
    reason: 'approval',
    confidence: 0.8,
    fits: (heard) => isApproval(heard) && !heard.sentences.some((one) => isQuestion(one) || isRequest(one)),
  },
  {
    reason: 'praise',
    confidence: 0.7,
    fits: ({ sentences }) => sentences.some(({ words }) => wishesToPraise(speechOf(words))),
  },
  { reason: 'approval', confidence: 0.7, fits: hearsBlessing },
  ...ASKING,
  MAYBE,
  MORE,
  MONEY,
  MONEY_TOO,
  { reason: 'complaint', confidence: 0.55, fits: ({ sentences }) => weightOfComplaint(sentences) >= DISPLEASURE },
  { reason: 'praise', confidence: 0.8, fits: ({ words }) => praises(words) },
  {
    reason: 'praise',
    confidence: 0.7,
    fits: ({ sentences }) => sentences.some(({ words }) => admires(speechOf(words))),
  },
  CHATTED,
  STATUS,
  THANKED,
  NODDED,
  ...BARE_SIGNS,
  CALLED,
  WONDERED,
  DONE,
  TOLD,
]

/** Ours neither praise nor complain: the score would count it for the client. */
const OUT: readonly Rule[] = [NOD, GREETED, CHAT, ...ASKING, MAYBE, MONEY, STATUS, DONE, THANKED, CALLED]

export const RULES: Readonly<Record<Direction, readonly Rule[]>> = { in: IN, out: OUT }
