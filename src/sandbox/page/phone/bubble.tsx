import { Button, Group } from '@mantine/core'
import type { TelegramChatView, TelegramMessageView, TelegramUserView } from '../../view.ts'
import { useTime, useWords } from '../text.ts'
import { useAct } from '../use-sandbox.ts'
import { ContentOf, useGist } from './content.tsx'
import { EntityText } from './entities.tsx'
import { Reactions, ReactMenu } from './reactions.tsx'

type BubbleProps = {
  readonly chat: TelegramChatView
  readonly message: TelegramMessageView
  readonly user: TelegramUserView
  /** With the part of it that is selected, if any is. */
  readonly onReply: (quote: string | undefined) => void
  readonly onEdit: () => void
}

export function Bubble({ chat, message, user, onReply, onEdit }: BubbleProps) {
  const words = useWords()
  const act = useAct()
  const time = useTime()
  const own = message.from.id === user.id
  if (message.service !== undefined) {
    return (
      <p className="service">{`${message.from.name} ${SERVICES.has(message.service) ? words(message.service) : message.service}`}</p>
    )
  }
  const where = { user: user.id, chat: chat.id, message: message.id }
  const press = (data: string) => act('telegram/press', { ...where, data })
  return (
    <div className={own ? 'bubble own' : 'bubble'} data-testid={`phone-message-${chat.id}-${message.id}`}>
      {!own && <div className="who">{message.from.name}</div>}
      {message.topic !== undefined && <div className="topic">{message.topic}</div>}
      {message.forwardedFrom !== undefined && <div className="forwarded">{`↪ ${message.forwardedFrom}`}</div>}
      {message.replyTo && <Replied chat={chat} to={message.replyTo} />}
      {message.content && <ContentOf content={message.content} />}
      {message.text !== '' && (
        <div className="words" dir="auto">
          <EntityText text={message.text} entities={message.entities} />
        </div>
      )}
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
        <Reactions chat={chat} message={message} user={user} />
        <span className="acts">
          {!own && <ReactMenu chat={chat} message={message} user={user} />}
          {/* A press on it leaves the selection as it is. */}
          <button
            type="button"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onReply(selectedIn(message.text))}
          >
            {words('reply')}
          </button>
          {own && (
            <>
              <button type="button" onClick={onEdit}>
                {words('edit')}
              </button>
              <button type="button" onClick={() => void act('telegram/delete', where)}>
                {words('delete')}
              </button>
            </>
          )}
        </span>
        {message.editDate !== undefined && <span>{words('edited')}</span>}
        <time>{time(message.date)}</time>
      </div>
    </div>
  )
}

function selectedIn(text: string): string | undefined {
  const selected = window.getSelection()?.toString().trim() ?? ''
  return selected !== '' && text.includes(selected) ? selected : undefined
}

const SERVICES = new Set(['joined', 'left', 'upgraded'])

type RepliedProps = { readonly chat: TelegramChatView; readonly to: NonNullable<TelegramMessageView['replyTo']> }

/** What is answered: the words that were picked out of it, or a line of the whole. */
function Replied({ chat, to }: RepliedProps) {
  const words = useWords()
  const gist = useGist()
  const target = chat.messages.find(({ id }) => id === to.id)
  if (to.quote !== undefined) return <blockquote className="replied">{to.quote}</blockquote>
  return <div className="replied">{to.text || (target ? gist(target) : words('message-removed'))}</div>
}
