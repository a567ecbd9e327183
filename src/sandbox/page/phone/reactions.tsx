import { Menu } from '@mantine/core'
import type { TelegramChatView, TelegramMessageView, TelegramUserView } from '../../view.ts'
import { useWords } from '../text.ts'
import { useAct } from '../use-sandbox.ts'

/** As the Bot API writes them (https://core.telegram.org/bots/api#reactiontypeemoji): the heart without a variation selector. */
const OFFERED = ['👍', '❤', '🔥', '👎'] as const

type ReactionsProps = {
  readonly chat: TelegramChatView
  readonly message: TelegramMessageView
  readonly user: TelegramUserView
}

/** The signs people left under a message; a click leaves the same one, or takes one's own back. */
export function Reactions({ chat, message, user }: ReactionsProps) {
  const react = useReact(chat, message, user)
  const emojis = [...new Set(message.reactions.map(({ emoji }) => emoji))]
  return emojis.map((emoji) => {
    const by = message.reactions.filter((reaction) => reaction.emoji === emoji).map((reaction) => reaction.by)
    const isMine = by.includes(user.id)
    return (
      <button
        key={emoji}
        type="button"
        className={isMine ? 'reaction mine' : 'reaction'}
        aria-pressed={isMine}
        onClick={() => react(isMine ? null : emoji)}
      >
        {emoji} {by.length > 1 && by.length}
      </button>
    )
  })
}

/** A small menu of signs. */
export function ReactMenu({ chat, message, user }: ReactionsProps) {
  const words = useWords()
  const react = useReact(chat, message, user)
  return (
    <Menu shadow="md" position="top-start" withinPortal>
      <Menu.Target>
        <button
          type="button"
          aria-label={words('react')}
          title={words('react')}
          data-testid={`phone-react-${chat.id}-${message.id}`}
        >
          ☺
        </button>
      </Menu.Target>
      <Menu.Dropdown className="signs">
        {OFFERED.map((emoji) => (
          <Menu.Item key={emoji} onClick={() => react(emoji)}>
            {emoji}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function useReact(chat: TelegramChatView, message: TelegramMessageView, user: TelegramUserView) {
  const act = useAct()
  return (emoji: string | null) =>
    void act('telegram/react', { user: user.id, chat: chat.id, message: message.id, emoji })
}
