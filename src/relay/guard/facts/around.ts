/** What a fact is by the words right beside it, wherever it was read. */
import { ABOUT } from '../lexicon/bounds.ts'
import type { Token } from '../text/tokens.ts'
import { bounded } from './count/bounds.ts'
import { signed } from './count/signs.ts'
import { type Fact, wordAt } from './fact.ts'

export function seenAround(tokens: readonly Token[], fact: Fact): Fact {
  return ruledOut(tokens, stepped(tokens, signed(tokens, bounded(tokens, marked(tokens, fact)))))
}

/** With what can be seen of it only where it stands. */
function marked(tokens: readonly Token[], fact: Fact): Fact {
  if (fact.numeric === undefined || fact.optional) return fact
  const alone = fact.numeric.base === '' && tokens[fact.to]?.kind !== 'word'
  const about = [fact.from - 1, fact.from - 2].some((at) => ABOUT.has(tokens[at]?.word ?? ''))
  return alone || about ? { ...fact, ...(alone ? { alone } : {}), ...(about ? { about } : {}) } : fact
}

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
  const step = fact.kind === 'percent' ? STEPS.get(wordAt(tokens, fact.from - 1)) : undefined
  // "вырастет до 10 %" has come so far; "скидка до 10 %" is an end, and a step as little as any other.
  return step === undefined ? fact : { ...fact, step }
}
const STEPS = new Map<string, 'by' | 'to'>([
  ['на', 'by'],
  ['до', 'to'],
  ['by', 'by'],
  ['to', 'to'],
])
