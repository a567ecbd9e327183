import { expect, it } from 'vitest'
import { buttonSchema } from '../../../bots/slack/handle/decisions.ts'
import { SOURCES } from '../../../bots/slack/text.ts'
import { idsOf } from '../../../src/core/text.ts'
import { ActivityKind } from '../../../src/generated/prisma/enums.ts'

const RELAY = '0198f1c2-0000-7000-8000-000000000001'

it('a button says what was on its card; one from before the client could be seen to write has seen nothing of that', () => {
  expect(buttonSchema.parse(`${RELAY}|3|2`)).toEqual({ relay: RELAY, revision: 3, look: 2 })
  expect(buttonSchema.parse(`${RELAY}|3`)).toEqual({ relay: RELAY, revision: 3, look: 0 })
  expect(() => buttonSchema.parse(`${RELAY}|3|2|1`)).toThrow()
})

it('whatever can be done to a relay has its word in the history', () => {
  const ids = new Set(idsOf(SOURCES.en))
  expect(Object.keys(ActivityKind).filter((kind) => !ids.has(`activity-${kind}`))).toEqual([])
})
