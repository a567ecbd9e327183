import { describe, expect, it } from 'vitest'
import { readAway } from '../../../../bots/slack/cover/away-text.ts'
import { SOURCES as COVER } from '../../../../bots/slack/cover/text.ts'
import { SOURCES as LEADS } from '../../../../bots/slack/leads/text.ts'
import { SOURCES as REASONS } from '../../../../bots/slack/reasons/text.ts'
import { SOURCES as NAMES } from '../../../../src/core/reasons.ts'
import { idsOf } from '../../../../src/core/text.ts'

describe('/away', () => {
  it.each([
    ['', { kind: 'list' }],
    ['help', { kind: 'list' }],
    [' Помощь ', { kind: 'list' }],
    ['?', { kind: 'list' }],
    ['off', { kind: 'back' }],
    ['off @anna', { kind: 'back', who: { key: 'anna' } }],
    ['до 05.12', { kind: 'away', to: '12-05' }],
    [
      'until 2026-12-05 <@U0BORIS|boris>, ill',
      { kind: 'away', to: '2026-12-05', standIn: { user: 'sl:U0BORIS' }, note: 'ill' },
    ],
    [
      '24.12 - 08.01 @boris отпуск на море',
      { kind: 'away', from: '12-24', to: '01-08', standIn: { key: 'boris' }, note: 'отпуск на море' },
    ],
    ['24.12–08.01', { kind: 'away', from: '12-24', to: '01-08' }],
    ['с 24.12.26 по 8.1.2027', { kind: 'away', from: '2026-12-24', to: '2027-01-08' }],
    ['from 24.12', { kind: 'away', from: '12-24' }],
    [
      '@anna 24.12 - 08.01 @boris',
      { kind: 'away', who: { key: 'anna' }, from: '12-24', to: '01-08', standIn: { key: 'boris' } },
    ],
    ['now @boris', { kind: 'away', standIn: { key: 'boris' } }],
    ['@anna now ill', { kind: 'away', who: { key: 'anna' }, note: 'ill' }],
    ['@anna сейчас @boris', { kind: 'away', who: { key: 'anna' }, standIn: { key: 'boris' } }],
    ['@boris', { kind: 'unclear', given: '@boris' }],
    ['@boris болеет', { kind: 'unclear', given: '@boris болеет' }],
    ['until 10.12 back to work then', { kind: 'unclear', given: 'back' }],
    ['now, not back before monday', { kind: 'unclear', given: 'back' }],
    ['now', { kind: 'away' }],
    ['Сейчас, болею', { kind: 'away', note: 'болею' }],
    ['болею', { kind: 'unclear', given: 'болею' }],
    ['heelp me', { kind: 'unclear', given: 'heelp me' }],
    ['до завтра', { kind: 'unclear', given: 'до завтра' }],
    ['до 31.02', { kind: 'unclear', given: '31.02' }],
    ['до 05.12 @boris @vera', { kind: 'unclear', given: '@vera' }],
    ['1.12 2.12 3.12', { kind: 'unclear', given: '3.12' }],
  ])('%s', (text, read) => {
    expect(readAway(text)).toEqual(read)
  })
})

it('speaks of cover, leads and reasons in both languages', () => {
  for (const { en, ru } of [COVER, LEADS, REASONS, NAMES]) expect(idsOf(ru)).toEqual(idsOf(en))
})
