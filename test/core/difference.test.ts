import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordDifference } from '../../src/core/difference.ts'

describe('the difference of two texts', () => {
  it('is made of whole words, in Russian as in English', () => {
    expect(wordDifference('Аудит займёт 2 недели', 'Аудит займёт две недели')).toEqual([
      { text: 'Аудит займёт ' },
      { text: '2', change: 'removed' },
      { text: 'две', change: 'added' },
      { text: ' недели' },
    ])
    expect(wordDifference('никак', 'не получится').map(({ change }) => change)).toEqual(['removed', 'added'])
  })

  it('has nothing to say of the same text', () => {
    expect(wordDifference('Две недели', 'Две недели')).toEqual([{ text: 'Две недели' }])
    expect(wordDifference('', '')).toEqual([])
  })

  it('gives both texts back', () => {
    const text = fc.array(fc.constantFrom('два', 'два ', '2', ' ', '\n', 'ё', '😀', ',', 'won’t'), { maxLength: 40 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [before, after] = [a.join(''), b.join('')]
        const stretches = wordDifference(before, after)
        const without = (change: string) =>
          stretches.flatMap((stretch) => (stretch.change === change ? [] : stretch.text)).join('')
        expect(without('removed')).toBe(after)
        expect(without('added')).toBe(before)
      }),
    )
  })

  it('of texts that share nothing is one for the other, and quick', () => {
    const long = (word: string) => Array.from({ length: 5_000 }, (_, i) => `${word}${i}`).join(' ')
    expect(wordDifference(long('а'), long('б'))).toHaveLength(2)
  })
})
