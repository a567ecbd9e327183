/**
 * How well does the score foretell silence, beside simpler measures? Every thirty days of a log each pair is read with what
 * was known then; afterwards it is seen who fell silent for sixty days. Pairs are ranked against each other at one date only.
 * Pairs of a public log have the default agreement, one message in five business days: a cadence guessed from a pair's own first
 * gaps foretells much worse.
 */
import { calendarSchema } from '../../core/calendar/settings.ts'
import { DEFAULT_SETTINGS } from '../../core/score-settings.ts'
import { aliveChance, type BgNbd, expectedContacts, fitBgNbd } from '../models/bg-nbd.ts'
import { type Rules, rulesFor } from '../rules.ts'
import type { Both } from '../state.ts'
import { auc } from './auc.ts'
import { type Contact, type Pair, pairsOf } from './pairs.ts'
import { type Counted, countSilences, type Silence, silencesOf } from './silences.ts'
import { type Observed, observe, SILENCE, type Side } from './walk.ts'

export const MEASURES = ['score', 'recency', 'count30', 'alive', 'expected', 'attention'] as const
export type Measure = (typeof MEASURES)[number]

export type Ranking = {
  /** Readings of pairs in touch, and how many of them fell silent: what the figures below rest on. */
  readonly readings: number
  readonly silent: number
  /** 0.5 is a coin, 1 is perfect; null when there is too little to say. */
  readonly auc: { readonly [Name in Measure]: number | null }
}

export type Backtest = Both<Ranking> & {
  readonly contacts: number
  readonly pairs: number
  readonly days: number
  readonly cuts: number
  readonly silences: { readonly ended: Counted; readonly lasting: Counted }
  /** Fewer than LEAST readings that fell silent, or that did not, on either side. */
  readonly tooLittle: boolean
}

const DAY = 86_400
const EVERY = 30 * DAY
/** Before the first cut. */
const WARM_UP = 90 * DAY
/** Of readings of each outcome. */
export const LEAST = 30

const rules = rulesFor(DEFAULT_SETTINGS, calendarSchema.parse({ zone: 'UTC' }))

export function backtest(contacts: readonly Contact[]): Backtest {
  const [start, end] = span(contacts)
  return judge(
    pairsOf(contacts).map((pair) => walk(pair, { start, end }, rules)),
    { start, end, contacts: contacts.length },
  )
}

/** From the first contact of a log to its last moment, Unix seconds. */
type Span = { readonly start: number; readonly end: number }

/** All that is asked of one pair: its history is needed no more. */
export type Walked = { readonly observed: readonly (Observed | null)[]; readonly silences: readonly Silence[] }

/** `rules`: of what was agreed with this one. */
export function walk(pair: Pair, { start, end }: Span, rules: Rules): Walked {
  return {
    observed: observe(pair, cutsBetween(start + WARM_UP, end - SILENCE), rules),
    silences: [...silencesOf(pair, { end, long: SILENCE }, rules)],
  }
}

/** What all of them say together; each was walked over the same span. */
export function judge(
  walked: readonly Walked[],
  { start, end, contacts }: Span & { readonly contacts: number },
): Backtest {
  const cuts = cutsBetween(start + WARM_UP, end - SILENCE)
  const atCuts = cuts.map((_, i) => walked.flatMap(({ observed }) => observed[i] ?? []))
  const any = rank(atCuts, 'any')
  const client = rank(atCuts, 'client')
  return {
    contacts,
    pairs: walked.length,
    days: Math.round((end - start) / DAY),
    cuts: cuts.length,
    any,
    client,
    silences: countSilences(walked.flatMap(({ silences }) => silences)),
    tooLittle: [any, client].some(isTooLittle),
  }
}

function span(contacts: readonly Contact[]): [number, number] {
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { ts } of contacts) {
    start = Math.min(start, ts)
    end = Math.max(end, ts)
  }
  return contacts.length === 0 ? [0, 0] : [start, end]
}

function cutsBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, Math.floor((last - first) / EVERY) + 1) }, (_, i) => first + i * EVERY)
}

function isTooLittle({ readings, silent }: Pick<Ranking, 'readings' | 'silent'>): boolean {
  return Math.min(silent, readings - silent) < LEAST
}

/** One side's view of a pair at a cut. */
type View = { readonly reading: Observed['reading']; readonly side: Side; readonly gap: number }

/** Within each cut, then over the cuts, each by the number of comparisons it offers. */
function rank(atCuts: readonly (readonly Observed[])[], of: keyof Both<unknown>): Ranking {
  const cuts = atCuts.map((observed) => ({ model: modelOf(observed, of), views: inTouch(observed, of) }))
  const views = cuts.flatMap(({ views }) => views)
  const found = { readings: views.length, silent: views.filter(({ side }) => side.silentAfter).length }
  const area = (name: Measure) => (isTooLittle(found) ? null : meanArea(cuts, RISKS[name]))
  return {
    ...found,
    auc: {
      score: area('score'),
      recency: area('recency'),
      count30: area('count30'),
      alive: area('alive'),
      expected: area('expected'),
      attention: area('attention'),
    },
  }
}

/** Pairs that are known well enough for a score, and were not silent already. */
function inTouch(observed: readonly Observed[], of: keyof Both<unknown>): View[] {
  return observed.flatMap(({ reading, sides }) => {
    const side = sides[of]
    if (!side?.spokeBefore || reading.status === 'provisional') return []
    return [{ reading, side, gap: of === 'any' ? reading.raw.gap : reading.raw.gapClient }]
  })
}

/** No more pairs than this are fitted: a sample of them finds the same four numbers. */
const MOST_FITTED = 1_000

/** Fitted with what was known at the cut, of all pairs; null when they are too few. */
function modelOf(observed: readonly Observed[], of: keyof Both<unknown>): BgNbd | null {
  const known = observed.flatMap(({ sides }) => (sides[of] ? [sides[of].contacts] : []))
  if (known.filter(({ x }) => x > 0).length < LEAST) return null
  const step = Math.ceil(known.length / MOST_FITTED)
  return fitBgNbd(known.filter((_, i) => i % step === 0))
}

const WEEKS = SILENCE / (7 * DAY)

/** The higher, the sooner silent; null where the measure has nothing to say. */
const RISKS: Record<Measure, (view: View, model: BgNbd | null) => number | null> = {
  score: ({ reading }) => -reading.score,
  recency: ({ gap }) => gap,
  count30: ({ side }) => -side.count30,
  alive: ({ side }, model) => model && -aliveChance(model, side.contacts),
  expected: ({ side }, model) => model && -expectedContacts(model, side.contacts, WEEKS),
  attention: ({ reading }) => reading.attention,
}

type Cut = { readonly model: BgNbd | null; readonly views: readonly View[] }

function meanArea(cuts: readonly Cut[], riskOf: (typeof RISKS)[Measure]): number | null {
  let [areas, weights] = [0, 0]
  for (const { model, views } of cuts) {
    const ranked = views.flatMap((view) => {
      const risk = riskOf(view, model)
      return risk === null ? [] : [{ risk, silent: view.side.silentAfter }]
    })
    const { area, comparisons } = auc(ranked)
    areas += area * comparisons
    weights += comparisons
  }
  return weights === 0 ? null : areas / weights
}
