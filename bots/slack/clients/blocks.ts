import type { Button, KnownBlock, ModalView } from '@slack/types'
import { ALERT_ACTS, type GatheredAlerts } from '../../../src/core/alerts.ts'
import type { Calls, ClientCard, Standing } from '../../../src/core/clients.ts'
import type { Locale } from '../../../src/core/ids.ts'
import { buttonsOf, whoIn, whyOf, wordsIn } from '../alerts/blocks.ts'
import { say as sayAlert } from '../alerts/text.ts'
import { context, moment, section } from '../cards/blocks.ts'
import type { Drawn } from '../cards/card.ts'
import { plainText } from '../dialogs/dialog.ts'
import { escaped } from '../format/mrkdwn.ts'
import { say } from './text.ts'

/** The button of a list; its value is the client's id. */
export const OPEN_CLIENT = 'client_open'

export function drawClient(card: ClientCard): KnownBlock[] {
  const { locale } = card
  return [
    section(headOf(card)),
    ...(card.alerts.length === 0
      ? []
      : [section(say(locale, 'client-alerts')), ...card.alerts.flatMap((one) => alertOf(one, locale))]),
    ...courseOf(card),
    section(lastOf(card)),
    section(
      [say(locale, 'client-owed'), ...owedOf(card), say(locale, 'client-waiting', { count: card.waiting })].join('\n'),
    ),
    ...(card.standing
      ? [section([say(locale, 'client-why'), ...card.standing.sentences.map((one) => `• ${escaped(one)}`)].join('\n'))]
      : []),
  ]
}

export function drawClientModal(card: ClientCard): ModalView {
  const { locale } = card
  return {
    type: 'modal',
    title: plainText(say(locale, 'client-title')),
    close: plainText(say(locale, 'client-close')),
    blocks: drawClient(card),
  }
}

/** Only words, where there is no card. */
export function drawClientNote(text: string, locale: Locale): ModalView {
  return {
    type: 'modal',
    title: plainText(say(locale, 'client-title')),
    close: plainText(say(locale, 'client-close')),
    blocks: [section(text)],
  }
}

function headOf({ locale, name, tier, lead, manager, deputy, standing }: ClientCard): string {
  const managers = say(locale, 'client-managers', {
    manager: manager === undefined ? say(locale, 'client-nobody') : escaped(manager),
    deputy: deputy === undefined ? 'none' : escaped(deputy),
  })
  const kind = [escaped(tier), ...(lead ? [say(locale, 'client-lead')] : [])].join(' · ')
  return [
    `*${escaped(name)}* · ${kind}`,
    managers,
    standing ? scoreOf(standing, locale) : say(locale, 'client-silent'),
  ].join('\n')
}

function scoreOf({ score, provisional, trend }: Standing, locale: Locale): string {
  const words = say(locale, 'client-score', { score, provisional: provisional ? 'yes' : 'no' })
  return trend === undefined ? words : `${words} · ${say(locale, `client-trend-${trend}`)}`
}

function alertOf({ id, why }: ClientCard['alerts'][number], locale: Locale): KnownBlock[] {
  const words = [`*${sayAlert(locale, `alert-kind-${why.kind}`)}*`, ...whyOf(why, locale)].join('\n')
  return [section(words), ...buttonsOf({ id, acts: [...ALERT_ACTS] }, locale)]
}

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']

/** A line of bars: of 0 to 100, whatever the client's own lowest and highest. */
function courseOf({ locale, course }: ClientCard): KnownBlock[] {
  const [first, ...more] = course
  const last = more.at(-1)
  if (!first || !last) return []
  const bars = course
    .map(({ score }) => BARS[Math.min(BARS.length - 1, Math.floor((score / 100) * BARS.length))])
    .join('')
  const count = course.length
  return [context(say(locale, 'client-course', { count, course: bars, from: first.score, to: last.score }))]
}

function lastOf({ locale, last }: ClientCard): string {
  const lines = last.map(({ side, who, at, channel, text, unverified }) =>
    say(locale, 'client-line', {
      side,
      who: whoIn(who, unverified, locale),
      at: moment(at, locale),
      channel: say(locale, `channel-${channel}`),
      text: wordsIn(text, locale),
    }),
  )
  return [say(locale, 'client-last'), ...(lines.length === 0 ? [say(locale, 'client-last-none')] : lines)].join('\n')
}

function owedOf({ locale, open, moreOpen }: ClientCard): string[] {
  if (open.length === 0) return [say(locale, 'client-owed-none')]
  const lines = open.map(({ project, since, due }) =>
    say(locale, 'client-owed-line', {
      project: project === undefined ? '—' : escaped(project),
      since: moment(since, locale),
      due: moment(due, locale),
    }),
  )
  return moreOpen === 0 ? lines : [...lines, say(locale, 'client-owed-more', { count: moreOpen })]
}

/** The clients who need a call, for the home tab. */
export function drawCalls({ locale, clients, more }: Calls): KnownBlock[] {
  if (clients.length === 0) return [context(say(locale, 'calls-none'))]
  return [
    section(say(locale, 'calls-head', { count: clients.length + more })),
    ...clients.map(({ standing, ...client }) => callOf(client, locale, standing ? [scoreOf(standing, locale)] : [])),
    ...(more > 0 ? [context(say(locale, 'calls-more', { count: more }))] : []),
  ]
}

/** What stood already when it was first looked at: one message, each client to be opened from it. */
export function drawGathered({ clients, more, cameUp }: GatheredAlerts, locale: Locale): Drawn {
  const count = clients.length + more
  if (count === 0) {
    const text = say(locale, 'gathered-none')
    return { text, blocks: [context(text)] }
  }
  const text = say(locale, cameUp ? 'gathered-came-up' : 'gathered-head', { count })
  const lines = clients.map(({ manager, ...client }) => callOf(client, locale, cameUp ? [escaped(manager)] : []))
  const rest = more > 0 ? [context(say(locale, 'calls-more', { count: more }))] : []
  return { text, blocks: [section(text), ...lines, ...rest] }
}

type Call = Omit<Calls['clients'][number], 'standing'>

function callOf({ id, name, why, others }: Call, locale: Locale, beside: readonly string[]): KnownBlock {
  const reasons = [
    whyOf(why, locale).join(' '),
    ...(others > 0 ? [say(locale, 'calls-others', { count: others })] : []),
  ]
  const show: Button = {
    type: 'button',
    action_id: OPEN_CLIENT,
    text: { type: 'plain_text', text: say(locale, 'calls-open'), emoji: false },
    value: id,
  }
  return {
    ...section([[`*${escaped(name)}*`, ...beside].join(' · '), ...reasons].join('\n')),
    accessory: show,
  } as KnownBlock
}
