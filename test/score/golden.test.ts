import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { calendarSchema } from '../../src/core/calendar/settings.ts'
import { eventSchema, inOrder } from '../../src/score/event.ts'
import { foldAll } from '../../src/score/fold.ts'
import { figuresOf } from '../../src/score/reading/figures.ts'
import { read } from '../../src/score/reading/read.ts'
import { cadenceSchema, rulesFor } from '../../src/score/rules.ts'
import { DEFAULT_SETTINGS } from '../../src/score/settings.ts'

const cases = z
  .array(
    z.object({
      name: z.string(),
      cfg: z.object({ cadence: cadenceSchema.optional(), holidays: z.array(z.string()).optional() }),
      now: z.number(),
      events: z.array(eventSchema),
      expected: z.record(z.string(), z.unknown()),
    }),
  )
  .parse(JSON.parse(readFileSync('test/fixtures/score/golden.json', 'utf8')))

describe('the published cases come out', () => {
  it.each(cases)('$name', ({ cfg, now, events, expected }) => {
    const rules = rulesFor(DEFAULT_SETTINGS, calendarSchema.parse({ holidays: cfg.holidays }), cfg.cadence)
    const state = foldAll(inOrder(events), rules)
    if (!state) throw new Error('no events')
    const figures = figuresOf(read(state, now, rules))
    expect(differences(figures, expected)).toEqual([])
    expect(figures.attention).toBe(expected.attention)
    expect(Object.keys(figures.quality)).toEqual(Object.keys(expected.quality as object))
  })
})

/** Every expected figure that is further away than 0.01, and every word that is another. */
function differences(found: unknown, expected: unknown, path = ''): string[] {
  if (expected !== null && typeof expected === 'object')
    return Object.entries(expected).flatMap(([key, value]) =>
      differences((found as Record<string, unknown> | null)?.[key], value, `${path}.${key}`),
    )
  if (typeof expected === 'number' && typeof found === 'number' && Math.abs(found - expected) <= 0.01) return []
  return found === expected ? [] : [`${path}: ${found}, expected ${expected}`]
}
