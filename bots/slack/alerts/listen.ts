import type { App, BlockAction } from '@slack/bolt'
import type { Flow } from '../../../src/core/flow.ts'
import type { Directory } from '../api/people.ts'
import { type Dialogs, placeOf, valueIn } from '../handle/clicks.ts'
import { openView } from '../handle/views.ts'
import { makeUser } from '../ids.ts'
import { ALERT_ACTION } from './blocks.ts'
import { ALERT_DIALOG, ALERT_DIALOGS } from './dialogs.ts'
import { alertView, onAlertDialog } from './handlers.ts'

/** All acts of an alert but the log of a call, which is that of `/log` (contacts/listen.ts). */
export function listenToAlerts(
  app: App,
  { alerts }: Pick<Flow, 'alerts'>,
  { dialogs, log, people }: Dialogs & { readonly people: Directory },
): void {
  for (const act of ALERT_DIALOGS) {
    app.action<BlockAction>(`${ALERT_ACTION}${act}`, async ({ ack, body, action }) => {
      await ack()
      const view = await alertView(alerts, act, makeUser(body.user.id), valueIn(action))
      await openView(dialogs, log, placeOf(body), view)
    })
  }
  app.view(ALERT_DIALOG, async ({ ack, body, view }) => {
    await ack(await onAlertDialog(alerts, people, makeUser(body.user.id), view))
  })
}
