/** Words that put one thing before or after another, or say that it comes with it or without it. */
import { phrases } from './phrases.ts'

export type Side = 'before' | 'after' | 'with' | 'without'
/** What each is turned into. */
export const OPPOSITES: Readonly<Record<Side, Side>> = {
  before: 'after',
  after: 'before',
  with: 'without',
  without: 'with',
}

export const ORDER = phrases<Side>(
  {
    before: 'до перед прежде_чем прежде до_того_как перед_тем_как раньше_чем накануне',
    after:
      'после после_того_как по_завершении по_завершению по_окончании по_окончанию как_только с_начала с_момента со_старта вслед_за',
    with: 'с со вместе_с включая',
    without: 'без не_включая не_считая',
  },
  {
    before: 'before prior_to until till ahead_of in_advance_of',
    after: 'until_after till_after after following once as_soon_as upon on_completion_of since',
    with: 'with including incl',
    without: 'without with_no excluding excl',
  },
)

/** Its beginning and its end are two matters: "до начала съёмки", "before the end of the shoot". */
export const STAGES = phrases<'start' | 'end'>(
  { start: 'начал* старт*', end: 'конец конц* оконч* заверш*' },
  { start: 'start* begin* beginning', end: 'end end* finish* complet*' },
)
