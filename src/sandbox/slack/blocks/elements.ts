/** What stands inside blocks and can be clicked or filled in. */
import { z } from 'zod'
import { actionId, atMost, confirm, image, option, plainText, some, text, url } from './parts.ts'
import { richText } from './rich-text.ts'

const acting = { action_id: actionId, confirm: confirm.optional() }
const focusing = { focus_on_load: z.boolean().optional() }
const placeholding = { placeholder: plainText(150).optional() }
const dispatching = {
  dispatch_action_config: z.strictObject({ trigger_actions_on: z.array(z.string()).optional() }).optional(),
}

const button = z.strictObject({
  type: z.literal('button'),
  ...acting,
  text: plainText(75),
  value: text(2000).optional(),
  url: url.optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: text(75).optional(),
})
const group = z.strictObject({ label: plainText(75), options: some(option, 100) })
const staticSelect = {
  ...acting,
  ...focusing,
  ...placeholding,
  options: some(option, 100).optional(),
  option_groups: some(group, 100).optional(),
}
const choice = { ...acting, ...focusing, options: some(option, 10) }
const selects = [
  z.strictObject({ type: z.literal('static_select'), ...staticSelect, initial_option: option.optional() }),
  z.strictObject({
    type: z.literal('multi_static_select'),
    ...staticSelect,
    initial_options: atMost(option, 100).optional(),
    max_selected_items: z.number().int().min(1).optional(),
  }),
] as const
const choices = [
  z.strictObject({ type: z.literal('radio_buttons'), ...choice, initial_option: option.optional() }),
  z.strictObject({ type: z.literal('checkboxes'), ...choice, initial_options: atMost(option, 10).optional() }),
] as const
/** Elements that choose among the workspace's own things; their options are Slack's affair. */
const pickers = (
  [
    'users_select',
    'conversations_select',
    'channels_select',
    'external_select',
    'multi_users_select',
    'multi_conversations_select',
    'multi_channels_select',
    'multi_external_select',
    'datepicker',
    'timepicker',
    'datetimepicker',
  ] as const
).map((type) => z.looseObject({ type: z.literal(type), ...acting, ...focusing, ...placeholding }))

const fields = [
  z.strictObject({
    type: z.literal('plain_text_input'),
    action_id: actionId,
    ...focusing,
    ...placeholding,
    ...dispatching,
    initial_value: text(3000, 0).optional(),
    multiline: z.boolean().optional(),
    min_length: z.number().int().min(0).max(3000).optional(),
    max_length: z.number().int().min(1).max(3000).optional(),
  }),
  z.strictObject({
    type: z.literal('rich_text_input'),
    action_id: actionId,
    ...focusing,
    ...placeholding,
    ...dispatching,
    initial_value: richText.optional(),
    min_lines: z.number().int().min(1).optional(),
    max_lines: z.number().int().min(1).optional(),
  }),
  ...(['number_input', 'email_text_input', 'url_text_input', 'file_input'] as const).map((type) =>
    z.looseObject({ type: z.literal(type), action_id: actionId, ...focusing, ...placeholding }),
  ),
] as const

const overflow = z.strictObject({ type: z.literal('overflow'), ...acting, options: some(option, 5) })
const workflowButton = z.looseObject({ type: z.literal('workflow_button'), text: plainText(75), action_id: actionId })

export const actionElement = z.discriminatedUnion('type', [
  button,
  overflow,
  workflowButton,
  ...selects,
  ...choices,
  ...pickers,
])
export const accessory = z.discriminatedUnion('type', [actionElement, image])
export const inputElement = z.discriminatedUnion('type', [...fields, ...selects, ...choices, ...pickers])
