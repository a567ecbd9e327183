import type { SlackConversationView, SlackMessageView, SlackModalView, SlackView } from '../view.ts'
import type { Message, OpenView } from './workspace/facts.ts'
import type { Conversation } from './workspace/state.ts'
import { viewJson } from './workspace/views.ts'
import { peopleOf } from './workspace/wire.ts'
import type { Workspace } from './workspace/workspace.ts'

const SHOWN_MAX = 300

/** The whole workspace as the page draws it. */
export function slackView(ws: Workspace, sockets: number): SlackView {
  const { team, bot, shortcuts, commands } = ws.seed
  const { conversations, views, homes, pending } = ws.state
  return {
    team,
    bot: { id: bot.id, userId: bot.userId, name: bot.name },
    users: peopleOf(ws),
    conversations: [...conversations.values()].map(conversationView),
    modals: [...views.values()].map((view) => modalView(ws, view)),
    homes: [...homes.values()].map((home) => ({ user: home.user, view: viewJson(ws, home) })),
    shortcuts,
    commands,
    sockets,
    pendingEnvelopes: pending.size,
  }
}

function conversationView(conversation: Conversation): SlackConversationView {
  const { id, name, kind, members } = conversation
  const messages = [...conversation.messages.values()].slice(-SHOWN_MAX)
  return {
    id,
    name,
    kind,
    members: [...members],
    messages: messages.map((message) => messageView(conversation, message)),
  }
}

function messageView(conversation: Conversation, message: Message): SlackMessageView {
  const { ts, user, text, blocks, reactions, broadcast, username, threadTs, edited, ephemeralFor, metadata } = message
  return {
    ts,
    user,
    text,
    blocks: [...blocks],
    replyCount: conversation.threads.get(ts)?.size ?? 0,
    reactions: reactions.map(({ name, users }) => ({ name, users: [...users] })),
    broadcast,
    ...(username === undefined ? {} : { username }),
    ...(threadTs === undefined ? {} : { threadTs }),
    ...(edited === undefined ? {} : { editedTs: edited.ts }),
    ...(ephemeralFor === undefined ? {} : { ephemeralFor }),
    ...(metadata === undefined ? {} : { metadata }),
  }
}

function modalView(ws: Workspace, view: OpenView): SlackModalView {
  const { id, user, content, errors, hash } = view
  return {
    id,
    user,
    callbackId: String(content.callback_id ?? ''),
    view: viewJson(ws, view),
    errors: { ...errors },
    hash,
  }
}
