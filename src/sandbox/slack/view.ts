import type { SlackConversationView, SlackFileView, SlackMessageView, SlackModalView, SlackView } from '../view.ts'
import type { FileRef, Message, OpenView } from './workspace/facts.ts'
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
    conversations: [...conversations.values()].map((conversation) => conversationView(ws, conversation)),
    modals: [...views.values()].map((view) => modalView(ws, view)),
    homes: [...homes.values()].map((home) => ({ user: home.user, view: viewJson(ws, home) })),
    shortcuts,
    commands,
    sockets,
    pendingEnvelopes: pending.size,
  }
}

function conversationView(ws: Workspace, conversation: Conversation): SlackConversationView {
  const { id, name, kind, members } = conversation
  const messages = [...conversation.messages.values()].slice(-SHOWN_MAX)
  return {
    id,
    name,
    kind,
    members: [...members],
    messages: messages.map((message) => messageView(ws, conversation, message)),
  }
}

function messageView(ws: Workspace, conversation: Conversation, message: Message): SlackMessageView {
  const {
    ts,
    user,
    text,
    blocks,
    files = [],
    reactions,
    broadcast,
    username,
    threadTs,
    edited,
    ephemeralFor,
    metadata,
  } = message
  return {
    ts,
    user,
    text,
    blocks: [...blocks],
    files: files.flatMap((ref) => fileView(ws, ref)),
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

function fileView(ws: Workspace, ref: FileRef): SlackFileView[] {
  const file = ws.state.files.get(ref.id)
  if (!file) return []
  const { id, name, size, mimetype, mode, preview, sha256 } = file
  const deleted = ref.deleted ?? false
  return [
    {
      ...{ id, name, size, mimetype, mode, deleted },
      ...(preview === undefined ? {} : { preview }),
      ...(sha256 === undefined || deleted ? {} : { address: `control/slack/files/${id}` }),
    },
  ]
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
