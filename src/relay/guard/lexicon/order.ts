/** Words that put one thing before or after another. */
import { phrases } from './phrases.ts'

export type Side = 'before' | 'after'

export const ORDER = phrases<Side>(
  {
    before: 'до перед прежде_чем прежде до_того_как перед_тем_как раньше_чем накануне',
    after:
      'после после_того_как по_завершении по_завершению по_окончании по_окончанию как_только с_начала с_момента со_старта вслед_за',
  },
  {
    before: 'before prior_to until till ahead_of in_advance_of',
    after: 'after following once as_soon_as upon on_completion_of since',
  },
)

/** Its beginning and its end are two matters: "до начала съёмки", "before the end of the shoot". */
export const STAGES = phrases<'start' | 'end'>(
  { start: 'начал* старт*', end: 'конец конц* оконч* заверш*' },
  { start: 'start* begin* beginning', end: 'end end* finish* complet*' },
)
