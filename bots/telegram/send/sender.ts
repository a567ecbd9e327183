import { HOUR } from '../../../src/core/clock.ts'
import { toldWords, undoName } from '../../../src/core/contacts/told.ts'
import type { FileBytes } from '../../../src/core/files.ts'
import type { RemoteMessage } from '../../../src/core/ids.ts'
import { clientNoticeSchema, type Notice } from '../../../src/core/notice.ts'
import type { Content, Outcome, Piece, Refusal, Sender } from '../../../src/core/sender.ts'
import type { TelegramApi } from '../api/api.ts'
import { isGone, isUnchanged, outcomeOf } from '../api/outcome.ts'
import { fromEntities } from '../format/from-entities.ts'
import { parseConversation, parseMessage } from '../ids.ts'
import { languageButtons, undoButtons } from '../receive/handlers.ts'
import { wordsOf } from '../text.ts'
import { piecesOf, type TelegramPiece } from './pieces.ts'
import { type PostApi, postFiles, postWords, type Words, whereTo } from './post.ts'

/** More messages at once than anybody reads, or Telegram lets through. */
const MOST_PIECES = 20

type SenderApi = PostApi &
  Pick<TelegramApi, 'editMessageText' | 'editMessageCaption' | 'deleteMessage' | 'sendChatAction'>

/** The port out to Telegram. One call a message, no retry: what is certain and what is not is said in the outcome. */
export function telegramSender(api: SenderApi, bytes: FileBytes): Sender {
  return {
    platform: 'telegram',
    pieces: (content) => drawn(content).map(asPiece),
    check: refusalOf,
    async send(to, outgoing) {
      const chat = parseConversation(to.conversation)
      if (chat === undefined) return refused('chat_gone', 'not a chat of Telegram')
      const refusal = refusalOf(outgoing.content)
      if (refusal) return refused(refusal, 'found before the call')
      const piece = drawn(outgoing.content)[outgoing.piece ?? 0]
      if (!piece) return refused('empty', 'there is no such piece')
      if (outgoing.target !== undefined) return edit(api, outgoing.target, piece)
      const where = whereTo(chat, to, outgoing.piece ? undefined : outgoing.replyTo)
      return piece.files.length === 0
        ? postWords(api, where, piece.words)
        : postFiles(api, bytes, where, piece, outgoing.handles)
    },
    removableMs: REMOVABLE_MS,
    typing: async (to) => {
      const chat = parseConversation(to.conversation)
      // Whether it was shown or not, nothing follows from it.
      if (chat !== undefined) await api.sendChatAction({ ...whereTo(chat, to, undefined), action: 'typing' })
    },
    remove: (message) => remove(api, message),
  }
}

/** "A message can only be deleted if it was sent less than 48 hours ago" (https://core.telegram.org/bots/api#deletemessage). */
const REMOVABLE_MS = 48 * HOUR

type Drawn = TelegramPiece & { readonly words: Words }

function drawn(content: Content): Drawn[] {
  return content.kind === 'final' ? piecesOf(content) : [{ files: [], words: ofNotice(content.notice) }]
}

/** As a reader of Telegram sees it. */
function asPiece({ files, words }: Drawn): Piece {
  return { files, body: fromEntities(words.text, words.entities) }
}

/** Clients are in Telegram; of the notices for staff only what they are told of their own entries has business here. */
function ofNotice(given: Notice): Words {
  if (given.template === 'contact_told') {
    const { told } = given
    const words = { text: toldWords(told), entities: [] }
    return told.kind === 'logged' ? { ...words, buttons: undoButtons(told.contact.id, undoName(told.locale)) } : words
  }
  const notice = clientNoticeSchema.safeParse(given)
  if (!notice.success) return { text: '', entities: [] }
  const words = { text: wordsOf(notice.data), entities: [] }
  return notice.data.template === 'language_choose' ? { ...words, buttons: languageButtons() } : words
}

function refusalOf(content: Content): Refusal | undefined {
  const pieces = drawn(content)
  if (pieces.every(({ files, words }) => files.length === 0 && words.text === '')) return 'empty'
  return pieces.length > MOST_PIECES ? 'too_long' : undefined
}

async function edit(api: SenderApi, target: RemoteMessage, { files, words }: TelegramPiece): Promise<Outcome> {
  const message = parseMessage(target)
  if (!message) return refused('target_gone', 'not a message of Telegram')
  const where = { chat_id: message.chat, message_id: message.id }
  const reply =
    files.length === 0
      ? await api.editMessageText({
          ...where,
          text: words.text,
          entities: [...words.entities],
          link_preview_options: { is_disabled: true },
        })
      : await api.editMessageCaption({ ...where, caption: words.text, caption_entities: [...words.entities] })
  if (reply.ok || isUnchanged(reply.failure)) return { kind: 'sent', messages: [target] }
  return outcomeOf(reply.failure, 'edit')
}

async function remove(api: SenderApi, target: RemoteMessage): Promise<Outcome> {
  const message = parseMessage(target)
  if (!message) return refused('target_gone', 'not a message of Telegram')
  const reply = await api.deleteMessage({ chat_id: message.chat, message_id: message.id })
  if (reply.ok || isGone(reply.failure)) return { kind: 'sent', messages: [target] }
  return outcomeOf(reply.failure, 'edit')
}

function refused(reason: Refusal, detail: string): Outcome {
  return { kind: 'refused', reason, detail }
}
