/** Checks blocks as Slack does before it takes a message or a view, and gives block ids to those that have none. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Json } from '../workspace/facts.ts'
import { accessory, actionElement, inputElement } from './elements.ts'
import { anyText, atMost, blockId, image, plainText, some, text, url } from './parts.ts'
import { richText } from './rich-text.ts'

const context = z.discriminatedUnion('type', [anyText(3000), image])
const block = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('section'),
    text: anyText(3000).optional(),
    fields: some(anyText(2000), 10).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
    block_id: blockId,
  }),
  z.strictObject({ type: z.literal('header'), text: plainText(150), block_id: blockId }),
  z.strictObject({ type: z.literal('divider'), block_id: blockId }),
  z.strictObject({ type: z.literal('context'), elements: some(context, 10), block_id: blockId }),
  z.strictObject({ type: z.literal('actions'), elements: some(actionElement, 25), block_id: blockId }),
  z.strictObject({
    type: z.literal('image'),
    image_url: url.optional(),
    slack_file: z.looseObject({}).optional(),
    alt_text: text(2000),
    title: plainText(2000).optional(),
    block_id: blockId,
  }),
  z.strictObject({
    type: z.literal('input'),
    label: plainText(2000),
    element: inputElement,
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    block_id: blockId,
  }),
  z.strictObject({ type: z.literal('markdown'), text: text(12_000), block_id: blockId }),
  richText,
])

/** What is wrong with blocks or a view, in the words and with the pointers Slack uses; none: they are fine. */
export function blockProblems(blocks: unknown, max: 50 | 100, at = '/blocks'): string[] {
  const parsed = atMost(block, max).safeParse(blocks, { reportInput: true })
  if (!parsed.success) return problemsOf(parsed.error, at)
  return [
    ...parsed.data.flatMap((given, i) => missing(given, `${at}/${i}`)),
    ...repeated(parsed.data.map((given) => given.block_id)).map(
      (i) => `block_id already exists [json-pointer:${at}/${i}/block_id]`,
    ),
    ...parsed.data.flatMap((given, i) =>
      given.type === 'actions'
        ? repeated(given.elements.map((element) => element.action_id)).map(
            (j) => `action_id already exists [json-pointer:${at}/${i}/elements/${j}/action_id]`,
          )
        : [],
    ),
  ]
}

/** Zod's issues as Slack words them. */
export function problemsOf(error: z.ZodError, at: string): string[] {
  return error.issues.map((issue) => {
    const pointer = [at, ...issue.path.map(String)].join('/')
    return `${wordsFor(issue)} [json-pointer:${pointer}]`
  })
}

function wordsFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union') return 'unsupported type'
  if (issue.code === 'unrecognized_keys') return `invalid additional property: ${issue.keys.join(', ')}`
  if (issue.code === 'invalid_value') return `must be a valid enum value`
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return `missing required field: ${String(issue.path.at(-1))}`
  return issue.message
}

function missing(given: z.infer<typeof block>, at: string): string[] {
  if (given.type === 'section' && !given.text && !given.fields)
    return [`missing required field: text [json-pointer:${at}]`]
  if (given.type === 'image' && !given.image_url && !given.slack_file) {
    return [`missing required field: image_url [json-pointer:${at}]`]
  }
  return []
}

function repeated(ids: readonly (string | undefined)[]): number[] {
  return ids.flatMap((id, i) => (id !== undefined && ids.indexOf(id) < i ? [i] : []))
}

/** Slack names the blocks that came without a name, so that an action can say where it was. */
export function withBlockIds(blocks: readonly Json[]): Json[] {
  return blocks.map((given) => {
    const id = { block_id: randomBytes(4).toString('base64url').slice(0, 5) }
    return nameElements({ ...id, ...given })
  })
}

function nameElements(given: Json): Json {
  if (given.type === 'actions' && Array.isArray(given.elements)) {
    return { ...given, elements: given.elements.map(withActionId) }
  }
  if (given.type === 'input') return { ...given, element: withActionId(given.element) }
  return given.type === 'section' && given.accessory ? { ...given, accessory: withActionId(given.accessory) } : given
}

function withActionId(element: unknown): unknown {
  const isObject = typeof element === 'object' && element !== null
  if (!isObject || ('type' in element && element.type === 'image')) return element
  return { action_id: randomBytes(4).toString('base64url').slice(0, 5), ...element }
}

/**
 * Slack refuses a message whose blocks together are too long, though no page says so; about 13,200 characters were
 * measured (slackapi/bolt-js#2509).
 */
export const BLOCKS_TOTAL_MAX = 13_200

/** All the words of the blocks together. */
export function charactersIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + charactersIn(item), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (key === 'text' && typeof inner === 'string' ? inner.length : charactersIn(inner)),
    0,
  )
}
