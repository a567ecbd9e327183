import type { App, BlockAction } from '@slack/bolt'
import type { Flow } from '../../../src/core/flow.ts'
import { type Dialogs, placeOf, tellBy, valueIn } from '../handle/clicks.ts'
import { openView } from '../handle/views.ts'
import { makeUser } from '../ids.ts'
import { REASON } from './blocks.ts'
import { onReason, onSettle, SETTLE, settleView } from './handlers.ts'

export function listenToReasons(app: App, { reasons }: Pick<Flow, 'reasons'>, { dialogs, log }: Dialogs): void {
  app.action<BlockAction>(REASON.choose, async ({ ack, body, action, respond }) => {
    await ack()
    if (action.type !== 'static_select') return
    const { block_id: blockId, selected_option: chosen } = action
    const words = await onReason(reasons, makeUser(body.user.id), { blockId, reason: chosen.value })
    if (words !== undefined) await tellBy(respond, log)(words)
  })
  app.action<BlockAction>(REASON.settle, async ({ ack, body, action }) => {
    await ack()
    const view = await settleView(reasons, makeUser(body.user.id), valueIn(action))
    await openView(dialogs, log, placeOf(body), view)
  })
  app.view(SETTLE, async ({ ack, body, view }) => {
    await ack(await onSettle(reasons, makeUser(body.user.id), view))
  })
}
