/** Days and months that are named one by one in one text and by their first and last in the other. */
import type { Difference } from '../difference.ts'
import type { Fact } from '../facts/fact.ts'
import { covers, TOGETHER } from '../facts/when/spans.ts'
import type { Pairs } from './pairs.ts'

/** More spans than this no message has. */
const MOST = 12

/** "Июнь" of "май, июнь и июль", where the other text says "май–июль". */
export function within(fact: Fact, others: readonly Fact[], pairs: Pairs): boolean {
  if (fact.kind !== 'date') return false
  return spansOf(others).some(
    (other) => other.span?.how === 'through' && pairs.found.has(other) && covers(other.span, fact),
  )
}

/** "После 25-го" is from the 26th on, "before the 10th" by the 9th. */
export function nextDoor(a: Fact, b: Fact): boolean {
  if (a.bound === undefined || a.bound !== b.bound || a.strict === b.strict || !a.day || !b.day) return false
  const [strict, other] = a.strict ? [a.day, b.day] : [b.day, a.day]
  if (strict.day === undefined || other.day === undefined) return false
  const step = a.bound === 'low' ? 1 : -1
  const months = [strict, other].map(({ month }) => month)
  if (months[0] === months[1] || months.includes(undefined)) {
    if (other.day === strict.day + step) return true
  }
  // The first of a month is the day after the last of the one before it.
  const [ends, begins] = step > 0 ? [strict, other] : [other, strict]
  return (
    begins.day === 1 && LAST_DAYS[(ends.month ?? 0) - 1] === ends.day && begins.month === ((ends.month ?? 0) % 12) + 1
  )
}
const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** "Saturday and Sunday" are the weekend. Takes the facts that are accounted for. */
export function together(facts: readonly Fact[], others: readonly Fact[], taken: Set<Fact>): void {
  for (const fact of facts) {
    const days = fact.kind === 'date' ? TOGETHER.get(fact.value) : undefined
    const named = days?.map((day) => others.find(({ kind, value }) => kind === 'date' && value === day))
    if (named?.every((day) => day !== undefined)) for (const day of [fact, ...named]) taken.add(day)
  }
}

/** "May and July" has become "May to July", or the other way round. */
export function* widened(source: readonly Fact[], final: readonly Fact[]): Generator<Difference> {
  const written = spansOf(final)
  for (const from of spansOf(source)) {
    const to = written.find(
      ({ span }) =>
        span && from.span && span.of === from.span.of && span.first === from.span.first && span.last === from.span.last,
    )
    if (!to?.span || !from.span || to.span.how === from.span.how || to.span.last - to.span.first < 2) continue
    const inner = from.span.how === 'and' ? source : final
    if (inner.some((fact) => from.span && covers(from.span, fact))) continue
    yield { severity: 'block', kind: 'date', change: 'changed', source: from, final: to }
  }
}

function spansOf(facts: readonly Fact[]): Fact[] {
  return facts.filter(({ span }) => span).slice(0, MOST)
}
