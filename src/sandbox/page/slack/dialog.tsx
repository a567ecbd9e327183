import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { SlackModalView } from '../../view.ts'
import { useWords } from '../text.ts'
import { useAct } from '../use-sandbox.ts'
import { type Block, Blocks } from './blocks.tsx'
import type { RichTextBlock } from './rich-text.tsx'
import { fromRichText, toRichText } from './typed.ts'

type View = { title: { text: string }; submit?: { text: string }; close?: { text: string }; blocks: Block[] }

/** The modal on top of somebody's stack. */
export function Dialog({ modal }: { modal: SlackModalView }) {
  const words = useWords()
  const act = useAct()
  const view = modal.view as View
  const [typed, setTyped] = useState<Record<string, string>>({})
  const [sending, setSending] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view, or another version of it, begins anew
  useEffect(() => setTyped(initialOf(view.blocks)), [modal.id, modal.hash])
  const inputs = view.blocks.filter((block) => block.type === 'input')
  const submit = async () => {
    setSending(true)
    const values = Object.fromEntries(
      inputs.map((block) => [block.block_id, valueOfInput(block, typed[block.block_id ?? ''] ?? '')]),
    )
    await act('slack/submit', { user: modal.user, viewId: modal.id, values })
    setSending(false)
  }
  return (
    <Modal
      opened
      onClose={() => void act('slack/close', { user: modal.user, viewId: modal.id })}
      title={view.title.text}
      size="lg"
      data-testid="slack-modal"
      closeButtonProps={{ 'aria-label': view.close?.text ?? words('close') }}
    >
      <Stack>
        {view.blocks.map((block, i) =>
          block.type === 'input' ? (
            <Field
              key={block.block_id}
              block={block}
              value={typed[block.block_id ?? ''] ?? ''}
              error={modal.errors[block.block_id ?? '']}
              onChange={(text) => setTyped({ ...typed, [block.block_id ?? '']: text })}
            />
          ) : (
            <Blocks key={block.block_id ?? i} blocks={[block]} />
          ),
        )}
        <Group justify="end">
          <Button variant="default" onClick={() => void act('slack/close', { user: modal.user, viewId: modal.id })}>
            {view.close?.text ?? words('close')}
          </Button>
          {view.submit && (
            <Button loading={sending} onClick={() => void submit()} data-testid="slack-modal-submit">
              {view.submit.text}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

type FieldProps = { block: Block; value: string; error: string | undefined; onChange: (text: string) => void }

function Field({ block, value, error, onChange }: FieldProps) {
  const { element, label, hint, optional } = block
  const common = {
    label: label?.text ?? '',
    value,
    withAsterisk: !optional,
    'data-testid': 'slack-modal-field',
    ...(error === undefined ? {} : { error }),
    ...(hint === undefined ? {} : { description: hint.text }),
  }
  const isLong = element?.type === 'rich_text_input' || element?.multiline === true
  if (element?.type !== 'rich_text_input' && element?.type !== 'plain_text_input')
    return <Text c="dimmed">[{element?.type}]</Text>
  return isLong ? (
    <Textarea
      {...common}
      autosize
      minRows={3}
      maxRows={14}
      data-autofocus
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...common} onChange={(event) => onChange(event.currentTarget.value)} />
  )
}

function initialOf(blocks: readonly Block[]): Record<string, string> {
  return Object.fromEntries(
    blocks.flatMap(({ block_id: id, element }) => {
      const initial = element?.initial_value
      if (id === undefined || initial === undefined) return []
      return [[id, typeof initial === 'string' ? initial : fromRichText(initial)]]
    }),
  )
}

/** What was not touched goes back as it came, with all its formatting. */
function valueOfInput({ element }: Block, text: string) {
  const type = element?.type ?? 'plain_text_input'
  const actionId = element?.action_id ?? ''
  if (type !== 'rich_text_input') return { [actionId]: { type, value: text === '' ? null : text } }
  const initial = element?.initial_value as RichTextBlock | undefined
  const untouched = initial !== undefined && fromRichText(initial) === text
  return { [actionId]: { type, rich_text_value: untouched ? initial : toRichText(text) } }
}
