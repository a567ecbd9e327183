/** Which events the app is told, and how Slack wraps them. */
import { randomUUID } from 'node:crypto'
import type { Envelope, EnvelopeType, Fact, Json, Waiting } from './facts.ts'
import type { Conversation } from './state.ts'
import { channelType } from './wire.ts'
import { mintId, type Workspace } from './workspace.ts'

/** Slack's own word for it; it is deprecated, and a request is known by its signature. */
const VERIFICATION_TOKEN = 'sandbox-verification-token'

/** The scope without which the app is not told of an event in a conversation of a kind. */
const SCOPES: Readonly<Record<string, Readonly<Record<'channel' | 'group' | 'im', string>>>> = {
  message: { channel: 'channels:history', group: 'groups:history', im: 'im:history' },
  app_mention: { channel: 'app_mentions:read', group: 'app_mentions:read', im: 'app_mentions:read' },
  reaction_added: { channel: 'reactions:read', group: 'reactions:read', im: 'reactions:read' },
  reaction_removed: { channel: 'reactions:read', group: 'reactions:read', im: 'reactions:read' },
  member_joined_channel: { channel: 'channels:read', group: 'groups:read', im: 'im:read' },
  member_left_channel: { channel: 'channels:read', group: 'groups:read', im: 'im:read' },
  channel_left: { channel: 'channels:read', group: 'groups:read', im: 'im:read' },
  channel_archive: { channel: 'channels:read', group: 'groups:read', im: 'im:read' },
  channel_unarchive: { channel: 'channels:read', group: 'groups:read', im: 'im:read' },
}

/** An event of a conversation, when the bot is in it and its scopes cover it. */
export function conversationEvent(ws: Workspace, conversation: Conversation, event: Json & { type: string }): Fact[] {
  const needed = SCOPES[event.type]?.[channelType(conversation)]
  const covered = needed === undefined || ws.seed.scopes.includes(needed)
  return covered && ws.isMember(conversation) ? [eventQueued(ws, event)] : []
}

/** A private channel's events have names of their own: `group_left` where a public one says `channel_left`. */
export function channelEvent(
  ws: Workspace,
  conversation: Conversation,
  name: 'left' | 'archive' | 'unarchive',
  more: Json,
) {
  const covered = ws.seed.scopes.includes(conversation.kind === 'private' ? 'groups:read' : 'channels:read')
  if (!covered || !ws.isMember(conversation)) return []
  const type = `${channelType(conversation)}_${name}`
  return [eventQueued(ws, { type, channel: conversation.id, ...more, event_ts: nowTs(ws) })]
}

export function eventQueued(ws: Workspace, event: Json): Fact {
  const { bot, team } = ws.seed
  return queued('events_api', {
    token: VERIFICATION_TOKEN,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: bot.appId,
    event,
    type: 'event_callback',
    event_id: mintId('Ev'),
    event_time: Math.floor(ws.now() / 1_000),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: bot.userId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: mintId('4-'),
  })
}

/** An interaction or a command: somebody waits for the app's answer. */
export function asked(ws: Workspace, type: 'interactive' | 'slash_commands', payload: Json, waiting: Waiting): Fact {
  return queued(type, { token: VERIFICATION_TOKEN, api_app_id: ws.seed.bot.appId, ...payload }, waiting)
}

export function nowTs(ws: Workspace): string {
  return (ws.now() / 1_000).toFixed(6)
}

function queued(type: EnvelopeType, payload: Json, waiting?: Waiting): Fact {
  const envelope: Envelope = {
    id: randomUUID(),
    type,
    payload,
    attempt: 0,
    reason: '',
    ...(waiting ? { waiting } : {}),
  }
  return { type: 'queued', envelope }
}
