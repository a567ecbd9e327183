/** What there is to look at in a client's contact at a moment. Pure. */
import type { AlertKind, AlertWhy } from '../../core/alerts.ts'
import type { Alert } from '../reading/alert.ts'
import { ALERT_LEVELS } from '../reading/alert.ts'
import type { Reading } from '../reading/read.ts'

export const SILENCES = ['breach', 'watch', 'alarm'] as const satisfies readonly AlertKind[]

export function isSilence(kind: AlertKind): boolean {
  return (SILENCES as readonly AlertKind[]).includes(kind)
}

/** Besides the reading. */
export type Facts = {
  /** Business day of the reading. */
  readonly bd: number
  readonly complaints: readonly {
    readonly id: string
    readonly who: string
    readonly at: Date
    readonly text: string
    /** Whoever decides has it on a card, and has just been pinged by that. */
    readonly onCard: boolean
  }[]
  /** The one person of the client on whom all contact rests; see facts.ts. */
  readonly soleContact?: { readonly id: string; readonly name: string; readonly days: number } | undefined
}

/** `about`: what it is about; two conditions of one kind about the same are the same. */
export type Condition = {
  readonly about: string
  readonly why: AlertWhy
  /** Business minutes for which it is known without being told; absent: it is told at once. */
  readonly grace?: number | undefined
}

export function conditionsAt(reading: Reading, facts: Facts): readonly Condition[] {
  return [
    ...silencesIn(reading, facts.bd),
    ...coolingIn(reading),
    ...facts.complaints.map(complaintOf),
    ...(facts.soleContact === undefined ? [] : [soleThread(facts.soleContact)]),
  ]
}

/** Business minutes to settle, from its card, what a client complains of in a chat. */
const ON_CARD_MINUTES = 60

function complaintOf({ id, who, at, text, onCard }: Facts['complaints'][number]): Condition {
  const why = { kind: 'complaint', who, at: at.toISOString(), text } as const
  return { about: id, why, grace: onCard ? ON_CARD_MINUTES : undefined }
}

/** A silence is named by the voice that is silent and the business day on which it was last heard; the gravest stands first. */
function silencesIn({ alerts, raw }: Reading, bd: number): readonly Condition[] {
  const voices = ['any', 'client'] as const
  return voices
    .flatMap((voice) => silenceOf(voice, alerts[voice], bd, raw.expectedGap))
    .sort((a, b) => ALERT_LEVELS.indexOf(levelOf(b)) - ALERT_LEVELS.indexOf(levelOf(a)))
}

function silenceOf(voice: 'any' | 'client', alert: Alert, bd: number, expectedGap: number): readonly Condition[] {
  const { level, gap, p, breachAbove } = alert
  if (level === 'none') return []
  return [{ about: `${voice}:${bd - gap}`, why: { kind: level, voice, gap, expectedGap, breachAbove, p } }]
}

function levelOf({ why }: Condition): Alert['level'] {
  return why.kind === 'breach' || why.kind === 'watch' || why.kind === 'alarm' ? why.kind : 'none'
}

function coolingIn({ trend }: Reading): readonly Condition[] {
  if (trend?.label !== 'cooling') return []
  const { last20, prev60 } = trend
  return [{ about: 'trend', why: { kind: 'cooling', last20, prev60 } }]
}

function soleThread({ id, name, days }: NonNullable<Facts['soleContact']>): Condition {
  return { about: id, why: { kind: 'single_threaded', who: name, days } }
}

/** The business day on which a silence began. */
export function startOf(silence: { readonly about: string }): number {
  return Number(silence.about.slice(silence.about.indexOf(':') + 1))
}
