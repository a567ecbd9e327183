import { Button, Group } from '@mantine/core'
import type { TelegramChatView, TelegramMessageView, TelegramUserView } from '../../view.ts'
import { useWords } from '../text.ts'
import { useAct } from '../use-sandbox.ts'
import { ContentOf } from './content.tsx'
import { EntityText } from './entities.tsx'

type BubbleProps = {
  readonly chat: TelegramChatView
  readonly message: TelegramMessageView
  readonly user: TelegramUserView
  readonly onReply: () => void
  readonly onEdit: () => void
}

export function Bubble({ chat, message, user, onReply, onEdit }: BubbleProps) {
  const words = useWords()
  const act = useAct()
  const own = message.from.id === user.id
  if (message.service !== undefined) {
    return (
      <p className="service">{`${message.from.name} ${SERVICES.has(message.service) ? words(message.service) : message.service}`}</p>
    )
  }
  const press = (data: string) => act('telegram/press', { user: user.id, chat: chat.id, message: message.id, data })
  return (
    <div className={own ? 'bubble own' : 'bubble'} data-testid={`phone-message-${chat.id}-${message.id}`}>
      {!own && <div className="who">{message.from.name}</div>}
      {message.topic !== undefined && <div className="topic">{message.topic}</div>}
      {message.forwardedFrom !== undefined && <div className="forwarded">{`↪ ${message.forwardedFrom}`}</div>}
      {message.replyTo && <div className="replied">{message.replyTo.quote ?? message.replyTo.text}</div>}
      {message.content && <ContentOf content={message.content} />}
      <div className="words" dir="auto">
        <EntityText text={message.text} entities={message.entities} />
      </div>
      {message.buttons.map((row) => (
        <Group key={row.map(({ text }) => text).join()} gap={4} mt={6} grow>
          {row.map(({ text, callbackData }) => (
            <Button
              key={text}
              size="compact-sm"
              variant="light"
              disabled={callbackData === undefined}
              onClick={() => void press(callbackData ?? '')}
            >
              {text}
            </Button>
          ))}
        </Group>
      ))}
      <div className="foot">
        {message.reactions.map(({ emoji, by }) => (
          <span key={by}>{emoji}</span>
        ))}
        <span className="acts">
          <button type="button" onClick={onReply}>
            {words('reply')}
          </button>
          {own && (
            <button type="button" onClick={onEdit}>
              {words('edit')}
            </button>
          )}
        </span>
        {message.editDate !== undefined && <span>{words('edited')}</span>}
        <time>{new Date(message.date * 1_000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}</time>
      </div>
    </div>
  )
}

const SERVICES = new Set(['joined', 'left', 'upgraded'])
