import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBlocks } from '../../../../bots/slack/format/from-blocks.ts'
import type { Names } from '../../../../bots/slack/format/leaves.ts'
import { fromMrkdwn } from '../../../../bots/slack/format/mrkdwn.ts'
import { richTextBlockSchema } from '../../../../bots/slack/format/rich-text.ts'
import { toRichText } from '../../../../bots/slack/format/to-blocks.ts'
import { toEntities } from '../../../../bots/telegram/format/to-entities.ts'
import { type Block, type Inline, type RichText, toPlain } from '../../../../src/core/rich-text.ts'

const names: Names = { user: (id) => id, channel: (id) => id }
const word = fc.constantFrom('слово', 'a', '👍🏽', 'é', 'שלום', '<!here>', '&amp;', '*_~`', '<@U0OLEG>', '> q', '#')
const marks = fc.uniqueArray(
  fc.constantFrom('bold' as const, 'italic' as const, 'strike' as const, 'underline' as const),
  { maxLength: 2 },
)
const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: word }),
  fc.record({ type: fc.constant('text' as const), text: word, marks: marks.filter((m) => m.length > 0) }),
  fc.record({ type: fc.constant('link' as const), url: fc.constant('https://example.com/?a=1&b=2'), text: word }),
)
const paragraph: fc.Arbitrary<Block> = fc
  .array(inline, { minLength: 1, maxLength: 5 })
  .map((content) => ({ type: 'paragraph', content }))
const list = (items: fc.Arbitrary<Block[]>): fc.Arbitrary<Block> =>
  fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(items, { minLength: 1, maxLength: 3 }),
  })
const flatList = list(paragraph.map((p) => [p]))
const nestedList = list(fc.tuple(paragraph, fc.option(flatList)).map(([p, inner]) => (inner ? [p, inner] : [p])))
const block: fc.Arbitrary<Block> = fc.oneof(
  paragraph,
  nestedList,
  paragraph.map((p): Block => ({ type: 'quote', content: [p] })),
  fc.record({ type: fc.constant('code' as const), text: fc.constantFrom('a < b', 'x\n  y', '```') }),
)
/** Two paragraphs, or two lists of a kind, in a row are one to Slack. */
const body = fc.array(block, { minLength: 1, maxLength: 5 }).filter((blocks) => {
  return blocks.every(
    (each, i) => i === 0 || each.type !== blocks[i - 1]?.type || each.type === 'quote' || each.type === 'code',
  )
})

describe('rich_text', () => {
  it('carries the tree there and back', () => {
    fc.assert(
      fc.property(body, (tree: RichText) => {
        const back = fromBlocks([richTextBlockSchema.parse(toRichText(tree))], names)
        expect(normal(back)).toEqual(normal(tree))
      }),
    )
  })

  it('keeps every character as text: no mention, no broadcast', () => {
    const text = '<!here> <!channel> <@U0OLEG> *a* _b_ ~c~ `d` &lt; </b>'
    const [element] = toRichText([{ type: 'paragraph', content: [{ type: 'text', text }] }]).elements
    expect(element).toMatchObject({ elements: [{ type: 'text', text }] })
  })

  it('shows people and channels by name, and emoji as themselves', () => {
    const leaves = [
      { type: 'user', user_id: 'U0OLEG' },
      { type: 'text', text: ' в ' },
      { type: 'channel', channel_id: 'C0SEO' },
      { type: 'emoji', name: '+1', unicode: '1f44d-1f3fd' },
      { type: 'emoji', name: 'our_own' },
    ]
    const given = { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: leaves }] }
    const read = fromBlocks([richTextBlockSchema.parse(given)], { user: () => 'Олег', channel: () => 'seo' })
    expect(toPlain(read)).toBe('@Олег в #seo👍🏽:our_own:')
  })
})

describe('mrkdwn, where there are no blocks', () => {
  it.each([
    ['*жирно* и _курсив_', ['bold', undefined, 'italic']],
    ['2*3*4 snake_case_name', [undefined]],
    ['`a*b*c`', ['code']],
  ])('%s', (text, expected) => {
    const [paragraph] = fromMrkdwn(text, names)
    expect(paragraph?.type === 'paragraph' && paragraph.content.map((i) => i.marks?.[0])).toEqual(expected)
  })

  it('reads what Slack escapes, links, mentions, quotes and code', () => {
    const read = fromMrkdwn(
      'a &lt;b&gt; <https://e.com?a=1&amp;b=2|тут> <@U1|Олег>\n&gt; цитата\n```x &amp; y```',
      names,
    )
    expect(read.map((each) => each.type)).toEqual(['paragraph', 'quote', 'code'])
    expect(toPlain(read)).toBe('a <b> тут @Олег\n> цитата\nx & y')
  })

  it('reads groups, channels, everybody, dates and emoji as what they are', () => {
    const text =
      '<!subteam^S1|@seo> <#C1> <!here> <!date^86400^{date_num}^https://e.com|вчера> :wave::skin-tone-3: 10:30:00 :our:'
    const [paragraph] = fromMrkdwn(text, { user: (id) => id, channel: () => 'seo' })
    const found = paragraph?.type === 'paragraph' ? paragraph.content.filter(({ text }) => text !== ' ') : []
    expect(found).toEqual([
      { type: 'mention', user: 'sl:S1', text: '@seo' },
      { type: 'mention', user: 'sl:C1', text: '#seo' },
      { type: 'mention', user: 'sl:!here', text: '@here' },
      { type: 'date', at: 86_400, format: '{date_num}', url: 'https://e.com', text: 'вчера' },
      { type: 'emoji', name: 'wave::skin-tone-3', text: '👋🏼' },
      { type: 'text', text: ' 10:30:00 :our:' },
    ])
  })

  it('makes no mention of what is no id of Slack', () => {
    const [paragraph] = fromMrkdwn('<@tg:1|x> <!all>', names)
    const named = (text: string) => ({ type: 'mention', text })
    expect(paragraph).toEqual({ type: 'paragraph', content: [named('@x'), { type: 'text', text: ' ' }, named('@all')] })
    expect(toEntities([paragraph as Block]), 'nor of anybody in Telegram').toEqual({ text: 'x all', entities: [] })
  })

  it('keeps the words of a command that is not known, and of a date that is none', () => {
    expect(toPlain(fromMrkdwn('<!foo^1|срок> <!date^x^{date}|завтра>', names))).toBe('срок завтра')
  })

  it.each([
    ['*a*b* c', 'a*b| c'],
    ['*a\nb*', '*a\nb*'],
    ['**', '**'],
    ['* a*', '* a*'],
    ['_*~a~*_ b', 'a| b'],
    ['*a <https://e.com|b*> c', '*a |b*| c'],
  ])('%j: what does not close is text', (text, expected) => {
    const [paragraph] = fromMrkdwn(text, names)
    expect(paragraph?.type === 'paragraph' && paragraph.content.map((i) => i.text).join('|')).toBe(expected)
  })

  it('comes to an end with a text that is all openings: the time grows with its length, not with its square', () => {
    expect(toPlain(fromMrkdwn('*a '.repeat(700_000), names))).toHaveLength(2_100_000)
  })
})

/** Marks in order, and neighbours of one kind as one, since Slack keeps neither apart. */
function normal(blocks: readonly Block[]): unknown {
  return blocks.map((each) => {
    if (each.type === 'paragraph') return { type: each.type, content: inlines(each.content) }
    if (each.type === 'list') return { ...each, items: each.items.map(normal) }
    return each.type === 'quote' ? { type: each.type, content: normal(each.content) } : each
  })
}

function inlines(content: readonly Inline[]): unknown[] {
  return content.map((i) => ({ ...i, ...(i.marks ? { marks: [...i.marks].sort() } : {}) }))
}
