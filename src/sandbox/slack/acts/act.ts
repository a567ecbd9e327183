/** What every act of a person or a test is made of: POST /control/slack/<name>. */
import { z } from 'zod'
import type { Json, Message, OpenView } from '../workspace/facts.ts'
import { type Conversation, directId } from '../workspace/state.ts'
import type { Workspace } from '../workspace/workspace.ts'

export type Act = { run(ws: Workspace, body: unknown): Json | Promise<Json> }

/** It cannot be done as things stand: answered with 409. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError'

  constructor(
    readonly error: string,
    readonly more: Json = {},
  ) {
    super(error)
  }
}

export function act<S extends z.ZodType>(args: S, run: (ws: Workspace, args: z.infer<S>) => Json | Promise<Json>): Act {
  return { run: (ws, body) => run(ws, args.parse(body ?? {})) }
}

export const user = z.string().min(1)
export const channel = z.string().min(1)
export const ts = z.string().min(1)

export function requireUser(ws: Workspace, id: string): void {
  if (!ws.user(id)) throw new ConflictError('user_not_found')
}

/** A conversation as this person sees it: one they are in. The bot's user id means their direct messages with it. */
export function placeOf(ws: Workspace, person: string, id: string): Conversation {
  requireUser(ws, person)
  const conversation = ws.state.conversations.get(id === ws.seed.bot.userId ? directId(person) : id)
  if (!conversation) throw new ConflictError('channel_not_found')
  if (!ws.isMember(conversation, person)) throw new ConflictError('not_in_channel')
  return conversation
}

export function messageOf(conversation: Conversation, person: string, messageTs: string): Message {
  const message = conversation.messages.get(messageTs)
  const visible = message?.ephemeralFor === undefined || message.ephemeralFor === person
  if (!message || !visible || message.tombstone) throw new ConflictError('message_not_found')
  return message
}

/** The modal that lies on top before this person: what is below cannot be reached. */
export function topModal(ws: Workspace, person: string, viewId: string): OpenView {
  const top = ws.state.modalsOf(person).at(-1)
  if (top?.id !== viewId) throw new ConflictError('view_not_open')
  return top
}
