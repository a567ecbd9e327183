import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromEntities } from '../../../../bots/telegram/format/from-entities.ts'
import { toEntities } from '../../../../bots/telegram/format/to-entities.ts'
import { richTextSchema } from '../../../../src/core/rich-text.ts'
import { brokenRules, type Document, document, seen, wild } from '../../../support/format/telegram.ts'
import { RUNS } from '../../../support/format/words.ts'

const thereAndBack = ({ text, entities }: Document) => toEntities(fromEntities(text, entities))

describe('Telegram -> tree -> Telegram', () => {
  it('is what it was, for whatever Telegram defines', () => {
    fc.assert(
      fc.property(document, (given) => {
        const back = thereAndBack(given)
        expect(back.text).toBe(given.text)
        expect(seen(back)).toEqual(seen(given))
        expect(brokenRules(back)).toEqual([])
      }),
      RUNS,
    )
  })

  it('breaks no rule and loses no letter, whatever the entities are; the second time nothing changes', () => {
    const letters = (text: string) => text.replace(/\s/gu, '')
    fc.assert(
      fc.property(wild, (given) => {
        const tree = fromEntities(given.text, given.entities)
        expect(richTextSchema.parse(tree)).toEqual(tree)
        const back = toEntities(tree)
        expect(brokenRules(back)).toEqual([])
        expect(letters(back.text)).toBe(letters(given.text.toWellFormed()))
        expect(seen(thereAndBack(back))).toEqual(seen(back))
      }),
      RUNS,
    )
  })
})
