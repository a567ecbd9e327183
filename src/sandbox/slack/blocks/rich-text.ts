import { z } from 'zod'
import { blockId, text } from './parts.ts'

const on = z.boolean().optional()
const style = z
  .strictObject({
    bold: on,
    italic: on,
    strike: on,
    code: on,
    underline: on,
    highlight: on,
    client_highlight: on,
    unlink: on,
  })
  .optional()
const border = z.union([z.literal(0), z.literal(1)]).optional()
const anyLength = text(Number.MAX_SAFE_INTEGER)

const textLeaf = z.strictObject({ type: z.literal('text'), text: anyLength, style })
const linkLeaf = z.strictObject({
  type: z.literal('link'),
  url: anyLength,
  text: z.string().optional(),
  unsafe: on,
  style,
})
const leaf = z.discriminatedUnion('type', [
  textLeaf,
  linkLeaf,
  z.strictObject({
    type: z.literal('emoji'),
    name: anyLength,
    unicode: z.string().optional(),
    url: z.string().optional(),
    skin_tone: z.number().optional(),
    style,
  }),
  z.strictObject({ type: z.literal('user'), user_id: anyLength, style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: anyLength, style }),
  z.strictObject({ type: z.literal('team'), team_id: anyLength, style }),
  z.strictObject({ type: z.literal('channel'), channel_id: anyLength, style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), style }),
  z.strictObject({ type: z.literal('color'), value: anyLength, style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.number().int(),
    format: anyLength,
    url: z.string().optional(),
    fallback: z.string().optional(),
    style,
  }),
])
export type Leaf = z.infer<typeof leaf>
export type Style = z.infer<typeof style>

const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(leaf) })
const richTextElement = z.discriminatedUnion('type', [
  section,
  z.strictObject({
    type: z.literal('rich_text_list'),
    style: z.enum(['bullet', 'ordered']),
    elements: z.array(section),
    indent: z.number().int().min(0).max(8).optional(),
    offset: z.number().int().min(0).optional(),
    border,
  }),
  z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(leaf), border }),
  z.strictObject({
    type: z.literal('rich_text_preformatted'),
    elements: z.array(z.discriminatedUnion('type', [textLeaf, linkLeaf])),
    border,
    language: z.string().optional(),
  }),
])
export type RichTextElement = z.infer<typeof richTextElement>

/** A `rich_text` block, in messages, modals and as the value of a `rich_text_input`. */
export const richText = z.strictObject({
  type: z.literal('rich_text'),
  elements: z.array(richTextElement),
  block_id: blockId,
})
export type RichTextBlock = z.infer<typeof richText>
