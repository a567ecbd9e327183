import { texts } from '../../../src/core/text.ts'

const en = `
log-title = Log a contact
log-submit = Log
log-close = Cancel
log-ok = Close
log-client = Client
log-more-clients = Only the first { $count } stand in this list. For another: /log NAME call
log-contact = With whom (may stay empty)
log-channel = How
log-direction = Who came to whom
log-minutes = How long (12m, 1h30; may stay empty)
log-missed = Nobody took the call
log-reason = About what (may stay empty)
log-when = When
log-note = Note (may stay empty)
log-minutes-wrong = A length is 12m, 45 min or 1h30, at most 24 hours.
log-invited =
    This link makes you known to the clients’ bot in Telegram, once, until { $until }: { $link }
    There you write /log as you do here.
log-invited-word =
    Write this to the clients’ bot in Telegram, in your chat with it, until { $until }: /start { $word }
    Then you write /log there as you do here.
`

const ru = `
log-title = Записать контакт
log-submit = Записать
log-close = Отмена
log-ok = Закрыть
log-client = Клиент
log-more-clients = В списке только первые { $count }. Другого клиента назовите так: /log НАЗВАНИЕ звонок
log-contact = С кем (можно не заполнять)
log-channel = Как
log-direction = Кто к кому обратился
log-minutes = Сколько (12м, 1ч30; можно не заполнять)
log-missed = Трубку не взяли
log-reason = О чём (можно не заполнять)
log-when = Когда
log-note = Заметка (можно не заполнять)
log-minutes-wrong = Длительность — это 12м, 45 мин или 1ч30, не больше 24 часов.
log-invited =
    По этой ссылке бот клиентов в Telegram узнает вас — один раз, до { $until }: { $link }
    Там можно писать /log так же, как здесь.
log-invited-word =
    Напишите боту клиентов в Telegram, в личном чате с ним, до { $until }: /start { $word }
    После этого там можно писать /log так же, как здесь.
`

export const SOURCES = { en, ru }
export const say = texts(SOURCES)
