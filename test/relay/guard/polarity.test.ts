import { describe, expect, it } from 'vitest'
import { guard } from '../../../src/relay/guard/guard.ts'
import { SAME, TURNED } from './polarity-pairs.ts'

const blocks = (source: string, final: string) => guard(source, final).filter(({ severity }) => severity === 'block')

describe('polarity', () => {
  it.each(TURNED)('has turned: %s | %s', (source, final) => {
    expect(blocks(source, final).length).toBeGreaterThan(0)
  })
  it.each(SAME)('is the same: %s | %s', (source, final) => {
    expect(blocks(source, final)).toEqual([])
  })
})
