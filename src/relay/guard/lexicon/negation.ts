/** How people say no, in all languages at once. */
import { NEGATION as EN, LIKE_NO as EN_LIKE_NO, NOT_NEGATED as EN_NOT_NEGATED, SOFT as EN_SOFT } from './en/negation.ts'
import { phrases } from './phrases.ts'
import { NEGATION as RU, LIKE_NO as RU_LIKE_NO, NOT_NEGATED as RU_NOT_NEGATED, SOFT as RU_SOFT } from './ru/negation.ts'

export type NegationRole = keyof typeof RU
export const NEGATION = phrases<NegationRole>(EN, RU)
export type LikeNo = keyof typeof RU_LIKE_NO
export const LIKE_NO = phrases<LikeNo>(EN_LIKE_NO, RU_LIKE_NO)
export const NOT_NEGATED = phrases({ word: `${RU_NOT_NEGATED} ${EN_NOT_NEGATED}` })
/** Denied, they ask for something or own to something: "I can't see the file" is "please send the file". */
export function isSoft(stem: string): boolean {
  return SOFT.some((start) => stem.startsWith(start))
}
const SOFT = `${RU_SOFT} ${EN_SOFT}`.split(' ')

/** Those that can say no to a word which stands beside them; the others stand in its place ("lost" for "not kept"). */
export const FLIPS: ReadonlySet<string> = new Set<LikeNo | 'turn of speech'>([
  'turn of speech',
  'only',
  'otherwise',
  'cancel',
  'stop',
  'avoid',
  'against',
  'lack',
  'none',
  'late',
  'away',
  'apart',
  'beyond',
  'unlikely',
  'off',
  'hard',
  'part',
  'high',
  'low',
  'fail',
])

/** They set one thing apart from another. */
export const SETS_APART: ReadonlySet<string> = new Set<LikeNo>(['only', 'instead', 'apart', 'beyond'])

/** Say yes: a "no" in a word of its own (forbidden, refused, lacking) turns only into one of these. */
export const AFFIRMS = phrases({
  yes:
    'можно разреш* позвол* допуск* допуст* входит входят включ* есть имеется имеются наличи* доступ* возмож* соглас* одобр* утвер* принял* приня* принима* готов* обязательн* заказ* заказал* берет берут выда* получ* взял* хочет хотят нуж* ' +
    'can may allow* permit* includ* available possible accept* approv* agree* happy able has have got required must success* given gave granted issued order* want* need* hired chose',
})

/** "Allowed", "разрешено": the word that is denied, unless other words for it are used. */
export function isPermission(stem: string): boolean {
  return /^(?:allow|permit|разреш|позвол|допуск)/.test(stem)
}
