/** Somebody fills in a modal step by step, as Slack's own client would: what was typed stays, what is chosen is told. */
import { vi } from 'vitest'
import { z } from 'zod'
import type { Bridge } from './bridge.ts'

const option = z.looseObject({ value: z.string() })
const element = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  initial_value: z.unknown().optional(),
  initial_option: option.optional(),
  initial_options: z.array(option).default([]),
  initial_date_time: z.number().optional(),
  options: z.array(option).default([]),
})
const viewSchema = z.looseObject({
  id: z.string(),
  hash: z.string(),
  blocks: z.array(
    z.looseObject({
      type: z.string(),
      block_id: z.string(),
      element: element.optional(),
      elements: z.array(z.unknown()).default([]),
    }),
  ),
})
type View = z.infer<typeof viewSchema>
type Values = Record<string, Record<string, Record<string, unknown>>>

export class Form {
  #values: Values = {}

  constructor(
    readonly bridge: Bridge,
    readonly user = 'U0ANNA',
  ) {}

  async view(): Promise<View> {
    return viewSchema.parse((await this.bridge.modal(this.user))?.view)
  }

  async seen(): Promise<string> {
    return JSON.stringify((await this.view()).blocks)
  }

  /** What stands in the field that formatted words are written into. */
  async words(): Promise<string> {
    const value = Object.values(this.#shown(await this.view())).flatMap((actions) => Object.values(actions))
    return textIn(value.find(({ type }) => type === 'rich_text_input')?.rich_text_value)
  }

  /** Writes into the field of this action, or into the one for formatted words. */
  async write(text: string, actionId?: string): Promise<void> {
    const view = await this.view()
    for (const { block_id: block, element: field } of view.blocks) {
      if (!field || (actionId === undefined ? field.type !== 'rich_text_input' : field.action_id !== actionId)) continue
      const { type, action_id: action } = field
      const given = type === 'rich_text_input' ? { rich_text_value: richText(text) } : { value: text }
      this.#values[block] = { [action]: { type, ...given } }
    }
  }

  /** Uses what tells the app at once: an option of a choice, a button, Enter in a line; and waits for the modal to change. */
  async use(actionId: string, value?: string): Promise<void> {
    const view = await this.view()
    const values = this.#shown(view)
    const { user } = this
    await this.bridge.act('slack/click', { user, viewId: view.id, actionId, value, values })
    const block = view.blocks.find(({ element: field }) => field?.action_id === actionId)
    const chosen = block?.element?.options.find((one) => one.value === value)
    if (block && chosen)
      this.#values[block.block_id] = { [actionId]: { type: 'static_select', selected_option: chosen } }
    await vi.waitUntil(async () => (await this.view()).hash !== view.hash, { timeout: 5_000, interval: 10 })
  }

  /** Chooses an option of a list of which the app hears only at the end. */
  async choose(actionId: string, value: string): Promise<void> {
    const block = (await this.view()).blocks.find(({ element: field }) => field?.action_id === actionId)
    const chosen = block?.element?.options.find((one) => one.value === value)
    if (!block || !chosen) throw new Error(`${actionId} does not offer ${value}`)
    this.#values[block.block_id] = { [actionId]: { type: 'static_select', selected_option: chosen } }
  }

  async submit(): Promise<void> {
    const view = await this.view()
    await this.bridge.act('slack/submit', { user: this.user, viewId: view.id, values: this.#shown(view) })
  }

  /** By block and action: what was filled in there, else what it began with. */
  #shown(view: View): Values {
    const fields = view.blocks.flatMap(({ block_id: block, element: field }) => (field ? [{ block, field }] : []))
    return Object.fromEntries(
      fields.map(({ block, field }) => [
        block,
        { [field.action_id]: this.#values[block]?.[field.action_id] ?? initial(field) },
      ]),
    )
  }
}

function initial({
  type,
  initial_value: value,
  initial_option: chosen,
  initial_options: ticked,
  initial_date_time: at,
}: z.infer<typeof element>): Record<string, unknown> {
  if (type === 'rich_text_input') return { type, rich_text_value: value }
  if (type === 'static_select') return { type, selected_option: chosen ?? null }
  if (type === 'datetimepicker') return { type, selected_date_time: at ?? null }
  return type === 'checkboxes' ? { type, selected_options: ticked } : { type, value: value ?? null }
}

function richText(text: string) {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] }
}

const richSchema = z.looseObject({
  elements: z.array(z.looseObject({ elements: z.array(z.looseObject({ text: z.string().default('') })) })),
})

function textIn(value: unknown): string {
  const parsed = richSchema.safeParse(value)
  return parsed.success ? parsed.data.elements.flatMap((part) => part.elements.map(({ text }) => text)).join('') : ''
}
