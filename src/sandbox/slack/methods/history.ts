import { z } from 'zod'
import type { Message } from '../workspace/facts.ts'
import { RefusedError } from '../workspace/refused.ts'
import { type Conversation, microsOf } from '../workspace/state.ts'
import { messageJson, withMetadata } from '../workspace/wire.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { flag, joinedConversation, limit, method, paged, requireKind } from './method.ts'

const ts = z.coerce.string().optional()
const range = {
  channel: z.string().min(1),
  oldest: ts,
  latest: ts,
  inclusive: flag,
  include_all_metadata: flag,
  cursor: z.string().optional(),
}

/** Newest first; of a thread only its root, and the replies that were also sent to the channel. */
const history = method({
  args: z.looseObject({ ...range, limit: limit(100, 999) }),
  run(ws, args) {
    const conversation = readable(ws, args.channel)
    const found = spoken(conversation)
      .filter((message) => message.threadTs === undefined || message.broadcast)
      .filter(within(args))
    // With `oldest` alone Slack pages from the old end, and shows each page newest first.
    const fromOldest = args.oldest !== undefined && args.latest === undefined
    const { page, more, next_cursor } = paged(fromOldest ? found : found.reverse(), args.limit, args.cursor)
    const messages = shown(ws, conversation, fromOldest ? [...page].reverse() : page, args.include_all_metadata)
    return { messages, has_more: more, pin_count: 0, response_metadata: { next_cursor } }
  },
})

/** Oldest first, the root always among them. A reply's own `ts` finds that reply alone. */
const replies = method({
  args: z.looseObject({ ...range, ts: z.string(), limit: limit(1_000, 1_000) }),
  run(ws, args) {
    const conversation = readable(ws, args.channel)
    const root = conversation.messages.get(args.ts)
    if (!root || root.ephemeralFor !== undefined) throw new RefusedError('thread_not_found')
    const inThread = spoken(conversation)
      .filter((message) => message.threadTs === args.ts)
      .filter(within(args))
    const { page, more, next_cursor } = paged(inThread, args.limit, args.cursor)
    const messages = shown(ws, conversation, [root, ...page], args.include_all_metadata)
    return { messages, has_more: more, response_metadata: { next_cursor } }
  },
})

export const reading = { 'conversations.history': history, 'conversations.replies': replies }

function readable(ws: Workspace, channel: string): Conversation {
  const conversation = joinedConversation(ws, channel)
  requireKind(ws, conversation, 'history')
  return conversation
}

function spoken(conversation: Conversation): Message[] {
  return [...conversation.messages.values()].filter((message) => message.ephemeralFor === undefined)
}

function within(args: { oldest?: string | undefined; latest?: string | undefined; inclusive: boolean }) {
  const oldest = args.oldest ? microsOf(args.oldest) : Number.NEGATIVE_INFINITY
  const latest = args.latest ? microsOf(args.latest) : Number.POSITIVE_INFINITY
  return (message: Message): boolean => {
    const at = microsOf(message.ts)
    return args.inclusive ? at >= oldest && at <= latest : at > oldest && at < latest
  }
}

function shown(ws: Workspace, conversation: Conversation, messages: readonly Message[], metadata: boolean) {
  return messages.map((message) => {
    const json = messageJson(ws, conversation, message)
    return metadata ? withMetadata(json, message) : json
  })
}
