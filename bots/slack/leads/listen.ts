import type { App, BlockAction } from '@slack/bolt'
import type { Flow } from '../../../src/core/flow.ts'
import { type Dialogs, placeOf, tellBy, valueIn } from '../handle/clicks.ts'
import { openView } from '../handle/views.ts'
import { makeUser } from '../ids.ts'
import { ACTION } from './blocks.ts'
import { LEAD_DIALOG, LEAD_DIALOGS } from './dialogs.ts'
import { leadView, onLeadDialog, onQualify } from './handlers.ts'

export function listenToLeads(app: App, { leads }: Pick<Flow, 'leads'>, { dialogs, log }: Dialogs): void {
  app.action<BlockAction>(`${ACTION}qualify`, async ({ ack, body, action, respond }) => {
    await ack()
    const words = await onQualify(leads, makeUser(body.user.id), valueIn(action))
    if (words !== undefined) await tellBy(respond, log)(words)
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
