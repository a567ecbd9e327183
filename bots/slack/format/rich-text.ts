/**
 * Slack's `rich_text` block, as far as we read and write it: what every composer of Slack makes of a person's words
 * (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block).
 */
import { z } from 'zod'

const style = z.looseObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
  code: z.boolean().optional(),
  underline: z.boolean().optional(),
})
export type Style = z.infer<typeof style>
const styled = { style: style.optional() }

const leaf = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('text'), text: z.string(), ...styled }),
  z.looseObject({
    type: z.literal('link'),
    url: z.string(),
    text: z.string().optional(),
    unsafe: z.boolean().optional(),
    ...styled,
  }),
  /** `skin_tone` beside a bare name, or `::skin-tone-3` in it: Slack writes both. */
  z.looseObject({
    type: z.literal('emoji'),
    name: z.string(),
    unicode: z.string().optional(),
    skin_tone: z.number().optional(),
    url: z.string().optional(),
    ...styled,
  }),
  z.looseObject({ type: z.literal('user'), user_id: z.string(), ...styled }),
  z.looseObject({ type: z.literal('usergroup'), usergroup_id: z.string(), ...styled }),
  z.looseObject({ type: z.literal('channel'), channel_id: z.string(), ...styled }),
  z.looseObject({ type: z.literal('team'), team_id: z.string(), ...styled }),
  z.looseObject({ type: z.literal('broadcast'), range: z.string(), ...styled }),
  z.looseObject({ type: z.literal('color'), value: z.string(), ...styled }),
  z.looseObject({
    type: z.literal('date'),
    timestamp: z.number(),
    format: z.string(),
    url: z.string().optional(),
    fallback: z.string().optional(),
    ...styled,
  }),
])
export type Leaf = z.infer<typeof leaf>

/** 0, as Slack writes where there is none, is the same as its absence. */
const bordered = { border: z.number().optional() }
const section = z.looseObject({ type: z.literal('rich_text_section'), elements: z.array(leaf) })
export type Section = z.infer<typeof section>
const element = z.discriminatedUnion('type', [
  section,
  z.looseObject({
    type: z.literal('rich_text_list'),
    style: z.enum(['bullet', 'ordered']).catch('bullet'),
    indent: z.number().optional(),
    offset: z.number().optional(),
    elements: z.array(section),
    ...bordered,
  }),
  z.looseObject({ type: z.literal('rich_text_quote'), elements: z.array(leaf), ...bordered }),
  z.looseObject({
    type: z.literal('rich_text_preformatted'),
    elements: z.array(leaf),
    language: z.string().optional(),
    ...bordered,
  }),
])
export type Element = z.infer<typeof element>
export type ListElement = Extract<Element, { type: 'rich_text_list' }>

export const richTextBlockSchema = z.looseObject({ type: z.literal('rich_text'), elements: z.array(element) })
export type RichTextBlock = z.infer<typeof richTextBlockSchema>
