import { describe, expect, it } from 'vitest'
import { guard } from '../../../src/relay/guard/guard.ts'
import { KEPT, PROMISED } from './promise-pairs.ts'

const promised = (source: string, final: string) =>
  guard(source, final).filter(({ severity, kind }) => severity === 'block' && kind === 'commitment')

describe('promises', () => {
  it.each(PROMISED)('are added: %s | %s', (source, final) => {
    expect(promised(source, final).length).toBeGreaterThan(0)
  })
  it.each(KEPT)('are the same: %s | %s', (source, final) => {
    expect(promised(source, final)).toEqual([])
  })
})
