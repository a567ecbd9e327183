import { expect, it } from 'vitest'
import { drawCard } from '../../bots/slack/cards/card.ts'
import { falseLinksIn } from '../../src/core/links.ts'
import type { RichText } from '../../src/core/rich-text.ts'
import { specialistCard } from '../support/card.ts'

const link = (text: string, url: string): RichText => [{ type: 'paragraph', content: [{ type: 'link', text, url }] }]

it.each([
  ['https://bank.ru', 'https://evil.com/bank.ru', 'bank.ru', 'evil.com'],
  ['bank.ru', 'https://evil.com', 'bank.ru', 'evil.com'],
  ['www.bank.ru/login', 'http://bank.ru.evil.com', 'bank.ru', 'bank.ru.evil.com'],
  ['https://ba\u200bnk.ru', 'https://evil.com', 'bank.ru', 'evil.com'],
  ['https://bank.ru@safe', 'https://evil.com', 'safe', 'evil.com'],
  ['https://bank.ru', 'https://bаnk.ru', 'bank.ru', 'xn--bnk-6cd.ru'],
])('%s that opens %s is a false link', (text, url, shown, leads) => {
  expect(falseLinksIn(link(text, url))).toEqual([{ shown, leads }])
})

it.each([
  ['отчёт', 'https://example.com'],
  ['смета.xlsx', 'https://drive.example.com/1'],
  ['example.com', 'http://www.example.com/'],
  ['HTTPS://Example.com/a', 'https://example.com/b'],
  ['кто.рф', 'https://xn--j1ail.xn--p1ai'],
  ['см. https://bank.ru и далее', 'https://evil.com'],
  ['a@bank.ru', 'mailto:b@evil.com'],
])('%s that opens %s is none', (text, url) => {
  expect(falseLinksIn(link(text, url))).toEqual([])
})

it('is found wherever it stands, and said on the card', () => {
  const body: RichText = [
    { type: 'quote', content: [{ type: 'list', ordered: false, items: [link('bank.ru', 'https://evil.com')] }] },
  ]
  expect(JSON.stringify(drawCard(specialistCard({ body })).blocks)).toContain(
    ':warning: Ссылка показывает «bank.ru», а открывает «evil.com».',
  )
})
