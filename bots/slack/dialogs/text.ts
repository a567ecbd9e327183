import { texts } from '../../../src/core/text.ts'

const en = `
reject-client-words = Why (the client does not see it)
note-unscheduled-client = the client wrote
note-unscheduled-author = its author changed it
note-unscheduled-refused = it had no place to go to
note-unscheduled-blind = its reader must not know something in it by now
note-settled-arrived = it had arrived
note-settled-again = it had not arrived and was sent again
your-words = What you wrote was not sent:
preview-typed = Preview
preview-typed-help = Nothing is sent yet. Close this to go on writing.
preview-typed-findings = Your words change what was said. When you send them off you are asked about what is marked:
`

const ru = `
reject-client-words = Почему (клиент этого не увидит)
note-unscheduled-client = написал клиент
note-unscheduled-author = автор исправил текст
note-unscheduled-refused = отправлять было некуда
note-unscheduled-blind = читающий уже не должен знать чего-то из текста
note-settled-arrived = дошло
note-settled-again = не дошло, отправлено снова
your-words = Ваш текст не отправлен:
preview-typed = Предпросмотр
preview-typed-help = Ничего ещё не отправлено. Закройте это окно, чтобы писать дальше.
preview-typed-findings = Ваш текст меняет смысл сказанного. При отправке нужно будет подтвердить отмеченное:
`

export const SOURCES = { en, ru }
export const say = texts(SOURCES)
