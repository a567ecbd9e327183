/** What a card shows besides its words and its decision: what is held, planned, asked, or can still be taken back. */
import type { Button, KnownBlock } from '@slack/types'
import type { Card } from '../../../src/core/card.ts'
import type { Locale } from '../../../src/core/ids.ts'
import { toPlain, wordsIn } from '../../../src/core/rich-text.ts'
import { escaped } from '../format/mrkdwn.ts'
import { say } from '../text.ts'
import { context, cut, moment, section, words } from './blocks.ts'
import { drawDifference } from './difference.ts'

type Seen = Pick<Card, 'relay' | 'revision' | 'look' | 'locale'>

const NOTE = 700

/** On a card that waits. */
export function waitingMarks(card: Card, most: number): KnownBlock[] {
  return [...whyAgain(card), ...heldOf(card), ...draftOf(card, most)]
}

/** Under the line of a card that is decided. */
export function decidedMarks(card: Card): KnownBlock[] {
  return [...recallOf(card), ...takeBackOf(card)]
}

function whyAgain({ unscheduled, locale }: Card): KnownBlock[] {
  return unscheduled === undefined ? [] : [section(`:warning: ${say(locale, `unscheduled-${unscheduled}`)}`)]
}

function heldOf(card: Card): KnownBlock[] {
  const { snoozedUntil, locale, relay } = card
  if (snoozedUntil === undefined) return []
  const line = say(locale, 'card-snoozed', { until: moment(snoozedUntil, locale) })
  return [
    context(`:zzz: ${line}`),
    { type: 'actions', block_id: `held|${relay}`, elements: [button('wake', 'act-wake', card)] },
  ]
}

function draftOf(card: Card, most: number): KnownBlock[] {
  const { draft, body, locale, relay } = card
  if (!draft) return []
  const { by, at, asked, answer } = draft
  const change = drawDifference(toPlain(wordsIn(body)), toPlain(draft.body), most)
  const said =
    answer === undefined
      ? undefined
      : say(locale, answer.agrees ? 'draft-agreed' : 'draft-disagreed', {
          by: escaped(answer.by),
          at: moment(answer.at, locale),
          note: escaped(cut(answer.note ?? '', NOTE)),
        })
  const lines = [
    say(locale, 'draft-kept', { by: escaped(by), at: moment(at, locale) }),
    asked && say(locale, 'draft-asked', { whom: escaped(asked.whom), at: moment(asked.at, locale) }),
    said,
  ]
  const approve = button('approve_draft', 'act-approve-draft', card, `|${draft.version}`)
  return [
    section(`:pencil2: ${lines.filter((line) => line !== undefined).join('\n')}`),
    change ?? words(draft.body, most),
    ...(answer?.agrees ? [{ type: 'actions' as const, block_id: `draft|${relay}`, elements: [approve] }] : []),
  ]
}

function recallOf({ recalled, locale }: Card): KnownBlock[] {
  if (!recalled) return []
  const { by, at, delivery } = recalled
  const state = delivery === undefined ? 'on_its_way' : delivery.state
  return [context(say(locale, `recalled-${state}`, { by: escaped(by), at: moment(at, locale) }))]
}

function takeBackOf(card: Card): KnownBlock[] {
  const { undo, status, locale, relay } = card
  if (undo !== undefined) {
    const line = say(locale, 'card-undo', { until: second(undo.until, locale) })
    return [context(line), { type: 'actions', block_id: `undo|${relay}`, elements: [button('undo', 'act-undo', card)] }]
  }
  if (status !== 'scheduled') return []
  return [{ type: 'actions', block_id: `planned|${relay}`, elements: [button('unschedule', 'act-unschedule', card)] }]
}

/** A moment to the second, as each reader's own Slack shows it. */
function second(iso: string, locale: Locale): string {
  const at = new Date(iso)
  const fallback = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone: 'UTC' }).format(at)
  return `<!date^${Math.floor(at.getTime() / 1_000)}^{time_secs}|${fallback} UTC>`
}

function button(action: string, id: string, { relay, revision, look, locale }: Seen, more = ''): Button {
  return {
    type: 'button',
    action_id: action,
    text: { type: 'plain_text', text: say(locale, id), emoji: false },
    value: `${relay}|${revision}|${look}${more}`,
  }
}
