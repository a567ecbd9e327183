import { z } from 'zod'
import type { Telegram } from '../platform.ts'
import { badRequest, RefusedError } from '../refused.ts'
import type { Chat } from '../state.ts'

/** One method of the Bot API: what it takes, and what it does with it. */
export type Method = { readonly run: (telegram: Telegram, args: unknown, signal: AbortSignal) => unknown }

export function method<Args extends z.ZodType>(
  args: Args,
  run: (telegram: Telegram, args: z.output<Args>, signal: AbortSignal) => unknown,
): Method {
  return {
    run: (telegram, given, signal) => {
      const parsed = args.safeParse(given)
      if (parsed.success) return run(telegram, parsed.data, signal)
      const [issue] = parsed.error.issues
      throw badRequest(`wrong parameter "${issue?.path.join('.') ?? ''}": ${issue?.message ?? ''}`)
    },
  }
}

/** A yes or no, which forms write as words. */
export const flag = z.union([z.boolean(), z.stringbool()])

/** The chat, as long as the bot may write there. Throws what Telegram answers otherwise. */
export function chatToWrite(telegram: Telegram, id: number): Chat {
  const { state } = telegram
  if (!state.chats.has(id) && state.users.has(id)) throw forbidden("bot can't initiate conversation with a user")
  const chat = chatToSee(telegram, id)
  if (chat.type === 'private' && state.blocked.has(id)) throw forbidden('bot was blocked by the user')
  return chat
}

/** The chat, as long as the bot is in it. */
export function chatToSee({ state }: Telegram, id: number): Chat {
  const chat = state.chats.get(id)
  if (!chat) throw badRequest('chat not found')
  if (chat.movedTo !== undefined) {
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.movedTo })
  }
  if (chat.type !== 'private' && !chat.botIsMember) throw forbidden(`bot was kicked from the ${chat.type} chat`)
  return chat
}

function forbidden(what: string): RefusedError {
  return new RefusedError(403, `Forbidden: ${what}`)
}
