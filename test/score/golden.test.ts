import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { calendarSchema } from '../../src/core/calendar/settings.ts'
import { DEFAULT_SETTINGS } from '../../src/core/score-settings.ts'
import { eventSchema, inOrder } from '../../src/score/event.ts'
import { foldAll } from '../../src/score/fold.ts'
import { figuresOf } from '../../src/score/reading/figures.ts'
import { attentionAt, read } from '../../src/score/reading/read.ts'
import { cadenceSchema, rulesFor } from '../../src/score/rules.ts'

const casesSchema = z.array(
  z.object({
    name: z.string(),
    cfg: calendarSchema.extend({ cadence: cadenceSchema.optional() }),
    now: z.number(),
    events: z.array(eventSchema),
    expected: z.record(z.string(), z.unknown()),
  }),
)

const casesIn = (file: string) => casesSchema.parse(JSON.parse(readFileSync(`test/fixtures/score/${file}`, 'utf8')))

describe.each([
  { what: 'the published cases', file: 'golden.json' },
  // Worked out from the whole history at once, without a fold, by a program in Python with SciPy's distributions.
  { what: 'random cases', file: 'independent.json' },
])('$what come out', ({ file }) => {
  it.each(casesIn(file))('$name', ({ cfg: { cadence, ...calendar }, now, events, expected }) => {
    const rules = rulesFor(DEFAULT_SETTINGS, calendar, cadence)
    const state = foldAll(inOrder(events), rules)
    if (!state) throw new Error('no events')
    const figures = figuresOf(read(state, now, rules))
    expect(differences(figures, expected)).toEqual([])
    expect(figures.attention).toBeCloseTo(Number(expected.attention), 3)
    expect(attentionAt(state, now, rules)).toBe(read(state, now, rules).attention)
    expect(Object.keys(figures.quality).toSorted()).toEqual(Object.keys(expected.quality as object).toSorted())
  })
})

/** Every expected figure that is further away than 0.01, and every word that is another. */
function differences(found: unknown, expected: unknown, path = ''): string[] {
  if (expected !== null && typeof expected === 'object')
    return Object.entries(expected).flatMap(([key, value]) =>
      differences((found as Record<string, unknown> | null)?.[key], value, `${path}.${key}`),
    )
  // Minutes are printed with one decimal.
  const near = path.endsWith('geoMeanReplyMin') ? 0.05 : 0.01
  if (typeof expected === 'number' && typeof found === 'number' && Math.abs(found - expected) <= near) return []
  return found === expected ? [] : [`${path}: ${found}, expected ${expected}`]
}
