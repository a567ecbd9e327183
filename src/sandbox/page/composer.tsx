import { Button, Textarea } from '@mantine/core'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { useWords } from './text.ts'

export type ComposerProps = {
  readonly placeholder: string
  readonly testId: string
  /** True: it was sent, and the field is emptied. */
  readonly onSend: (text: string) => Promise<boolean>
  /** What stands in the field when it appears. */
  readonly initial?: string
  readonly onCancel?: () => void
}

/** A field to write in: Enter sends, Shift+Enter begins a new line, Escape gives up. */
export function Composer({ placeholder, testId, onSend, initial = '', onCancel }: ComposerProps) {
  const words = useWords()
  const [text, setText] = useState(initial)
  useEffect(() => setText(initial), [initial])
  const send = async () => {
    if (text.trim() !== '' && (await onSend(text))) setText('')
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel?.()
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void send()
  }
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Textarea
        autosize
        minRows={1}
        maxRows={8}
        aria-label={placeholder}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKey}
        data-testid={testId}
      />
      <Button type="submit" disabled={text.trim() === ''} data-testid={`${testId}-send`}>
        {words('send')}
      </Button>
      {onCancel && (
        <Button variant="subtle" onClick={onCancel}>
          {words('cancel')}
        </Button>
      )}
    </form>
  )
}
