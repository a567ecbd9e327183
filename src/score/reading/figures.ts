/** A reading under short names and rounded, as `liaison score fold` prints it and the published cases have it. */
import type { Both } from '../state.ts'
import type { Alert } from './alert.ts'
import type { Quality, Reading } from './read.ts'

/** Of a client without any contact: there is nothing to say yet. */
const NOTHING = {
  score: null,
  attention: null,
  status: 'provisional',
  base: null,
  parts: null,
  quality: {},
  raw: { events: 0, sessions: 0, contactDays: 0 },
  trend: null,
  alert: null,
} as const

export type Figures = ReturnType<typeof figuresOfReading> | typeof NOTHING

export function figuresOf(reading: Reading | null): Figures {
  return reading ? figuresOfReading(reading) : NOTHING
}

function figuresOfReading(reading: Reading) {
  const { frequency, recency, qualities, raw, trend, alerts } = reading
  return {
    score: to(2, reading.score),
    attention: to(3, reading.attention),
    status: reading.status,
    base: to(2, reading.base),
    parts: {
      F: to(2, frequency.value),
      F_any: to(2, frequency.any),
      F_in: to(2, frequency.client),
      R: to(2, recency.value),
      R_any: to(2, recency.any),
      R_in: to(2, recency.client),
      pointsFromF: to(2, frequency.given),
      pointsFromR: to(2, recency.given),
    },
    quality: {
      ...(qualities.rhythm && { G: qualityFigures(qualities.rhythm) }),
      ...(qualities.initiative && { I: qualityFigures(qualities.initiative) }),
      ...(qualities.answers && { A: qualityFigures(qualities.answers) }),
      ...(qualities.tone && { T: qualityFigures(qualities.tone) }),
    },
    raw: {
      events: raw.events,
      sessions: raw.sessions,
      contactDays: raw.contactDays,
      gapBd: raw.gap,
      gapInBd: raw.gapClient,
      tenureBd: raw.tenure,
      ratioAny: to(3, raw.ratio.any),
      ratioIn: to(3, raw.ratio.client),
      expectedPointsPerBd: to(3, raw.expectedPoints),
      burstiness: raw.burstiness === null ? null : to(3, raw.burstiness),
      clientInitiated: to(3, raw.clientStarts),
      slaShare: raw.slaShare === null ? null : to(3, raw.slaShare),
      geoMeanReplyMin: raw.replyMinutes === null ? null : to(1, raw.replyMinutes),
      overdue: raw.overdue ? 1 : 0,
      pos: to(3, raw.tone.positive),
      neg: to(3, raw.tone.negative),
    },
    trend: trend && {
      label: trend.label,
      last20: trend.last20,
      prev60: trend.prev60,
      ratio: trend.ratio === null ? null : to(3, trend.ratio),
      pCool: to(5, trend.pCool),
      pWarm: to(5, trend.pWarm),
    },
    alert: alertFigures(alerts),
  }
}

function qualityFigures({ value, taken }: Quality) {
  return { value: to(2, value), pointsLost: to(2, taken) }
}

function alertFigures({ any, client }: Both<Alert>) {
  const figures = ({ level, gap, p, watchAt, alarmAt, breachAbove }: Alert) => ({
    level,
    gapBd: gap,
    p: Number(p.toPrecision(4)),
    watchAtBd: watchAt,
    alarmAtBd: alarmAt,
    breachAboveBd: to(3, breachAbove),
  })
  return { any: figures(any), client: figures(client) }
}

function to(digits: number, value: number): number {
  // Adding zero makes of -0 a 0.
  return Number(value.toFixed(digits)) + 0
}
