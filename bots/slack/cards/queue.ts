import type { Button, HomeView, KnownBlock } from '@slack/types'
import type { Calls } from '../../../src/core/clients.ts'
import type { Queue, QueueEntry } from '../../../src/core/flow.ts'
import { preview } from '../../../src/core/rich-text.ts'
import { drawCalls } from '../clients/blocks.ts'
import { say as sayClock } from '../clocks/text.ts'
import { escaped } from '../format/mrkdwn.ts'
import { say } from '../text.ts'
import { context, fitted, moment, section } from './blocks.ts'
import { actsOf, type Drawn, titleOf } from './card.ts'
import { ruleBlocks } from './rule.ts'

/** What waits for one person, oldest first, each with its buttons: the answer to `/queue`. */
export function drawQueue(queue: Queue): Drawn {
  const { locale, count, entries } = queue
  if (count === 0) return { text: say(locale, 'queue-empty'), blocks: [section(say(locale, 'queue-empty'))] }
  const head = say(locale, 'queue-head', { count })
  const more = count - entries.length
  return {
    text: head,
    blocks: fitted((most) => [
      section(`*${head}*`),
      ...entries.flatMap((entry) => entryOf(entry, Math.min(PREVIEW, Math.floor(most / A_PAGE)))),
      ...(more > 0 ? [context(say(locale, 'queue-more', { count: more }))] : []),
    ]),
  }
}

/** The same as the person's home tab, page by page, under the clients who need a call. `at`: when it was looked up. */
export function drawHome(queue: Queue, calls: Calls | undefined, at: Date): HomeView {
  const { locale, count, page, pages } = queue
  const head = count === 0 ? say(locale, 'queue-empty') : say(locale, 'queue-head', { count })
  return {
    type: 'home',
    blocks: [
      ...(calls === undefined || page > 0 ? [] : [...drawCalls(calls), { type: 'divider' } as const]),
      section(`*${head}*`),
      context(say(locale, 'home-as-of', { at: moment(at.toISOString(), locale) })),
      turning(queue),
      ...queue.entries.flatMap((entry) => entryOf(entry, PREVIEW)),
      ...(pages > 1 ? [context(say(locale, 'home-page', { page: page + 1, pages }))] : []),
    ],
  }
}

export const PAGES = { back: 'home_back', refresh: 'home_refresh', on: 'home_on' } as const

function turning({ locale, page, pages }: Queue): KnownBlock {
  const button = (name: keyof typeof PAGES, to: number): Button => ({
    type: 'button',
    action_id: PAGES[name],
    text: { type: 'plain_text', text: say(locale, `home-${name}`), emoji: false },
    value: String(to),
  })
  return {
    type: 'actions',
    block_id: 'home',
    elements: [
      ...(page > 0 ? [button('back', page - 1)] : []),
      button('refresh', page),
      ...(page < pages - 1 ? [button('on', page + 1)] : []),
    ],
  }
}

/** A home tab for somebody who is not in the agency's list. */
export function drawNoHome(words: string): HomeView {
  return { type: 'home', blocks: [section(words)] }
}

const PREVIEW = 300
/** Of what the words answer. */
const ANSWERED = 120
/** How many entries share what one message takes. */
const A_PAGE = 15

function entryOf(entry: QueueEntry, length: number): KnownBlock[] {
  const { locale, openedAt, author, body, quotes = [] } = entry
  const number = say(locale, 'card-number', { number: String(entry.number) })
  const key = entry.client.tier === 'key' ? ` · ${say(locale, 'card-key')}` : ''
  const late = entry.late ? `:rotating_light: *${sayClock(locale, 'card-late')}* · ` : ''
  const quoted = quotes
    .flatMap((quote) => quote.body)
    .flatMap((block) => (block.type === 'quote' ? block.content : [block]))
  const answered = quoted.length === 0 ? '' : `${escaped(`↪ ${preview(quoted, Math.min(ANSWERED, length))}`)}\n`
  const line = `${late}*${number} · ${escaped(titleOf(entry))}* · ${escaped(author)}${key} · ${moment(openedAt, locale)}\n${answered}${escaped(preview(body, length))}`
  return [section(line), ...ruleBlocks(entry), ...actsOf(entry)]
}
