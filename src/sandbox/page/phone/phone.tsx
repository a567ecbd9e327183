import { Avatar, Button, Stack, Tabs, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { TelegramUserView, TelegramView } from '../../view.ts'
import { useWords } from '../text.ts'
import { useAct } from '../use-sandbox.ts'
import { Chat } from './chat.tsx'

/** A phone for each person of the clients: choose whose, and which chat is open on it. */
export function Phone({ telegram }: { telegram: TelegramView }) {
  const words = useWords()
  const [userId, setUserId] = useState(telegram.users[0]?.id ?? 0)
  const [chatOf, setChatOf] = useState<Record<number, number>>({})
  const user = telegram.users.find(({ id }) => id === userId)
  const chats = telegram.chats.filter(({ members }) => members.includes(userId))
  const chat = chats.find(({ id }) => id === (chatOf[userId] ?? userId)) ?? chats[0]
  return (
    <section className="phone-side" aria-label={words('phone')} data-testid="phone">
      <nav className="people" aria-label={words('you-are')}>
        {telegram.users.map((person) => (
          <PersonButton
            key={person.id}
            person={person}
            chosen={person.id === userId}
            onChoose={() => setUserId(person.id)}
          />
        ))}
      </nav>
      <div className="phone">
        {user && (
          <Tabs
            value={String(chat?.id ?? userId)}
            onChange={(value) => setChatOf({ ...chatOf, [userId]: Number(value) })}
            keepMounted={false}
          >
            <Tabs.List>
              {chats.map((each) => (
                <Tabs.Tab key={each.id} value={String(each.id)} data-testid={`phone-chat-${each.id}`}>
                  {each.type === 'private' ? telegram.bot.name : each.title}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
        )}
        {user && !chats.some(({ id }) => id === userId) && <Start user={user} />}
        {user && chat && <Chat key={`${userId}-${chat.id}`} chat={chat} user={user} />}
      </div>
    </section>
  )
}

function PersonButton(props: { person: TelegramUserView; chosen: boolean; onChoose: () => void }) {
  const { person, chosen, onChoose } = props
  return (
    <button
      type="button"
      className={chosen ? 'person chosen' : 'person'}
      aria-pressed={chosen}
      onClick={onChoose}
      data-testid={`phone-user-${person.id}`}
    >
      <Avatar size="sm" name={`${person.firstName} ${person.lastName ?? ''}`} color="initials" />
      <span>{person.firstName}</span>
    </button>
  )
}

/** Until somebody has pressed it a bot may not write to them. */
function Start({ user }: { user: TelegramUserView }) {
  const words = useWords()
  const act = useAct()
  const [payload, setPayload] = useState('')
  const start = () => act('telegram/start', { user: user.id, ...(payload === '' ? {} : { payload: payload.trim() }) })
  return (
    <Stack p="md" gap="xs">
      <Text size="sm">{words('start-hint')}</Text>
      <TextInput
        label={words('start-payload')}
        value={payload}
        onChange={(event) => setPayload(event.currentTarget.value)}
        data-testid="phone-payload"
      />
      <Button onClick={() => void start()} data-testid="phone-start">
        {words('start')}
      </Button>
    </Stack>
  )
}
