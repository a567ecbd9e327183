/** A person's words in what Liaison itself posts: no address in them becomes a link, no name calls anybody. */
import type { WebClient } from '@slack/web-api'
import { expect, it } from 'vitest'
import { context, section } from '../../../bots/slack/cards/blocks.ts'
import { makeConversation, makeMessage } from '../../../bots/slack/ids.ts'
import { slackSender } from '../../../bots/slack/send/sender.ts'
import type { Address } from '../../../src/core/ids.ts'
import { plain } from '../../../src/core/rich-text.ts'
import type { Content } from '../../../src/core/sender.ts'

const to: Address = { platform: 'slack', conversation: makeConversation('C0SEO') }
const target = makeMessage('C0SEO', '1.000001')
const words: Content = { kind: 'final', body: plain('см. evil.example и @channel'), locale: 'ru' }
const reacted: Content = {
  kind: 'notice',
  notice: { template: 'reacted', locale: 'ru', who: 'evil.example @channel', signs: ['👍'], words: '' },
}

it.each([
  ['a notice', { content: reacted }],
  ['words', { content: words }],
  ['words in the place of others', { content: words, target }],
])('%s: Slack is told to parse nothing', async (_, message) => {
  const calls: unknown[] = []
  const apiCall = async (_method: string, args: object) => {
    calls.push(args)
    return { ok: true, channel: 'C0SEO', ts: '1.000002' }
  }
  const client = { apiCall } as unknown as WebClient
  const bytes = { open: () => Promise.reject(new Error('there are no files')) }
  const sender = slackSender({
    client,
    self: async () => 'U0BOT',
    workspace: async () => 'https://studio.slack.com/',
    bytes,
  })
  expect(await sender.send(to, message, 'key')).toMatchObject({ kind: 'sent' })
  expect(calls).toMatchObject([{ parse: 'none', link_names: false }])
})

it('the lines of cards and dialogues', () => {
  expect(context('evil.example')).toMatchObject({ elements: [{ type: 'mrkdwn', verbatim: true }] })
  expect(section('evil.example')).toMatchObject({ text: { type: 'mrkdwn', verbatim: true } })
})
