import type { CallbackQuery, ChatMemberUpdated, Message, MessageReactionUpdated, ReactionType } from 'grammy/types'
import type { Flow } from '../../../src/core/flow.ts'
import { LOCALES, type Locale } from '../../../src/core/ids.ts'
import type { TelegramApi } from '../api/api.ts'
import { makeConversation, makeMessage } from '../ids.ts'
import { FileTaker, type RemoteFile } from './files.ts'
import { addressOf, editedOf, personOf, placeOf, saidOf, startedOf } from './said.ts'

/** `log` is for the agency's own people; of anybody else it is a message. */
export const COMMANDS = ['start', 'help', 'language', 'log'] as const
export type Command = (typeof COMMANDS)[number]

/** What an update can be, whichever SDK took it apart. A throw means: not handled, take it up again. */
export interface Handlers {
  command(name: Command, message: Message, argument: string): Promise<void>
  message(message: Message): Promise<void>
  edited(message: Message): Promise<void>
  membership(change: ChatMemberUpdated): Promise<void>
  reacted(reaction: MessageReactionUpdated): Promise<void>
  pressed(query: CallbackQuery): Promise<void>
}

/** What a link to the bot can carry, or nothing. */
const INVITATION = /^[\w-]*$/

/** `language:ru`: what the buttons under "which language?" carry. */
const LANGUAGE_BUTTON = /^language:(ru|en)$/

/** `undo:` and the entry's id: what the button under an entry carries. */
const UNDO_BUTTON = /^undo:([0-9a-f-]{36})$/

export function undoButtons(contact: string, text: string) {
  return { inline_keyboard: [[{ text, callback_data: `undo:${contact}` }]] }
}

export function languageButtons() {
  const names = { ru: 'Русский', en: 'English' } as const satisfies Record<Locale, string>
  return { inline_keyboard: [LOCALES.map((locale) => ({ text: names[locale], callback_data: `language:${locale}` }))] }
}

/** Signs that only Telegram can draw are a star elsewhere. */
function signOf(reaction: ReactionType): string {
  return reaction.type === 'emoji' ? reaction.emoji : '⭐'
}

/** `bot`: the number of the bot itself. */
export function handlers(
  flow: Flow,
  api: Pick<TelegramApi, 'answerCallbackQuery' | 'getFile' | 'download'>,
  bot?: number,
): Handlers {
  const files = new FileTaker(api, flow)
  const take = (file: RemoteFile) => files.take(file)
  const message = async (given: Message) => {
    if (given.migrate_to_chat_id !== undefined) {
      return flow.moved(makeConversation(given.chat.id), makeConversation(given.migrate_to_chat_id))
    }
    if (given.chat.type === 'channel') return
    const said = await saidOf(given, take, bot)
    if (said) await flow.clientSaid(said)
  }
  /** Whether somebody of the agency entered a contact. */
  const isEntered = async (given: Message, text: string) => {
    const started = startedOf(given)
    if (started?.place.kind !== 'private') return false
    const { from, author, message: id } = started
    return flow.contacts.writeThere({ by: author.user, from, message: id, text })
  }
  return {
    async command(name, given, argument) {
      if (name === 'log') return (await isEntered(given, argument)) ? undefined : message(given)
      const word = argument.trim()
      // Words behind a command that takes none, or no such ones, are said to people.
      if ((name === 'help' && word !== '') || (name === 'start' && !INVITATION.test(word))) return message(given)
      const started = startedOf(given)
      if (!started) return
      if (name === 'start') return flow.clientStarted({ ...started, invitation: word === '' ? undefined : word })
      if (name === 'help') return flow.clientAskedHelp(started)
      const locale = LOCALES.find((known) => known === word.toLowerCase())
      return flow.clientChoseLanguage({ ...started, locale })
    },
    message,
    async edited(message) {
      const edited = await editedOf(message, take)
      if (edited) await flow.clientEdited(edited)
    },
    async membership(change) {
      if (change.chat.type === 'channel') return
      const { new_chat_member: now } = change
      const isOut = now.status === 'left' || now.status === 'kicked' || (now.status === 'restricted' && !now.is_member)
      await flow.membership({
        from: { platform: 'telegram', conversation: makeConversation(change.chat.id) },
        title: change.chat.type === 'private' ? undefined : change.chat.title,
        by: personOf(change.from),
        state: isOut ? 'out' : 'in',
      })
    },
    async reacted({ chat, message_id: id, user, date, new_reaction: signs }) {
      // Without a user a whole channel or group reacted: nobody whom the agency knows.
      if (user === undefined || user.is_bot) return
      await flow.clientReacted({
        author: personOf(user),
        message: makeMessage(chat.id, id),
        signs: signs.map(signOf),
        at: new Date(date * 1_000),
      })
    },
    async pressed(query) {
      const locale = LANGUAGE_BUTTON.exec(query.data ?? '')?.[1] as Locale | undefined
      const { message } = query
      if (locale !== undefined && message !== undefined) {
        await flow.clientChoseLanguage({
          from: addressOf(message as Message),
          place: placeOf(message),
          author: personOf(query.from),
          message: makeMessage(message.chat.id, message.message_id),
          locale,
        })
      }
      const contact = UNDO_BUTTON.exec(query.data ?? '')?.[1]
      if (contact !== undefined && message?.chat.type === 'private') {
        await flow.contacts.takeBackThere({
          by: personOf(query.from).user,
          from: addressOf(message as Message),
          contact,
        })
      }
      // Only takes the waiting sign off the button; an answer that comes too late is refused, and that is no harm.
      await api.answerCallbackQuery({ callback_query_id: query.id })
    },
  }
}
