import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBlocks } from '../../bots/slack/format/from-blocks.ts'
import { fromMrkdwn } from '../../bots/slack/format/mrkdwn.ts'
import { toRichText } from '../../bots/slack/format/to-blocks.ts'
import { fromEntities } from '../../bots/telegram/format/from-entities.ts'
import { toEntities } from '../../bots/telegram/format/to-entities.ts'
import { CAPABILITIES, type ContentKind } from '../../src/core/capabilities.ts'
import type { Block, Inline, RichText } from '../../src/core/rich-text.ts'
import { richText } from '../../src/sandbox/slack/blocks/rich-text.ts'
import { allLeaves, names, trapped } from '../support/format/slack.ts'
import { brokenRules, document, wild } from '../support/format/telegram.ts'
import { hostileWord, RUNS, traps } from '../support/format/words.ts'

const isFull = (kind: ContentKind) => CAPABILITIES[kind].to_team?.level === 'full'
const CALLS = new Set(['user', 'usergroup', 'channel', 'team', 'broadcast'])
const COMMON = /^(https?:\/\/|mailto:|tel:)/

describe('from Telegram into Slack', () => {
  it('everything arrives that the table calls full, and of the rest the words', () => {
    fc.assert(
      fc.property(document, ({ text, entities }) => {
        const tree = fromEntities(text, entities)
        const arrived = fromBlocks([toRichText(tree)], names)
        expect(neighbours(arrived.map(wordsOfDates))).toEqual(neighbours(expected(tree)))
      }),
      RUNS,
    )
  })

  it('nobody is called and nothing is a link that was none', () => {
    const trap = fc.tuple(wild, fc.constantFrom(...traps), hostileWord).map(([given, url, word]) => ({
      text: `${word}${given.text}`,
      entities: [
        { type: 'text_link' as const, offset: 0, length: word.length, url },
        ...given.entities.map((e) => ({ ...e, offset: e.offset + word.length })),
      ],
    }))
    fc.assert(
      fc.property(fc.oneof(document, trap), ({ text, entities }) => {
        const written = toRichText(fromEntities(text, entities))
        const leaves = allLeaves(written)
        expect(leaves.filter(({ type }) => CALLS.has(type) || type === 'emoji')).toEqual([])
        const addresses = leaves.flatMap((leaf) => (leaf.type === 'link' ? [leaf.url] : []))
        expect(addresses.filter((url) => !COMMON.test(url))).toEqual([])
        const given = new Set(entities.flatMap((e) => ('url' in e ? [e.url] : [])))
        const isFound = (url: string) =>
          entities.some((e) => ['url', 'email', 'phone_number'].includes(e.type)) && COMMON.test(url)
        expect(addresses.filter((url) => !given.has(url) && !isFound(url))).toEqual([])
        expect(richText.safeParse(written).error).toBeUndefined()
      }),
      RUNS,
    )
  })
})

describe('from Slack into Telegram', () => {
  it('nobody is mentioned, only pages are links, and no rule is broken', () => {
    const harmless = new Set([
      'text_link',
      'date_time',
      'bold',
      'italic',
      'underline',
      'strikethrough',
      'code',
      'pre',
      'blockquote',
    ])
    fc.assert(
      fc.property(trapped, (block) => {
        const written = toEntities(fromBlocks([block], names))
        expect(brokenRules(written)).toEqual([])
        expect(written.entities.filter(({ type }) => !harmless.has(type))).toEqual([])
        const addresses = written.entities.flatMap((e) => (e.type === 'text_link' ? [e.url] : []))
        expect(addresses.filter((url) => !/^https?:/.test(url))).toEqual([])
      }),
      RUNS,
    )
  })

  it('a colleague, a group or everybody is named without the sign that would find a stranger in Telegram', () => {
    const leaves = [
      { type: 'user' as const, user_id: 'U0OLEG' },
      { type: 'text' as const, text: ' ' },
      { type: 'broadcast' as const, range: 'channel' },
    ]
    const block = { type: 'rich_text' as const, elements: [{ type: 'rich_text_section' as const, elements: leaves }] }
    expect(toEntities(fromBlocks([block], names)).text).toBe('u0oleg channel')
  })

  it('text without blocks obeys the same rules', () => {
    const markup = fc.array(
      fc.oneof(
        hostileWord,
        fc.constantFrom(
          ' ',
          '\n',
          '*',
          '_',
          '<@U1|x>',
          '<!here>',
          '<tg://user?id=1|x>',
          '<https://e.com|y>',
          ':wave::skin-tone-2:',
        ),
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(markup, (words) => {
        const written = toEntities(fromMrkdwn(words.join(''), names))
        expect(brokenRules(written)).toEqual([])
        expect(
          written.entities.filter(
            (e) => e.type === 'text_mention' || (e.type === 'text_link' && !/^https?:/.test(e.url)),
          ),
        ).toEqual([])
      }),
      RUNS,
    )
  })
})

/** What the table promises of a tree: what is not full there is only its words. */
function expected(body: RichText): RichText {
  return body.map((block): Block => {
    switch (block.type) {
      case 'paragraph':
        return { type: 'paragraph', content: block.content.map(promised) }
      case 'quote': {
        const inside = isFull('code_in_quote') ? expected(block.content) : inLines(expected(block.content))
        return {
          type: 'quote',
          content: inside,
          ...(isFull('expandable_quote') && block.expandable ? { expandable: true } : {}),
        }
      }
      case 'code':
        return {
          type: 'code',
          text: block.text,
          ...(isFull('code_language') && block.language ? { language: block.language } : {}),
        }
      default:
        return block
    }
  })
}

function inLines(blocks: RichText): Block[] {
  const lines = blocks.map((block): readonly Inline[] => {
    if (block.type === 'code') return [{ type: 'text', text: block.text, marks: ['code'] }]
    return block.type === 'paragraph' ? block.content : []
  })
  const lineBreak: Inline = { type: 'text', text: '\n' }
  return [{ type: 'paragraph', content: lines.flatMap((line, i) => (i === 0 ? line : [lineBreak, ...line])) }]
}

function promised(inline: Inline): Inline {
  const marks = (inline.marks ?? []).filter((mark) => isFull(mark))
  const look = marks.length === 0 ? {} : { marks }
  if (inline.type === 'link' && isFull('link')) return { type: 'link', url: inline.url, text: inline.text, ...look }
  return { type: 'text', text: inline.text, ...look }
}

/** Slack has dates too, of another form: what crosses is their words. */
function wordsOfDates(block: Block): Block {
  if (block.type === 'quote') return { ...block, content: block.content.map(wordsOfDates) }
  if (block.type !== 'paragraph') return block
  return {
    ...block,
    content: block.content.map((each) => (each.type === 'date' ? { ...each, type: 'text' as const } : each)),
  }
}

/** Neighbours of one look as one; how a date's pieces look may differ, since Slack has but one look for it. */
function neighbours(body: RichText): unknown[] {
  return body.map((block) => {
    if (block.type === 'quote') return { ...block, content: neighbours(block.content) }
    if (block.type !== 'paragraph') return block
    const all: { key: string; text: string }[] = []
    for (const { text, ...look } of block.content) {
      const key = look.type === 'link' ? `${look.url} ${look.marks ?? ''}` : `${look.marks ?? ''}`
      const last = all.at(-1)
      if (last?.key === key) last.text += text
      else all.push({ key, text })
    }
    return all
  })
}
