import { z } from 'zod'
import { react, unreact } from '../workspace/messages.ts'
import { RefusedError } from '../workspace/refused.ts'
import { messageJson } from '../workspace/wire.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { joinedConversation, method } from './method.ts'

const item = { channel: z.string().min(1), timestamp: z.string() }
/** Colons around the name are allowed, as Slack allows them. */
const name = z.string().transform((given) => given.replace(/^:|:$/g, ''))
const NAME = /^[a-z0-9_+'-]{1,100}(::skin-tone-[2-6])?$/

const add = method({
  scope: 'reactions:write',
  args: z.looseObject({ ...item, name }),
  run(ws, args) {
    const { conversation, message } = reactable(ws, args.channel, args.timestamp)
    if (!NAME.test(args.name)) throw new RefusedError('invalid_name')
    if (!react(ws, conversation, message, ws.seed.bot.userId, args.name)) throw new RefusedError('already_reacted')
    return {}
  },
})

const remove = method({
  scope: 'reactions:write',
  args: z.looseObject({ ...item, name }),
  run(ws, args) {
    const { conversation, message } = reactable(ws, args.channel, args.timestamp)
    if (!unreact(ws, conversation, message, ws.seed.bot.userId, args.name)) throw new RefusedError('no_reaction')
    return {}
  },
})

const get = method({
  scope: 'reactions:read',
  args: z.looseObject(item),
  run(ws, args) {
    const { conversation, message } = reactable(ws, args.channel, args.timestamp)
    return { type: 'message', channel: conversation.id, message: messageJson(ws, conversation, message) }
  },
})

export const reactions = { 'reactions.add': add, 'reactions.remove': remove, 'reactions.get': get }

function reactable(ws: Workspace, channel: string, ts: string) {
  const conversation = joinedConversation(ws, channel)
  if (conversation.archived) throw new RefusedError('is_archived')
  const message = conversation.messages.get(ts)
  if (!message || message.ephemeralFor !== undefined || message.tombstone) throw new RefusedError('message_not_found')
  return { conversation, message }
}
