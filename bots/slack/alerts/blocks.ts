import type { Button, KnownBlock } from '@slack/types'
import type { AlertView, AlertWhy } from '../../../src/core/alerts.ts'
import type { Locale } from '../../../src/core/ids.ts'
import { context, cut, moment, section } from '../cards/blocks.ts'
import type { Drawn } from '../cards/card.ts'
import { escaped } from '../format/mrkdwn.ts'
import { say } from './text.ts'

/** Action ids are `alert_<act>`; the value is the alert's id. */
export const ALERT_ACTION = 'alert_'

/** An alert with why, what was said last and what can be done; a line of it when it has ended. */
export function drawAlert(alert: AlertView, locale: Locale): Drawn {
  const title = say(locale, `alert-kind-${alert.why.kind}`)
  const text = `${title}: ${escaped(alert.client.name)}`
  const head = `*${text}*${scoreOf(alert, locale)}`
  const { ended } = alert
  if (ended) return { text, blocks: [context(`${head} · ${endOf(ended, locale)}`)] }
  return {
    text,
    blocks: [
      section([`:telephone_receiver: ${head}`, ...whyOf(alert.why, locale)].join('\n')),
      ...fromOf(alert, locale),
      context(lastOf(alert, locale)),
      ...(alert.snoozedUntil
        ? [context(say(locale, 'alert-snoozed', { at: moment(alert.snoozedUntil, locale) }))]
        : []),
      ...buttonsOf(alert, locale),
    ],
  }
}

function scoreOf({ score }: AlertView, locale: Locale): string {
  if (score === null) return ''
  return ` · ${say(locale, 'alert-score', { score: score.value, provisional: score.provisional ? 'yes' : 'no' })}`
}

function endOf({ at, by, note }: NonNullable<AlertView['ended']>, locale: Locale): string {
  return say(locale, 'alert-ended', {
    by: by === undefined ? 'nobody' : escaped(by),
    at: moment(at, locale),
    note: escaped(note ?? ''),
  })
}

/** A sentence that can be checked; never that somebody is leaving. */
export function whyOf(why: AlertWhy, locale: Locale): string[] {
  const days = (count: number) => say(locale, 'days', { days: count })
  switch (why.kind) {
    case 'breach':
    case 'watch':
    case 'alarm': {
      const { voice, gap, expectedGap, p } = why
      const silence = say(locale, 'alert-why-silence', { voice, gap: days(gap), agreed: days(rounded(expectedGap)) })
      if (why.kind !== 'breach') return [silence, say(locale, 'alert-why-unusual', { p: share(p, locale) })]
      return gap > 2 * expectedGap ? [silence, say(locale, 'alert-why-breach')] : [silence]
    }
    case 'cooling':
      return [say(locale, 'alert-why-cooling', { last20: why.last20, prev60: why.prev60 })]
    case 'complaint': {
      const { who, at, text } = why
      return [say(locale, 'alert-why-complaint', { who: escaped(who), at: moment(at, locale), text: escaped(text) })]
    }
    case 'single_threaded':
      return [say(locale, 'alert-why-single_threaded', { who: escaped(why.who), days: days(why.days) })]
  }
}

function rounded(days: number): number {
  return Math.round(days * 10) / 10
}

/** A chance that is too small for its digits is said to be below the smallest. */
function share(p: number, locale: Locale): string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: p < 0.01 ? 1 : 0 })
  return p < 0.001 ? `< ${format.format(0.001)}` : format.format(p)
}

function fromOf({ escalatedFrom }: AlertView, locale: Locale): KnownBlock[] {
  if (escalatedFrom === undefined) return []
  const words =
    escalatedFrom === ''
      ? say(locale, 'alert-from-nobody')
      : say(locale, 'alert-from-manager', { name: escaped(escalatedFrom) })
  return [context(`:arrow_up: ${words}`)]
}

const LINE = 250

function lastOf({ last }: AlertView, locale: Locale): string {
  if (last.length === 0) return say(locale, 'alert-last-none')
  const lines = last.map(({ side, who, at, text, unverified }) =>
    say(locale, 'alert-line', {
      side,
      who: whoIn(who, unverified, locale),
      at: moment(at, locale),
      text: wordsIn(text, locale),
    }),
  )
  return [say(locale, 'alert-last'), ...lines].join('\n')
}

/** A call of which nobody wrote down anything is a line of its own all the same. */
export function wordsIn(text: string, locale: Locale): string {
  return text.trim() === '' ? say(locale, 'alert-no-words') : escaped(cut(text, LINE))
}

/** Of a letter whose sender nobody has verified a name is only what it says. */
export function whoIn(who: string, unverified: true | undefined, locale: Locale): string {
  return unverified ? `${escaped(who)} (:warning: ${say(locale, 'alert-unverified')})`.trim() : escaped(who)
}

export function buttonsOf({ id, acts }: Pick<AlertView, 'id' | 'acts'>, locale: Locale): KnownBlock[] {
  if (acts.length === 0) return []
  const elements = acts.map(
    (act): Button => ({
      type: 'button',
      action_id: `${ALERT_ACTION}${act}`,
      text: { type: 'plain_text', text: say(locale, `alert-act-${act}`), emoji: false },
      value: id,
      ...(act === 'write' ? { style: 'primary' as const } : {}),
    }),
  )
  return [{ type: 'actions', block_id: `alert|${id}`, elements }]
}
