import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BLOCK_CLASSES, measure, readPairs } from './measure.ts'

const pairs = ['ru', 'en', 'across'].flatMap((name) =>
  readPairs(readFileSync(`test/fixtures/guard/${name}.jsonl`, 'utf8')),
)
const measured = measure(pairs)

describe('the pairs', () => {
  it('are at least four hundred', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(400)
  })

  it('are caught where a fact that must not change has changed', () => {
    const must = measured.classes.filter(({ name }) => BLOCK_CLASSES.has(name))
    const all = must.reduce((sum, { pairs }) => sum + pairs, 0)
    const caught = must.reduce((sum, { caught }) => sum + caught, 0)
    expect(caught / all, must.flatMap(({ missed }) => missed).join(' ')).toBeGreaterThanOrEqual(0.97)
  })

  it('are let through where nothing has changed', () => {
    const { blocked, pairs } = measured.faithful
    expect(blocked.length / pairs, blocked.join(' ')).toBeLessThanOrEqual(0.05)
  })
})
