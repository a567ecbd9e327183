/** The fold: one event at a time, in the order of `compare`, at the same cost however long the history is. Pure. */
import { CHANNELS, type Reason } from '../core/interaction.ts'
import { compare, isHeld, type ScoreEvent } from './event.ts'
import type { Rules } from './rules.ts'
import { agedSums, type Both, decay, type LogGaps, type State, shifted } from './state.ts'

/**
 * The state with one more event. The event folded last may come again and changes nothing; that no other id comes twice is
 * for the log to see to, which is unique on it. Throws for an event that belongs before the last one: see stream.ts.
 */
export function fold(before: State | null, event: ScoreEvent, rules: Rules): State {
  const order = before ? compare(event, before.last) : 1
  if (before && order === 0) return before
  if (before && order < 0)
    throw new Error(`event ${event.id} belongs before ${before.last.id}, which is folded already`)

  const { calendar } = rules
  // Where the clocks are set back at midnight, the local date can run backwards: the score's days never do.
  const bd = Math.max(calendar.bd(calendar.day(event.ts)), before?.lastBd ?? 0)
  const session = sessionOf(before, event, bd, rules)
  const day = before ? onDay(before, bd, rules) : firstDay(event, bd)
  const heard = event.dir === 'in' || isHeld(event)
  const voiced = withVoices(day, event, bd, heard, rules)
  return {
    ...voiced,
    ...withAnswers(voiced, event, session, rules),
    last: { ts: event.ts, id: event.id, dir: event.dir },
    events: voiced.events + 1,
    sessions: voiced.sessions + (session.opens ? 1 : 0),
    started: session.opens && !session.isReply ? withStart(voiced.started, event) : voiced.started,
    tone: withTone(voiced.tone, event, bd, rules),
    counters: withCount(voiced.counters, `${event.dir}:${event.reason ?? 'none'}`),
  }
}

/** Events in order, onto a state or from the beginning. */
export function foldAll(events: Iterable<ScoreEvent>, rules: Rules, from: State | null = null): State | null {
  let state = from
  for (const event of events) state = fold(state, event, rules)
  return state
}

type Session = { readonly opens: boolean; readonly isReply: boolean }

/** A session ends with silence; what the other side says within a few business days is a reply. */
function sessionOf(before: State | null, event: ScoreEvent, bd: number, { settings }: Rules): Session {
  if (!before) return { opens: true, isReply: false }
  return {
    opens: event.ts - before.last.ts > settings.sessionMinutes * 60,
    isReply: event.dir !== before.last.dir && bd - before.lastBd <= settings.replyDays,
  }
}

const NO_GAPS: LogGaps = { n: 0, sum: 0, squares: 0 }
const NOTHING: Both<number> = { any: 0, client: 0 }

function firstDay({ ts, id, dir }: ScoreEvent, bd: number): State {
  return {
    last: { ts, id, dir },
    events: 0,
    sessions: 0,
    contactDays: 1,
    firstBd: bd,
    lastBd: bd,
    lastInBd: null,
    today: NOTHING,
    points: NOTHING,
    fastDays: { any: 1, client: 0 },
    slowDays: { any: 1, client: 0 },
    window: '1',
    gaps: { weights: 0, squaredWeights: 0, sum: 0, squares: 0 },
    logGaps: { any: NO_GAPS, client: NO_GAPS },
    started: { client: 0, agency: 0 },
    answers: { inSla: 0, answered: 0, logMinutes: 0 },
    open: null,
    tone: { positive: 0, negative: 0 },
    counters: {},
  }
}

/** The state on the day of an event: on a new contact day all sums have aged, and the gap before it is known. */
function onDay(state: State, bd: number, rules: Rules): State {
  const gap = bd - state.lastBd
  if (gap === 0) return state
  const aged = agedSums(state, gap, rules)
  const { weights, squaredWeights, sum, squares } = aged.gaps
  return {
    ...state,
    ...aged,
    contactDays: state.contactDays + 1,
    lastBd: bd,
    today: NOTHING,
    fastDays: { any: aged.fastDays.any + 1, client: aged.fastDays.client },
    slowDays: { any: aged.slowDays.any + 1, client: aged.slowDays.client },
    window: (shifted(state.window, gap) | 1n).toString(16),
    gaps: { weights: weights + 1, squaredWeights: squaredWeights + 1, sum: sum + gap, squares: squares + gap * gap },
    logGaps: { any: withGap(state.logGaps.any, gap), client: state.logGaps.client },
  }
}

function withGap({ n, sum, squares }: LogGaps, gap: number): LogGaps {
  const log = Math.log(gap)
  return { n: n + 1, sum: sum + log, squares: squares + log * log }
}

/** Points of the day's channels, each counted once, and the client's own days. */
function withVoices(state: State, { ch }: ScoreEvent, bd: number, heard: boolean, { points }: Rules): State {
  const bit = 1 << CHANNELS.indexOf(ch)
  const today = { any: state.today.any | bit, client: heard ? state.today.client | bit : state.today.client }
  const increase = (now: number, before: number) => (points[now] ?? 0) - (points[before] ?? 0)
  const voiced = {
    ...state,
    today,
    points: {
      any: state.points.any + increase(today.any, state.today.any),
      client: state.points.client + increase(today.client, state.today.client),
    },
  }
  if (!heard || state.lastInBd === bd) return voiced
  return {
    ...voiced,
    lastInBd: bd,
    fastDays: { any: state.fastDays.any, client: state.fastDays.client + 1 },
    slowDays: { any: state.slowDays.any, client: state.slowDays.client + 1 },
    logGaps: {
      any: state.logGaps.any,
      client: state.lastInBd === null ? state.logGaps.client : withGap(state.logGaps.client, bd - state.lastInBd),
    },
  }
}

function withStart({ client, agency }: State['started'], { dir }: ScoreEvent): State['started'] {
  return dir === 'in' ? { client: client + 1, agency } : { client, agency: agency + 1 }
}

const ASKS: ReadonlySet<Reason> = new Set(['question', 'request', 'brief', 'complaint'])

/** A call or meeting that took place is answered at once; else a question starts the clock, and our next word stops it. */
function withAnswers(
  { answers, open }: State,
  event: ScoreEvent,
  { opens, isReply }: Session,
  { settings, calendar }: Rules,
): Pick<State, 'answers' | 'open'> {
  if (event.dir === 'in') {
    if (isHeld(event)) return { answers: withAnswer(answers, 0, true), open }
    const { reason } = event
    const unsaid = reason === undefined || reason === null || reason === 'other'
    const asks = unsaid ? opens && !isReply : ASKS.has(reason)
    return { answers, open: open ?? (asks ? { ts: event.ts, ch: event.ch } : null) }
  }
  if (!open) return { answers, open }
  const minutes = calendar.minutesBetween(open.ts, event.ts)
  return { answers: withAnswer(answers, minutes, minutes <= settings.slaMinutes[open.ch]), open: null }
}

function withAnswer({ inSla, answered, logMinutes }: State['answers'], minutes: number, inTime: boolean) {
  return {
    inSla: inSla + (inTime ? 1 : 0),
    answered: answered + 1,
    logMinutes: logMinutes + Math.log(Math.max(1, minutes)),
  }
}

function withTone(tone: State['tone'], event: ScoreEvent, bd: number, rules: Rules): State['tone'] {
  const { positive, negative } = tone
  const weights = rules.settings.tone
  switch (event.reason) {
    case 'praise':
      return { positive: positive + weights.praise, negative }
    case 'approval':
      return { positive: positive + weights.approval, negative }
    case 'complaint':
      return { positive, negative: negative + weights.complaint }
    case 'complaint_resolved':
      return { positive, negative: Math.max(0, negative - relief(event, bd, rules)) }
    default:
      return tone
  }
}

/** What a resolution takes off: of a complaint that is not named, the least, as if it were of today. */
function relief({ ts, ref }: ScoreEvent, bd: number, { calendar, settings, halfLives }: Rules): number {
  const { resolvedInTime, resolvedLate, resolvedWithinMinutes } = settings.tone
  if (ref === undefined || ref === null) return resolvedLate
  const inTime = calendar.minutesBetween(ref, ts) <= resolvedWithinMinutes
  const age = Math.max(0, bd - calendar.bd(calendar.day(ref)))
  return (inTime ? resolvedInTime : resolvedLate) * decay(age, halfLives.tone)
}

function withCount(counters: State['counters'], key: string): State['counters'] {
  return { ...counters, [key]: (counters[key] ?? 0) + 1 }
}
