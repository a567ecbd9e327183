import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBlocks } from '../../../../bots/slack/format/from-blocks.ts'
import { richTextBlockSchema } from '../../../../bots/slack/format/rich-text.ts'
import { toRichText, withoutMentions } from '../../../../bots/slack/format/to-blocks.ts'
import { richTextSchema } from '../../../../src/core/rich-text.ts'
import { richText } from '../../../../src/sandbox/slack/blocks/rich-text.ts'
import { allLeaves, message, names, normal } from '../../../support/format/slack.ts'
import { RUNS } from '../../../support/format/words.ts'

const CALLS = new Set(['user', 'usergroup', 'channel', 'team', 'broadcast'])

describe('Slack -> tree -> Slack', () => {
  it('is what it was, for whatever Slack defines, and keeps to its schema', () => {
    fc.assert(
      fc.property(message, (given) => {
        const tree = fromBlocks([richTextBlockSchema.parse(given)], names)
        expect(richTextSchema.parse(tree)).toEqual(tree)
        const back = toRichText(tree)
        expect(normal(back)).toEqual(normal(given))
        expect(richText.safeParse(back).error).toBeUndefined()
      }),
      RUNS,
    )
  })

  it('calls nobody when it is shown on a card', () => {
    fc.assert(
      fc.property(message, (given) => {
        const shown = toRichText(withoutMentions(fromBlocks([given], names)))
        expect(allLeaves(shown).filter(({ type }) => CALLS.has(type))).toEqual([])
      }),
    )
  })
})
