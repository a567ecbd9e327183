import { describe, expect, it } from 'vitest'
import { fromBlocks } from '../../../bots/slack/format/from-blocks.ts'
import { fromMrkdwn } from '../../../bots/slack/format/mrkdwn.ts'
import type { Element } from '../../../bots/slack/format/rich-text.ts'
import { withoutSign } from '../../../bots/slack/handle/marks.ts'
import { intended } from '../../../bots/slack/handle/said.ts'
import { toPlain } from '../../../src/core/rich-text.ts'

const names = { user: (id: string) => id, channel: (id: string) => id }
const text = (words: string) => ({ type: 'text' as const, text: words })
const section = (...words: string[]): Element => ({ type: 'rich_text_section', elements: words.map(text) })
const quote = (...words: string[]): Element => ({ type: 'rich_text_quote', elements: words.map(text) })
const list = (...items: string[]): Element => ({
  type: 'rich_text_list',
  style: 'bullet',
  elements: items.map((item) => ({ type: 'rich_text_section', elements: [text(item)] })),
})
const read = (...elements: Element[]) => intended(fromBlocks([{ type: 'rich_text', elements }], names), 'U0BOT')

const WAYS: [string, (sign: string) => Element[]][] = [
  ['at the beginning', (sign) => [section(`${sign} слово`)]],
  ['behind white space', (sign) => [section(` \n${sign} слово`)]],
  ['behind characters that nobody sees', (sign) => [section(`\u200b\u2060\u200f\ufeff${sign} слово`)]],
  ['with such characters within', (sign) => [section(`${sign[0]}\u200b${sign[1]} слово`)]],
  ['split over leaves', (sign) => [section('\n', '', sign[0] ?? '', `${sign[1]} слово`)]],
  ['after an empty paragraph', (sign) => [section('\u200b'), section(`${sign} слово`)]],
  ['in a quote', (sign) => [quote(`${sign} слово`)]],
  ['in a quote after an empty one', (sign) => [quote('\u200b'), quote(`${sign} слово`)]],
  ['in the first item of a list', (sign) => [list(`${sign} слово`, 'второе')]],
  ['in the first item that can be read', (sign) => [list('\u200b', `${sign} слово`)]],
]

describe.each(WAYS)('a mark %s', (_, elements) => {
  it('// keeps it inside', () => {
    expect(read(...elements('//')).intent).toBe('inside')
  })

  it('>> sends it, and is taken off', () => {
    const { intent, body } = read(...elements('>>'))
    expect(intent).toBe('marked')
    expect(toPlain(body)).toContain('слово')
    expect(JSON.stringify(body)).not.toContain('>')
  })

  it('// is taken off what is picked for the client all the same', () => {
    const body = withoutSign(fromBlocks([{ type: 'rich_text', elements: elements('//') }], names), 'inside') ?? []
    expect(toPlain(body)).toContain('слово')
    expect(toPlain(body)).not.toContain('/')
  })
})

describe('no mark', () => {
  it.each([
    ['further on', [section('см. // ниже')]],
    ['in a later item', [list('первое', '// второе')]],
    ['in code', [{ type: 'rich_text_preformatted', elements: [text('// начало')] } as Element]],
    ['after code', [{ type: 'rich_text_preformatted', elements: [text('a()')] } as Element, section('// конец')]],
    ['one sign', [section('/start')]],
    ['nothing', []],
  ])('%s', (_, elements) => {
    expect(read(...elements).intent).toBe('plain')
  })
})

it('a composer’s quote that begins with > is a mark, and the quote goes with it', () => {
  expect(read(quote('> слово'))).toEqual({
    intent: 'marked',
    body: [{ type: 'paragraph', content: [{ type: 'text', text: 'слово' }] }],
  })
  expect(intended(fromMrkdwn('&gt;&gt; слово', names), 'U0BOT').intent).toBe('marked')
})

it('a colleague spoken to first keeps it inside, also behind what nobody sees; we ourselves do not', () => {
  const to = (id: string): Element => ({
    type: 'rich_text_section',
    elements: [text('\u200b '), { type: 'user', user_id: id }, text(' глянь')],
  })
  expect(read(section(''), to('U0ANNA')).intent).toBe('inside')
  expect(read(to('U0BOT')).intent).toBe('plain')
  expect(intended(fromMrkdwn('<@U0ANNA> глянь', names), 'U0BOT').intent).toBe('inside')
})

it('takes linear time', () => {
  const long = '\u200b '.repeat(500_000)
  const began = performance.now()
  expect(read(section(`${long}/${long}`)).intent).toBe('plain')
  expect(performance.now() - began).toBeLessThan(2_000)
})
