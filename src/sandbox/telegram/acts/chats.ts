/** Where people and the bot meet: starting, blocking, groups, topics. */
import { z } from 'zod'
import type { Fact, Json } from '../facts.ts'
import type { Telegram } from '../platform.ts'
import { statusOfBot } from '../state.ts'
import { type Acts, act, ConflictError, chat, committed, person, placeOf, said, user, words } from './act.ts'

/** Where the ids of supergroups begin. */
const SUPERGROUPS = -1_000_000_000_000
const TOPIC_COLOR = 0x6f_b9_f0

export const chatActs: Acts = {
  start: act(
    z.strictObject({
      user,
      chat: chat.optional(),
      payload: z
        .string()
        .regex(/^[\w-]{0,64}$/)
        .optional(),
    }),
    (telegram, args) => {
      person(telegram, args.user)
      const first = !telegram.state.started.has(args.user) || telegram.state.blocked.has(args.user)
      if (args.chat === undefined && first) unblock(telegram, args.user)
      const place = placeOf(telegram, args.user, args.chat ?? args.user)
      const command = args.chat === undefined ? '/start' : `/start@${telegram.seed.bot.username}`
      const whole = args.payload ? `${command} ${args.payload}` : command
      return said(telegram, { user: args.user, chat: place.id }, words({ text: whole, entities: [] }))
    },
  ),
  block: act(z.strictObject({ user }), (telegram, args) => {
    const place = placeOf(telegram, args.user, args.user)
    telegram.commit([
      { type: 'blocked', user: args.user, blocked: true },
      ...telegram.membershipUpdate(place, args.user, 'member', 'kicked'),
    ])
    return {}
  }),
  unblock: act(z.strictObject({ user }), (telegram, args) => {
    unblock(telegram, args.user)
    return {}
  }),
  group: act(
    z.strictObject({ user, title: z.string().min(1).max(128), members: z.array(user).default([]) }),
    (telegram, args) => {
      person(telegram, args.user)
      const ids = [...telegram.state.chats.keys()].filter((id) => id < 0 && id > -1_000_000_000_000)
      const id = Math.min(-1_000, ...ids) - 1
      const members = [...new Set([args.user, ...args.members])]
      telegram.commit([{ type: 'group', id, kind: 'group', title: args.title, members, botIsMember: false }])
      return { chat_id: id }
    },
  ),
  /** A supergroup whose talk is in topics. */
  forum: act(
    z.strictObject({ user, title: z.string().min(1).max(128), members: z.array(user).default([]) }),
    (telegram, args) => {
      person(telegram, args.user)
      const ids = [...telegram.state.chats.keys()].filter((id) => id < SUPERGROUPS)
      const id = Math.min(SUPERGROUPS - 2_000_000_000, ...ids) - 1
      const members = [...new Set([args.user, ...args.members])]
      const about = { kind: 'supergroup', title: args.title, members, botIsMember: false, isForum: true } as const
      telegram.commit([{ type: 'group', id, ...about }])
      return { chat_id: id }
    },
  ),
  /** A new topic of a forum; its thread goes by the id of the message that tells of it. */
  topic: act(z.strictObject({ user, chat, name: z.string().min(1).max(128) }), (telegram, args) => {
    const place = placeOf(telegram, args.user, args.chat)
    if (!place.isForum) throw new ConflictError('the chat is no forum')
    const fields = { forum_topic_created: { name: args.name, icon_color: TOPIC_COLOR } }
    const plain = telegram.newMessage(place, args.user, { service: { name: 'topic', fields } })
    const message = { ...plain, topic: plain.id }
    const facts: Fact[] = [
      { type: 'topic', chat: place.id, id: message.id, name: args.name },
      { type: 'message', message },
    ]
    return { ...committed(telegram, facts, 'message', message), topic: message.id }
  }),
  'add-bot': act(z.strictObject({ user, chat }), (telegram, args) => {
    const place = placeOf(telegram, args.user, args.chat)
    telegram.commit([
      { type: 'membership', chat: place.id, botIsMember: true },
      ...telegram.membershipUpdate(place, args.user, 'left', 'member'),
    ])
    return {}
  }),
  'remove-bot': act(z.strictObject({ user, chat }), (telegram, args) => {
    const place = placeOf(telegram, args.user, args.chat)
    telegram.commit([
      ...telegram.membershipUpdate(place, args.user, statusOfBot(place), 'kicked'),
      { type: 'membership', chat: place.id, botIsMember: false },
    ])
    return {}
  }),
  /** Makes the bot an administrator, or no longer. */
  administrator: act(z.strictObject({ user, chat, is: z.boolean() }), (telegram, args) => {
    const place = placeOf(telegram, args.user, args.chat)
    if (!place.botIsMember || place.type === 'private') throw new ConflictError('the bot is not in this group')
    telegram.commit([
      { type: 'administrator', chat: place.id, botIsAdministrator: args.is },
      ...telegram.membershipUpdate(place, args.user, statusOfBot(place), args.is ? 'administrator' : 'member'),
    ])
    return {}
  }),
  join: act(z.strictObject({ user, chat }), (telegram, args) => member(telegram, args, true)),
  leave: act(z.strictObject({ user, chat }), (telegram, args) => member(telegram, args, false)),
  upgrade: act(z.strictObject({ user, chat }), (telegram, args) => {
    const place = placeOf(telegram, args.user, args.chat)
    if (place.type !== 'group') throw new ConflictError('only a group can become a supergroup')
    const to = -1_000_000_000_000 + place.id
    const fields = { migrate_to_chat_id: to }
    const message = telegram.newMessage(place, args.user, { service: { name: 'upgraded', fields } })
    telegram.commit([
      { type: 'message', message },
      ...telegram.update('message', place.id, telegram.messageJson(message)),
      { type: 'migrated', from: place.id, to },
    ])
    return { chat_id: to }
  }),
}

function unblock(telegram: Telegram, id: number): void {
  const known = telegram.state.blocked.has(id)
  telegram.commit([{ type: 'started', user: id }])
  const place = telegram.state.chats.get(id)
  if (known && place) telegram.commit(telegram.membershipUpdate(place, id, 'kicked', 'member'))
}

function member(telegram: Telegram, args: { user: number; chat: number }, isMember: boolean): Json {
  person(telegram, args.user)
  const place = telegram.state.chats.get(args.chat)
  if (!place || place.type === 'private') throw new ConflictError('there is no such group')
  const who = telegram.userJson(args.user)
  const service = isMember
    ? { name: 'joined', fields: { new_chat_members: [who] } }
    : { name: 'left', fields: { left_chat_member: who } }
  const message = telegram.newMessage(place, args.user, { service })
  const facts: Fact[] = [
    { type: 'member', chat: place.id, user: args.user, isMember },
    { type: 'message', message },
  ]
  return committed(telegram, facts, 'message', message)
}
