/** All figures of a period, each beside that of the period before. Reads only. */
import { InputError } from '../../core/errors.ts'
import type { Locale } from '../../core/ids.ts'
import type { Database, Tx } from '../../db/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { summariseScores } from '../../score/manager.ts'
import { FIGURE_NAMES, type FigureName, type Scope } from './asked.ts'
import { type Basis, type Counted, FIGURES, type Need } from './figures.ts'
import { type Measured, measure, type Noted, notesOf } from './measure.ts'
import type { Moment } from './relations/relation.ts'
import { mustExist } from './scope.ts'
import { PERIODS, type Period, periodOf } from './stats/period.ts'
import { say } from './text.ts'
import {
  countValue,
  type Difference,
  differenceOf,
  type Group,
  type Parts,
  partsOf,
  rateValue,
  timeValue,
  type Value,
} from './value.ts'

export type Figure = {
  readonly name: FigureName
  /** A manager, team or tier by its key; empty: all that was asked for, or what is nobody's. */
  readonly section: string
} & (
  | { readonly state: 'missing'; readonly needs: Need }
  | {
      readonly state: 'counted'
      readonly basis: Basis
      readonly value: Value
      readonly parts: Parts
      /** What people wrote as the reason, the most frequent first. */
      readonly notes: readonly Omit<Noted, 'section'>[]
      /** Null: it speaks of now. */
      readonly before: Value | null
      readonly difference: Difference | null
    }
)

export type Report = { readonly scope: Scope; readonly period: Period; readonly figures: readonly Figure[] }

/** Throws InputError for a period, manager, team or tier that is none. */
export async function reportOf({ prisma }: Database, scope: Scope, locale: Locale, now: Date): Promise<Report> {
  const period = await readPeriod(prisma, scope, locale, now)
  await mustExist(prisma, scope, locale)
  const moment = { ...period, now }
  const found = await Promise.all(FIGURE_NAMES.map((name) => figuresOf(prisma, name, scope, moment)))
  return { scope, period, figures: found.flat() }
}

/** Throws InputError that says what a period looks like. */
export async function readPeriod(tx: Tx, scope: Scope, locale: Locale, now: Date): Promise<Period> {
  const { timeZone } = await agencyOf(tx)
  const period = periodOf(scope.period, timeZone, now)
  if (period) return period
  throw new InputError(say(locale, 'period-wrong', { given: scope.period, forms: PERIODS.join(', ') }))
}

/** So many reasons stand beside a figure; the rows have all. */
const MOST_NOTES = 5

async function figuresOf(tx: Tx, name: FigureName, scope: Scope, moment: Moment & Period): Promise<Figure[]> {
  const figure = FIGURES[name]
  if (figure.kind === 'missing') return [{ name, section: '', state: 'missing', needs: figure.needs }]
  const measured = await measure(tx, figure, scope, moment)
  const notes = figure.notes ? await notesOf(tx, figure.relation(moment, moment.zone), scope, MOST_NOTES) : []
  const means = figure.kind === 'score' ? await agencyMeans(tx, figure, scope, measured, moment) : NO_MEANS
  const sections = new Set([...(scope.by === 'none' ? [''] : []), ...measured.map(({ section }) => section)])
  return [...sections].sort().map((section) => {
    const [now, then] = [true, false].map((current) => groupsOf(measured, section, current))
    const value = valueFor(figure, now ?? [], means.current)
    const before = figure.basis === 'now' ? null : valueFor(figure, then ?? [], means.before)
    return {
      name,
      section,
      state: 'counted',
      basis: figure.basis,
      value,
      parts: partsOf(now ?? [], figure.dimensions),
      notes: notes.filter((noted) => noted.section === section).map(({ note, n }) => ({ note, n })),
      before,
      difference: before && differenceOf(before, value),
    }
  })
}

function groupsOf(measured: readonly Measured[], section: string, current: boolean): Group[] {
  return measured.filter((one) => one.section === section && one.current === current).map(({ group }) => group)
}

type Means = { readonly current: number | null; readonly before: number | null }
const NO_MEANS: Means = { current: null, before: null }

/** Of all the agency's clients, whoever was asked for; they are counted already when nobody in particular was. */
async function agencyMeans(
  tx: Tx,
  figure: Counted,
  { manager, team, tier, by }: Scope,
  measured: readonly Measured[],
  moment: Moment,
): Promise<Means> {
  // In teams somebody may be counted twice.
  const isWhole = by !== 'team' && [manager, team, tier].every((given) => given === undefined)
  const all = isWhole ? measured : await measure(tx, figure, { by: 'none' }, moment)
  const mean = (current: boolean) => {
    const scores = all.filter((one) => one.current === current).flatMap(({ group }) => group.scores)
    return scores.length === 0 ? null : scores.reduce((a, b) => a + b, 0) / scores.length
  }
  return { current: mean(true), before: mean(false) }
}

function valueFor({ kind }: Counted, groups: readonly Group[], agencyMean: number | null): Value {
  switch (kind) {
    case 'rate':
      return rateValue(groups)
    case 'count':
      return countValue(groups)
    case 'time':
      return timeValue(groups)
    case 'score':
      return scoreValue(groups, agencyMean)
  }
}

/** A mean hides neglected clients, so it never comes without the others. */
function scoreValue(groups: readonly Group[], agencyMean: number | null): Value {
  const count = (level: string) => groups.filter(({ labels }) => labels[0] === level).reduce((sum, { n }) => sum + n, 0)
  const scores = groups.flatMap((group) => group.scores)
  const { shrunkMean, percentile20 } = summariseScores(scores, agencyMean)
  return {
    kind: 'score',
    n: scores.length,
    mean: scores.length === 0 ? null : shrunkMean,
    percentile20,
    alerts: { none: count('none'), breach: count('breach'), watch: count('watch'), alarm: count('alarm') },
  }
}
