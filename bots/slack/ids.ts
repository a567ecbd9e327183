/**
 * The only place where Slack's ids become ours and back: people `sl:U0ANNA`, channels `sl:C0SEO`, the direct messages with a
 * person `sl:@U0ANNA`, messages and threads `sl:C0SEO/1700000000.000100` (a thread is named after its first message).
 * What a text can mention besides people: channels, groups `sl:S0SEO`, workspaces `sl:T0AGENCY`, everybody `sl:!here`.
 */
import type { RemoteConversation, RemoteIds, RemoteMessage, RemoteThread, RemoteUser } from '../../src/core/ids.ts'

const USER = /^(?:sl:)?([UW][A-Z0-9]{2,20})$/
const CHANNEL = /^(?:sl:)?([CGD][A-Z0-9]{2,20})$/
const DIRECT = /^sl:@([UW][A-Z0-9]{2,20})$/
const MESSAGE = /^sl:([CGD][A-Z0-9]{2,20})\/(\d+\.\d+)$/

export type Place = { readonly channel: string; readonly ts: string }

export function makeUser(id: string): RemoteUser {
  return `sl:${id}` as RemoteUser
}

export function parseUser(user: string): string | undefined {
  return USER.exec(user)?.[1]
}

const MENTIONS = {
  user: /^sl:([UW][A-Z0-9]{0,20})$/,
  channel: /^sl:([CGD][A-Z0-9]{0,20})$/,
  usergroup: /^sl:(S[A-Z0-9]{0,20})$/,
  team: /^sl:([TE][A-Z0-9]{0,20})$/,
  broadcast: /^sl:!(here|channel|everyone)$/,
} as const
export type MentionKind = keyof typeof MENTIONS
export type Mention = { readonly kind: MentionKind; readonly id: string }

/** What a mention in the tree refers to; undefined when Slack has no such id, so that it stays text. */
export function makeMention(kind: MentionKind, id: string): string | undefined {
  const reference = kind === 'broadcast' ? `sl:!${id}` : `sl:${id}`
  return MENTIONS[kind].test(reference) ? reference : undefined
}

export function parseMention(reference: string): Mention | undefined {
  for (const kind of Object.keys(MENTIONS) as MentionKind[]) {
    const id = MENTIONS[kind].exec(reference)?.[1]
    if (id !== undefined) return { kind, id }
  }
  return undefined
}

export function makeConversation(channel: string): RemoteConversation {
  return `sl:${channel}` as RemoteConversation
}

/** What Slack's methods take as `channel`: a channel, or a person for the direct messages with them. */
export function parseConversation(conversation: string): string | undefined {
  return (DIRECT.exec(conversation) ?? CHANNEL.exec(conversation))?.[1]
}

/** Whether it stands for the direct messages with a person rather than for a channel. */
export function isDirect(conversation: string): boolean {
  return DIRECT.test(conversation)
}

export function makeMessage(channel: string, ts: string): RemoteMessage {
  return `sl:${channel}/${ts}` as RemoteMessage
}

export function makeThread(channel: string, ts: string): RemoteThread {
  return `sl:${channel}/${ts}` as RemoteThread
}

/** Of a message or a thread. */
export function parsePlace(id: string): Place | undefined {
  const [, channel, ts] = MESSAGE.exec(id) ?? []
  return channel === undefined || ts === undefined ? undefined : { channel, ts }
}

/** When it was posted: a ts is Unix seconds. */
export function dateOf(ts: string): Date {
  return new Date(Math.round(Number(ts) * 1_000))
}

export const slackIds: RemoteIds = {
  platform: 'slack',
  user: (text) => {
    const id = USER.exec(text.trim())?.[1]
    return id === undefined ? undefined : makeUser(id)
  },
  conversation: (text) => {
    const id = CHANNEL.exec(text.trim())?.[1]
    return id === undefined ? undefined : makeConversation(id)
  },
  direct: (user) => user.replace(/^sl:/, 'sl:@') as RemoteConversation,
  plain: (id) => id.replace(/^sl:@?/, ''),
}
