import { Text } from '@mantine/core'
import { useState } from 'react'
import type { TelegramChatView, TelegramMessageView, TelegramUserView } from '../../view.ts'
import { useWords } from '../text.ts'
import { useBottom } from '../use-bottom.ts'
import { useAct } from '../use-sandbox.ts'
import { Composer } from '../writing/composer.tsx'
import { type Draft, NOTHING, type Sent, type Tell } from '../writing/draft.ts'
import { DropArea } from '../writing/drop-area.tsx'
import { useFiles } from '../writing/use-files.ts'
import { Bubble } from './bubble.tsx'
import { useGist } from './content.tsx'
import { PHONE_LIMITS, sendFromPhone } from './send.ts'

type Writing =
  | { readonly kind: 'new' }
  /** `quote`: the part of it that they picked out. */
  | { readonly kind: 'reply'; readonly message: TelegramMessageView; readonly quote: string | undefined }
  | { readonly kind: 'edit'; readonly message: TelegramMessageView }

/** One chat on one person's phone. */
export function Chat({ chat, user }: { chat: TelegramChatView; user: TelegramUserView }) {
  const words = useWords()
  const act = useAct()
  const gist = useGist()
  const [writing, setWriting] = useState<Writing>({ kind: 'new' })
  const chosen = useFiles(PHONE_LIMITS)
  const list = useBottom(chat.messages.length)
  const done = () => setWriting({ kind: 'new' })
  const where = { user: user.id, chat: chat.id }
  const send = async (draft: Draft, tell: Tell): Promise<Sent> => {
    if (writing.kind === 'edit') {
      const changed = await act('telegram/edit', { ...where, message: writing.message.id, text: draft.text })
      if (changed) done()
      return { left: changed ? NOTHING : draft }
    }
    const sent = await sendFromPhone({ ...where, ...answering(writing) }, draft, tell)
    if (sent.problem === undefined) done()
    return sent
  }
  return (
    <DropArea className="chat" onFiles={writing.kind === 'edit' ? undefined : chosen.add} testId="phone-chat">
      <div className="bubbles" ref={list} role="log" aria-live="polite">
        {chat.messages.length === 0 && <Text c="dimmed">{words('empty-chat')}</Text>}
        {chat.messages.map((message) => (
          <Bubble
            key={message.id}
            chat={chat}
            message={message}
            user={user}
            onReply={(quote) => setWriting({ kind: 'reply', message, quote })}
            onEdit={() => setWriting({ kind: 'edit', message })}
          />
        ))}
        {chat.botTyping && <Text c="dimmed">{words('typing')}</Text>}
      </div>
      {writing.kind !== 'new' && (
        <Text size="xs" c="dimmed" px="sm" lineClamp={1}>
          {writing.kind === 'reply'
            ? words('replying-to', { text: writing.quote ?? gist(writing.message) })
            : words('editing')}
        </Text>
      )}
      <Composer
        placeholder={words('write')}
        testId="phone-composer"
        onSend={send}
        initial={writing.kind === 'edit' ? writing.message.text : ''}
        {...(writing.kind === 'edit' ? {} : { chosen })}
        {...(writing.kind === 'new' ? {} : { onCancel: done })}
      />
    </DropArea>
  )
}

function answering(writing: Writing): { readonly replyTo?: number; readonly quote?: string } {
  if (writing.kind !== 'reply') return {}
  const { message, quote } = writing
  return { replyTo: message.id, ...(quote === undefined ? {} : { quote }) }
}
