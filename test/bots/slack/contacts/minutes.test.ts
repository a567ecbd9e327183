import { describe, expect, it } from 'vitest'
import { readMinutes } from '../../../../bots/slack/contacts/dialog.ts'

describe('a length in the dialogue', () => {
  it.each([
    ['', undefined],
    ['12', 12],
    ['12m', 12],
    ['45 мин', 45],
    ['1h30', 90],
    ['1ч 30м', 90],
    ['1.5h', 90],
    ['24ч', 1_440],
    ['25ч', null],
    ['0', null],
    ['soon', null],
    ['12m or so', null],
  ])('%j', (written, minutes) => {
    expect(readMinutes(written)).toBe(minutes)
  })
})
