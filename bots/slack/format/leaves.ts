/** The smallest parts: Slack's leaves <-> the tree's inlines. */
import { type Inline, isCommonAddress, MARKS, type Mark } from '../../../src/core/rich-text.ts'
import { type MentionKind, makeMention, parseMention } from '../ids.ts'
import { slackFormat } from './dates.ts'
import { fromPoints, signOf, toneOf } from './emoji.ts'
import type { Leaf, Style } from './rich-text.ts'

/** How people and channels are called, by their id; looked up before, since the tree shows names. */
export type Names = { readonly user: (id: string) => string; readonly channel: (id: string) => string }

export function inlineOf(leaf: Leaf, names: Names): Inline {
  const marks = marksOf(leaf.style)
  switch (leaf.type) {
    case 'text':
      return { type: 'text', text: leaf.text, ...marks }
    case 'link':
      return {
        type: 'link',
        url: leaf.url,
        text: leaf.text || leaf.url,
        ...(leaf.unsafe === true ? { unsafe: true } : {}),
        ...marks,
      }
    case 'emoji':
      return { ...emojiOf(leaf), ...marks }
    case 'user':
      return { ...mentionOf('user', leaf.user_id, `@${names.user(leaf.user_id)}`), ...marks }
    case 'channel':
      return { ...mentionOf('channel', leaf.channel_id, `#${names.channel(leaf.channel_id)}`), ...marks }
    case 'broadcast':
      return { ...mentionOf('broadcast', leaf.range, `@${leaf.range}`), ...marks }
    case 'usergroup':
      return { ...mentionOf('usergroup', leaf.usergroup_id, '@group'), ...marks }
    case 'team':
      return { ...mentionOf('team', leaf.team_id, '@team'), ...marks }
    case 'color':
      return { type: 'color', text: leaf.value, ...marks }
    case 'date':
      return {
        type: 'date',
        at: leaf.timestamp,
        format: leaf.format,
        ...(leaf.url === undefined ? {} : { url: leaf.url }),
        text: leaf.fallback || momentOf(leaf.timestamp),
        ...marks,
      }
  }
}

/** What is no id of Slack refers to nobody, but is a name all the same: as text its `@` would find somebody in Telegram. */
export function mentionOf(kind: MentionKind, id: string, text: string): Inline {
  const user = makeMention(kind, id)
  return user === undefined ? { type: 'mention', text } : { type: 'mention', user, text }
}

/** A moment for people of any time zone; as it came when it is none that a calendar knows. */
export function momentOf(seconds: number): string {
  const at = new Date(seconds * 1_000)
  return Number.isNaN(at.getTime()) ? String(seconds) : `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** An emoji of Unicode as itself; one that only this workspace has, by its name. */
function emojiOf(leaf: Extract<Leaf, { type: 'emoji' }>): Inline {
  const sign = leaf.unicode === undefined ? undefined : fromPoints(leaf.unicode)
  const tone = leaf.skin_tone ?? (sign === undefined ? undefined : toneOf(sign))
  const name = tone === undefined || leaf.name.includes('::') ? leaf.name : `${leaf.name}::skin-tone-${tone}`
  const text = signOf(name) ?? sign ?? `:${name}:`
  return { type: 'emoji', name, ...(leaf.url === undefined ? {} : { url: leaf.url }), text }
}

function marksOf(style: Style | undefined): { marks?: Mark[] } {
  const marks = MARKS.filter((mark) => mark !== 'spoiler' && style?.[mark] === true)
  return marks.length === 0 ? {} : { marks }
}

/** Leaves of a row of inlines. Pieces of one date are one, since Slack would show the whole date for each. */
export function leavesOf(content: readonly Inline[]): Leaf[] {
  const leaves: Leaf[] = []
  for (const [i, inline] of content.entries()) {
    if (inline.text === '') continue
    const leaf = leafOf(inline, addressAfter(inline, content[i + 1]))
    const last = leaves.at(-1)
    if (last?.type === 'date' && leaf.type === 'date' && isSameDate(last, leaf)) {
      last.fallback = `${last.fallback ?? ''}${leaf.fallback ?? ''}`
    } else leaves.push(leaf)
  }
  return leaves
}

/** An address that may not be a link is written behind its words, so that it is not lost: once, behind the last of them. */
function addressAfter(inline: Inline, next: Inline | undefined): string {
  if (inline.type !== 'link' || isCommonAddress(inline.url) || inline.text === inline.url) return ''
  return next?.type === 'link' && next.url === inline.url ? '' : ` (${inline.url.toWellFormed()})`
}

type DateLeaf = Extract<Leaf, { type: 'date' }>

function isSameDate(a: DateLeaf, b: DateLeaf): boolean {
  return a.timestamp === b.timestamp && a.format === b.format && a.url === b.url
}

function leafOf(inline: Inline, address: string): Leaf {
  const style = styleOf(inline)
  const text = inline.text.toWellFormed()
  switch (inline.type) {
    case 'link': {
      if (!isCommonAddress(inline.url)) break
      const shown = text === inline.url ? {} : { text }
      return { type: 'link', url: inline.url, ...shown, ...(inline.unsafe === true ? { unsafe: true } : {}), ...style }
    }
    case 'mention': {
      const mention = inline.user === undefined ? undefined : parseMention(inline.user)
      if (mention === undefined) break
      return MENTION_LEAF[mention.kind](mention.id, style)
    }
    case 'emoji':
      if (inline.name === undefined) break
      return { type: 'emoji', name: inline.name, ...(inline.url === undefined ? {} : { url: inline.url }), ...style }
    case 'date': {
      const format = slackFormat(inline.format)
      if (format === undefined) break
      const url = inline.url === undefined || !isCommonAddress(inline.url) ? {} : { url: inline.url }
      return { type: 'date', timestamp: inline.at, format, ...url, fallback: text, ...style }
    }
    case 'color':
      if (!/^#[0-9a-f]{3,8}$/i.test(inline.text)) break
      return { type: 'color', value: inline.text, ...style }
    case 'text':
      break
  }
  return { type: 'text', text: `${text}${address}`, ...style }
}

type Styled = { style?: Style }

const MENTION_LEAF = {
  user: (id, style) => ({ type: 'user', user_id: id, ...style }),
  channel: (id, style) => ({ type: 'channel', channel_id: id, ...style }),
  usergroup: (id, style) => ({ type: 'usergroup', usergroup_id: id, ...style }),
  team: (id, style) => ({ type: 'team', team_id: id, ...style }),
  broadcast: (range, style) => ({ type: 'broadcast', range, ...style }),
} as const satisfies Record<MentionKind, (id: string, style: Styled) => Leaf>

const STYLES = ['bold', 'italic', 'strike', 'code', 'underline'] as const

function styleOf({ marks = [] }: Inline): Styled {
  const on = STYLES.filter((name) => marks.includes(name))
  return on.length === 0 ? {} : { style: Object.fromEntries(on.map((name) => [name, true])) }
}
