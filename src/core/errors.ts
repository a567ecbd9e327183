import type { RemoteConversation } from './ids.ts'

/** Bad input from a person: what was wrong, where, and what to do. Shown as it is, without a stack. */
export class InputError extends Error {
  override readonly name = 'InputError'
}

/**
 * A stored event cannot be understood yet: it waits until a message that is on its way to `conversation` has ended. Thrown
 * where the flow takes it, it passes through the bot as any error does; nothing was done.
 */
export class NotYetError extends Error {
  override readonly name = 'NotYetError'
  constructor(readonly conversation: RemoteConversation) {
    super(`a message is on its way to ${conversation}`)
  }
}

/** What is logged and stored of an unknown failure: its name and message, never its payload. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : ''
  return `${error.name}: ${error.message}${cause}`.slice(0, 2_000)
}
