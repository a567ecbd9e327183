import { Button, Group, Modal, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { SlackModalView } from '../../../view.ts'
import { useWords } from '../../text.ts'
import { useAct } from '../../use-sandbox.ts'
import { type Block, Blocks, type Click, ClickContext } from '../blocks.tsx'
import { withSigns } from '../words/emoji.ts'
import { Field } from './field.tsx'
import { type FieldValue, type Filled, keyOf, refilled, valuesOf } from './filled.ts'

type View = {
  title: { text: string }
  submit: { text: string } | null
  close: { text: string } | null
  blocks: Block[]
}

/**
 * A modal of somebody's stack: only the one on top is seen, and those below keep what was typed in them. Escape closes it, and
 * where there is nothing to submit Enter does, too.
 */
export function Dialog({ modal, isOnTop }: { modal: SlackModalView; isOnTop: boolean }) {
  const words = useWords()
  const act = useAct()
  const view = modal.view as View
  const [filled, setFilled] = useState<Filled>(() => refilled({}, view.blocks))
  const [sending, setSending] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version of the view; its blocks are new at every look
  useEffect(() => setFilled((before) => refilled(before, view.blocks)), [modal.hash])
  const submit = async () => {
    setSending(true)
    await act('slack/submit', { user: modal.user, viewId: modal.id, values: valuesOf(view.blocks, filled) })
    setSending(false)
  }
  const clickWith =
    (now: Filled): Click =>
    (action) =>
      void act('slack/click', { user: modal.user, viewId: modal.id, values: valuesOf(view.blocks, now), ...action })
  const change = (block: Block, value: FieldValue) => {
    const now = { ...filled, [keyOf(block)]: value }
    setFilled(now)
    if (value.kind === 'choice' && block.dispatch_action === true) dispatch(block, value.chosen, now)
  }
  const dispatch = (block: Block, value: string, now = filled) =>
    clickWith(now)({ actionId: block.element?.action_id ?? '', blockId: block.block_id ?? '', value })
  const close = () => void act('slack/close', { user: modal.user, viewId: modal.id })
  if (!isOnTop) return null
  return (
    <Modal
      opened
      onClose={close}
      title={withSigns(view.title.text)}
      size="lg"
      data-testid="slack-modal"
      closeButtonProps={{ 'aria-label': view.close?.text ?? words('close') }}
    >
      <Stack>
        {view.blocks.map((block, i) =>
          block.type === 'input' ? (
            <Field
              key={keyOf(block)}
              block={block}
              value={filled[keyOf(block)]}
              error={modal.errors[block.block_id ?? '']}
              onChange={(value) => change(block, value)}
              onEnter={(text) => dispatch(block, text)}
            />
          ) : (
            <ClickContext.Provider key={block.block_id ?? i} value={clickWith(filled)}>
              <Blocks blocks={[block]} />
            </ClickContext.Provider>
          ),
        )}
        <Group justify="end">
          <Button
            variant="default"
            onClick={close}
            data-testid="slack-modal-close"
            {...(view.submit ? {} : { 'data-autofocus': true })}
          >
            {view.close?.text ?? words('close')}
          </Button>
          {view.submit && (
            <Button loading={sending} onClick={() => void submit()} data-testid="slack-modal-submit">
              {withSigns(view.submit.text)}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}
