/** What a fact is by the words right beside it, wherever it was read. */
import { ABOUT } from '../lexicon/bounds.ts'
import { STOP_WORDS } from '../lexicon/stop-words.ts'
import { stem } from '../text/stem.ts'
import type { Token } from '../text/tokens.ts'
import { bounded } from './count/bounds.ts'
import { signed } from './count/signs.ts'
import { type Fact, wordAt } from './fact.ts'

export function seenAround(tokens: readonly Token[], fact: Fact): Fact {
  return oneOfTwo(ruledOut(tokens, stepped(tokens, signed(tokens, bounded(tokens, marked(tokens, fact))))))
}

/** "Not both", "но не оба": one of the two. */
function oneOfTwo(fact: Fact): Fact {
  if (fact.share !== 'both' || !fact.ruledOut) return fact
  const { kind, from, to } = fact
  return { kind, from, to, value: 'one', share: 'one', optional: true }
}

/** With what can be seen of it only where it stands. */
function marked(tokens: readonly Token[], fact: Fact): Fact {
  if (fact.numeric === undefined) return fact
  if (fact.optional) return ofWhat(tokens, fact)
  const alone = fact.numeric.base === '' && tokens[fact.to]?.kind !== 'word'
  const about = [fact.from - 1, fact.from - 2].some((at) => ABOUT.has(tokens[at]?.word ?? ''))
  const many = fact.numeric.base === '' && !fact.share && counts(wordAt(tokens, fact.to), fact.numeric.raw)
  const each = EACH_BEFORE.test(tokens[fact.from - 1]?.word ?? '') || EACH_BEHIND.test(wordAt(tokens, fact.to))
  return alone || about || many || each
    ? {
        ...fact,
        ...(each ? { each } : {}),
        ...(alone ? { alone } : {}),
        ...(about ? { about } : {}),
        ...(many ? { many } : {}),
      }
    : fact
}

const EACH_BEFORE = /^(?:по|at|[xх×*])$/
const EACH_BEHIND = /^(?:each|apiece|кажд\p{L}+)$/u

/** Whether the word is a noun of which there are so many: "5 заявок", "8 leads"; "10 скидки" is a share of one. */
function counts(word: string, n: number): boolean {
  if (word.length < 4 || STOP_WORDS.has(word) || n < 2) return false
  if (/^[a-z]/.test(word)) return /[^sui]s$/.test(word)
  const few = n % 10 >= 1 && n % 10 <= 4 && !(n % 100 >= 11 && n % 100 <= 14)
  return !few && Number.isInteger(n) && /(?:ов|ев|ей|[бвгджзйклмнпрсфхцчшщ])$/.test(word) && !NO_NOUN.test(word)
}
/** Endings of adjectives, verbs and adverbs. */
const NO_NOUN = /(?:[ыи]х|[ыио]й|ет|ют|ит|ат|л|уж|лишь|раз|еж)$/

/** What there are several of, or only one. */
function ofWhat(tokens: readonly Token[], fact: Fact): Fact {
  if (!/^(?:vague)?$/.test(fact.numeric?.base ?? '-') || (fact.numeric?.base === '' && fact.numeric.raw !== 1))
    return fact
  const at = wordAt(tokens, fact.to) === 'of' ? fact.to + 1 : fact.to
  const word = wordAt(tokens, at)
  const noun = word.length > 2 && !STOP_WORDS.has(word) ? { noun: stem(word) } : {}
  return { ...fact, ...noun, ...(ONLY.test(wordAt(tokens, fact.from - 1)) ? { only: true } : {}) }
}
const ONLY = /^(?:только|лишь|всего|just|only|единственн\p{L}+)$/u

/** "не 5, а 7", "7 rather than 5". */
function ruledOut(tokens: readonly Token[], fact: Fact): Fact {
  let at = fact.from - 1
  while (at >= fact.from - 2 && BESIDE.test(wordAt(tokens, at))) at--
  const out =
    RULES_OUT.test(wordAt(tokens, at)) ||
    (/^(?:than|of)$/.test(wordAt(tokens, at)) && /^(?:rather|instead)$/.test(wordAt(tokens, at - 1)))
  return out ? { ...fact, ruledOut: true } : fact
}
const BESIDE = /^(?:в|во|на|к|ко|по|за|до|с|со|от|on|at|by|in|for|the|until|from|to)$/
const RULES_OUT = /^(?:не|not|вместо)$/

/** "на 10 %" is another ten per cent, "до 10 %" is ten in all. */
function stepped(tokens: readonly Token[], fact: Fact): Fact {
  // "Rolled out to 20 % of users" is how many of them.
  const of = wordAt(tokens, fact.to) === 'of'
  const step = fact.kind === 'percent' && !of ? STEPS.get(wordAt(tokens, fact.from - 1)) : undefined
  // "вырастет до 10 %" has come so far; "скидка до 10 %" is an end, and a step as little as any other.
  return step === undefined ? fact : { ...fact, step }
}
const STEPS = new Map<string, 'by' | 'to'>([
  ['на', 'by'],
  ['до', 'to'],
  ['by', 'by'],
  ['to', 'to'],
])
