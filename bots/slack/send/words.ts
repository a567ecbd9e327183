import type { ChatPostMessageResponse, WebClient } from '@slack/web-api'
import type { Address } from '../../../src/core/ids.ts'
import { toPlain } from '../../../src/core/rich-text.ts'
import type { Outcome } from '../../../src/core/sender.ts'
import { outcomeOf } from '../api/outcome.ts'
import { fromBlocks } from '../format/from-blocks.ts'
import { AS_WRITTEN, escaped } from '../format/mrkdwn.ts'
import { makeMessage, makeThread, parseConversation, parsePlace } from '../ids.ts'
import { blocksOf, type SlackPiece } from './pieces.ts'

const FALLBACK = 3_000

/** The event type of the metadata that carries our key: what `find` looks for. */
export const METADATA = 'liaison_item'

/** A client's words into the thread of their request, in their name; where there is no thread yet they open it. */
export async function postWords(
  client: WebClient,
  to: Address,
  piece: SlackPiece,
  speaker: string | undefined,
  key: string,
): Promise<Outcome> {
  const place = to.thread === undefined ? undefined : parsePlace(to.thread)
  return post(client, to, key, {
    ...wordsOf(piece, speaker),
    ...(speaker === undefined ? {} : { username: speaker.slice(0, 80).toWellFormed() }),
    ...(place === undefined ? {} : { thread_ts: place.ts }),
  })
}

/** The words of a piece as Slack takes them, with what a notification shows of them. */
export function wordsOf(piece: SlackPiece, speaker: string | undefined): Pick<Posted, 'text' | 'blocks'> {
  const names = { user: (id: string) => id, channel: (id: string) => id }
  const text = piece.words === undefined ? '' : toPlain(fromBlocks([piece.words], names))
  return { text: escaped(text).slice(0, FALLBACK).toWellFormed(), blocks: blocksOf(piece, speaker) }
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
      ...AS_WRITTEN,
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
