import { Checkbox, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { type Block, type TextObject, TextView } from '../blocks.tsx'
import { withSigns } from '../words/emoji.ts'
import type { FieldValue } from './filled.ts'

export type FieldProps = {
  readonly block: Block
  readonly value: FieldValue | undefined
  readonly error: string | undefined
  readonly onChange: (value: FieldValue) => void
  /** Enter in a line whose block tells the app at once. */
  readonly onEnter: (text: string) => void
}

const shown = (text: TextObject) => <TextView text={text} />

/** One field of a modal. */
export function Field({ block, value, error, onChange, onEnter }: FieldProps) {
  const { element, label, hint, optional } = block
  const common = {
    label: withSigns(label?.text ?? ''),
    withAsterisk: !optional,
    ...(error === undefined ? {} : { error }),
    ...(hint === undefined ? {} : { description: withSigns(hint.text) }),
  }
  if (element?.type === 'checkboxes') {
    return (
      <Checkbox.Group
        {...common}
        value={value?.kind === 'boxes' ? [...value.ticked] : []}
        onChange={(ticked) => onChange({ kind: 'boxes', ticked })}
        className="boxes"
        data-testid={`slack-modal-boxes-${block.block_id}`}
      >
        <Stack gap={6} mt={4}>
          {(element.options ?? []).map((option) => (
            <Checkbox
              key={option.value}
              value={option.value}
              label={shown(option.text)}
              description={option.description && shown(option.description)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
    )
  }
  if (element?.type === 'static_select') {
    return (
      <Select
        {...common}
        placeholder={element.placeholder?.text ?? ''}
        data={(element.options ?? []).map((option) => ({ value: option.value, label: withSigns(option.text.text) }))}
        value={value?.kind === 'choice' ? value.chosen : null}
        onChange={(chosen) => chosen !== null && onChange({ kind: 'choice', chosen })}
        searchable
        allowDeselect={false}
        data-testid={`slack-modal-choice-${block.block_id}`}
      />
    )
  }
  if (element?.type !== 'rich_text_input' && element?.type !== 'plain_text_input')
    return <Text c="dimmed">[{element?.type}]</Text>
  const text = {
    ...common,
    value: value?.kind === 'words' ? value.text : '',
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onChange({ kind: 'words', text: currentTarget.value }),
    'data-testid': 'slack-modal-field',
    'data-autofocus': true,
  }
  const isLong = element.type === 'rich_text_input' || element.multiline === true
  if (isLong) return <Textarea {...text} autosize minRows={3} maxRows={14} />
  const enter = (key: string) => key === 'Enter' && block.dispatch_action === true && onEnter(text.value)
  return <TextInput {...text} onKeyDown={({ key }) => enter(key)} />
}
