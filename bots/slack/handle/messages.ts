import { z } from 'zod'
import type { Concern, Flow } from '../../../src/core/flow.ts'
import { dateOf, makeConversation, makeMessage, makeThread } from '../ids.ts'
import { isReply, type Message, messageSchema, type Reader, type Reply } from './said.ts'

const eventSchema = z.looseObject({
  channel: z.string(),
  subtype: z.string().optional(),
  event_ts: z.string().optional(),
  deleted_ts: z.string().optional(),
  message: messageSchema.optional(),
  previous_message: messageSchema.optional(),
})

/** A message event of Slack's -> what somebody of the team said, changed or took back. */
export async function onMessage(flow: Flow, reader: Reader, given: unknown): Promise<void> {
  const event = eventSchema.parse(given)
  if (event.subtype === 'message_changed') return onChanged(flow, reader, event)
  if (event.subtype === 'message_deleted') return onDeleted(flow, event)
  const message = messageSchema.parse(given)
  if (!isReply(message)) return
  const concern = await concernOf(flow, event.channel, message)
  if (concern !== 'none') await flow.teamSaid(await reader.said(event.channel, message, concern))
}

function concernOf(flow: Flow, channel: string, message: Reply): Promise<Concern> {
  const thread = makeThread(channel, message.thread_ts)
  const from = { platform: 'slack' as const, conversation: makeConversation(channel), thread }
  return flow.concern({ from, thread, message: makeMessage(channel, message.ts) })
}

/** Slack also says "changed" when a link was unfurled or a thread grew: then the words are what they were. */
async function onChanged(flow: Flow, reader: Reader, event: z.infer<typeof eventSchema>): Promise<void> {
  const { channel, message, previous_message: before } = event
  // A deleted message whose thread lives on comes as "changed" to a tombstone.
  if (message?.subtype === 'tombstone') return onDeleted(flow, { ...event, deleted_ts: message.ts })
  if (!message || !isReply(message)) return
  if (before && isSame(before, message)) return
  const concern = await concernOf(flow, channel, message)
  if (concern !== 'none') await flow.teamEdited(await reader.edited(channel, message, concern))
}

function isSame(before: Message, now: Message): boolean {
  const files = (message: Message) => message.files.map(({ id, mode }) => `${id} ${mode}`).join()
  return before.edited?.ts === now.edited?.ts && before.text === now.text && files(before) === files(now)
}

async function onDeleted(
  flow: Flow,
  { channel, deleted_ts: ts, event_ts: at }: z.infer<typeof eventSchema>,
): Promise<void> {
  if (ts === undefined) return
  await flow.teamDeleted({ message: makeMessage(channel, ts), at: dateOf(at ?? ts) })
}
