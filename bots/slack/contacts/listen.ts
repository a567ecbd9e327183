/** What of contacts that people enter can come from Slack. */
import type { App, BlockAction } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { describe } from '../../../src/core/errors.ts'
import type { Flow } from '../../../src/core/flow.ts'
import { toPlain } from '../../../src/core/rich-text.ts'
import { ALERT_ACTION } from '../alerts/blocks.ts'
import { alertClient } from '../alerts/handlers.ts'
import { placeOf, valueIn } from '../handle/clicks.ts'
import { messageSchema, type Reader } from '../handle/said.ts'
import { openView } from '../handle/views.ts'
import { dateOf, makeConversation, makeUser } from '../ids.ts'
import type { Log } from '../log.ts'
import { CONTACT_CLIENT, CONTACT_DIALOG, CONTACT_UNDO, drawTold } from './dialog.ts'
import { contactView, onClientChosen, onContact, onLog, onUndo, toldMessage } from './handlers.ts'

export type ContactOptions = {
  readonly flow: Pick<Flow, 'contacts' | 'alerts'>
  readonly dialogs: WebClient
  readonly reader: Reader
  readonly log: Log
}

export function listenToContacts(app: App, { flow, dialogs, reader, log }: ContactOptions): void {
  const { contacts } = flow

  app.command('/log', async ({ ack, command }) => {
    // The same command told twice is one contact.
    const written = { text: command.text ?? '', source: `by-hand:${command.trigger_id}` }
    const answer = await onLog(contacts, makeUser(command.user_id), written)
    if (!('type' in answer)) return ack({ response_type: 'ephemeral', ...answer })
    await ack()
    await openView(dialogs, log, { trigger: command.trigger_id, inDialog: false }, answer)
  })
  app.shortcut({ callback_id: 'log_contact', type: 'message_action' }, async ({ ack, shortcut }) => {
    await ack()
    const { user, channel, trigger_id: trigger } = shortcut
    const message = messageSchema.parse(shortcut.message)
    const note = toPlain(await reader.wordsOf(message))
    const draft = { note, at: dateOf(message.ts) }
    const view = await contactView(contacts, makeUser(user.id), draft, makeConversation(channel.id))
    await openView(dialogs, log, { trigger, inDialog: false }, view)
  })
  app.action<BlockAction>(`${ALERT_ACTION}log`, async ({ ack, body, action }) => {
    await ack()
    const by = makeUser(body.user.id)
    const client = await alertClient(flow.alerts, by, valueIn(action))
    const view = typeof client === 'string' ? await contactView(contacts, by, { client, channel: 'phone' }) : client
    await openView(dialogs, log, placeOf(body), view)
  })
  app.action<BlockAction>(CONTACT_CLIENT, async ({ ack, body }) => {
    await ack()
    try {
      await dialogs.views.update(await onClientChosen(contacts, makeUser(body.user.id), body.view))
    } catch (error) {
      // Something was chosen faster than we answered: the newer choice is answered by itself.
      log.warn({ error: describe(error) }, 'Slack: a dialogue could not be changed')
    }
  })
  app.view(CONTACT_DIALOG, async ({ ack, body, view }) => {
    await ack(await onContact(contacts, makeUser(body.user.id), view))
  })
  app.action<BlockAction>(CONTACT_UNDO, async ({ ack, body, action, respond }) => {
    await ack()
    const told = await onUndo(contacts, makeUser(body.user.id), valueIn(action))
    try {
      if (body.view) await dialogs.views.update({ view_id: body.view.id, view: drawTold(told) })
      else
        await respond({ ...toldMessage(told), response_type: 'ephemeral', replace_original: told.kind !== 'refused' })
    } catch (error) {
      // Only a word to whoever clicked: what they did is done or not done all the same.
      log.warn({ error: describe(error) }, 'Slack: somebody could not be told how their click ended')
    }
  })
}
