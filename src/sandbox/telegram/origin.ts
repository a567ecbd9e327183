import type { Json, Message } from './facts.ts'

/** A forwarded message: the same words and the same content, with the one who said it first. */
export function forwarded(
  original: Message,
  people: { userJson(id: number): Json },
): Pick<Message, 'text' | 'entities' | 'content' | 'beside'> {
  const { text, entities, content, beside } = original
  const first = { type: 'user', sender_user: people.userJson(original.from), date: original.date }
  return { text, entities, content, beside: { forward_origin: beside?.forward_origin ?? first } }
}
