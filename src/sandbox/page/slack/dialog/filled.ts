/** What somebody has filled into the fields of a modal, and what Slack makes of it. */
import type { Block, BlockElement } from '../blocks.tsx'
import type { RichTextBlock } from '../words/rich-text.tsx'
import { fromRichText, toRichText } from './typed.ts'

/** What was typed, the values of the boxes that are ticked, or that of the option chosen. */
export type FieldValue =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'boxes'; readonly ticked: readonly string[] }
  | { readonly kind: 'choice'; readonly chosen: string }
export type Filled = Readonly<Record<string, FieldValue>>

/** Slack keeps what was filled in by block and action: a field that has both names is the same field. */
export function keyOf({ block_id, element }: Block): string {
  return `${block_id ?? ''} ${element?.action_id ?? ''}`
}

/**
 * The fields of a view that is new or was updated. What stood in a field stays in it, whatever `initial_value` says now
 * (https://docs.slack.dev/surfaces/modals#updating_views); what is gone is forgotten.
 */
export function refilled(before: Filled, blocks: readonly Block[]): Filled {
  const inputs = blocks.filter(({ type }) => type === 'input')
  return Object.fromEntries(inputs.map((block) => [keyOf(block), before[keyOf(block)] ?? initialOf(block.element)]))
}

export function valuesOf(blocks: readonly Block[], filled: Filled): Record<string, object> {
  const inputs = blocks.filter(({ type }) => type === 'input')
  return Object.fromEntries(inputs.map((block) => [block.block_id, givenIn(block.element, filled[keyOf(block)])]))
}

function initialOf(element: BlockElement | undefined): FieldValue {
  if (element?.type === 'checkboxes')
    return { kind: 'boxes', ticked: (element.initial_options ?? []).map(({ value }) => value) }
  if (element?.type === 'static_select') return { kind: 'choice', chosen: element.initial_option?.value ?? '' }
  const initial = element?.initial_value ?? ''
  return { kind: 'words', text: typeof initial === 'string' ? initial : fromRichText(initial) }
}

function givenIn(element: BlockElement | undefined, value: FieldValue | undefined): object {
  const type = element?.type ?? 'plain_text_input'
  const given = value ?? initialOf(element)
  return { [element?.action_id ?? '']: { type, ...reported(element, given) } }
}

function reported(element: BlockElement | undefined, given: FieldValue): object {
  if (given.kind === 'boxes') {
    return { selected_options: (element?.options ?? []).filter(({ value }) => given.ticked.includes(value)) }
  }
  if (given.kind === 'choice') {
    return { selected_option: (element?.options ?? []).find(({ value }) => value === given.chosen) ?? null }
  }
  if (element?.type !== 'rich_text_input') return { value: given.text === '' ? null : given.text }
  // What was not touched goes back as it came, with all its formatting.
  const initial = element.initial_value as RichTextBlock | undefined
  const isUntouched = initial !== undefined && fromRichText(initial) === given.text
  return { rich_text_value: isUntouched ? initial : toRichText(given.text) }
}
