import { Text } from '@mantine/core'
import { useState } from 'react'
import type { TelegramChatView, TelegramMessageView, TelegramUserView } from '../../view.ts'
import { Composer } from '../composer.tsx'
import { useWords } from '../text.ts'
import { useBottom } from '../use-bottom.ts'
import { useAct } from '../use-sandbox.ts'
import { Bubble } from './bubble.tsx'

type Writing = { readonly kind: 'new' } | { readonly kind: 'reply' | 'edit'; readonly message: TelegramMessageView }

/** One chat on one person's phone. */
export function Chat({ chat, user }: { chat: TelegramChatView; user: TelegramUserView }) {
  const words = useWords()
  const act = useAct()
  const [writing, setWriting] = useState<Writing>({ kind: 'new' })
  const list = useBottom(chat.messages.length)
  const done = () => setWriting({ kind: 'new' })
  const send = async (text: string) => {
    const where = { user: user.id, chat: chat.id }
    const sent =
      writing.kind === 'edit'
        ? await act('telegram/edit', { ...where, message: writing.message.id, text })
        : await act('telegram/say', {
            ...where,
            text,
            ...(writing.kind === 'reply' ? { replyTo: writing.message.id } : {}),
          })
    if (sent) done()
    return sent
  }
  return (
    <>
      <div className="bubbles" ref={list} role="log" aria-live="polite">
        {chat.messages.length === 0 && <Text c="dimmed">{words('empty-chat')}</Text>}
        {chat.messages.map((message) => (
          <Bubble
            key={message.id}
            chat={chat}
            message={message}
            user={user}
            onReply={() => setWriting({ kind: 'reply', message })}
            onEdit={() => setWriting({ kind: 'edit', message })}
          />
        ))}
        {chat.botTyping && <Text c="dimmed">{words('typing')}</Text>}
      </div>
      {writing.kind !== 'new' && (
        <Text size="xs" c="dimmed" px="sm" lineClamp={1}>
          {writing.kind === 'reply' ? words('replying-to', { text: writing.message.text }) : words('editing')}
        </Text>
      )}
      <Composer
        placeholder={words('write')}
        testId="phone-composer"
        onSend={send}
        initial={writing.kind === 'edit' ? writing.message.text : ''}
        {...(writing.kind === 'new' ? {} : { onCancel: done })}
      />
    </>
  )
}
