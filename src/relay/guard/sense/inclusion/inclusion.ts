/**
 * A thing that is out in one text and in in the other: "the fonts are separate" has become "the price covers the design and
 * the fonts". What is out must be said to be so; what is in is said to be in, or stands in one list with what the other text
 * has on that side.
 */
import type { Difference } from '../../difference.ts'
import { isAmong } from '../reading/alike.ts'
import type { Reading } from '../reading/reading.ts'
import { hasOut, type Item, type Lists, listsOf } from './lists.ts'

export function compareInclusion(source: Reading, final: Reading): Difference[] {
  if (!parts(source) && !parts(final)) return []
  const [said, written] = [listsOf(source), listsOf(final)]
  const taken = movedIn(said, written)
  if (taken) return [{ ...TURNED, source: fact(taken.out, 'out'), final: fact(taken.in, 'in') }]
  const dropped = movedIn(written, said)
  return dropped ? [{ ...TURNED, source: fact(dropped.in, 'in'), final: fact(dropped.out, 'out') }] : []
}

function parts(reading: Reading): boolean {
  return reading.denials.plain.length > 0 || hasOut(reading)
}

const TURNED = { severity: 'block', kind: 'negation', change: 'changed' } as const

function fact({ from, to }: Item, value: string): NonNullable<Difference['source']> {
  return { kind: 'negation', value, from, to }
}

/** What `own` has out, and `other` in. */
function movedIn(own: Lists, other: Lists): { readonly out: Item; readonly in: Item } | undefined {
  const outs = own.items.filter(({ side }) => side === 'out').slice(0, MOST_OUT)
  if (outs.length === 0) return undefined
  const inside = own.items.filter(({ side }) => side !== 'out').flatMap(({ words }) => words)
  const outside = other.items.filter(({ side }) => side === 'out').flatMap(({ words }) => words)
  for (const out of outs) {
    const words = out.words.slice(0, MOST).filter((word) => !isAmong(word, inside))
    if (words.length * 2 <= Math.min(MOST, out.words.length) || words.some((word) => isAmong(word, outside))) continue
    for (const item of other.items) {
      if (item.side === 'out') continue
      const found = words.filter((word) => isAmong(word, item.words)).length
      if (found === 0 || found * 2 < words.length) continue
      if (item.side === 'in' || (own.parted && !out.weak && listed(item, other, inside))) return { out, in: item }
    }
  }
  return undefined
}
/** Words by which a thing is known. */
const MOST = 4
const MOST_OUT = 12

/** In one list with what is on that side in the other text. */
function listed(item: Item, { items }: Lists, inside: readonly string[]): boolean {
  return items.some((one) => one !== item && one.list === item.list && one.words.some((word) => isAmong(word, inside)))
}
