import type { Message } from 'grammy/types'
import type { Address, RemoteMessage } from '../../../src/core/ids.ts'
import { clientNoticeSchema, type Notice } from '../../../src/core/notice.ts'
import type { Content, Outcome, Outgoing, Refusal, Sender } from '../../../src/core/sender.ts'
import type { Reply, TelegramApi } from '../api/api.ts'
import { TELEGRAM_LIMITS } from '../api/limits.ts'
import { isUnchanged, outcomeOf } from '../api/outcome.ts'
import { type Rendered, toEntities } from '../format/to-entities.ts'
import { makeMessage, parseConversation, parseMessage, parseThread } from '../ids.ts'
import { languageButtons } from '../receive/handlers.ts'
import { wordsOf } from '../text.ts'

/** The port out to Telegram. One call a message, no retry: what is certain and what is not is said in the outcome. */
export function telegramSender(api: Pick<TelegramApi, 'sendMessage' | 'editMessageText'>): Sender {
  return {
    platform: 'telegram',
    check: (content) => refusalOf(rendered(content)),
    async send(to, outgoing) {
      const chat = parseConversation(to.conversation)
      if (chat === undefined) return refused('chat_gone', 'not a chat of Telegram')
      const content = rendered(outgoing.content)
      const refusal = refusalOf(content)
      if (refusal) return refused(refusal, 'found before the call')
      if (outgoing.target === undefined) return post(api, chat, to, outgoing, content)
      return edit(api, outgoing.target, content)
    },
  }
}

type Words = Rendered & { readonly buttons?: ReturnType<typeof languageButtons> }

function rendered(content: Content): Words {
  return content.kind === 'final' ? toEntities(content.body) : ofNotice(content.notice)
}

/** Only clients are in Telegram: a notice for staff has no business here, and nothing to say. */
function ofNotice(given: Notice): Words {
  const notice = clientNoticeSchema.safeParse(given)
  if (!notice.success) return { text: '', entities: [] }
  const words = { text: wordsOf(notice.data), entities: [] }
  return notice.data.template === 'language_choose' ? { ...words, buttons: languageButtons() } : words
}

function refusalOf({ text, entities }: Rendered): Refusal | undefined {
  if (text === '') return 'empty'
  return text.length > TELEGRAM_LIMITS.text || entities.length > TELEGRAM_LIMITS.entities ? 'too_long' : undefined
}

async function post(
  api: Pick<TelegramApi, 'sendMessage'>,
  chat: number,
  to: Address,
  outgoing: Outgoing,
  content: Words,
): Promise<Outcome> {
  const topic = to.thread === undefined ? undefined : parseThread(to.thread)?.topic
  const replied = outgoing.replyTo === undefined ? undefined : parseMessage(outgoing.replyTo)
  const reply = await api.sendMessage({
    chat_id: chat,
    text: content.text,
    entities: [...content.entities],
    // A preview adds words that nobody approved.
    link_preview_options: { is_disabled: true },
    ...(topic === undefined ? {} : { message_thread_id: topic }),
    ...(replied?.chat === chat
      ? { reply_parameters: { message_id: replied.id, allow_sending_without_reply: true } }
      : {}),
    ...(content.buttons === undefined ? {} : { reply_markup: content.buttons }),
  })
  return outcome(reply, 'post')
}

async function edit(
  api: Pick<TelegramApi, 'editMessageText'>,
  target: RemoteMessage,
  content: Words,
): Promise<Outcome> {
  const message = parseMessage(target)
  if (!message) return refused('target_gone', 'not a message of Telegram')
  const reply = await api.editMessageText({
    chat_id: message.chat,
    message_id: message.id,
    text: content.text,
    entities: [...content.entities],
    link_preview_options: { is_disabled: true },
  })
  if (!reply.ok && isUnchanged(reply.failure)) return { kind: 'sent', messages: [target] }
  return outcome(reply, 'edit', target)
}

function outcome(reply: Reply<Message | true>, doing: 'post' | 'edit', target?: RemoteMessage): Outcome {
  if (!reply.ok) return outcomeOf(reply.failure, doing)
  if (reply.result === true) return { kind: 'sent', messages: target === undefined ? [] : [target] }
  return { kind: 'sent', messages: [makeMessage(reply.result.chat.id, reply.result.message_id)] }
}

function refused(reason: Refusal, detail: string): Outcome {
  return { kind: 'refused', reason, detail }
}
