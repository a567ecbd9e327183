import { Avatar } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { SlackConversationView, SlackView } from '../../view.ts'
import { useWords } from '../text.ts'
import { Conversation } from './conversation.tsx'
import { Dialog } from './dialog/dialog.tsx'
import { SlackContext } from './words/names.ts'

/** The agency's Slack, as one of its people sees it. */
export function Workspace({ slack }: { slack: SlackView }) {
  const words = useWords()
  const people = slack.users.filter(({ isBot }) => !isBot)
  const [me, setMe] = useState(people[0]?.id ?? '')
  const [openOf, setOpenOf] = useState<Record<string, string>>({})
  const mine = slack.conversations.filter(({ members }) => members.includes(me))
  const direct = mine.find(({ kind, members }) => kind === 'im' && members.includes(slack.bot.userId))
  const current = mine.find(({ id }) => id === openOf[me]) ?? direct ?? mine[0]
  const unread = useUnread(mine, `${me}:${current?.id ?? ''}`, me)
  const modals = slack.modals.filter(({ user }) => user === me)
  return (
    <SlackContext.Provider value={slack}>
      <section className="slack-side" aria-label={words('slack')} data-testid="slack">
        <nav className="people" aria-label={words('you-are')}>
          {people.map((person) => (
            <button
              key={person.id}
              type="button"
              className={person.id === me ? 'person chosen' : 'person'}
              aria-pressed={person.id === me}
              onClick={() => setMe(person.id)}
              data-testid={`slack-user-${person.id}`}
            >
              <Avatar size="sm" radius="sm" name={person.realName} color="initials" />
              <span>{person.realName.split(' ')[0]}</span>
            </button>
          ))}
        </nav>
        <div className="slack">
          <aside className="sidebar">
            <div className="team">{slack.team.name}</div>
            <Places
              title={words('channels')}
              places={mine.filter(({ kind }) => kind !== 'im')}
              current={current?.id}
              unread={unread}
              onOpen={(id) => setOpenOf({ ...openOf, [me]: id })}
            />
            <Places
              title={words('directs')}
              places={mine.filter(({ kind }) => kind === 'im')}
              current={current?.id}
              unread={unread}
              onOpen={(id) => setOpenOf({ ...openOf, [me]: id })}
            />
          </aside>
          {current && <Conversation key={`${me}-${current.id}`} slack={slack} conversation={current} me={me} />}
        </div>
        {modals.map((modal, i) => (
          <Dialog key={modal.id} modal={modal} isOnTop={i === modals.length - 1} />
        ))}
      </section>
    </SlackContext.Provider>
  )
}

/** Which conversations have something that this person has not had open since. */
function useUnread(mine: readonly SlackConversationView[], open: string, me: string): ReadonlySet<string> {
  const [seen, setSeen] = useState<Record<string, string>>({})
  const newest = ({ messages }: SlackConversationView) => messages.at(-1)?.ts ?? ''
  const current = mine.find(({ id }) => `${me}:${id}` === open)
  const last = current ? newest(current) : ''
  useEffect(() => setSeen((before) => ({ ...before, [open]: last })), [open, last])
  return new Set(
    mine
      .filter((each) => newest(each) > (seen[`${me}:${each.id}`] ?? '') && `${me}:${each.id}` !== open)
      .map(({ id }) => id),
  )
}

type PlacesProps = {
  readonly title: string
  readonly places: readonly SlackConversationView[]
  readonly current: string | undefined
  readonly unread: ReadonlySet<string>
  readonly onOpen: (id: string) => void
}

function Places({ title, places, current, unread, onOpen }: PlacesProps) {
  return (
    <>
      <div className="places-title">{title}</div>
      {places.map(({ id, kind, name }) => (
        <button
          key={id}
          type="button"
          className={id === current ? 'place chosen' : 'place'}
          aria-current={id === current}
          onClick={() => onOpen(id)}
          data-testid={`slack-conversation-${id}`}
        >
          {kind === 'im' ? name : `# ${name}`}
          {unread.has(id) && <span className="dot" />}
        </button>
      ))}
    </>
  )
}
