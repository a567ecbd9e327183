import { describe, expect, it } from 'vitest'
import { toEntities } from '../../bots/telegram/format/to-entities.ts'
import { withMentionsOf } from '../../src/core/mentions.ts'
import { plain, type RichText } from '../../src/core/rich-text.ts'

const said: RichText = [
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Спросите ' },
      { type: 'mention', user: 'sl:U0OLEG', text: '@oleg' },
      { type: 'text', text: ' и ' },
      { type: 'mention', user: 'sl:U0PETR', text: '@oleg.p (SEO)' },
    ],
  },
]
const atClient = (words: RichText) => toEntities(withMentionsOf(said, words)).text

describe('rewritten words', () => {
  it('call nobody in Telegram by the name of a colleague in Slack', () => {
    expect(atClient(plain('Завтра спросите @oleg, потом @oleg.p (SEO).'))).toBe(
      'Завтра спросите oleg, потом oleg.p (SEO).',
    )
    const list: RichText = [{ type: 'list', ordered: false, items: [plain('@oleg')] }]
    expect(atClient([{ type: 'quote', content: list }])).toBe('• oleg')
  })

  it('are the same when nothing was rewritten', () => {
    expect(withMentionsOf(said, plain('Спросите @oleg и @oleg.p (SEO)'))).toEqual(said)
  })

  it('leave other names as they are, and words without mentions', () => {
    expect(atClient(plain('Мы в @oleg_studio и @durov'))).toBe('Мы в @oleg_studio и @durov')
    expect(atClient(plain('Пишите на seo@oleg.ru'))).toBe('Пишите на seo@oleg.ru')
    const words = plain('@oleg')
    expect(withMentionsOf(plain('Без имён'), words)).toBe(words)
  })
})
