import type { Button, KnownBlock, StaticSelect } from '@slack/types'
import type { Card } from '../../../src/core/card.ts'
import { cut, section } from '../cards/blocks.ts'
import { say } from './text.ts'

/** Action ids; the value of the button is the relay, and so is the second part of the select's block id. */
export const REASON = { choose: 'reason', settle: 'reason_settle' } as const

const OPTION = 75

/** What the client's words are about, to be put right with one tap; a complaint that is open can be settled. */
export function reasonBlocks({ reason, relay, locale }: Pick<Card, 'reason' | 'relay' | 'locale'>): KnownBlock[] {
  if (reason === undefined) return []
  const { chosen, byPerson, choices, complaint } = reason
  const options = choices.slice(0, 100).map(({ key, name }) => ({
    text: { type: 'plain_text' as const, text: cut(name, OPTION), emoji: false },
    value: key,
  }))
  const initial = options.find(({ value }) => value === chosen)
  const select: StaticSelect = {
    type: 'static_select',
    action_id: REASON.choose,
    placeholder: { type: 'plain_text', text: say(locale, 'reason-choose') },
    options,
    ...(initial === undefined ? {} : { initial_option: initial }),
  }
  const label = say(locale, byPerson ? 'reason-given' : 'reason-proposed')
  const mark = complaint === undefined ? '' : ` · ${MARK[complaint]} *${say(locale, `complaint-${complaint}`)}*`
  // Another choice makes another block: Slack keeps showing what somebody chose in the one that stands.
  const blockId = `reason|${relay}|${chosen ?? ''}`
  const line = { ...section(`${label}${mark}`), block_id: blockId, accessory: select } as KnownBlock
  return complaint === 'open' ? [line, settleButton(relay, locale)] : [line]
}

const MARK = { open: ':rotating_light:', resolved: ':white_check_mark:' } as const

function settleButton(relay: Card['relay'], locale: Card['locale']): KnownBlock {
  const button: Button = {
    type: 'button',
    action_id: REASON.settle,
    text: { type: 'plain_text', text: say(locale, 'act-settle'), emoji: false },
    value: relay,
  }
  return { type: 'actions', block_id: `complaint|${relay}`, elements: [button] }
}
