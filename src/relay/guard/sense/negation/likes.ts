/** Whether what a text says in other words can stand for a "no" of the other one. */

import { matterOfWord } from '../../lexicon/concepts.ts'
import { FLIPS, isSoft } from '../../lexicon/negation.ts'
import { alike } from '../reading/alike.ts'
import type { Reading } from '../reading/reading.ts'
import type { Denial, Like } from './denials.ts'
import { wordsOf } from './not-yet.ts'

/** The ways in which the sentence of a "no" says no besides. */
export function saidBeside(denial: Denial, { clauses, denials }: Reading): ReadonlySet<string> {
  const said = new Set<string>()
  const sentence = clauses[denial.clause]?.sentence
  for (let k = denial.clause - NEAR; k <= denial.clause + NEAR; k++)
    if (clauses[k]?.sentence === sentence) for (const { like } of denials.likeNo.get(k) ?? []) said.add(like)
  return said
}

/** Clauses on either side that still speak of the same. */
export const NEAR = 2

/** Whether what is said can be this very "no" while the denied word stands beside it. */
export function flips({ like, word }: Like, denial: Denial, own: Reading, known: ReadonlySet<string>): boolean {
  // "Do not switch it off": "keep it live".
  if (like === 'keep' && removes(denial, own)) return true
  // "Not touched": "left as it was".
  if (like === 'keep' && CHANGES.has(matterOfWord(denial.scope[0] ?? '') ?? '')) return true
  // "Nothing else was changed": "the only thing that was".
  if (like === 'only' && ELSE.test(wordsOf(own, denial.clause))) return true
  // "No delivery charge": "delivery is free".
  if (like === 'free' && denial.scope.some((word) => CHARGES.test(word))) return true
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

const CHANGES: ReadonlySet<string | undefined> = new Set([matterOfWord('chang')])
const CHARGES = /^(?:charg|fee|cost|pay|paid|доплат|оплат|плат)/

const ELSE = / (?:else|другого|другие|остальн\p{L}+|больше) /u

/** Denies that something is taken away or switched off. */
function removes({ clause, scope }: Denial, { denials }: Reading): boolean {
  return denials.likeNo.get(clause)?.some(({ like, word }) => like === 'off' && word === scope[0]) === true
}

/** Of a need, or of what comes first. */
const NEEDED: ReadonlySet<string> = new Set(['lack', 'late', 'only'])

const RIGHT_ONE = /^(?:наш[аеи]?|т[аое]|тот|right|ours?|correct|правильн\p{L}+)$/u

const NONE_OF = /^(?:no|none|никаких|никто|никакой)$/

const EXCEPT = /^(?:кроме|except|but|исключая)$/

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

const WITHOUT = /^(?:без|without)$/

const MAY = /^(?:можно|может|могут|можем|обойд\p{L}+|can|may|could|ok|fine|allowed)$/u

const REACH = 4

const THERE_IS_NONE = /^(?:нет|нету|no|none|nothing|ничего|нечего|без|without|haven't|hasn't)$/
