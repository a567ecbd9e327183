/** What a method of the Web API is made of, and the arguments several of them share. */
import { z } from 'zod'
import type { Json } from '../workspace/facts.ts'
import { RefusedError, refusedFor } from '../workspace/refused.ts'
import type { Conversation } from '../workspace/state.ts'
import { channelType } from '../workspace/wire.ts'
import type { Workspace } from '../workspace/workspace.ts'

export type Method = {
  /** Which of the two tokens it takes. */
  readonly token: 'bot' | 'app'
  /** The scope it needs whatever it is asked; those that depend on the conversation are checked by `allow`. */
  readonly scope?: string
  run(ws: Workspace, args: Json): Json
}

type Spec<S extends z.ZodType> = {
  readonly token?: 'app'
  readonly scope?: string
  readonly args: S
  run(ws: Workspace, args: z.infer<S>): Json
}

/** A method with its arguments checked first. They may come as JSON or as the strings of a form. */
export function method<S extends z.ZodType>(spec: Spec<S>): Method {
  return {
    token: spec.token ?? 'bot',
    ...(spec.scope === undefined ? {} : { scope: spec.scope }),
    run(ws, args) {
      const parsed = spec.args.safeParse(args)
      if (parsed.success) return spec.run(ws, parsed.data)
      const [first] = parsed.error.issues
      if (first?.path.length === 1 && first.path[0] === 'channel') throw new RefusedError('channel_not_found')
      throw refusedFor(
        'invalid_arguments',
        parsed.error.issues.map((issue) => `${issue.message} [json-pointer:/${issue.path.join('/')}]`),
      )
    },
  }
}

/** A boolean, also as a form spells it. */
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0', '']).transform((word) => word === 'true' || word === '1')])
  .default(false)

/** A value that a form carries as JSON in a string. Text that is no JSON stays text, for the method to refuse by its own name. */
export const json = z
  .preprocess((given) => (typeof given === 'string' ? parsedOr(given) : given), z.unknown())
  .optional()

export const limit = (usual: number, max: number) => z.coerce.number().int().min(1).max(max).default(usual).catch(usual)

/** One page of a list; the cursor is the number of what came before, as opaque to a client as Slack's. */
export function paged<T>(all: readonly T[], size: number, cursor: string | undefined) {
  const from =
    cursor === undefined || cursor === ''
      ? 0
      : Number(
          Buffer.from(cursor, 'base64')
            .toString()
            .replace(/^next:/, ''),
        )
  if (!Number.isInteger(from) || from < 0) throw new RefusedError('invalid_cursor')
  const more = from + size < all.length
  const next_cursor = more ? Buffer.from(`next:${from + size}`).toString('base64') : ''
  return { page: all.slice(from, from + size), more, next_cursor }
}

/** Refuses what the app's scopes do not cover. */
export function requireScope(ws: Workspace, needed: string): void {
  if (ws.seed.scopes.includes(needed)) return
  throw new RefusedError('missing_scope', { needed, provided: ws.seed.scopes.join(',') })
}

/** The scope of an action on a conversation of this kind: `channels:history`, `groups:history`, `im:history`. */
export function requireKind(ws: Workspace, conversation: Conversation, action: 'history' | 'read'): void {
  const kind = channelType(conversation)
  requireScope(ws, `${kind === 'im' ? 'im' : `${kind}s`}:${action}`)
}

/** A conversation the bot can know of: a private channel it is not in does not exist for it. */
export function conversationOf(ws: Workspace, channel: string): Conversation {
  const found = ws.state.conversations.get(channel)
  if (!found || (found.kind === 'private' && !ws.isMember(found))) throw new RefusedError('channel_not_found')
  return found
}

/** As above, and the bot has to be in it. */
export function joinedConversation(ws: Workspace, channel: string): Conversation {
  const conversation = conversationOf(ws, channel)
  if (!ws.isMember(conversation)) throw new RefusedError('not_in_channel')
  return conversation
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
