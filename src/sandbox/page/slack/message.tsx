import { Avatar, Menu } from '@mantine/core'
import type { SlackConversationView, SlackMessageView, SlackUserView, SlackView } from '../../view.ts'
import { useTime, useWords } from '../text.ts'
import { useAct } from '../use-sandbox.ts'
import { type Block, Blocks, ClickContext } from './blocks.tsx'
import { Files } from './files.tsx'
import { OFFERED, signOf } from './words/emoji.ts'
import { Mrkdwn } from './words/mrkdwn.tsx'

export type MessageProps = {
  readonly slack: SlackView
  readonly conversation: SlackConversationView
  readonly message: SlackMessageView
  readonly me: string
  readonly onThread?: () => void
  readonly onEdit: () => void
}

export function Message({ slack, conversation, message, me, onThread, onEdit }: MessageProps) {
  const words = useWords()
  const act = useAct()
  const time = useTime()
  const user = slack.users.find(({ id }) => id === message.user)
  const name = message.username ?? user?.realName ?? message.user
  const where = { user: me, channel: conversation.id, ts: message.ts }
  return (
    <article
      className={message.ephemeralFor === undefined ? 'message' : 'message ephemeral'}
      data-testid={`slack-message-${message.ts}`}
    >
      <Avatar size="md" radius="sm" name={name} color="initials" />
      <div className="message-body">
        {message.ephemeralFor !== undefined && <div className="dim small">{words('only-you')}</div>}
        <div className="message-head">
          <strong>{name}</strong>
          {user?.isBot && <span className="badge">{words('app')}</span>}
          <time>{time(Number(message.ts))}</time>
          {message.editedTs !== undefined && <span className="dim small">({words('edited')})</span>}
          <MessageMenu
            slack={slack}
            message={message}
            user={user}
            me={me}
            where={where}
            onThread={onThread}
            onEdit={onEdit}
          />
        </div>
        <ClickContext.Provider value={(action) => void act('slack/click', { ...where, ...action })}>
          {message.blocks.length > 0 ? <Blocks blocks={message.blocks as Block[]} /> : <Mrkdwn text={message.text} />}
          {isRemoved(message) && <span className="dim">{words('message-removed')}</span>}
        </ClickContext.Provider>
        <Files files={message.files} />
        <div className="message-foot">
          {message.reactions.map(({ name: reaction, users }) => {
            const mine = users.includes(me)
            return (
              <button
                key={reaction}
                type="button"
                className={mine ? 'reaction mine' : 'reaction'}
                title={`:${reaction}:`}
                onClick={() => void act(mine ? 'slack/unreact' : 'slack/react', { ...where, name: reaction })}
              >
                {signOf(reaction)} {users.length}
              </button>
            )
          })}
          {onThread && message.replyCount > 0 && (
            <button type="button" className="link" onClick={onThread} data-testid={`slack-replies-${message.ts}`}>
              {words('replies', { count: message.replyCount })}
            </button>
          )}
        </div>
      </div>
    </article>
  )
}

/** What heads a thread stays there empty when it is deleted, so that its replies keep their place. */
function isRemoved({ text, blocks, files }: SlackMessageView): boolean {
  return text === '' && blocks.length === 0 && files.length === 0
}

type MenuProps = Pick<MessageProps, 'slack' | 'message' | 'me' | 'onEdit'> & {
  readonly user: SlackUserView | undefined
  readonly where: { user: string; channel: string; ts: string }
  readonly onThread: (() => void) | undefined
}

function MessageMenu({ slack, message, user, me, where, onThread, onEdit }: MenuProps) {
  const words = useWords()
  const act = useAct()
  const own = message.user === me && !user?.isBot
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <button type="button" className="more" aria-label={words('more')} data-testid={`slack-menu-${message.ts}`}>
          ⋯
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {onThread && <Menu.Item onClick={onThread}>{words('reply-in-thread')}</Menu.Item>}
        {!user?.isBot &&
          slack.shortcuts.map(({ callbackId, name }) => (
            <Menu.Item key={callbackId} onClick={() => void act('slack/shortcut', { ...where, callbackId })}>
              {name}
            </Menu.Item>
          ))}
        <Menu.Label>{words('react')}</Menu.Label>
        {OFFERED.map((name) => (
          <Menu.Item key={name} onClick={() => void act('slack/react', { ...where, name })}>
            {signOf(name)}
          </Menu.Item>
        ))}
        {own && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={onEdit}>{words('edit')}</Menu.Item>
            <Menu.Item color="red" onClick={() => void act('slack/delete', where)}>
              {words('delete')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
