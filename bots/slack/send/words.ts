import type { ChatPostMessageResponse, WebClient } from '@slack/web-api'
import type { Address } from '../../../src/core/ids.ts'
import { toPlain } from '../../../src/core/rich-text.ts'
import type { Content, Outcome, Refusal } from '../../../src/core/sender.ts'
import { outcomeOf } from '../api/outcome.ts'
import { escaped } from '../format/mrkdwn.ts'
import { toRichText } from '../format/to-blocks.ts'
import { makeMessage, makeThread, parseConversation, parsePlace } from '../ids.ts'

/** Slack takes about 13,200 characters of rich text in a message. */
const LONGEST = 12_000
const FALLBACK = 3_000

/** The event type of the metadata that carries our key: what `find` looks for. */
export const METADATA = 'liaison_item'

type Final = Extract<Content, { kind: 'final' }>

export function refusalOf({ body }: Final): Refusal | undefined {
  const text = toPlain(body)
  if (text.trim() === '') return 'empty'
  return text.length > LONGEST ? 'too_long' : undefined
}

/** A client's words into the thread of their request, in their name; where there is no thread yet they open it. */
export async function postFinal(client: WebClient, to: Address, content: Final, key: string): Promise<Outcome> {
  const place = to.thread === undefined ? undefined : parsePlace(to.thread)
  return post(client, to, key, {
    text: escaped(toPlain(content.body)).slice(0, FALLBACK).toWellFormed(),
    blocks: [toRichText(content.body)],
    ...(content.speaker === undefined ? {} : { username: content.speaker.slice(0, 80).toWellFormed() }),
    ...(place === undefined ? {} : { thread_ts: place.ts }),
  })
}

export type Posted = {
  readonly text: string
  readonly blocks?: readonly object[]
  readonly username?: string
  readonly thread_ts?: string
}

/** One message, with our key in its metadata. */
export async function post(client: WebClient, to: Address, key: string, message: Posted): Promise<Outcome> {
  const channel = parseConversation(to.conversation)
  if (channel === undefined) return { kind: 'refused', reason: 'chat_gone', detail: 'not a conversation of Slack' }
  try {
    const posted: ChatPostMessageResponse = await client.apiCall('chat.postMessage', {
      channel,
      ...message,
      metadata: { event_type: METADATA, event_payload: { key } },
      unfurl_links: false,
      unfurl_media: false,
    })
    return sent(posted.channel ?? channel, posted.ts ?? '', message.thread_ts)
  } catch (error) {
    return outcomeOf(error, 'post')
  }
}

function sent(channel: string, ts: string, root: string | undefined): Outcome {
  return { kind: 'sent', messages: [makeMessage(channel, ts)], thread: makeThread(channel, root ?? ts) }
}
