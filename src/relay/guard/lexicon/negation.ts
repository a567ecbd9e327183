/** How people say no, in all languages at once. */
import { NEGATION as EN, LIKE_NO as EN_LIKE_NO, NOT_NEGATED as EN_NOT_NEGATED } from './en/negation.ts'
import { phrases } from './phrases.ts'
import { NEGATION as RU, LIKE_NO as RU_LIKE_NO, NOT_NEGATED as RU_NOT_NEGATED } from './ru/negation.ts'

export type NegationRole = keyof typeof RU
export const NEGATION = phrases<NegationRole>(EN, RU)
export type LikeNo = keyof typeof RU_LIKE_NO
export const LIKE_NO = phrases<LikeNo>(EN_LIKE_NO, RU_LIKE_NO)
export const NOT_NEGATED = phrases({ word: `${RU_NOT_NEGATED} ${EN_NOT_NEGATED}` })
