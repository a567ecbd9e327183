import { describe, expect, it } from 'vitest'
import { drawCard } from '../../../bots/slack/cards/card.ts'
import { drawPreview } from '../../../bots/slack/dialogs/preview.ts'
import { slackSender } from '../../../bots/slack/send/sender.ts'
import { plain, type RichText, toPlain } from '../../../src/core/rich-text.ts'
import { clientCard, specialistCard } from '../../support/card.ts'

const nobody = async () => ''
const { pieces: piecesOf } = slackSender({
  client: {} as Parameters<typeof slackSender>[0]['client'],
  self: nobody,
  workspace: nobody,
  bytes: { open: () => Promise.reject(new Error('no file is opened')) },
})

describe('as the other side sees it', () => {
  it('the longest message of Slack is shown to its end', () => {
    const body = plain(Array.from({ length: 1_500 }, (_, i) => `слово-${i}`).join(' '))
    const pieces = piecesOf({ kind: 'final', body, locale: 'ru' })
    expect(pieces.length).toBeGreaterThan(1)
    const shown = JSON.stringify(drawPreview({ kind: 'open', card: clientCard(), pieces }).blocks)
    const last = toPlain(pieces[0]?.body ?? [])
      .trim()
      .split(' ')
      .at(-1)
    expect(shown).toContain(last)
    expect(shown).not.toContain('…')
  })

  it('names what is lost of the words that somebody has proposed, on the card as well', () => {
    const list: RichText = [{ type: 'list', ordered: false, items: [plain('первое')] }]
    const card = specialistCard({ proposed: { by: 'Борис', body: [...list], findings: [] } })
    const drawn = [drawPreview({ kind: 'open', card, pieces: [] }).blocks, drawCard(card).blocks]
    for (const blocks of drawn) expect(JSON.stringify(blocks)).toContain('У другой стороны')
  })

  it('what is taken away is not shown as if it were sent', () => {
    const card = specialistCard({ kind: 'removal', acts: ['approve', 'reject'] })
    const pieces = piecesOf({ kind: 'final', body: plain('Лишнее'), locale: 'ru' })
    expect(JSON.stringify(drawPreview({ kind: 'open', card, pieces }).blocks[0])).toContain('это исчезнет')
    expect(JSON.stringify(drawPreview({ kind: 'open', card: specialistCard(), pieces }))).not.toContain('исчезнет')
  })
})
