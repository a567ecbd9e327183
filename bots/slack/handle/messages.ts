import { z } from 'zod'
import type { Flow } from '../../../src/core/flow.ts'
import { dateOf, makeMessage } from '../ids.ts'
import { isReply, messageSchema, type Reader } from './said.ts'

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
  if (isReply(message)) await flow.teamSaid(await reader.said(event.channel, message))
}

/** Slack also says "changed" when a link was unfurled or a thread grew: then the words are what they were. */
async function onChanged(flow: Flow, reader: Reader, event: z.infer<typeof eventSchema>): Promise<void> {
  const { channel, message, previous_message: before } = event
  // A deleted message whose thread lives on comes as "changed" to a tombstone.
  if (message?.subtype === 'tombstone') return onDeleted(flow, { ...event, deleted_ts: message.ts })
  if (!message || !isReply(message)) return
  if (before && before.edited?.ts === message.edited?.ts && before.text === message.text) return
  await flow.teamEdited(await reader.edited(channel, message))
}

async function onDeleted(
  flow: Flow,
  { channel, deleted_ts: ts, event_ts: at }: z.infer<typeof eventSchema>,
): Promise<void> {
  if (ts === undefined) return
  await flow.teamDeleted({ message: makeMessage(channel, ts), at: dateOf(at ?? ts) })
}
