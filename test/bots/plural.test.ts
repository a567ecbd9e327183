import { expect, it } from 'vitest'
import { say as saySlack } from '../../bots/slack/text.ts'
import { say as sayTelegram } from '../../bots/telegram/text.ts'

it.each([
  ['slack', saySlack],
  ['telegram', sayTelegram],
] as const)('files that %s does not take are one only where there is one', (_where, say) => {
  const told = (locale: 'ru' | 'en', count: number) =>
    say(locale, 'file_not_taken', { author: 'U0OLEG', count, names: 'a.zip', limit: 20 })
  expect(told('ru', 1)).toContain('Этот файл')
  expect(told('en', 1)).toContain('This file')
  for (const count of [2, 5, 21, 101]) {
    expect(told('ru', count)).toContain('Эти файлы')
    expect(told('en', count)).toContain('These files')
  }
})
