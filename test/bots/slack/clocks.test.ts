import { expect, it } from 'vitest'
import { changeIn } from '../../../bots/slack/clocks/settings.ts'
import { SOURCES } from '../../../bots/slack/clocks/text.ts'
import { idsOf } from '../../../src/core/text.ts'

it('/queue settings reads what it can set, and nothing else', () => {
  expect(changeIn('')).toEqual({})
  expect(changeIn('Overdue')).toEqual({ notify: 'overdue' })
  expect(changeIn('quiet 20:00-09:00')).toEqual({ quiet: { from: '20:00', to: '09:00' } })
  expect(changeIn('quiet off')).toEqual({ quiet: 'off' })
  for (const wrong of ['quiet 25:00-09:00', 'nothing', 'quiet']) expect(changeIn(wrong), wrong).toBeUndefined()
})

it('the clocks say the same in both languages', () => {
  expect(idsOf(SOURCES.ru)).toEqual(idsOf(SOURCES.en))
})
