import { CloseButton, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { SlackConversationView, SlackMessageView, SlackView } from '../../view.ts'
import { useWords } from '../text.ts'
import { useBottom } from '../use-bottom.ts'
import { useAct } from '../use-sandbox.ts'
import { Composer } from '../writing/composer.tsx'
import { type Draft, NOTHING, type Sent, type Tell } from '../writing/draft.ts'
import { DropArea } from '../writing/drop-area.tsx'
import { useFiles } from '../writing/use-files.ts'
import { Message } from './message.tsx'
import { SLACK_LIMITS, sendInSlack } from './send.ts'

type Props = { readonly slack: SlackView; readonly conversation: SlackConversationView; readonly me: string }

/** A channel or direct messages, and beside it the thread that is open. */
export function Conversation(props: Props) {
  const { conversation, me } = props
  const [root, setRoot] = useState<string>()
  const seen = conversation.messages.filter(({ ephemeralFor }) => ephemeralFor === undefined || ephemeralFor === me)
  const isReply = ({ ts, threadTs, broadcast }: SlackMessageView) =>
    threadTs !== undefined && threadTs !== ts && !broadcast
  const top = seen.filter((message) => !isReply(message))
  const thread = root === undefined ? undefined : seen.filter(({ ts, threadTs }) => ts === root || threadTs === root)
  return (
    <>
      <Stream
        {...props}
        messages={top}
        title={conversation.kind === 'im' ? conversation.name : `# ${conversation.name}`}
        onThread={setRoot}
        testId="slack-composer"
      />
      {root !== undefined && thread && thread.length > 0 && (
        <Stream
          {...props}
          key={root}
          messages={thread}
          threadTs={root}
          onClose={() => setRoot(undefined)}
          testId="slack-thread-composer"
        />
      )}
    </>
  )
}

type StreamProps = Props & {
  readonly messages: readonly SlackMessageView[]
  readonly title?: string
  readonly threadTs?: string
  readonly onThread?: (ts: string) => void
  readonly onClose?: () => void
  readonly testId: string
}

function Stream({ slack, conversation, me, messages, title, threadTs, onThread, onClose, testId }: StreamProps) {
  const words = useWords()
  const act = useAct()
  const [editing, setEditing] = useState<SlackMessageView>()
  const chosen = useFiles(SLACK_LIMITS)
  const list = useBottom(messages.length)
  const send = async (draft: Draft, tell: Tell): Promise<Sent> => {
    const where = { user: me, channel: conversation.id }
    if (editing) {
      const done = await act('slack/edit', { ...where, ts: editing.ts, text: draft.text })
      if (done) setEditing(undefined)
      return { left: done ? NOTHING : draft }
    }
    return sendInSlack(threadTs === undefined ? where : { ...where, threadTs }, draft, tell)
  }
  return (
    <DropArea
      className={threadTs === undefined ? 'stream' : 'stream thread'}
      onFiles={editing ? undefined : chosen.add}
      testId={threadTs === undefined ? 'slack-stream' : 'slack-thread'}
    >
      <header className="stream-head">
        <Title order={3} size="h6">
          {title ?? words('thread')}
        </Title>
        {onClose && <CloseButton size="sm" onClick={onClose} aria-label={words('close')} />}
      </header>
      <div className="messages" ref={list} role="log" aria-live="polite">
        {messages.length === 0 && <Text c="dimmed">{words('empty-channel')}</Text>}
        {messages.map((message) => (
          <Message
            key={message.ts}
            slack={slack}
            conversation={conversation}
            message={message}
            me={me}
            onEdit={() => setEditing(message)}
            {...(onThread ? { onThread: () => onThread(message.threadTs ?? message.ts) } : {})}
          />
        ))}
      </div>
      <Composer
        placeholder={threadTs === undefined ? words('write-in', { place: title ?? '' }) : words('reply-in-thread')}
        testId={testId}
        onSend={send}
        initial={editing?.text ?? ''}
        {...(editing ? { onCancel: () => setEditing(undefined) } : { chosen })}
      />
    </DropArea>
  )
}
