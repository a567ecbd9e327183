import { Button, Group, Select } from '@mantine/core'
import { createContext, type ReactNode, useContext } from 'react'
import { useWords } from '../text.ts'
import { withSigns } from './words/emoji.ts'
import { Mrkdwn } from './words/mrkdwn.tsx'
import { RichText, type RichTextBlock } from './words/rich-text.tsx'

export type TextObject = { type: 'plain_text' | 'mrkdwn'; text: string }
type ImageElement = { type: 'image'; alt_text: string; image_url?: string }
type Option = { text: TextObject; value: string; description?: TextObject }
export type BlockElement = {
  type: string
  action_id?: string
  text?: TextObject | string
  value?: string
  style?: string
  url?: string
  placeholder?: TextObject
  options?: Option[]
  initial_option?: Option
  initial_options?: Option[]
  initial_value?: string | RichTextBlock
  multiline?: boolean
}
export type Block = {
  type: string
  block_id?: string
  text?: TextObject
  fields?: TextObject[]
  accessory?: BlockElement
  elements?: BlockElement[]
  label?: TextObject
  hint?: TextObject
  optional?: boolean
  dispatch_action?: boolean
  element?: BlockElement
  alt_text?: string
}

export type Click = (action: { actionId: string; blockId?: string; value?: string }) => void
export const ClickContext = createContext<Click>(() => undefined)

/** Block Kit, as far as an app's messages use it. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className="blocks">
      {blocks.map((block, i) => (
        <BlockView key={block.block_id ?? i} block={block} />
      ))}
    </div>
  )
}

function BlockView({ block }: { block: Block }) {
  switch (block.type) {
    case 'rich_text':
      return <RichText block={block as unknown as RichTextBlock} />
    case 'header':
      return <h3 className="block-header">{withSigns(block.text?.text ?? '')}</h3>
    case 'divider':
      return <hr />
    case 'section':
      return (
        <div className="block-section">
          <div>
            {block.text && <TextView text={block.text} />}
            {block.fields?.map((field, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same
              <div key={i}>
                <TextView text={field} />
              </div>
            ))}
          </div>
          {block.accessory && <ActionElement element={block.accessory} blockId={block.block_id} />}
        </div>
      )
    case 'context':
      return (
        <div className="block-context">
          {(block.elements as unknown as (TextObject | ImageElement)[]).map((element, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same
            <div key={i}>
              {element.type === 'image' ? <Elsewhere alt={element.alt_text} /> : <TextView text={element} />}
            </div>
          ))}
        </div>
      )
    case 'actions':
      return (
        <Group gap={6} className="block-actions">
          {block.elements?.map((element) => (
            <ActionElement key={element.action_id} element={element} blockId={block.block_id} />
          ))}
        </Group>
      )
    case 'image':
      return <Elsewhere alt={block.alt_text ?? ''} />
    default:
      return <div className="dim">[{block.type}]</div>
  }
}

export function TextView({ text }: { text: TextObject }) {
  return text.type === 'mrkdwn' ? <Mrkdwn text={text.text} /> : <Plain text={text.text} />
}

function Plain({ text }: { text: string }): ReactNode {
  return <span className="plain">{withSigns(text)}</span>
}

/** A picture of some other server, which this page does not ask for anything. */
function Elsewhere({ alt }: { alt: string }) {
  const words = useWords()
  return <span className="dim">{words('image-elsewhere', { alt })}</span>
}

function ActionElement({ element, blockId }: { element: BlockElement; blockId: string | undefined }) {
  const click = useContext(ClickContext)
  const actionId = element.action_id ?? ''
  const at = { actionId, ...(blockId === undefined ? {} : { blockId }) }
  if (element.type === 'static_select') {
    return (
      <Select
        size="xs"
        placeholder={element.placeholder?.text ?? ''}
        aria-label={element.placeholder?.text ?? actionId}
        data={(element.options ?? []).map(({ text, value }) => ({ value, label: withSigns(text.text) }))}
        value={element.initial_option?.value ?? null}
        onChange={(value) => value !== null && click({ ...at, value })}
        data-testid={`slack-action-${actionId}`}
      />
    )
  }
  const label = typeof element.text === 'string' ? element.text : (element.text?.text ?? '')
  const color = element.style === 'primary' ? 'teal' : element.style === 'danger' ? 'red' : 'gray'
  return (
    <Button
      size="compact-sm"
      variant={element.style === 'primary' ? 'filled' : 'default'}
      color={color}
      {...(element.style === 'danger' ? { c: 'red' } : {})}
      onClick={() => click(at)}
      data-testid={`slack-action-${actionId}`}
    >
      {withSigns(label)}
    </Button>
  )
}
