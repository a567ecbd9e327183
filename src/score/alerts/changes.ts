/**
 * Which alerts open and which end, given what there is to look at and what was told before. Of the same thing nobody is told
 * twice. Pure.
 */
import type { AlertKind, AlertState, AlertWhy } from '../../core/alerts.ts'
import { type Condition, isSilence, startOf } from './conditions.ts'
import { isLive } from './transitions.ts'

export type Known = {
  readonly id: string
  readonly kind: AlertKind
  readonly about: string
  readonly state: AlertState
  /** Business day on which it was opened. */
  readonly openedBd: number
}

export type Changes = {
  readonly open: readonly Condition[]
  /** The same silence has become graver, or its client's ways are known better. */
  readonly change: readonly { readonly id: string; readonly why: AlertWhy }[]
  readonly end: readonly string[]
}

/** What stands for long is told of again after so many business days: the window that a trend looks at. */
const AGAIN_AFTER = 80

export function changesIn(conditions: readonly Condition[], known: readonly Known[], bd: number): Changes {
  const silences = conditions.filter(({ why }) => isSilence(why.kind))
  const others = conditions.filter(({ why }) => !isSilence(why.kind))
  const live = known.filter(({ state }) => isLive(state))
  return {
    open: [...newSilence(silences, known), ...others.filter((one) => isNew(one, known, bd))].map((one) => ({
      ...one,
      about: aboutFor(one, bd),
    })),
    change: live.flatMap((alert) => changed(alert, silences)),
    end: live.filter((alert) => !conditions.some((one) => isOf(alert, one))).map(({ id }) => id),
  }
}

/**
 * At most one, the gravest. Whoever was told of a silence after this one had begun has heard of this one too: the client's own
 * silence is a part of it, or it is a part of theirs. Who has written since, and gets no answer, is told anew.
 */
function newSilence(silences: readonly Condition[], known: readonly Known[]): readonly Condition[] {
  const told = known.filter(({ kind }) => isSilence(kind))
  const fresh = silences.filter(
    (one) => !told.some((alert) => alert.about === one.about || alert.openedBd > startOf(one)),
  )
  return fresh.slice(0, 1)
}

/** A complaint is told of once. A trend, or a thread that hangs on one person, again when it still stands after long. */
function isNew(condition: Condition, known: readonly Known[], bd: number): boolean {
  const before = known.filter((alert) => isOf(alert, condition))
  if (condition.why.kind === 'complaint') return before.length === 0
  const isSettled = condition.why.kind === 'single_threaded' && before.some(({ state }) => state === 'dismissed')
  return !isSettled && before.every(({ state, openedBd }) => !isLive(state) && bd - openedBd >= AGAIN_AFTER)
}

/** Whether this was there to be seen at an earlier moment, when nobody looked: what there was then is `before`. */
export function stoodIn(before: readonly Condition[], { about, why }: Condition): boolean {
  return before.some((one) => isOf({ kind: why.kind, about }, one))
}

/** What may come again is named by the day besides. */
function aboutFor({ about, why }: Condition, bd: number): string {
  return why.kind === 'cooling' || why.kind === 'single_threaded' ? `${about}@${bd}` : about
}

function isOf(alert: Pick<Known, 'kind' | 'about'>, { about, why }: Condition): boolean {
  if (isSilence(alert.kind)) return isSilence(why.kind) && alert.about === about
  return alert.kind === why.kind && alert.about.split('@')[0] === about
}

function changed({ id, kind, about }: Known, silences: readonly Condition[]): Changes['change'] {
  const now = silences.find((one) => isSilence(kind) && one.about === about)
  return now === undefined || now.why.kind === kind ? [] : [{ id, why: now.why }]
}
