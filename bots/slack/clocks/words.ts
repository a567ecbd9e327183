/** What the clocks say, in Slack's mrkdwn: on a card, as a notice, in the morning. */
import type { KnownBlock } from '@slack/types'
import type { Card } from '../../../src/core/card.ts'
import type { Locale } from '../../../src/core/ids.ts'
import type { AboutClock, StaffNotice } from '../../../src/core/notice.ts'
import { context, moment, section } from '../cards/blocks.ts'
import { escaped } from '../format/mrkdwn.ts'
import { parsePlace, parseUser } from '../ids.ts'
import { say } from './text.ts'

type NoticeOf<T extends StaffNotice['template']> = Extract<StaffNotice, { template: T }>

/** What runs out while a card waits, and what its words have waited for. */
export function clocksOf(card: Pick<Card, 'clocks' | 'old' | 'locale' | 'acts'>): KnownBlock[] {
  if (card.acts.length === 0) return []
  const { clocks, locale } = card
  const late = clocks.filter((clock) => clock.late)
  const due = clocks.filter((clock) => !clock.late)
  const line = ({ kind, due: at }: Card['clocks'][number], isLate: boolean) =>
    say(locale, `clock-${kind}${isLate ? '-late' : ''}`, { due: moment(at, locale) })
  return [
    ...(late.length === 0 ? [] : [section(late.map((clock) => `:rotating_light: ${line(clock, true)}`).join('\n'))]),
    ...(due.length === 0 ? [] : [context(due.map((clock) => line(clock, false)).join(' · '))]),
    ...oldWords(card),
  ]
}

export function oldWords({ old, locale }: Pick<Card, 'old' | 'locale'>): KnownBlock[] {
  return old === undefined ? [] : [section(`:hourglass: ${say(locale, 'card-old', { hours: old.hours })}`)]
}

/** What whoever clicked is told when the words had waited for too long. Undefined: that is not why. */
export function askedAgain({ old, since, locale }: Pick<Card, 'old' | 'since' | 'locale'>): string | undefined {
  return old === undefined || since.length > 0 ? undefined : say(locale, 'say-old', { hours: old.hours })
}

/** Before the rest of what a notification shows. */
export function isLate({ clocks }: Pick<Card, 'clocks'>): boolean {
  return clocks.some((clock) => clock.late)
}

export function slaWords({ clocks, more, locale }: NoticeOf<'sla'>, workspace: string): string {
  return [
    ...clocks.map((clock) => `:alarm_clock: ${clockLine(clock, locale, workspace)}`),
    ...andMore(more, locale),
  ].join('\n')
}

export function chasedWords({ users, since, due, late, locale }: NoticeOf<'chased'>): string {
  return say(locale, late ? 'chased-late' : 'chased-due', {
    users: users.map((user) => `<@${parseUser(user) ?? ''}>`).join(' '),
    since: moment(since, locale),
    due: moment(due, locale),
  })
}

export function digestWords(digest: NoticeOf<'digest'>, workspace: string): string {
  const { locale } = digest
  const clocks = (list: readonly AboutClock[]) => list.map((clock) => clockLine(clock, locale, workspace))
  return [
    `:sunny: ${say(locale, 'digest-head')}`,
    ...group(
      locale,
      'digest-waiting',
      digest.waiting.map((one) => {
        const since = moment(one.since, locale)
        return say(locale, 'digest-waiting-line', { relay: nameOf(one, locale, workspace), since })
      }),
      digest.moreWaiting,
    ),
    ...group(locale, 'digest-late', clocks(digest.late), digest.moreLate),
    ...group(locale, 'digest-silent', clocks(digest.silent), digest.moreSilent),
    ...group(
      locale,
      'digest-by-itself',
      digest.byItself.map((one) => nameOf(one, locale, workspace)),
      digest.moreByItself,
    ),
    say(locale, 'digest-queue'),
  ].join('\n')
}

function group(locale: Locale, id: string, lines: readonly string[], more: number): string[] {
  if (lines.length === 0) return []
  const head = `*${say(locale, id, { count: lines.length + more })}*`
  return [head, ...lines.map((line) => `• ${line}`), ...andMore(more, locale)]
}

function andMore(count: number, locale: Locale): string[] {
  return count > 0 ? [say(locale, 'more', { count })] : []
}

function clockLine(clock: AboutClock, locale: Locale, workspace: string): string {
  const how =
    clock.step === 'deputy' || clock.step === 'lead' ? 'handed' : clock.step === 'breached' ? clock.step : 'warned'
  return say(locale, `sla-${clock.kind}-${how}`, {
    relay: nameOf(clock, locale, workspace),
    who: clock.who === '' ? say(locale, 'the-team') : escaped(clock.who),
    since: moment(clock.since, locale),
    due: moment(clock.due, locale),
  })
}

/** Its number, which leads to its card where there is one. */
function nameOf(
  { number, client, card }: Pick<AboutClock, 'number' | 'client' | 'card'>,
  locale: Locale,
  workspace: string,
): string {
  const short = say(locale, 'number', { number: String(number) })
  const place = card === undefined ? undefined : parsePlace(card)
  const link = place && `<${workspace}archives/${place.channel}/p${place.ts.replace('.', '')}|${short}>`
  return say(locale, 'line', { number: link ?? short, client: escaped(client) })
}
