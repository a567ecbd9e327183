/** Sending what is no file: places, contacts, polls, dice, and whatever Telegram may invent. */
import { z } from 'zod'
import type { PlainKind } from '../facts.ts'
import { forwarded } from '../origin.ts'
import * as things from '../things.ts'
import {
  type Acts,
  act,
  ConflictError,
  chat,
  edited,
  entities,
  messageId,
  ownMessage,
  placeOf,
  said,
  saying,
  text,
  user,
  words,
} from './act.ts'

const json = z.record(z.string(), z.unknown())
const task = z.strictObject({
  id: z.int().positive(),
  text: z.string().min(1).max(100),
  isDone: z.boolean().default(false),
})

export const thingActs: Acts = {
  location: act(z.strictObject({ ...saying, ...things.locationArgs }), (telegram, args) =>
    said(telegram, args, { content: things.location(args) }),
  ),
  /** A live location moves on; without `live_period` it ends. */
  move: act(z.strictObject({ user, chat, message: messageId, ...things.locationArgs }), (telegram, args) => {
    const old = ownMessage(telegram, args)
    if (!isLive(old.content?.fields.location)) throw new ConflictError('that is no live location')
    return edited(telegram, old, { content: things.location(args) })
  }),
  venue: act(z.strictObject({ ...saying, ...things.venueArgs }), (telegram, args) =>
    said(telegram, args, { content: things.venue(args) }),
  ),
  contact: act(z.strictObject({ ...saying, ...things.contactArgs }), (telegram, args) =>
    said(telegram, args, { content: things.contact(args) }),
  ),
  poll: act(z.strictObject({ ...saying, ...things.pollArgs }), (telegram, args) =>
    said(telegram, args, { content: things.poll(args) }),
  ),
  dice: act(z.strictObject({ ...saying, ...things.diceArgs }), (telegram, args) =>
    said(telegram, args, { content: things.dice(args) }),
  ),
  story: act(
    z.strictObject({ ...saying, from: z.strictObject({ id: z.int(), title: z.string() }), id: z.int() }),
    (telegram, { from, id, ...args }) => {
      const story = { chat: { ...from, type: 'channel' }, id }
      return said(telegram, args, { content: { kind: 'story', fields: { story } } })
    },
  ),
  checklist: act(
    z.strictObject({ ...saying, title: z.string().min(1).max(255), tasks: z.array(task).min(1).max(30) }),
    (telegram, { title, tasks, ...args }) => {
      const done = { completed_by_user: telegram.userJson(args.user), completion_date: telegram.now() }
      const list = tasks.map(({ isDone, ...one }) => (isDone ? { ...one, ...done } : one))
      return said(telegram, args, { content: { kind: 'checklist', fields: { checklist: { title, tasks: list } } } })
    },
  ),
  /** A message that is there already, once more in another chat; from one who hides, without who they are. */
  forward: act(
    z.strictObject({ user, chat, message: messageId, to: chat, as: z.enum(['user', 'hidden_user']).default('user') }),
    (telegram, args) => {
      const original = placeOf(telegram, args.user, args.chat).messages.get(args.message)
      if (!original || original.service) throw new ConflictError('no such message to forward')
      const again = forwarded(original, telegram)
      const who = telegram.userJson(original.from)
      const name = [who.first_name, who.last_name].filter(Boolean).join(' ')
      const hidden = { type: 'hidden_user', sender_user_name: name, date: original.date }
      const beside = args.as === 'user' ? again.beside : { forward_origin: hidden }
      return said(telegram, { user: args.user, chat: args.to }, { ...again, beside })
    },
  ),
  /** Any fields of a message: gifts, giveaways, paid media, or what no program knows yet. */
  raw: act(z.strictObject({ ...saying, text: text.default(''), entities, fields: json }), (telegram, args) => {
    const kind: PlainKind = 'other'
    return said(telegram, args, { ...words(args), content: { kind, fields: args.fields } })
  }),
}

function isLive(location: unknown): boolean {
  return (
    typeof location === 'object' && location !== null && 'live_period' in location && location.live_period !== undefined
  )
}
