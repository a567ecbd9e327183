/** The small pieces blocks are made of, with the lengths Slack allows. */
import { z } from 'zod'

/** Slack counts what a person would see as characters in UTF-16 units, as JavaScript does. */
export function text(max: number, min = 1) {
  return z
    .string({ error: 'must provide a string' })
    .min(min, `must be more than ${min - 1} characters`)
    .max(max, `must be less than ${max + 1} characters`)
}

export function atMost<T extends z.ZodType>(item: T, max: number) {
  return z.array(item, { error: 'must provide an array' }).max(max, `no more than ${max} items allowed`)
}

export function some<T extends z.ZodType>(item: T, max: number) {
  return atMost(item, max).min(1, 'must provide at least 1 item')
}

export const blockId = text(255).optional()
export const actionId = text(255).optional()
export const url = text(3000).regex(/^[a-z][a-z0-9+.-]*:/i, 'must be a valid URL')

export function plainText(max: number) {
  return z.strictObject({ type: z.literal('plain_text'), text: text(max), emoji: z.boolean().optional() })
}

function mrkdwn(max: number) {
  return z.strictObject({ type: z.literal('mrkdwn'), text: text(max), verbatim: z.boolean().optional() })
}

export function anyText(max: number) {
  return z.discriminatedUnion('type', [plainText(max), mrkdwn(max)])
}

export const option = z.strictObject({
  text: anyText(75),
  value: text(150),
  description: anyText(75).optional(),
  url: url.optional(),
})

export const confirm = z.strictObject({
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(['primary', 'danger']).optional(),
})

export const image = z.strictObject({
  type: z.literal('image'),
  image_url: url.optional(),
  slack_file: z.looseObject({}).optional(),
  alt_text: text(2000),
})
