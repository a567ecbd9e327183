import { describe, expect, it } from 'vitest'
import { connectSocket, openSlack, refused, type Slack } from './support.ts'

const text = (words: string) => ({ type: 'plain_text' as const, text: words })
const approve = { type: 'button' as const, action_id: 'approve', text: text('Approve'), value: 'R-1' }
const actions = { type: 'actions' as const, block_id: 'acts', elements: [approve] }
const input = {
  type: 'input' as const,
  block_id: 'why',
  label: text('Why'),
  element: { type: 'plain_text_input' as const, action_id: 'reason', max_length: 10 },
}
const modal = {
  type: 'modal' as const,
  callback_id: 'return',
  title: text('Return'),
  submit: text('Send'),
  notify_on_close: true,
  blocks: [input],
}
const filled = (value: string) => ({ why: { reason: { type: 'plain_text_input', value } } })

async function withCard(slack: Slack) {
  const { channel = '', ts = '' } = await slack.web.chat.postMessage({
    channel: 'U0ANNA',
    text: 'card',
    blocks: [actions],
  })
  return { user: 'U0ANNA', channel, ts, actionId: 'approve' }
}

/** Anna clicks and has a modal before her. */
async function withModal(slack: Slack, view: typeof modal | object = modal): Promise<string> {
  const { triggerId = '' } = (await slack.act('click', await withCard(slack))).body
  await slack.web.apiCall('views.open', { trigger_id: triggerId, view })
  return slack.view().modals.at(-1)?.id ?? ''
}

describe('fields that tell the app at once', () => {
  const option = (value: string) => ({ text: text(value), value })
  const choice = {
    type: 'input' as const,
    block_id: 'tone',
    dispatch_action: true,
    label: text('Tone'),
    element: { type: 'static_select' as const, action_id: 'tone', options: ['warm', 'firm'].map(option) },
  }
  const view = { ...modal, blocks: [input, choice] }

  it('say what was chosen and what stands in the other fields, and a view may follow', async () => {
    const slack = await openSlack()
    const socket = await connectSocket(slack)
    const viewId = await withModal(slack, view)
    await slack.act('click', { user: 'U0ANNA', viewId, actionId: 'tone', value: 'firm', values: filled('typed') })
    const { body } = await slack.until(() => socket.received.find((one) => one.body.view !== undefined))
    expect(body).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: viewId },
      actions: [{ action_id: 'tone', block_id: 'tone', type: 'static_select', selected_option: { value: 'firm' } }],
      view: { state: { values: { ...filled('typed'), tone: { tone: { selected_option: { value: 'firm' } } } } } },
    })
    await slack.web.apiCall('views.update', { view_id: viewId, view: { ...view, blocks: [choice] } })
    expect(JSON.stringify(slack.view().modals.at(-1)?.view)).not.toContain('reason')
  })

  it('are only those whose block says so', async () => {
    const slack = await openSlack()
    const viewId = await withModal(slack, view)
    const typed = { user: 'U0ANNA', viewId, actionId: 'reason', value: 'typed' }
    expect(await slack.act('click', typed)).toMatchObject({ status: 409, body: { error: 'no_such_action' } })
  })
})

describe('clicks', () => {
  it('tells the app which button of which message was clicked', async () => {
    const slack = await openSlack()
    const socket = await connectSocket(slack)
    const card = await withCard(slack)
    await slack.act('click', card)
    const { body } = await socket.next('interactive')
    expect(body).toMatchObject({
      type: 'block_actions',
      user: { id: 'U0ANNA' },
      container: { type: 'message', channel_id: card.channel, message_ts: card.ts },
      message: { ts: card.ts, bot_id: 'B0LIAISON' },
      actions: [{ action_id: 'approve', block_id: 'acts', value: 'R-1', type: 'button' }],
      response_url: expect.stringContaining(`${slack.url}/slack/response/`),
    })
  })

  it('cannot click what is not there any more', async () => {
    const slack = await openSlack()
    const card = await withCard(slack)
    await slack.web.chat.update({ channel: card.channel, ts: card.ts, text: 'done', blocks: [] })
    expect(await slack.act('click', card)).toMatchObject({ status: 409, body: { error: 'no_such_action' } })
    expect(await slack.act('click', { ...card, ts: '1.000000' })).toMatchObject({
      body: { error: 'message_not_found' },
    })
    expect(await slack.act('click', { ...card, user: 'U0BORIS' })).toMatchObject({ body: { error: 'not_in_channel' } })
    expect((await slack.act('click', { user: 'U0ANNA' })).status).toBe(400)
  })

  it('shows the person that the app did not answer', async () => {
    const slack = await openSlack({ ackTimeoutMs: 30 })
    await connectSocket(slack, () => undefined)
    const card = await withCard(slack)
    await slack.act('click', card)
    const seen = await slack.until(() => slack.conversation(card.channel).messages[1])
    expect(seen).toMatchObject({ ephemeralFor: 'U0ANNA', text: expect.stringContaining('operation_timeout') })
    expect(slack.view().pendingEnvelopes).toBe(1) // the card's own event: the app is deaf to that, too
  })

  it('shows it too when no app is connected at all', async () => {
    const slack = await openSlack({ ackTimeoutMs: 30 })
    const card = await withCard(slack)
    await slack.act('click', card)
    expect(await slack.until(() => slack.conversation(card.channel).messages[1]?.text)).toContain('не ответил')
  })
})

describe('modals', () => {
  it('opens by a trigger, once, within three seconds', async () => {
    const slack = await openSlack()
    await connectSocket(slack)
    const card = await withCard(slack)
    const { triggerId = '' } = (await slack.act('click', card)).body
    await slack.web.views.open({ trigger_id: triggerId, view: modal })
    expect(slack.view().modals).toMatchObject([{ user: 'U0ANNA', callbackId: 'return', errors: {} }])
    await refused(slack.web.views.open({ trigger_id: triggerId, view: modal }), 'exchanged_trigger_id')
    const late = (await slack.act('click', card)).body.triggerId ?? ''
    slack.time.now += 3_001
    await refused(slack.web.views.open({ trigger_id: late, view: modal }), 'expired_trigger_id')
    await refused(slack.web.views.open({ trigger_id: 'x', view: modal }), 'invalid_trigger_id')
  })

  it.each([
    ['/view/title/text', { ...modal, title: text('x'.repeat(25)) }],
    ['/view/private_metadata', { ...modal, private_metadata: 'x'.repeat(3_001) }],
    ['/view/callback_id', { ...modal, callback_id: 'x'.repeat(256) }],
    ['/view/blocks', { ...modal, blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) }],
    [
      '/view/blocks/0/element/initial_value',
      { ...modal, blocks: [{ ...input, element: { ...input.element, initial_value: 'x'.repeat(3_001) } }] },
    ],
    ['missing required field: submit', { ...modal, submit: undefined }],
  ])('refuses a view with a fault at %s', async (at, view) => {
    const slack = await openSlack()
    const { triggerId = '' } = (await slack.act('click', await withCard(slack))).body
    const { response_metadata } = await refused(
      slack.web.apiCall('views.open', { trigger_id: triggerId, view }),
      'invalid_arguments',
    )
    expect(JSON.stringify(response_metadata)).toContain(at)
  })

  it('is submitted with its values, and closes', async () => {
    const slack = await openSlack()
    const socket = await connectSocket(slack)
    const viewId = await withModal(slack)
    expect((await slack.act('submit', { user: 'U0ANNA', viewId, values: filled('цифры') })).status).toBe(200)
    const submission = await slack.until(() => socket.received.find(({ body }) => body.type === 'view_submission'))
    expect(submission.body.view).toMatchObject({
      id: viewId,
      callback_id: 'return',
      state: { values: filled('цифры') },
    })
    await slack.until(() => slack.view().modals.length === 0)
    expect((await slack.act('submit', { user: 'U0ANNA', viewId, values: {} })).status).toBe(409)
  })

  it('is not sent when a field is empty or too long', async () => {
    const slack = await openSlack()
    await connectSocket(slack)
    const viewId = await withModal(slack)
    const empty = await slack.act('submit', { user: 'U0ANNA', viewId, values: filled('') })
    expect(empty).toMatchObject({ status: 409, body: { error: 'fields', errors: { why: 'Заполните это поле.' } } })
    const long = await slack.act('submit', { user: 'U0ANNA', viewId, values: filled('x'.repeat(11)) })
    expect(long).toMatchObject({ body: { errors: { why: 'Не больше 10 знаков.' } } })
    expect(slack.view().modals[0]?.errors).toEqual({ why: 'Не больше 10 знаков.' })
  })

  it.each([
    ['errors', { errors: { why: 'Нужна причина' } }, [{ errors: { why: 'Нужна причина' }, callbackId: 'return' }]],
    ['update', { view: { ...modal, callback_id: 'again' } }, [{ callbackId: 'again' }]],
    ['push', { view: { ...modal, callback_id: 'more' } }, [{ callbackId: 'return' }, { callbackId: 'more' }]],
    ['clear', {}, []],
  ])('does what the answer says: %s', async (response_action, more, modals) => {
    const slack = await openSlack()
    await connectSocket(slack, ({ body }) => (body.type === 'view_submission' ? { response_action, ...more } : {}))
    const viewId = await withModal(slack)
    await slack.act('submit', { user: 'U0ANNA', viewId, values: filled('да') })
    await slack.until(() => slack.view().pendingEnvelopes === 0)
    const now = slack.view().modals
    expect(now).toHaveLength(modals.length)
    expect(now).toMatchObject(modals)
  })

  it('stays, with an error, when the answer makes no sense or does not come', async () => {
    const slack = await openSlack({ ackTimeoutMs: 50 })
    const answers = [{ response_action: 'update', view: { type: 'modal' } }, undefined]
    await connectSocket(slack, ({ body }) => (body.type === 'view_submission' ? answers.shift() : {}))
    const viewId = await withModal(slack)
    await slack.act('submit', { user: 'U0ANNA', viewId, values: filled('да') })
    expect(await slack.until(() => slack.view().modals[0]?.errors.why)).toContain('invalid_arguments')
    await slack.act('submit', { user: 'U0ANNA', viewId, values: filled('да') })
    expect(await slack.until(() => slack.view().modals[0]?.errors.why?.match(/operation_timeout/)?.[0])).toBeTruthy()
  })

  it('is updated with a hash that holds, stacks three high, and tells when it is closed', async () => {
    const slack = await openSlack()
    const socket = await connectSocket(slack)
    const viewId = await withModal(slack, {
      ...modal,
      blocks: [{ ...actions, elements: [{ ...approve, action_id: 'more' }] }],
    })
    const { hash = '' } = slack.view().modals[0] ?? {}
    await slack.web.views.update({ view_id: viewId, hash, view: { ...modal, blocks: [actions] } })
    await refused(slack.web.views.update({ view_id: viewId, hash, view: modal }), 'hash_conflict')
    for (const [i, error] of [undefined, undefined, 'push_limit_reached'].entries()) {
      const top = slack.view().modals.at(-1)?.id ?? ''
      const { triggerId = '' } = (await slack.act('click', { user: 'U0ANNA', viewId: top, actionId: 'approve' })).body
      const push = slack.web.views.push({
        trigger_id: triggerId,
        view: { ...modal, callback_id: `${i}`, blocks: [actions] },
      })
      if (error === undefined) await push
      else await refused(push, error)
    }
    expect(slack.view().modals.map(({ callbackId }) => callbackId)).toEqual(['return', '0', '1'])
    const top = slack.view().modals.at(-1)?.id ?? ''
    expect((await slack.act('close', { user: 'U0ANNA', viewId })).status).toBe(409)
    await slack.act('close', { user: 'U0ANNA', viewId: top })
    const told = await slack.until(() => socket.received.find(({ body }) => body.type === 'view_closed'))
    expect(told.body).toMatchObject({ is_cleared: false, view: { id: top } })
  })

  it('publishes a home tab', async () => {
    const slack = await openSlack()
    const socket = await connectSocket(slack)
    await slack.web.views.publish({ user_id: 'U0ANNA', view: { type: 'home', blocks: [actions] } })
    expect(slack.view().homes).toMatchObject([{ user: 'U0ANNA', view: { type: 'home' } }])
    await slack.act('home', { user: 'U0ANNA' })
    expect((await socket.next('app_home_opened')).body.event).toMatchObject({
      view: { blocks: [{ block_id: 'acts' }] },
    })
  })
})

describe('shortcuts, commands and response URLs', () => {
  it('sends a message to the app by its shortcut', async () => {
    const slack = await openSlack()
    const socket = await connectSocket(slack)
    const { ts } = (await slack.act('say', { user: 'U0OLEG', channel: 'C0SEO', text: 'Готово' })).body
    const target = { user: 'U0OLEG', channel: 'C0SEO', ts }
    expect((await slack.act('shortcut', { ...target, callbackId: 'other' })).status).toBe(409)
    await slack.act('shortcut', { ...target, callbackId: 'send_to_client' })
    expect((await socket.next('interactive')).body).toMatchObject({
      type: 'message_action',
      callback_id: 'send_to_client',
      message: { ts, text: 'Готово', user: 'U0OLEG' },
    })
  })

  it('shows the answer to a command to the one who gave it', async () => {
    const slack = await openSlack()
    const socket = await connectSocket(slack, ({ type }) =>
      type === 'slash_commands' ? { text: 'Ничего не ждёт' } : {},
    )
    await slack.act('command', { user: 'U0ANNA', channel: 'C0SEO', command: '/queue', text: 'all' })
    expect((await socket.next('slash_commands')).body).toMatchObject({
      command: '/queue',
      text: 'all',
      channel_name: 'parts-seo',
    })
    const [answer] = await slack.until(
      () => slack.conversation('C0SEO').messages.length === 1 && slack.conversation('C0SEO').messages,
    )
    expect(answer).toMatchObject({ text: 'Ничего не ждёт', ephemeralFor: 'U0ANNA' })
    expect((await slack.act('command', { user: 'U0ANNA', channel: 'C0SEO', command: '/no' })).status).toBe(409)
  })

  it('answers at a response URL five times within half an hour', async () => {
    const slack = await openSlack()
    const socket = await connectSocket(slack)
    const card = await withCard(slack)
    await slack.act('click', card)
    const address = String((await socket.next('interactive')).body.response_url).replace(slack.url, '')
    expect((await slack.post(address, { text: 'видно одному' })).status).toBe(200)
    expect(slack.conversation(card.channel).messages[1]).toMatchObject({ ephemeralFor: 'U0ANNA' })
    await slack.post(address, { replace_original: true, text: 'решено' })
    expect(slack.conversation(card.channel).messages[0]).toMatchObject({ text: 'решено', blocks: [] })
    await slack.post(address, { response_type: 'in_channel', text: 'всем' })
    await slack.post(address, { delete_original: true })
    expect(slack.conversation(card.channel).messages.map((message) => message.text)).toEqual(['видно одному', 'всем'])
    await slack.post(address, { text: '5' })
    expect(await (await slack.post(address, { text: '6' })).json()).toEqual({ ok: false, error: 'used_url' })
  })
})
