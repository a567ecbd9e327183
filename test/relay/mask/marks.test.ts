import { describe, expect, it } from 'vitest'
import type { MaskList } from '../../../src/relay/mask/list.ts'
import { masker } from '../../../src/relay/mask/mask.ts'

const list: MaskList = {
  locale: 'ru',
  names: [
    { kind: 'contact', number: 1, word: 'Иван Петров', spelled: ['Иван Петров'], handle: 'ivan_p' },
    { kind: 'contact', number: 2, word: 'Andrei Kozlov', spelled: ['Andrei Kozlov'] },
    { kind: 'contact', number: 3, word: 'Сергей', spelled: ['Сергей'] },
    { kind: 'contact', number: 4, word: 'René', spelled: ['René'] },
    { kind: 'client', number: 0, word: 'Автозапчасти', spelled: ['Автозапчасти'] },
  ],
  addresses: [],
}
const text = (given: string) => masker(list).text(given)

describe('signs upon letters hide no name', () => {
  it.each([
    ['an accent', 'Ива\u0301н', '[контакт 1]'],
    ['an accent upon the last letter', 'Иван\u0301 звонил', '[контакт 1] звонил'],
    ['an accent before an ending', 'Петров\u0301у', '[контакт 1]'],
    ['a variation selector', 'Ив\uFE0Fан', '[контакт 1]'],
    ['a variation selector in a firm', 'в Автоза\uFE0Fпчастях', 'в [клиент]'],
    ['a letter that has its accent in it', 'Kozlóv', '[контакт 2]'],
    ['a letter that has lost its accent', 'Rene', '[контакт 4]'],
    ['a letter taken apart, with a sign between', 'Сергеи\uFE0F\u0306', '[контакт 3]'],
    ['a handle', '@ivan\uFE0F_p', '[контакт 1]'],
    [
      'digits as signs',
      '8\uFE0F\u20E39\uFE0F\u20E39\uFE0F\u20E39\uFE0F\u20E31\uFE0F\u20E32\uFE0F\u20E33\uFE0F\u20E34\uFE0F\u20E35\uFE0F\u20E36\uFE0F\u20E37\uFE0F\u20E3',
      '[телефон 1]',
    ],
  ])('%s', (_what, given, masked) => {
    expect(text(given)).toBe(masked)
  })

  it('other words stay', () => {
    expect(text('Сергеич и Иванна, кот Рене\u0301, Козлова нет')).toContain('Иванна')
    expect(text('рабочий день, май, ивовый')).toBe('рабочий день, май, ивовый')
  })

  it('in code and in the names of files, too', () => {
    const decomposed = 'Серге\u0438\u0306'
    const body = masker(list).body([
      { type: 'code', text: decomposed },
      {
        type: 'files',
        files: [{ kind: 'document', name: `${decomposed}.txt`, mime: 'text/plain', size: 1, missing: 'too_big' }],
      },
    ])
    expect(JSON.stringify(body)).not.toContain('Серге')
  })
})
