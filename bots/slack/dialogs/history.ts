import type { KnownBlock, ModalView } from '@slack/types'
import type { Card } from '../../../src/core/card.ts'
import type { AsDelivered, History } from '../../../src/core/flow.ts'
import type { Locale } from '../../../src/core/ids.ts'
import { toPlain, wordsIn } from '../../../src/core/rich-text.ts'
import { REFUSAL_REASONS } from '../../../src/core/template.ts'
import { context, contexts, cut, moment, section, words } from '../cards/blocks.ts'
import { deliveryLine, titleOf } from '../cards/card.ts'
import { drawDifference } from '../cards/difference.ts'
import { escaped } from '../format/mrkdwn.ts'
import { say } from '../text.ts'
import { moreButton, plainModal } from './more.ts'
import { say as sayNote } from './text.ts'

/** A dialogue takes a hundred blocks; a version takes four. */
const MOST_VERSIONS = 18
const MOST_ACTS = 40
const MOST_ACT_BLOCKS = 20
const NOTE = 300

type Shown = Extract<History, { kind: 'open' }>

/** What was said, each version since with what changed in it, and who did what when. Of what is very much the first and the newest. */
export function drawHistory(history: Shown): ModalView {
  const { card, versions } = history
  const { locale, quotes = [] } = card
  const left = Math.max(0, versions.length - MOST_VERSIONS)
  return {
    ...plainModal(say(locale, 'history-title', { number: String(card.number) }), locale),
    blocks: [
      context(escaped(titleOf(card))),
      ...(quotes.length === 0 ? [] : [words(quotes.flatMap(({ body }) => body))]),
      ...versions.flatMap((version, i) => {
        if (i === 1 && left > 0) return [context(say(locale, 'history-left', { count: left }))]
        return i > 0 && i <= left ? [] : versionOf(history, version, versions[i - 1])
      }),
      ...actsOf(history),
      ...doableIn(card),
    ],
  }
}

function versionOf(
  { card: { locale } }: Shown,
  version: Shown['versions'][number],
  before: Shown['versions'][number] | undefined,
): KnownBlock[] {
  const { kind, by, at, body } = version
  const heading = context(`*${say(locale, `history-${kind}`)}* · ${escaped(by)} · ${moment(at, locale)}`)
  if (before === undefined) return [heading, words(body)]
  const change = drawDifference(toPlain(wordsIn(before.body)), toPlain(wordsIn(body)))
  return [heading, words(body), ...(change === undefined ? [] : [context(say(locale, 'history-changed')), change])]
}

function actsOf({ card: { locale }, acts }: Shown): KnownBlock[] {
  const lines = acts.slice(-MOST_ACTS).map(({ what, by, at, note }) => {
    const done = say(locale, `activity-${what}`)
    const facts = [moment(at, locale), ...(by === '' ? [] : [escaped(by)]), done]
    const more = note === undefined ? '' : noteIn(what, note, locale)
    return `${facts.join(' · ')}${more === '' ? '' : `: ${escaped(cut(more, NOTE))}`}`
  })
  return contexts(lines).slice(-MOST_ACT_BLOCKS)
}

/** Notes that are no person's words but names of ours, as the reader reads them. */
function noteIn(what: string, note: string, locale: Locale): string {
  switch (what) {
    case 'unscheduled':
      return note in UNSCHEDULED ? sayNote(locale, UNSCHEDULED[note as keyof typeof UNSCHEDULED]) : ''
    case 'settled_by_hand':
      return sayNote(locale, note === 'arrived' ? 'note-settled-arrived' : 'note-settled-again')
    case 'declined': {
      const [reason = '', ...argument] = note.split(': ')
      const known = REFUSAL_REASONS.find((one) => one === reason)
      return known === undefined ? note : [say(locale, `reason-${known}`), ...argument].join(': ')
    }
    default:
      return note
  }
}

/** Of what a manager did themselves the line says who. */
const UNSCHEDULED = {
  client: 'note-unscheduled-client',
  author: 'note-unscheduled-author',
  refused: 'note-unscheduled-refused',
  blind: 'note-unscheduled-blind',
} as const

/** What can still be done with what is decided: its card is a line, and this is behind it. */
function doableIn(card: Card): KnownBlock[] {
  const acts = card.acts.length > 0 ? [] : card.more.filter((act) => act !== 'history')
  if (acts.length === 0) return []
  return [
    ...acts.map((act) => context(say(card.locale, `more-${act}-help`))),
    { type: 'actions', block_id: `more|${card.relay}`, elements: acts.map((act) => moreButton(act, card)) },
  ]
}

/** What the client got of a specialist's message, or that it got nothing yet. */
export function drawAsDelivered(shown: AsDelivered): ModalView {
  const { locale } = shown
  return { ...plainModal(say(locale, 'delivered-title'), locale), blocks: deliveredBlocks(shown) }
}

function deliveredBlocks(shown: AsDelivered): KnownBlock[] {
  const { locale } = shown
  if (shown.kind === 'not_here') return [section(say(locale, 'delivered-not-here'))]
  if (shown.kind === 'not_approved') return [section(say(locale, `delivered-${shown.status}`))]
  const { said, final, delivery } = shown
  const change = drawDifference(toPlain(wordsIn(said)), toPlain(wordsIn(final)))
  return [
    ...(delivery === undefined ? [] : [context(deliveryLine(delivery, locale))]),
    words(final),
    ...(change === undefined ? [] : [context(say(locale, 'history-changed')), change]),
  ]
}
