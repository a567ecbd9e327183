/** Slack's mrkdwn, for messages that have no blocks, and for the few places where Liaison must write it. */
import type { Block, Inline, Mark, RichText } from '../../../src/core/rich-text.ts'
import { makeUser } from '../ids.ts'
import type { Names } from './from-blocks.ts'

/** A name or a word that shall be read as it is: the only characters that mean anything in mrkdwn's text are these three. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

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
  const put = (inline: Inline) => inlines.push(marks.length === 0 ? inline : { ...inline, marks: [...marks] })
  const closing = closingsOf(text)
  const opening = new RegExp(OPENING)
  let at = 0
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const [whole, special, sign] = match
    const end = sign === undefined ? match.index + whole.length : closing(sign, match.index)
    if (end === undefined) continue
    if (match.index > at) put({ type: 'text', text: unescaped(text.slice(at, match.index)) })
    const inner = text.slice(match.index + 1, end - 1)
    if (special !== undefined) put(specialOf(special, names))
    else if (sign === '`') inlines.push({ type: 'text', text: unescaped(inner), marks: [...marks, 'code'] })
    else inlines.push(...inlinesOf(inner, names, [...marks, MARK_OF[sign as keyof typeof MARK_OF]]))
    at = end
    opening.lastIndex = end
  }
  if (at < text.length) put({ type: 'text', text: unescaped(text.slice(at)) })
  return inlines
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

function specialOf(special: string, names: Names): Inline {
  const [target = '', label] = special.split('|')
  if (target.startsWith('@')) {
    const id = target.slice(1)
    return { type: 'mention', user: makeUser(id), text: `@${label ?? names.user(id)}` }
  }
  if (target.startsWith('#')) return { type: 'text', text: `#${label ?? names.channel(target.slice(1))}` }
  if (target.startsWith('!')) return { type: 'text', text: label ?? `@${target.slice(1).split('^')[0]}` }
  return { type: 'link', url: unescaped(target), text: unescaped(label ?? target) }
}
