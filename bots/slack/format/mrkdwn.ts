/** Slack's mrkdwn, for messages that have no blocks, and for the few places where Liaison must write it. */
import { type Block, type Inline, MARKS, type Mark, type RichText } from '../../../src/core/rich-text.ts'
import { signOf } from './emoji.ts'
import { mentionOf, momentOf, type Names } from './leaves.ts'

/**
 * A name or a word in mrkdwn, so that nothing in it calls, links or quotes. For `*`, `_`, `~` and backticks Slack has no escape
 * (https://docs.slack.dev/messaging/formatting-message-text#escaping): they can make letters bold, and no more.
 */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * How a `text` of ours is posted: as it is written, so that Slack makes neither a link of a bare address in it nor a call of a
 * bare name (https://docs.slack.dev/messaging/formatting-message-text#automatic-parsing). chat.update parses unless told not to.
 */
export const AS_WRITTEN = { parse: 'none', link_names: false } as const

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** `text` of a message -> the tree. Code, quotes, links, mentions and the four marks; what does not close is text. */
export function fromMrkdwn(text: string, names: Names): RichText {
  return text.split('```').flatMap((part, i, all): Block[] => {
    const isCode = i % 2 === 1 && i < all.length - 1
    if (isCode) return [{ type: 'code', text: unescaped(part.replace(/^\n|\n$/g, '')) }]
    const inner = part.replace(i > 0 ? /^\n/ : /^$/, '').replace(i < all.length - 1 ? /\n$/ : /$^/, '')
    return inner === '' ? [] : proseOf(i % 2 === 1 ? `\`\`\`${inner}` : inner, names)
  })
}

function proseOf(text: string, names: Names): Block[] {
  const blocks: { quoted: boolean; lines: string[] }[] = []
  for (const line of text.split('\n')) {
    const quoted = /^(&gt;|>) ?/.test(line)
    const bare = line.replace(/^(&gt;|>) ?/, '')
    const last = blocks.at(-1)
    if (last?.quoted === quoted) last.lines.push(bare)
    else blocks.push({ quoted, lines: [bare] })
  }
  return blocks.map(({ quoted, lines }): Block => {
    const paragraph: Block = { type: 'paragraph', content: inlinesOf(lines.join('\n'), names, []) }
    return quoted ? { type: 'quote', content: [paragraph] } : paragraph
  })
}

const MARK_OF = { '*': 'bold', _: 'italic', '~': 'strike', '`': 'code' } as const satisfies Record<string, Mark>
/** `<...>`, or a sign that may begin a marked stretch: at the beginning of a word. */
const OPENING = /<([^<>\n]+)>|(?<![\p{L}\p{N}])([*_~`])(?!\s)/gu
/** A sign that may end one: at the end of a word, and not within a `<...>`. A stretch ends in the line it began in. */
const CLOSING = /<[^<>\n]+>|(?<=\S)[*_~`](?![\p{L}\p{N}])|\n/gu

function inlinesOf(text: string, names: Names, marks: readonly Mark[]): Inline[] {
  const inlines: Inline[] = []
  const put = (...given: Inline[]) => {
    for (const inline of given) inlines.push(marks.length === 0 ? inline : { ...inline, marks: inOrder(marks) })
  }
  const closing = closingsOf(text)
  const opening = new RegExp(OPENING)
  let at = 0
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const [whole, special, sign] = match
    const end = sign === undefined ? match.index + whole.length : closing(sign, match.index)
    if (end === undefined) continue
    if (match.index > at) put(...wordsOf(text.slice(at, match.index)))
    const inner = text.slice(match.index + 1, end - 1)
    if (special !== undefined) put(specialOf(special, names))
    else if (sign === '`') inlines.push({ type: 'text', text: unescaped(inner), marks: inOrder([...marks, 'code']) })
    else inlines.push(...inlinesOf(inner, names, [...marks, MARK_OF[sign as keyof typeof MARK_OF]]))
    at = end
    opening.lastIndex = end
  }
  if (at < text.length) put(...wordsOf(text.slice(at)))
  return inlines
}

function inOrder(marks: readonly Mark[]): Mark[] {
  return MARKS.filter((mark) => marks.includes(mark))
}

/**
 * Where the stretch ends that `sign` begins at an index; undefined: nowhere. Asked from left to right, it looks at every
 * sign once, so that the time grows with the length of the text and not with its square.
 */
function closingsOf(text: string): (sign: string, from: number) => number | undefined {
  const places = new Map<string, number[]>()
  for (const match of text.matchAll(CLOSING)) {
    const known = places.get(match[0])
    if (known) known.push(match.index)
    else places.set(match[0], [match.index])
  }
  const passed = new Map<string, number>()
  const next = (sign: string, from: number): number => {
    const all = places.get(sign) ?? []
    let i = passed.get(sign) ?? 0
    while ((all[i] ?? Number.POSITIVE_INFINITY) < from) i++
    passed.set(sign, i)
    return all[i] ?? Number.POSITIVE_INFINITY
  }
  return (sign, from) => {
    const place = next(sign, from + 2)
    return place < next('\n', from) ? place + 1 : undefined
  }
}

/** Slack's names of emoji; `:word:` that is none of them is text, as in `10:30:00`. */
const EMOJI = /(:[a-z0-9_+'-]{1,100}(?:::skin-tone-[2-6])?:)/

/** Words without marks: what Slack escapes, and emoji by their names. */
function wordsOf(text: string): Inline[] {
  const inlines: Inline[] = []
  let words = ''
  for (const piece of text.split(EMOJI)) {
    const name = piece.startsWith(':') ? piece.slice(1, -1) : ''
    const sign = name === '' ? undefined : signOf(name)
    if (sign === undefined) words += piece
    else {
      if (words !== '') inlines.push({ type: 'text', text: unescaped(words) })
      inlines.push({ type: 'emoji', name, text: sign })
      words = ''
    }
  }
  if (words !== '') inlines.push({ type: 'text', text: unescaped(words) })
  return inlines
}

/** What stands between `<` and `>` (https://docs.slack.dev/messaging/formatting-message-text#advanced). */
function specialOf(special: string, names: Names): Inline {
  const bar = special.indexOf('|')
  const target = bar === -1 ? special : special.slice(0, bar)
  const label = bar === -1 ? '' : unescaped(special.slice(bar + 1))
  const id = target.slice(1)
  if (target.startsWith('@')) return mentionOf('user', id, `@${label || names.user(id)}`)
  if (target.startsWith('#')) return mentionOf('channel', id, `#${label || names.channel(id)}`)
  if (target.startsWith('!')) return commandOf(id, label)
  const url = unescaped(target)
  return { type: 'link', url, text: label || url }
}

function commandOf(command: string, label: string): Inline {
  const [word = '', first = '', format = '', url] = command.split('^')
  if (word === 'subteam') return mentionOf('usergroup', first, label || '@group')
  if (word === 'date' && /^\d{1,12}$/.test(first)) {
    const at = Number(first)
    const address = url === undefined ? {} : { url: unescaped(url) }
    return { type: 'date', at, format: unescaped(format), ...address, text: label || momentOf(at) }
  }
  if (word === 'team') return mentionOf('team', first, label || '@team')
  const everybody = mentionOf('broadcast', word, `@${word}`)
  if (label === '' || 'user' in everybody) return everybody
  return { type: label.startsWith('@') ? 'mention' : 'text', text: label }
}
