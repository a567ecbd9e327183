/** Everything the bot says about messages that wait or have been decided, in one table for all who say it. */
import { texts } from '../../src/core/text.ts'
import * as cards from './text/cards.ts'
import * as dialogs from './text/dialogs.ts'
import * as history from './text/history.ts'
import * as notices from './text/notices.ts'

const ROOMS = [cards, dialogs, history, notices]

export const SOURCES = {
  en: ROOMS.map(({ en }) => en).join('\n'),
  ru: ROOMS.map(({ ru }) => ru).join('\n'),
}
export const say = texts(SOURCES)
