import { Button, Textarea } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useState } from 'react'
import { useReason, useWords } from '../text.ts'
import type { Draft, Sent, Tell } from './draft.ts'
import { AttachButton, FileChips } from './files.tsx'
import type { ChosenFiles } from './use-files.ts'

export type ComposerProps = {
  readonly placeholder: string
  readonly testId: string
  /** What it could not send stays in the field. */
  readonly onSend: (draft: Draft, tell: Tell) => Promise<Sent>
  /** Absent: only words can be sent, as when a message is changed. */
  readonly chosen?: ChosenFiles
  /** What stands in the field when it appears. */
  readonly initial?: string
  readonly onCancel?: () => void
}

/** A field to write in, with files: Enter sends, Shift+Enter begins a new line, Escape gives up. */
export function Composer({ placeholder, testId, onSend, chosen, initial = '', onCancel }: ComposerProps) {
  const words = useWords()
  const reason = useReason()
  const [text, setText] = useState(initial)
  const [step, setStep] = useState<Parameters<Tell>[0]>()
  const [sending, setSending] = useState(false)
  useEffect(() => setText(initial), [initial])
  const files = chosen?.files ?? []
  const isEmpty = text.trim() === '' && files.length === 0
  const send = async () => {
    if (isEmpty || sending) return
    setSending(true)
    const { left, problem } = await onSend({ text, files }, setStep)
    setText(left.text)
    chosen?.left(left.files, problem === undefined ? [] : [words('not-sent', { why: reason(problem) })])
    setStep(undefined)
    setSending(false)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel?.()
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void send()
  }
  const onPaste = (event: ClipboardEvent) => {
    const pasted = [...event.clipboardData.files]
    if (!chosen || pasted.length === 0) return
    event.preventDefault()
    void chosen.add(pasted)
  }
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {chosen && <FileChips chosen={chosen} isBusy={sending} />}
      {step && (
        <p className="composer-line dim small" role="status">
          {words('uploading', step)}
        </p>
      )}
      <div className="composer-row">
        {chosen && <AttachButton onFiles={chosen.add} isBusy={sending} testId={`${testId}-attach`} />}
        <Textarea
          className="composer-field"
          autosize
          minRows={1}
          maxRows={8}
          aria-label={placeholder}
          placeholder={placeholder}
          value={text}
          readOnly={sending}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKey}
          onPaste={onPaste}
          data-testid={testId}
        />
        <Button type="submit" disabled={isEmpty} loading={sending} data-testid={`${testId}-send`}>
          {words('send')}
        </Button>
        {onCancel && (
          <Button variant="subtle" onClick={onCancel}>
            {words('cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}
