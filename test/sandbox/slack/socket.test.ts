import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { connectSocket, openSlack, type Slack } from './support.ts'

const oleg = { user: 'U0OLEG', channel: 'C0SEO' }

describe('events over sockets', () => {
  it('tells the app what people say, as a composer makes it', async () => {
    const slack = await openSlack()
    const socket = await connectSocket(slack)
    const { body } = await slack.act('say', { ...oleg, text: '*Готово*: a < b & <@U0LIAISON>' })
    const said = await socket.next('message')
    expect(said).toMatchObject({
      type: 'events_api',
      retry_num: 0,
      body: { type: 'event_callback', team_id: 'T0STUDIO' },
    })
    expect(said.body.event).toMatchObject({
      ...oleg,
      ts: body.ts,
      channel_type: 'channel',
      text: '*Готово*: a &lt; b &amp; <@U0LIAISON>',
      blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section' }] }],
    })
    expect((await socket.next('app_mention')).body.event).toMatchObject({ user: 'U0OLEG' })
    await slack.until(() => slack.view().pendingEnvelopes === 0)
  })

  it('tells of edits, deletions, reactions, threads and comings', async () => {
    const slack = await openSlack()
    const socket = await connectSocket(slack)
    const { ts } = (await slack.act('say', { ...oleg, text: 'раз' })).body
    const reply = (await slack.act('say', { user: 'U0ANNA', channel: 'C0SEO', text: 'два', threadTs: ts })).body
    await slack.act('edit', { ...oleg, ts, text: 'раз!' })
    await slack.act('react', { ...oleg, ts, name: 'eyes' })
    await slack.act('unreact', { ...oleg, ts, name: 'eyes' })
    await slack.act('delete', { user: 'U0ANNA', channel: 'C0SEO', ts: reply.ts })
    await slack.act('invite', { user: 'U0ANNA', channel: 'C0GENERAL' })
    await slack.act('kick', { user: 'U0ANNA', channel: 'C0GENERAL' })
    await slack.act('home', { user: 'U0ANNA' })
    await socket.next('app_home_opened')
    expect(socket.events().map(({ type, subtype }) => subtype ?? type)).toEqual([
      ...['message', 'message', 'message_changed', 'reaction_added', 'reaction_removed', 'message_deleted'],
      ...['member_joined_channel', 'channel_left', 'app_home_opened'],
    ])
    expect(socket.events()[1]).toMatchObject({ thread_ts: ts, parent_user_id: 'U0OLEG' })
    expect(socket.events()[2]).toMatchObject({
      message: { text: 'раз!', edited: {} },
      previous_message: { text: 'раз' },
    })
    expect(socket.events()[5]).toMatchObject({ deleted_ts: reply.ts })
  })

  it('echoes what the bot does, and is silent where the bot is not', async () => {
    const slack = await openSlack()
    const socket = await connectSocket(slack)
    await slack.act('say', { user: 'U0OLEG', channel: 'C0GENERAL', text: 'не слышно' })
    await slack.web.chat.postMessage({ channel: 'U0ANNA', text: 'Карточка' })
    await socket.next('message')
    expect(socket.events()).toMatchObject([{ bot_id: 'B0LIAISON', channel_type: 'im', text: 'Карточка' }])
  })

  it('gives each event to one connection, in turn', async () => {
    const slack = await openSlack()
    const [one, two] = [await connectSocket(slack), await connectSocket(slack)]
    expect(slack.view().sockets).toBe(2)
    for (const text of ['1', '2', '3', '4']) await slack.act('say', { ...oleg, text })
    await slack.until(() => one.received.length + two.received.length === 4)
    expect([one.received.length, two.received.length]).toEqual([2, 2])
  })

  it('delivers again what is not acknowledged, three times, and once more to a new connection', async () => {
    const slack = await openSlack({ ackTimeoutMs: 30, retryDelaysMs: [0, 0, 0] })
    const deaf = await connectSocket(slack, () => undefined)
    await slack.act('say', { ...oleg, text: 'слышно?' })
    await slack.until(() => deaf.received.length === 4)
    expect(deaf.received.map(({ retry_num }) => retry_num)).toEqual([0, 1, 2, 3])
    expect(new Set(deaf.received.map(({ body }) => body.event_id)).size).toBe(1)
    await slack.until(() => retriesOf(slack) === 4)
    const heard = await connectSocket(slack)
    await deaf.client.disconnect()
    expect((await heard.next('message')).body.event_id).toBe(deaf.received[0]?.body.event_id)
    await slack.until(() => slack.view().pendingEnvelopes === 0)
  })

  it('hands what a broken connection held to another', async () => {
    const slack = await openSlack({ ackTimeoutMs: 5_000 })
    const deaf = await connectSocket(slack, () => undefined)
    await slack.act('say', { ...oleg, text: 'слышно?' })
    await slack.until(() => deaf.received.length === 1)
    const heard = await connectSocket(slack)
    await deaf.client.disconnect()
    expect(await heard.next('message')).toMatchObject({ retry_num: 1 })
  })

  it('keeps what was said while nothing was connected', async () => {
    const slack = await openSlack()
    await slack.act('say', { ...oleg, text: 'есть кто?' })
    expect(slack.view().pendingEnvelopes).toBe(1)
    const socket = await connectSocket(slack)
    expect((await socket.next('message')).body.event).toMatchObject({ text: 'есть кто?' })
  })

  it('delivers twice when asked to', async () => {
    const slack = await openSlack()
    const socket = await connectSocket(slack)
    await slack.act('say', { ...oleg, text: 'раз' })
    const first = await socket.next('message')
    await slack.until(() => slack.view().pendingEnvelopes === 0)
    await slack.act('redeliver', { envelopeId: first.envelope_id })
    await slack.until(() => socket.received.length === 2)
    await slack.until(() => slack.view().pendingEnvelopes === 0)
    await slack.act('redeliver', { eventId: first.body.event_id })
    await slack.until(() => socket.received.length === 3)
    expect(new Set(socket.received.map(({ body }) => body.event_id)).size).toBe(1)
    expect(new Set(socket.received.map(({ envelope_id }) => envelope_id)).size).toBe(2)
    expect((await slack.act('redeliver', { eventId: 'Ev0' })).status).toBe(409)
  })
})

describe('connections', () => {
  it('lets a client come back after a refresh, and after a cut', async () => {
    const slack = await openSlack()
    const socket = await connectSocket(slack)
    for (const reason of ['refresh_requested', 'cut']) {
      const back = new Promise((resolve) => socket.client.once('connected', resolve))
      expect((await slack.act('disconnect', { reason })).body).toMatchObject({ sockets: 1 })
      await back
    }
    await slack.act('say', { ...oleg, text: 'после' })
    await socket.next('message')
  })

  it('takes a ticket once only, and no connection without one', async () => {
    const slack = await openSlack()
    const { url } = (await (
      await slack.post('/slack/api/apps.connections.open', { token: 'xapp-sandbox-liaison' })
    ).json()) as { url: string }
    const first = await opened(url)
    expect(first.readyState).toBe(WebSocket.OPEN)
    await expect(opened(url)).rejects.toThrow()
    await expect(opened(url.replace(/\?.*/, ''))).rejects.toThrow()
    first.close()
  })
})

function retriesOf(slack: Slack): number {
  return slack.journal.filter(({ data }) => JSON.stringify(data).includes('"reason":"timeout"')).length
}

function opened(url: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url)
    socket.onopen = () => resolve(socket)
    socket.onerror = () => reject(new Error('refused'))
  })
}
