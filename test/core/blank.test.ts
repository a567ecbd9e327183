import { expect, it } from 'vitest'
import { isBlank, plain } from '../../src/core/rich-text.ts'

it.each([
  ['nothing', ''],
  ['white space', ' \n\u00a0\u2003'],
  ['joiners and marks of direction', '\u200b\u200d\u2060\u202e\ufeff'],
  ['fillers', '\u115f\u1160\u3164\uffa0\u2800\u034f'],
  ['only what changes the look of a sign that is not there', '\ufe0f'],
])('%s is blank', (_, text) => expect(isBlank(plain(text))).toBe(true))

it.each(['👍', 'да', '.', '0️⃣', 'שלום'])('%s is not', (text) => expect(isBlank(plain(text))).toBe(false))
