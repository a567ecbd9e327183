import { expect, it } from 'vitest'
import type { Entry } from '../../../src/sandbox/kernel.ts'
import { connectSocket, openSlack } from './support.ts'

it('comes back with everything that was said, shown and not yet acknowledged', async () => {
  const journal: Entry<unknown>[] = []
  const before = await openSlack({ journal })
  const card = await before.web.chat.postMessage({
    channel: 'U0ANNA',
    text: 'card',
    blocks: [
      { type: 'actions', elements: [{ type: 'button', action_id: 'ok', text: { type: 'plain_text', text: 'OK' } }] },
    ],
    metadata: { event_type: 'liaison_item', event_payload: { key: 'k' } },
  })
  const { triggerId = '' } = (
    await before.act('click', { user: 'U0ANNA', channel: card.channel, ts: card.ts, actionId: 'ok' })
  ).body
  await before.web.views.open({
    trigger_id: triggerId,
    view: { type: 'modal', title: { type: 'plain_text', text: 't' }, blocks: [] },
  })
  await before.act('say', { user: 'U0OLEG', channel: 'C0SEO', text: 'не дошло' })
  const { ts } = (await before.act('say', { user: 'U0OLEG', channel: 'C0SEO', text: 'исчезнет' })).body
  await before.act('react', { user: 'U0OLEG', channel: 'C0SEO', ts, name: 'eyes' })
  await before.act('delete', { user: 'U0OLEG', channel: 'C0SEO', ts })
  await before.act('archive', { user: 'U0ANNA', channel: 'C0GENERAL' })
  const seen = before.view()
  await before.close()

  const after = await openSlack({ journal: JSON.parse(JSON.stringify(journal)) })
  const { conversations, ...rest } = after.view()
  // Who clicked before the stop was told that nothing came of it.
  const timedOut = conversations.find(({ id }) => id === card.channel)?.messages.at(-1)
  expect(timedOut?.text).toContain('operation_timeout')
  expect(rest).toEqual({ ...seenWithout(seen), pendingEnvelopes: seen.pendingEnvelopes - 1 })
  expect(conversations.find(({ id }) => id === 'C0SEO')).toEqual(seen.conversations.find(({ id }) => id === 'C0SEO'))

  const socket = await connectSocket(after)
  await after.until(() => after.view().pendingEnvelopes === 0)
  expect(socket.events()).toContainEqual(expect.objectContaining({ text: 'не дошло' }))
  const next = await after.web.chat.postMessage({ channel: 'C0SEO', text: 'дальше' })
  expect(Number(next.ts)).toBeGreaterThan(Number(ts))
})

function seenWithout<T extends { conversations: unknown }>({ conversations: _, ...rest }: T) {
  return rest
}
