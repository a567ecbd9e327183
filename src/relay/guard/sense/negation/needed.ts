/** Two "no" that say what is needed: "without a brief we do not start". */
import { CONDITION } from '../../lexicon/markers.ts'
import { FLIPS } from '../../lexicon/negation.ts'
import { alike } from '../reading/alike.ts'
import type { Reading } from '../reading/reading.ts'
import type { Denial } from './denials.ts'

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

/** Says what must come first: "only with a brief", "once it is paid", "we need a brief to start". */
export function conditional({ tokens, clauses }: Reading, index: number, but?: number): boolean {
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

const WITHOUT = /^(?:без|without)$/
