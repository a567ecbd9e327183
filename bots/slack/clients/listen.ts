import type { App, BlockAction } from '@slack/bolt'
import type { Flow } from '../../../src/core/flow.ts'
import { type Dialogs, placeOf, valueIn } from '../handle/clicks.ts'
import { openView } from '../handle/views.ts'
import { makeUser } from '../ids.ts'
import { OPEN_CLIENT } from './blocks.ts'
import { clientView, onClient } from './handlers.ts'

export function listenToClients(app: App, { clients }: Pick<Flow, 'clients'>, { dialogs, log }: Dialogs): void {
  app.command('/client', async ({ ack, command }) => {
    const answer = await onClient(clients, makeUser(command.user_id), command.text ?? '')
    await ack({ response_type: 'ephemeral', ...answer })
  })
  app.action<BlockAction>(OPEN_CLIENT, async ({ ack, body, action }) => {
    await ack()
    const view = await clientView(clients, makeUser(body.user.id), valueIn(action))
    await openView(dialogs, log, placeOf(body), view)
  })
}
