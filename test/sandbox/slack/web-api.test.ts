import { describe, expect, it } from 'vitest'
import { openSlack, refused, SCOPES, SEED, webClient } from './support.ts'

const button = { type: 'button' as const, action_id: 'approve', text: { type: 'plain_text' as const, text: 'OK' } }

describe('who may ask', () => {
  it('knows its two tokens, and says which scopes the bot has', async () => {
    const slack = await openSlack()
    const answer = await slack.web.auth.test()
    expect(answer).toMatchObject({ ok: true, team_id: 'T0STUDIO', user_id: 'U0LIAISON', bot_id: 'B0LIAISON' })
    expect(answer.response_metadata?.scopes).toEqual(SCOPES)
    await refused(webClient(slack.url, 'xoxb-wrong').auth.test(), 'invalid_auth')
    await refused(slack.web.apps.connections.open(), 'not_allowed_token_type')
    await refused(webClient(slack.url, SEED.appToken).auth.test(), 'not_allowed_token_type')
    expect(await (await slack.post('/slack/api/auth.test', {})).json()).toEqual({ ok: false, error: 'not_authed' })
    expect(await (await slack.post('/slack/api/auth.test', { token: SEED.botToken })).json()).toMatchObject({
      ok: true,
    })
  })

  it('names an unknown method and a missing scope', async () => {
    const slack = await openSlack({ seed: { scopes: ['chat:write'] } })
    expect(await refused(slack.web.apiCall('no.such'), 'unknown_method')).toMatchObject({ req_method: 'no.such' })
    const found = await refused(slack.web.users.info({ user: 'U0ANNA' }), 'missing_scope')
    expect(found).toMatchObject({ needed: 'users:read', provided: 'chat:write' })
    await refused(slack.web.chat.postMessage({ channel: 'C0SEO', text: 'x', username: 'Иван' }), 'missing_scope')
    expect(slack.calls.at(-1)).toMatchObject({ method: 'chat.postMessage', ok: false, error: 'missing_scope' })
  })

  it('takes JSON, forms and queries, and refuses what is none of them', async () => {
    const slack = await openSlack()
    const get = await fetch(`${slack.url}/slack/api/users.info?user=U0ANNA&token=${SEED.botToken}`)
    expect(await get.json()).toMatchObject({ ok: true, user: { name: 'anna' } })
    const send = async (type: string, body: string) =>
      (
        await fetch(`${slack.url}/slack/api/auth.test`, { method: 'POST', headers: { 'content-type': type }, body })
      ).json()
    expect(await send('application/json', '{')).toEqual({ ok: false, error: 'invalid_json' })
    expect(await send('application/json', '[]')).toEqual({ ok: false, error: 'json_not_object' })
    expect(await send('text/xml', '<a/>')).toEqual({ ok: false, error: 'invalid_post_type' })
  })
})

describe('messages', () => {
  it('posts, updates and deletes its own, each with a time of its own', async () => {
    const slack = await openSlack()
    const first = await slack.web.chat.postMessage({
      channel: 'C0SEO',
      text: 'раз',
      metadata: { event_type: 'e', event_payload: { key: 'k' } },
    })
    const second = await slack.web.chat.postMessage({ channel: '#parts-seo', text: 'два', thread_ts: first.ts ?? '' })
    expect(Number(second.ts)).toBeGreaterThan(Number(first.ts))
    expect(first.ts).toMatch(/^\d{10}\.\d{6}$/)
    expect(second.message).toMatchObject({ thread_ts: first.ts, bot_id: 'B0LIAISON', user: 'U0LIAISON' })
    await slack.web.chat.update({ channel: 'C0SEO', ts: first.ts ?? '', text: 'раз!' })
    const thread = await slack.web.conversations.replies({
      channel: 'C0SEO',
      ts: first.ts ?? '',
      include_all_metadata: true,
    })
    expect(thread.messages).toMatchObject([
      { text: 'раз!', reply_count: 1, metadata: { event_payload: { key: 'k' } }, edited: { user: 'U0LIAISON' } },
      { text: 'два' },
    ])
    const history = await slack.web.conversations.history({ channel: 'C0SEO' })
    expect(history.messages?.map(({ text, metadata }) => [text, metadata])).toEqual([['раз!', undefined]])
    await slack.web.chat.delete({ channel: 'C0SEO', ts: second.ts ?? '' })
    await refused(slack.web.chat.delete({ channel: 'C0SEO', ts: second.ts ?? '' }), 'message_not_found')
  })

  it('keeps the replies of a deleted root under a tombstone', async () => {
    const slack = await openSlack()
    const root = await slack.web.chat.postMessage({ channel: 'C0SEO', text: 'раз' })
    await slack.web.chat.postMessage({ channel: 'C0SEO', text: 'два', thread_ts: root.ts ?? '' })
    await slack.web.chat.delete({ channel: 'C0SEO', ts: root.ts ?? '' })
    const { messages } = await slack.web.conversations.replies({ channel: 'C0SEO', ts: root.ts ?? '' })
    expect(messages).toMatchObject([{ subtype: 'tombstone' }, { text: 'два' }])
  })

  it('speaks under another name when its scopes allow', async () => {
    const slack = await openSlack()
    const said = await slack.web.chat.postMessage({
      channel: 'C0SEO',
      text: 'x',
      username: 'Иван',
      icon_emoji: ':car:',
    })
    expect(said.message).toMatchObject({ subtype: 'bot_message', username: 'Иван', bot_id: 'B0LIAISON' })
    expect(slack.conversation('C0SEO').messages[0]).toMatchObject({ username: 'Иван', user: 'U0LIAISON' })
  })

  it('finds the direct messages of a person by their id', async () => {
    const slack = await openSlack()
    const said = await slack.web.chat.postMessage({ channel: 'U0ANNA', text: 'Карточка' })
    const opened = await slack.web.conversations.open({ users: 'U0ANNA' })
    expect(said.channel).toBe(opened.channel?.id)
    const only = await slack.web.chat.postEphemeral({ channel: 'C0SEO', user: 'U0ANNA', text: 'видите только вы' })
    expect(slack.conversation('C0SEO').messages).toMatchObject([{ ts: only.message_ts, ephemeralFor: 'U0ANNA' }])
    expect((await slack.web.conversations.history({ channel: 'C0SEO' })).messages).toEqual([])
    await refused(slack.web.chat.postEphemeral({ channel: 'C0SEO', user: 'U0NOBODY', text: 'x' }), 'user_not_found')
  })

  it.each([
    ['channel_not_found', { channel: 'C0NOWHERE', text: 'x' }],
    ['channel_not_found', { channel: 'C0SECRET', text: 'x' }],
    ['not_in_channel', { channel: 'C0GENERAL', text: 'x' }],
    ['no_text', { channel: 'C0SEO', text: '' }],
    ['msg_too_long', { channel: 'C0SEO', text: 'x'.repeat(40_001) }],
    ['invalid_blocks_format', { channel: 'C0SEO', blocks: 'no' }],
    ['invalid_blocks', { channel: 'C0SEO', blocks: [{ type: 'marquee' }] }],
    ['invalid_metadata_format', { channel: 'C0SEO', text: 'x', metadata: { event_type: 'e' } }],
    ['msg_blocks_too_long', { channel: 'C0SEO', blocks: Array.from({ length: 5 }, () => section(2_999)) }],
  ])('refuses with %s', async (error, message) => {
    const slack = await openSlack()
    await refused(slack.web.apiCall('chat.postMessage', message), error)
    expect(slack.conversation('C0SEO').messages).toEqual([])
  })

  it('refuses to touch what others wrote, and an archived channel', async () => {
    const slack = await openSlack()
    const { body } = await slack.act('say', { user: 'U0OLEG', channel: 'C0SEO', text: 'моё' })
    const target = { channel: 'C0SEO', ts: body.ts ?? '' }
    await refused(slack.web.chat.update({ ...target, text: 'x' }), 'cant_update_message')
    await refused(slack.web.chat.delete(target), 'cant_delete_message')
    await refused(slack.web.chat.update({ ...target, ts: '1.000000', text: 'x' }), 'message_not_found')
    await slack.act('archive', { user: 'U0ANNA', channel: 'C0SEO' })
    await refused(slack.web.chat.postMessage({ channel: 'C0SEO', text: 'x' }), 'is_archived')
  })

  it('keeps the blocks that an update does not name', async () => {
    const slack = await openSlack()
    const said = await slack.web.chat.postMessage({
      channel: 'C0SEO',
      text: 'x',
      blocks: [{ type: 'actions', elements: [button] }],
    })
    const target = { channel: 'C0SEO', ts: said.ts ?? '' }
    await slack.web.chat.update({ ...target, text: 'y' })
    expect(slack.conversation('C0SEO').messages[0]?.blocks).toHaveLength(1)
    await slack.web.chat.update({ ...target, text: 'y', blocks: [] })
    expect(slack.conversation('C0SEO').messages[0]?.blocks).toEqual([])
  })

  it('counts reactions once each', async () => {
    const slack = await openSlack()
    const { ts = '' } = await slack.web.chat.postMessage({ channel: 'C0SEO', text: 'x' })
    const on = { channel: 'C0SEO', timestamp: ts, name: 'eyes' }
    await slack.web.reactions.add(on)
    await refused(slack.web.reactions.add(on), 'already_reacted')
    await refused(slack.web.reactions.add({ ...on, name: 'Не то' }), 'invalid_name')
    expect((await slack.web.reactions.get({ channel: 'C0SEO', timestamp: ts })).message).toMatchObject({
      reactions: [{ name: 'eyes', count: 1, users: ['U0LIAISON'] }],
    })
    await slack.web.reactions.remove(on)
    await refused(slack.web.reactions.remove(on), 'no_reaction')
    await refused(slack.web.reactions.add({ ...on, timestamp: '1.000000' }), 'message_not_found')
  })
})

describe('conversations and people', () => {
  it('lists what the bot may see, page by page', async () => {
    const slack = await openSlack()
    const first = await slack.web.conversations.list({ types: 'public_channel,private_channel', limit: 1 })
    const second = await slack.web.conversations.list({
      types: 'public_channel,private_channel',
      limit: 1,
      cursor: first.response_metadata?.next_cursor ?? '',
    })
    expect([first, second].map(({ channels }) => channels?.[0]?.id)).toEqual(['C0GENERAL', 'C0SEO'])
    expect(second.response_metadata?.next_cursor).toBe('')
    expect((await slack.web.users.conversations({ types: 'im' })).channels?.map(({ user }) => user)).toEqual([
      ...['U0ANNA', 'U0BORIS', 'U0OLEG'],
    ])
    await refused(slack.web.conversations.info({ channel: 'C0SECRET' }), 'channel_not_found')
  })

  it('joins a public channel and reads from a time on', async () => {
    const slack = await openSlack()
    await refused(slack.web.conversations.history({ channel: 'C0GENERAL' }), 'not_in_channel')
    await slack.web.conversations.join({ channel: 'C0GENERAL' })
    const stamps: string[] = []
    for (const text of ['1', '2', '3', '4']) {
      const { ts } = await slack.web.chat.postMessage({ channel: 'C0GENERAL', text })
      stamps.push(ts ?? '')
    }
    const read = async (range: object) => {
      const { messages = [] } = await slack.web.conversations.history({ channel: 'C0GENERAL', ...range })
      return messages.map(({ text }) => text)
    }
    expect(await read({})).toEqual(['4', '3', '2', '1'])
    expect(await read({ limit: 1 })).toEqual(['4'])
    expect(await read({ oldest: stamps[1] })).toEqual(['4', '3'])
    expect(await read({ oldest: stamps[1], latest: stamps[2], inclusive: true })).toEqual(['3', '2'])
    expect((await slack.web.conversations.members({ channel: 'C0GENERAL' })).members).toContain('U0LIAISON')
  })

  it('knows the people', async () => {
    const slack = await openSlack()
    const { user } = await slack.web.users.info({ user: 'U0OLEG', include_locale: true })
    expect(user).toMatchObject({ real_name: 'Олег Титов', locale: 'ru-RU', tz: 'Europe/Moscow', is_bot: false })
    const found = await slack.web.users.lookupByEmail({ email: 'boris@studio.example' })
    expect(found.user?.id).toBe('U0BORIS')
    expect((await slack.web.users.list({})).members).toHaveLength(4)
    await refused(slack.web.users.info({ user: 'U0NOBODY' }), 'user_not_found')
  })
})

describe('faults', () => {
  it('loses the answer after the message was posted, or before', async () => {
    const slack = await openSlack()
    slack.faults.push({ platform: 'slack', method: 'chat.postMessage', do: { kind: 'cut', when: 'after' } })
    await expect(slack.web.chat.postMessage({ channel: 'C0SEO', text: 'x' })).rejects.toThrow()
    expect(slack.conversation('C0SEO').messages).toHaveLength(1)
    slack.faults.push({ platform: 'slack', method: '*', do: { kind: 'cut', when: 'before' } })
    await expect(slack.web.chat.postMessage({ channel: 'C0SEO', text: 'x' })).rejects.toThrow()
    expect(slack.conversation('C0SEO').messages).toHaveLength(1)
  })

  it('asks to wait, breaks, refuses and dawdles', async () => {
    const slack = await openSlack()
    const fault = (what: (typeof slack.faults)[number]['do']) =>
      slack.faults.push({ platform: 'slack', method: 'auth.test', do: what })
    fault({ kind: 'rate-limit', retryAfter: 7 })
    await expect(slack.web.auth.test()).rejects.toMatchObject({ retryAfter: 7 })
    fault({ kind: 'status', status: 503 })
    await expect(slack.web.auth.test()).rejects.toMatchObject({ statusCode: 503 })
    fault({ kind: 'error', error: 'account_inactive' })
    await refused(slack.web.auth.test(), 'account_inactive')
    fault({ kind: 'delay', ms: 5 })
    expect(await slack.web.auth.test()).toMatchObject({ ok: true })
  })
})

function section(length: number) {
  return { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(length) } }
}
