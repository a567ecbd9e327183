/** What a bot writes: a text, or the caption of what it sends. */
import { z } from 'zod'
import { checkedWords, entitySchema, foundIn, type Words } from '../../entities.ts'
import { badRequest } from '../../refused.ts'

const LONGEST = { text: 4_096, caption: 1_024 } as const

const parseMode = z.string().optional()
export const textArgs = {
  text: z.coerce.string().default(''),
  entities: z.array(entitySchema).default([]),
  parse_mode: parseMode,
}
export const captionArgs = {
  caption: z.coerce.string().default(''),
  caption_entities: z.array(entitySchema).default([]),
  parse_mode: parseMode,
}

type TextArgs = {
  readonly text: string
  readonly entities: readonly z.infer<typeof entitySchema>[]
  readonly parse_mode?: string | undefined
}
export type CaptionArgs = {
  readonly caption: string
  readonly caption_entities: readonly z.infer<typeof entitySchema>[]
  readonly parse_mode?: string | undefined
}

/** Throws RefusedError, as the next one does. */
export function textOf(args: TextArgs): Words {
  const words = checked(args)
  if (words.text === '') throw badRequest('message text is empty')
  if (words.text.length > LONGEST.text) throw badRequest('message is too long')
  return words
}

/** Nothing is a caption, too. */
export function captionOf({ caption, caption_entities: entities, parse_mode }: CaptionArgs): Words {
  const words = checked({ text: caption, entities, parse_mode })
  if (words.text.length > LONGEST.caption) throw badRequest('message caption is too long')
  return words
}

function checked(args: TextArgs): Words {
  if (args.parse_mode !== undefined)
    throw badRequest('the sandbox takes entities, not parse_mode: see README, “Sandbox”')
  const { text, entities } = checkedWords(args.text, args.entities)
  return { text, entities: foundIn(text, entities) }
}
