import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarSchema } from '../../src/core/calendar/settings.ts'
import { settingsSchema } from '../../src/core/score-settings.ts'
import { compare, inOrder, type Position, type ScoreEvent } from '../../src/score/event.ts'
import { foldAll } from '../../src/score/fold.ts'
import { rulesFor } from '../../src/score/rules.ts'
import { apply, refold, type Stream } from '../../src/score/stream.ts'
import { anyRules, DAY, event, histories, MONDAY, rules } from './samples.ts'

/** An append-only log that is unique on the id, as the database's is. */
class Log {
  readonly events: ScoreEvent[] = []
  readonly replayed: number[] = []
  add(event: ScoreEvent): boolean {
    if (this.events.some(({ id }) => id === event.id)) return false
    this.events.push(event)
    return true
  }
  after = (position: Position | null): ScoreEvent[] => {
    const found = this.events.filter((event) => position === null || compare(event, position) > 0).sort(compare)
    this.replayed.push(found.length)
    return found
  }
}

const none = { key: rules.key, state: null, checkpoints: [] } satisfies Stream

describe('one event at a time is the same as all at once', () => {
  it('to the last bit, in whatever order they come and however often', () => {
    const arrivals = fc.tuple(histories, anyRules).chain(([events, rules]) =>
      fc.record({
        rules: fc.constant(rules),
        arriving: fc
          .tuple(
            fc.shuffledSubarray(events, { minLength: events.length }),
            fc.array(fc.constantFrom(...(events.length > 0 ? events : [event(MONDAY)])), { maxLength: 20 }),
            fc.boolean(),
          )
          .map(([shuffled, again, late]) => (late ? [...shuffled, ...again] : [...inOrder(events), ...again])),
      }),
    )
    fc.assert(
      fc.property(arrivals, ({ rules, arriving }) => {
        const log = new Log()
        let stream: Stream = { key: rules.key, state: null, checkpoints: [] }
        for (const event of arriving) {
          // A repetition is told to the fold too: it must do nothing.
          log.add(event)
          stream = apply(stream, event, log.after, rules)
        }
        expect(stream.state).toStrictEqual(foldAll(inOrder(arriving), rules))
      }),
      { numRuns: 1_000 },
    )
  })

  it('survives being stored', () => {
    fc.assert(
      fc.property(histories, anyRules, fc.nat(), (events, rules, cut) => {
        const ordered = inOrder(events)
        const at = events.length === 0 ? 0 : cut % events.length
        const stored = JSON.parse(JSON.stringify(foldAll(ordered.slice(0, at), rules)))
        expect(foldAll(ordered.slice(at), rules, stored)).toStrictEqual(foldAll(ordered, rules))
      }),
      { numRuns: 100 },
    )
  })
})

describe('a late event', () => {
  const daily = Array.from({ length: 400 }, (_, day) => event(MONDAY + day * DAY))

  it('replays only what came after the newest checkpoint before it', () => {
    const log = new Log()
    let stream: Stream = none
    for (const each of daily) {
      log.add(each)
      stream = apply(stream, each, log.after, rules)
    }
    expect(log.replayed).toEqual([])
    const late = event(MONDAY + 390 * DAY + 60, { ch: 'in_person', dir: 'out' })
    log.add(late)
    const mended = apply(stream, late, log.after, rules)
    expect(log.replayed).toEqual([400 + 1 - 384])
    expect(mended.state).toStrictEqual(foldAll(inOrder(log.events), rules))
    expect(mended.state).not.toEqual(stream.state)
  })

  it('older than every checkpoint folds all again', () => {
    const log = new Log()
    for (const each of daily) log.add(each)
    const stream = refold(log.after, rules)
    const late = event(MONDAY - DAY)
    log.add(late)
    expect(apply(stream, late, log.after, rules).state).toStrictEqual(foldAll(inOrder(log.events), rules))
  })

  it('keeps no more checkpoints than a few', () => {
    const many = Array.from({ length: 2_000 }, (_, n) => event(MONDAY + n * 3_600))
    expect(refold(() => many, rules).checkpoints).toHaveLength(16)
  })
})

describe('a change of rules', () => {
  it('is not folded into a state of others', () => {
    const heavier = settingsSchema.parse({ version: 2, weights: { phone: 3 } })
    const changed = rulesFor(heavier, calendarSchema.parse({}))
    expect(changed.key).not.toBe(rules.key)
    expect(() => apply(none, event(MONDAY), () => [], changed)).toThrow('must be folded again')
  })
})
