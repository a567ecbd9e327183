import type { WebClient } from '@slack/web-api'
import { MINUTE } from '../../../src/core/clock.ts'
import type { Address } from '../../../src/core/ids.ts'
import type { Found } from '../../../src/core/sender.ts'
import { outcomeOf } from '../api/outcome.ts'
import { isDirect, makeMessage, makeThread, parseConversation, parsePlace } from '../ids.ts'
import { METADATA } from './words.ts'

/** Slack's clock and ours may differ by this much. */
const SLACK_MS = 2 * MINUTE
const PAGE = 200
const MOST_PAGES = 10

type Seen = {
  readonly ts?: string
  readonly thread_ts?: string
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: Readonly<Record<string, unknown>> }
}
type Page = { readonly messages?: readonly Seen[]; readonly response_metadata?: { readonly next_cursor?: string } }

/** Looks for the message that carries our key among what was posted since. */
export async function findByKey(client: WebClient, to: Address, key: string, since: Date): Promise<Found> {
  try {
    const channel = await channelOf(client, to)
    const thread = to.thread === undefined ? undefined : parsePlace(to.thread)?.ts
    const oldest = String((since.getTime() - SLACK_MS) / 1_000)
    let cursor: string | undefined
    for (let page = 0; page < MOST_PAGES; page++) {
      const asked = {
        channel,
        oldest,
        limit: PAGE,
        include_all_metadata: true,
        ...(cursor === undefined ? {} : { cursor }),
      }
      const answer: Page =
        thread === undefined
          ? ((await client.conversations.history(asked)) as Page)
          : ((await client.conversations.replies({ ...asked, ts: thread })) as Page)
      const found = answer.messages?.find((message) => keyOf(message) === key)
      if (found?.ts !== undefined) {
        const root = found.thread_ts ?? found.ts
        return { kind: 'found', messages: [makeMessage(channel, found.ts)], thread: makeThread(channel, root) }
      }
      cursor = answer.response_metadata?.next_cursor
      if (cursor === undefined || cursor === '') return { kind: 'absent' }
    }
    return { kind: 'unknown', detail: 'too much was posted since' }
  } catch (error) {
    return { kind: 'unknown', detail: outcomeOf(error, 'update').detail }
  }
}

function keyOf({ metadata }: Seen): unknown {
  return metadata?.event_type === METADATA ? metadata.event_payload?.key : undefined
}

/** The channel itself: the direct messages with a person have one too, which methods for files and history ask for. */
export async function channelOf(client: WebClient, to: Address): Promise<string> {
  const given = parseConversation(to.conversation) ?? ''
  if (!isDirect(to.conversation)) return given
  const { channel } = await client.conversations.open({ users: given })
  return channel?.id ?? ''
}
