/** The few Block Kit blocks that cards and dialogues are made of, within Slack's limits. */
import type { KnownBlock, MrkdwnElement } from '@slack/types'
import type { Locale } from '../../../src/core/ids.ts'
import { type RichText, toPlain } from '../../../src/core/rich-text.ts'
import { LONGEST_MESSAGE } from '../format/split.ts'
import { toRichText, withoutMentions } from '../format/to-blocks.ts'

/** Characters; longer text makes Slack refuse the whole message. */
export const SLACK_LIMITS = { header: 150, section: 3_000, context: 2_000, words: 10_000, button: 75 } as const

export function header(text: string): KnownBlock {
  return { type: 'header', text: { type: 'plain_text', text: cut(text, SLACK_LIMITS.header), emoji: false } }
}

/** A small line; `text` is mrkdwn: names in it must be escaped. */
export function context(text: string): KnownBlock {
  return { type: 'context', elements: [mrkdwn(cut(text, SLACK_LIMITS.context))] }
}

/** Small lines, in as many blocks as they fill: none is lost behind those before it. */
export function contexts(lines: readonly string[]): KnownBlock[] {
  const texts: string[] = []
  for (const line of lines) {
    const joined = `${texts.at(-1)}\n${line}`
    if (texts.length === 0 || joined.length > SLACK_LIMITS.context) texts.push(line)
    else texts[texts.length - 1] = joined
  }
  return texts.map(context)
}

export function section(text: string): KnownBlock {
  return { type: 'section', text: mrkdwn(cut(text, SLACK_LIMITS.section)) }
}

/**
 * Only what is marked up in it is a link or calls somebody: Slack would make both of bare addresses and names in a
 * person's words too (https://docs.slack.dev/reference/block-kit/composition-objects/text-object, `verbatim`).
 */
function mrkdwn(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true }
}

/** A person's words with their formatting; nobody in them is pinged. The beginning of what is very long. */
export function words(body: RichText, most: number = SLACK_LIMITS.words): KnownBlock {
  return toRichText(withoutMentions(beginning(body, most))) as unknown as KnownBlock
}

export function isCut(body: RichText, most: number = SLACK_LIMITS.words): boolean {
  return toPlain(body).length > most
}

function beginning(body: RichText, most: number): RichText {
  if (!isCut(body, most)) return body
  return [{ type: 'paragraph', content: [{ type: 'text', text: `${wholeCharacters(toPlain(body), most)}…` }] }]
}

/** How much of each person's words is shown where several stand together: the most with which all of it is one message. */
const SHARES = [SLACK_LIMITS.words, 5_000, 2_500, 1_000, 300] as const

/** The blocks drawn with as many of the words as one message takes. */
export function fitted(draw: (most: number) => KnownBlock[]): KnownBlock[] {
  const [first, ...shorter] = SHARES
  let blocks = draw(first)
  for (const most of shorter) {
    if (charactersIn(blocks) <= LONGEST_MESSAGE) break
    blocks = draw(most)
  }
  return blocks
}

function charactersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (key === 'text' && typeof inner === 'string' ? inner.length : charactersIn(inner)),
    0,
  )
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** As much of a text before a place as decides whether a character ends there. */
const BEFORE = 64

/**
 * The text up to where the character that stands at `length` begins. Only the end is taken apart: each segment that a
 * segmenter hands out keeps a copy of all that it was given, and thousands of them stop the program for seconds.
 */
function wholeCharacters(text: string, length: number): string {
  const from = Math.max(0, length - BEFORE)
  const end = graphemes.segment(text.slice(from, length + BEFORE)).containing(length - from)?.index
  return text.slice(0, end === undefined ? length : from + end)
}

export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).toWellFormed()}…`
}

/** A moment as each reader's own Slack shows it, in their time zone. */
export function moment(iso: string, locale: Locale): string {
  const at = new Date(iso)
  const fallback = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short', timeZone: 'UTC' }).format(
    at,
  )
  return `<!date^${Math.floor(at.getTime() / 1_000)}^{date_short_pretty} {time}|${fallback} UTC>`
}
