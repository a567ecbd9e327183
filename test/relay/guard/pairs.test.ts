import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { BLOCK_CLASSES, measure, pairFiles, readPairs } from './measure.ts'

const pairs = pairFiles().flatMap((file) => readPairs(readFileSync(file, 'utf8')))
const measured = measure(pairs)

describe('the pairs', () => {
  it('are at least four hundred', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(400)
  })

  it('are caught where a fact that must not change has changed', () => {
    const must = measured.classes.filter(({ name }) => BLOCK_CLASSES.has(name))
    const all = must.reduce((sum, { pairs }) => sum + pairs, 0)
    const blocked = must.reduce((sum, { blocked }) => sum + blocked, 0)
    expect(
      blocked / all,
      must.flatMap(({ missed, unblocked }) => [...missed, ...unblocked]).join(' '),
    ).toBeGreaterThanOrEqual(0.97)
  })

  it('are let through where nothing has changed', () => {
    const { blocked, pairs } = measured.faithful
    expect(blocked.length / pairs, blocked.join(' ')).toBeLessThanOrEqual(0.05)
  })
})
