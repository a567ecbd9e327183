import type { App, BlockAction } from '@slack/bolt'
import type { Flow } from '../../../src/core/flow.ts'
import { type Dialogs, placeOf, tellBy, valueIn } from '../handle/clicks.ts'
import { openView } from '../handle/views.ts'
import { makeUser } from '../ids.ts'
import { ACTION } from './blocks.ts'
import { LEAD_DIALOG, LEAD_DIALOGS } from './dialogs.ts'
import { leadView, onLeadDialog, onLeads, onQualify } from './handlers.ts'
import { isInList } from './list.ts'

export function listenToLeads(app: App, flow: Pick<Flow, 'localeOf' | 'leads'>, { dialogs, log }: Dialogs): void {
  const { leads } = flow
  app.command('/leads', async ({ ack, command }) => {
    await ack({ response_type: 'ephemeral', ...(await onLeads(flow, makeUser(command.user_id))) })
  })
  app.action<BlockAction>(`${ACTION}qualify`, async ({ ack, body, action, respond }) => {
    await ack()
    const by = makeUser(body.user.id)
    const words = await onQualify(leads, by, valueIn(action))
    if (words !== undefined) await tellBy(respond, log)(words)
    else if (isInList(action.block_id)) await respond({ ...(await onLeads(flow, by)), replace_original: true })
  })
  for (const act of LEAD_DIALOGS) {
    app.action<BlockAction>(`${ACTION}${act}`, async ({ ack, body, action }) => {
      await ack()
      const view = await leadView(leads, act, makeUser(body.user.id), valueIn(action))
      await openView(dialogs, log, placeOf(body), view)
    })
  }
  app.view(LEAD_DIALOG, async ({ ack, body, view }) => {
    await ack(await onLeadDialog(leads, makeUser(body.user.id), view))
  })
}
