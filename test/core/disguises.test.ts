import { expect, it } from 'vitest'
import { drawCard } from '../../bots/slack/cards/card.ts'
import { handlesIn, turnedIn } from '../../src/core/disguises.ts'
import type { RichText } from '../../src/core/rich-text.ts'
import { specialistCard } from '../support/card.ts'

const text = (words: string): RichText => [{ type: 'paragraph', content: [{ type: 'text', text: words }] }]
const card = (body: RichText, direction: 'to_client' | 'to_team') =>
  JSON.stringify(drawCard(specialistCard({ body, direction })).blocks)

it.each([
  ['пишите @ivan_parts', ['@ivan_parts']],
  ['(@Anna_B), @Anna_B и @petr5', ['@Anna_B', '@petr5']],
  ['почта ivan@parts.ru', []],
  ['@ivan@mastodon.social', []],
  ['@я, @12345, @four', []],
  ['github.com/@someone_else', []],
])('the live names of "%s" are %j', (words, names) => {
  expect(handlesIn(text(words))).toEqual(names)
})

it('a live name is said on the card of what goes to the client, and of nothing else', () => {
  expect(card(text('спросите @ivan_parts'), 'to_client')).toContain('«@ivan_parts» в Telegram станет ссылкой')
  expect(card(text('спросите @ivan_parts'), 'to_team')).not.toContain('станет ссылкой')
  expect(card([{ type: 'code', text: '@ivan_parts' }], 'to_client')).not.toContain('станет ссылкой')
})

it('letters that run the other way are said as they are written', () => {
  const body = text('Цена \u202e000 05\u202c рублей')
  expect(turnedIn(body)).toEqual(['000 05'])
  expect(turnedIn(text('שלום 05'))).toEqual([])
  expect(card(body, 'to_team')).toContain('Написано там «000 05»')
})
