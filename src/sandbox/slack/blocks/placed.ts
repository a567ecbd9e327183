/** Finding what a person clicks or fills in among blocks that were checked when they were posted. */
import { z } from 'zod'
import type { Json } from '../workspace/facts.ts'

const option = z.looseObject({ value: z.string(), text: z.looseObject({ text: z.string() }) })
const element = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  text: z.unknown().optional(),
  value: z.string().optional(),
  style: z.string().optional(),
  options: z.array(option).default([]),
  option_groups: z.array(z.looseObject({ options: z.array(option) })).default([]),
  min_length: z.number().optional(),
  max_length: z.number().optional(),
})
export type Element = z.infer<typeof element>

const holder = z.looseObject({
  type: z.string(),
  block_id: z.string(),
  elements: z.array(z.unknown()).default([]),
  accessory: z.unknown().optional(),
  element: z.unknown().optional(),
  optional: z.boolean().default(false),
  dispatch_action: z.boolean().default(false),
})

export type Placed = {
  readonly blockId: string
  readonly element: Element
  readonly optional: boolean
  /** The app hears when it is used: of a field only when its block has `dispatch_action`. */
  readonly dispatches: boolean
}

/** Everything with an action id, in order. */
export function elementsIn(blocks: readonly unknown[], only?: 'input'): Placed[] {
  return blocks.flatMap((block) => {
    const parsed = holder.safeParse(block)
    if (!parsed.success || (only && parsed.data.type !== only)) return []
    const { type, block_id: blockId, elements, accessory, element: field, optional } = parsed.data
    const dispatches = type !== 'input' || parsed.data.dispatch_action
    return [...elements, accessory, field].flatMap((given) => {
      const found = element.safeParse(given)
      return found.success ? [{ blockId, element: found.data, optional, dispatches }] : []
    })
  })
}

/** What Slack reports when it is used: of a button its value, of a choice the option chosen. Undefined: no such option. */
export function actionOf(
  { blockId, element: found }: Placed,
  value: string | undefined,
  actionTs: string,
): Json | undefined {
  const common = { action_id: found.action_id, block_id: blockId, type: found.type, action_ts: actionTs }
  if (found.type === 'button') {
    const { text, style } = found
    return {
      ...common,
      text,
      ...(found.value === undefined ? {} : { value: found.value }),
      ...(style === undefined ? {} : { style }),
    }
  }
  const report = CHOICES[found.type]
  if (!report) return { ...common, ...(value === undefined ? {} : { value }) }
  const options = [...found.options, ...found.option_groups.flatMap((group) => group.options)]
  const wanted = value === undefined || value === '' ? [] : value.split(',')
  const chosen = wanted.flatMap((one) => options.filter((given) => given.value === one))
  return chosen.length === wanted.length ? { ...common, ...report(chosen) } : undefined
}

type Option = z.infer<typeof option>
const one = (chosen: readonly Option[]): Json => ({ selected_option: chosen[0] ?? null })
const many = (chosen: readonly Option[]): Json => ({ selected_options: chosen })
const CHOICES: Readonly<Record<string, (chosen: readonly Option[]) => Json>> = {
  static_select: one,
  radio_buttons: one,
  overflow: one,
  checkboxes: many,
  multi_static_select: many,
}
