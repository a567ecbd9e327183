import type { CallbackQuery, ChatMemberUpdated, Message, MessageReactionUpdated, ReactionType } from 'grammy/types'
import type { Flow } from '../../../src/core/flow.ts'
import { LOCALES, type Locale } from '../../../src/core/ids.ts'
import type { TelegramApi } from '../api/api.ts'
import { makeConversation, makeMessage } from '../ids.ts'
import { FileTaker, type RemoteFile } from './files.ts'
import { addressOf, editedOf, personOf, placeOf, saidOf, startedOf } from './said.ts'

/** What an update can be, whichever SDK took it apart. A throw means: not handled, take it up again. */
export interface Handlers {
  command(name: 'start' | 'help' | 'language', message: Message, argument: string): Promise<void>
  message(message: Message): Promise<void>
  edited(message: Message): Promise<void>
  membership(change: ChatMemberUpdated): Promise<void>
  reacted(reaction: MessageReactionUpdated): Promise<void>
  pressed(query: CallbackQuery): Promise<void>
}

/** `language:ru`: what the buttons under "which language?" carry. */
const LANGUAGE_BUTTON = /^language:(ru|en)$/

export function languageButtons() {
  const names = { ru: 'Русский', en: 'English' } as const satisfies Record<Locale, string>
  return { inline_keyboard: [LOCALES.map((locale) => ({ text: names[locale], callback_data: `language:${locale}` }))] }
}

/** Signs that only Telegram can draw are a star elsewhere. */
function signOf(reaction: ReactionType): string {
  return reaction.type === 'emoji' ? reaction.emoji : '⭐'
}

export function handlers(flow: Flow, api: Pick<TelegramApi, 'answerCallbackQuery' | 'getFile' | 'download'>): Handlers {
  const files = new FileTaker(api, flow)
  const take = (file: RemoteFile) => files.take(file)
  return {
    async command(name, message, argument) {
      const started = startedOf(message)
      if (!started) return
      const word = argument.trim()
      if (name === 'start') return flow.clientStarted({ ...started, invitation: word === '' ? undefined : word })
      if (name === 'help') return flow.clientAskedHelp(started)
      const locale = LOCALES.find((known) => known === word.toLowerCase())
      return flow.clientChoseLanguage({ ...started, locale })
    },
    async message(message) {
      if (message.migrate_to_chat_id !== undefined) {
        return flow.moved(makeConversation(message.chat.id), makeConversation(message.migrate_to_chat_id))
      }
      if (message.chat.type === 'channel') return
      const said = await saidOf(message, take)
      if (said) await flow.clientSaid(said)
    },
    async edited(message) {
      const edited = await editedOf(message, take)
      if (edited) await flow.clientEdited(edited)
    },
    async membership(change) {
      if (change.chat.type === 'channel') return
      const { status } = change.new_chat_member
      await flow.membership({
        from: { platform: 'telegram', conversation: makeConversation(change.chat.id) },
        title: change.chat.type === 'private' ? undefined : change.chat.title,
        by: personOf(change.from),
        state: status === 'left' || status === 'kicked' ? 'out' : 'in',
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
      // Only takes the waiting sign off the button; an answer that comes too late is refused, and that is no harm.
      await api.answerCallbackQuery({ callback_query_id: query.id })
    },
  }
}
