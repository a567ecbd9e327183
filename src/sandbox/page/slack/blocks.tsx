import { Button, Group, Select } from '@mantine/core'
import { createContext, useContext } from 'react'
import { signOf } from './emoji.ts'
import { Mrkdwn } from './mrkdwn.tsx'
import { RichText, type RichTextBlock } from './rich-text.tsx'

type TextObject = { type: 'plain_text' | 'mrkdwn'; text: string }
export type BlockElement = {
  type: string
  action_id?: string
  text?: TextObject | string
  value?: string
  style?: string
  url?: string
  placeholder?: TextObject
  options?: { text: TextObject; value: string }[]
  initial_option?: { text: TextObject; value: string }
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
  element?: BlockElement
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
      return <h3 className="block-header">{block.text?.text}</h3>
    case 'divider':
      return <hr />
    case 'section':
      return (
        <div className="block-section">
          <div>
            {block.text && <TextView text={block.text} />}
            {block.fields?.map((field) => (
              <div key={field.text}>
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
          {(block.elements as unknown as TextObject[]).map((text) => (
            <span key={text.text}>
              <TextView text={text} />
            </span>
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
    default:
      return <div className="dim">[{block.type}]</div>
  }
}

export function TextView({ text }: { text: TextObject }) {
  return text.type === 'mrkdwn' ? <Mrkdwn text={text.text} /> : withSigns(text.text)
}

function withSigns(text: string): string {
  return text.replace(/:([a-z0-9_+-]+):/g, (_, name: string) => signOf(name))
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
        data={(element.options ?? []).map(({ text, value }) => ({ value, label: text.text }))}
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
