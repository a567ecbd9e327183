/** "Before the launch" has become "after the launch", "with spaces" has become "without spaces". */
import type { Difference } from '../difference.ts'
import type { Fact } from '../facts/fact.ts'
import { OPPOSITES } from '../lexicon/order.ts'
import { alike } from '../sense/reading/alike.ts'

/** So many are held against each other two by two: more than any message has. */
const MOST = 16

export function compareOrder(source: readonly Fact[], final: readonly Fact[]): Difference[] {
  const said = source.filter(({ order }) => order).slice(0, MOST)
  const written = final.filter(({ order }) => order).slice(0, MOST)
  return said.flatMap((from) => {
    const about = written.filter((to) => from.order?.stems.some((a) => to.order?.stems.some((b) => alike(a, b))))
    const turned = about.find((to) => from.denied === to.denied && !sameSide(from, to) && opposite(from, to))
    if (
      turned === undefined ||
      about.some((to) => sameSide(from, to)) ||
      sinceThen(from, turned, source) ||
      sinceThen(turned, from, final)
    )
      return []
    return [{ severity: 'block', kind: 'deadline', change: 'changed', source: from, final: turned } as const]
  })
}

/** "Before the fix 4 seconds, now 2" is "from 4 to 2 since the fix". */
function sinceThen({ order: a }: Fact, { order: b }: Fact, own: readonly Fact[]): boolean {
  return (
    a?.side === 'before' && b?.side === 'after' && own.some(({ value, quiet }) => value === 'today' && quiet === true)
  )
}

/** On one side of the same moment; where one does not say of its beginning or its end, any will do. */
function sameSide({ order: a }: Fact, { order: b }: Fact): boolean {
  return (
    a?.side === b?.side &&
    (a?.stage === b?.stage || a?.stage !== 'end' || b?.stage !== 'start') &&
    !(a?.stage === 'start' && b?.stage === 'end')
  )
}

/** One side is the turned other, or another stage of the same. */
function opposite({ order: a }: Fact, { order: b }: Fact): boolean {
  return a !== undefined && b !== undefined && (a.side === b.side || OPPOSITES[a.side] === b.side)
}
