/** Bolt takes stored payloads apart and hands them to their handler: one line for each kind of thing that can come. */
import { App, type BlockAction, type Receiver, type RespondFn } from '@slack/bolt'
import { z } from 'zod'
import type { Clock } from '../../../src/core/clock.ts'
import type { Flow } from '../../../src/core/flow.ts'
import type { RemoteMessage, RemoteUser } from '../../../src/core/ids.ts'
import { MORE_ACTS } from '../../../src/core/relay.ts'
import { listenToAlerts } from '../alerts/listen.ts'
import { type Clients, quiet } from '../api/client.ts'
import type { Directory } from '../api/people.ts'
import { drawQueue, PAGES } from '../cards/queue.ts'
import { listenToClients } from '../clients/listen.ts'
import { onSettings } from '../clocks/settings.ts'
import { listenToContacts } from '../contacts/listen.ts'
import { onAway, onLoad } from '../cover/commands.ts'
import { HAND_OVER, onHandOver } from '../cover/hand-over.ts'
import { ACT_DIALOG } from '../dialogs/acts.ts'
import { drawWhatIsWrong, WHAT_IS_WRONG } from '../dialogs/asked.ts'
import { CANNED, CANNED_FORM } from '../dialogs/canned.ts'
import { BUTTON_DIALOGS, DIALOG } from '../dialogs/dialog.ts'
import { drawWords } from '../dialogs/more.ts'
import { REFUSAL, REFUSAL_FIELDS, refusalAction } from '../dialogs/refusal.ts'
import { PREVIEW_TYPED } from '../dialogs/typed.ts'
import { AS_WRITTEN } from '../format/mrkdwn.ts'
import { makeUser } from '../ids.ts'
import { listenToLeads } from '../leads/listen.ts'
import type { Log } from '../log.ts'
import { listenToReasons } from '../reasons/listen.ts'
import type { Stored } from '../receive/envelope.ts'
import { say } from '../text.ts'
import { onAct, onActSubmit } from './acts.ts'
import { onAgreed, onDisagreed } from './author.ts'
import { cannedMessage, onCannedChosen, onCannedForm, onCannedSaved } from './canned.ts'
import { placeOf, tellBy, threadOf, valueIn } from './clicks.ts'
import { onApprove, onOpen, onPreview, onProject, onStop, onSubmit, onUnsure, type Tell } from './decisions.ts'
import { type Home, homeOf, pageSchema } from './home.ts'
import { onMessage } from './messages.ts'
import { onAsDelivered, onMore, onMoreAct } from './more.ts'
import { onRefusalChanged, onRefuse } from './refusal.ts'
import { isReply, messageSchema, type Reader } from './said.ts'
import { onPreviewTyped } from './typed.ts'
import { openView } from './views.ts'

export type AppOptions = {
  readonly flow: Flow
  readonly clients: Clients
  readonly people: Directory
  readonly reader: Reader
  /** Who we are in Slack. */
  readonly identity: () => Promise<{ readonly botId: string; readonly botUserId: string }>
  readonly botToken: string
  readonly clock: Clock
  readonly log: Log
}

/** Events reach Bolt from their stored rows, never from a receiver of its own. */
const NO_RECEIVER: Receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined }

export type Handler = Pick<Home, 'changed' | 'keepUp'> & {
  /** Handles one stored payload and returns what it shall be acknowledged with. Throws what a handler threw. */
  readonly handle: (stored: Stored) => Promise<unknown>
}

export function boltHandler(options: AppOptions): Handler {
  const { botToken, identity, log } = options
  const app = new App({
    receiver: NO_RECEIVER,
    authorize: async () => ({ botToken, ...(await identity()) }),
    logger: quiet(log),
    convoStore: false,
  })
  const home = homeOf(options.flow, options.clients.calls, options.clock, log)
  listen(app, options, home)
  app.error(async (error) => {
    throw error.original ?? error
  })
  const handle = async ({ payload }: Stored) => {
    let answer: unknown
    const { data: interaction } = interactionSchema.safeParse(payload)
    await app.processEvent({
      body: payload,
      ack: async (given) => {
        answer = given
      },
    })
    if (interaction) await home.refresh(interaction.user.id)
    return answer
  }
  return { handle, changed: home.changed, keepUp: home.keepUp }
}

/** A click, or a dialogue that was sent off: what its person does may change their queue. */
const interactionSchema = z.looseObject({
  type: z.enum(['block_actions', 'view_submission']),
  user: z.looseObject({ id: z.string() }),
})

function listen(app: App, { flow, clients, people, reader, log }: AppOptions, home: Home): void {
  /** Beside the message that was clicked; where there is none, in a dialogue. */
  const teller = (body: BlockAction, respond: RespondFn): Tell => {
    if (body.container.type !== 'view') return tellBy(respond, log, threadOf(body.message))
    return async (text) => {
      await openView(clients.dialogs, log, placeOf(body), drawWords(text, await flow.localeOf(makeUser(body.user.id))))
    }
  }
  app.event('message', ({ event }) => onMessage(flow, reader, event))
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'home') await home.show(event.user)
  })
  for (const id of Object.values(PAGES)) {
    app.action<BlockAction>(id, async ({ ack, body, action }) => {
      await ack()
      await home.show(body.user.id, pageSchema.parse(valueIn(action)))
    })
  }

  app.action<BlockAction>('approve', async ({ ack, body, action, respond }) => {
    await ack()
    await onApprove(flow, { user: body.user.id, value: valueIn(action), tell: teller(body, respond) })
  })
  for (const act of BUTTON_DIALOGS) {
    app.action<BlockAction>(act, async ({ ack, body, action, respond }) => {
      await ack()
      const click = {
        act,
        user: body.user.id,
        value: valueIn(action),
        trigger: body.trigger_id,
        tell: teller(body, respond),
      }
      await onOpen(flow, clients.dialogs, log, click)
    })
  }
  app.action<BlockAction>('preview', async ({ ack, body, action, respond }) => {
    await ack()
    const click = { user: body.user.id, value: valueIn(action), trigger: body.trigger_id, tell: teller(body, respond) }
    await onPreview(flow, clients.dialogs, log, click)
  })
  app.action<BlockAction>('stop', async ({ ack, body, action, respond }) => {
    await ack()
    await onStop(flow, { user: body.user.id, value: valueIn(action), tell: teller(body, respond) })
  })
  const more = { flow, dialogs: clients.dialogs, log }
  app.action<BlockAction>('more', async ({ ack, body, action, respond }) => {
    await ack()
    await onMore(more, clickOf(body, action, teller(body, respond)))
  })
  for (const act of MORE_ACTS) {
    app.action<BlockAction>(`more_${act}`, async ({ ack, body, action, respond }) => {
      await ack()
      await onMoreAct(more, act, clickOf(body, action, teller(body, respond)))
    })
  }
  for (const act of ['undo', 'unschedule', 'wake', 'approve_draft'] as const) {
    app.action<BlockAction>(act, async ({ ack, body, action, respond }) => {
      await ack()
      await onAct(flow, act, { user: body.user.id, value: valueIn(action), tell: teller(body, respond) })
    })
  }
  app.action<BlockAction>('asked_yes', async ({ ack, body, action, respond }) => {
    await ack()
    await onAgreed(flow, { user: body.user.id, value: valueIn(action), tell: teller(body, respond) })
  })
  app.action<BlockAction>('asked_no', async ({ ack, body, action }) => {
    await ack()
    const { id: user } = body.user
    const locale = await flow.localeOf(makeUser(user))
    await openView(clients.dialogs, log, clickOf(body, action, silent), drawWhatIsWrong(valueIn(action), locale))
  })
  for (const [id, arrived] of [
    ['arrived', true],
    ['send_again', false],
  ] as const) {
    app.action<BlockAction>(id, async ({ ack, body, action, respond }) => {
      await ack()
      await onUnsure(flow, { user: body.user.id, item: valueIn(action), arrived, tell: teller(body, respond) })
    })
  }
  app.action<BlockAction>('project', async ({ ack, body, action, respond }) => {
    await ack()
    if (action.type !== 'static_select') return
    const { block_id: blockId, selected_option: chosen } = action
    await onProject(flow, { user: body.user.id, blockId, project: chosen.value, tell: teller(body, respond) })
  })
  app.view(DIALOG, async ({ ack, body, view }) => {
    const answer = await onSubmit(flow, people, { user: body.user.id, view })
    if (answer === undefined) await ack()
    else await ack(answer)
  })
  for (const field of REFUSAL_FIELDS) {
    app.action<BlockAction>(refusalAction(field), async ({ ack, body }) => {
      await ack()
      await onRefusalChanged(more, people, { user: body.user.id, view: body.view })
    })
  }
  app.view(REFUSAL, async ({ ack, body, view }) => {
    const answer = await onRefuse(more, people, { user: body.user.id, view })
    await ack(answer)
  })
  app.action<BlockAction>(PREVIEW_TYPED, async ({ ack, body }) => {
    await ack()
    await onPreviewTyped(more, people, { user: body.user.id, view: body.view, trigger: body.trigger_id })
  })
  app.action<BlockAction>(CANNED.choose, async ({ ack, body, action }) => {
    await ack()
    if (action.type !== 'static_select') return
    await onCannedChosen(more, people, { user: body.user.id, view: body.view, id: action.selected_option.value })
  })
  app.action<BlockAction>(CANNED.search, async ({ ack, body }) => {
    await ack()
    await onCannedChosen(more, people, { user: body.user.id, view: body.view })
  })
  for (const id of [CANNED.add, CANNED.edit]) {
    app.action<BlockAction>(id, async ({ ack, body, action }) => {
      await ack()
      await onCannedForm(more, { user: body.user.id, id: valueIn(action), trigger: body.trigger_id })
    })
  }
  app.action<BlockAction>(CANNED.retire, async ({ ack, body, action, respond }) => {
    await ack()
    await flow.retireCanned({ id: z.uuid().parse(valueIn(action)), by: makeUser(body.user.id) })
    await respond({ ...(await cannedMessage(flow, body.user.id, '')), replace_original: true })
  })
  app.view(CANNED_FORM, async ({ ack, body, view }) => {
    const answer = await onCannedSaved(flow, { user: body.user.id, view })
    if (answer === undefined) await ack()
    else await ack(answer)
  })
  app.command('/canned', async ({ ack, command }) => {
    await ack({ response_type: 'ephemeral', ...(await cannedMessage(flow, command.user_id, command.text)) })
  })
  app.view(ACT_DIALOG, async ({ ack, body, view }) => {
    await ack(await onActSubmit(flow, { user: body.user.id, view }))
  })
  app.view(WHAT_IS_WRONG, async ({ ack, body, view }) => {
    const answer = await onDisagreed(flow, { user: body.user.id, view })
    if (answer === undefined) await ack()
    else await ack(answer)
  })
  app.shortcut({ callback_id: 'send_to_client', type: 'message_action' }, async ({ ack, shortcut, respond }) => {
    await ack()
    const by = makeUser(shortcut.user.id)
    const message = messageSchema.parse(shortcut.message)
    const said = isReply(message) ? await reader.picked(shortcut.channel.id, message) : undefined
    const result = said === undefined ? 'not_here' : await flow.teamSaid(said)
    const words = said === undefined || result === 'not_here' ? 'say-not-here' : await howItIs(flow, said.message, by)
    await tellBy(respond, log, threadOf(message))(say(await flow.localeOf(by), words))
  })
  app.view(HAND_OVER, async ({ ack, body, view }) => {
    await ack(await onHandOver(flow.cover, makeUser(body.user.id), view))
  })
  const noun = { dialogs: clients.dialogs, log }
  listenToLeads(app, flow, noun)
  listenToAlerts(app, flow, { ...noun, people })
  listenToClients(app, flow, noun)
  listenToReasons(app, flow, noun)
  listenToContacts(app, { ...noun, flow, reader })
  app.command('/away', async ({ ack, command }) => {
    const text = await onAway(flow, makeUser(command.user_id), command.text ?? '')
    await ack({ response_type: 'ephemeral', text, ...AS_WRITTEN })
  })
  app.command('/load', async ({ ack, command }) => {
    await ack({ response_type: 'ephemeral', text: await onLoad(flow, makeUser(command.user_id)), ...AS_WRITTEN })
  })
  app.shortcut({ callback_id: 'as_delivered', type: 'message_action' }, async ({ ack, shortcut }) => {
    await ack()
    const { user, channel, message_ts: ts, trigger_id: trigger } = shortcut
    await onAsDelivered(more, { user: user.id, channel: channel.id, ts, trigger })
  })
  app.command('/queue', async ({ ack, command }) => {
    const by = makeUser(command.user_id)
    const settings = await onSettings(flow, command)
    if (settings !== undefined) return ack({ response_type: 'ephemeral', text: settings })
    const queue = await flow.queue(by)
    if (!queue) return ack({ response_type: 'ephemeral', text: say(await flow.localeOf(by), 'queue-stranger') })
    const { text, blocks } = drawQueue(queue)
    return ack({ response_type: 'ephemeral', text, blocks })
  })
}

/** What was picked for the client before may be decided by now: it waits no more. */
async function howItIs(flow: Pick<Flow, 'asDelivered'>, message: RemoteMessage, by: RemoteUser): Promise<string> {
  const shown = await flow.asDelivered(message, by)
  if (shown.kind === 'not_here') return 'say-marked'
  return shown.kind === 'approved' ? 'delivered-approved' : `delivered-${shown.status}`
}

/** Whoever clicked sees a dialogue, and is told nothing besides. */
const silent: Tell = async () => undefined

function clickOf(body: BlockAction, action: object, tell: Tell) {
  return { user: body.user.id, value: valueIn(action), ...placeOf(body), tell }
}
