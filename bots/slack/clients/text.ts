import { texts } from '../../../src/core/text.ts'

const en = `
client-title = Client
client-close = Close
client-lead = lead
client-managers = { $deputy ->
    [none] Manager: { $manager }
   *[other] Manager: { $manager }, deputy: { $deputy }
}
client-nobody = nobody
client-silent = Nothing has passed between you yet: there is no score.
client-score = *Score { NUMBER($score, maximumFractionDigits: 0) }*{ $provisional ->
    [yes] {" "}(too little is known yet)
   *[no] {""}
}
client-trend-cooling = contact is getting rarer
client-trend-stable = contact is steady
client-trend-warming = contact is getting more frequent
client-why = *Why*
client-course = *The last { $count } days*  { $course }  { NUMBER($from, maximumFractionDigits: 0) } → { NUMBER($to, maximumFractionDigits: 0) }
client-alerts = *Needs a look*
client-last = *Said last*
client-last-none = Nothing yet.
client-line = { $at } · { $channel } { $side ->
    [client] ← { $who }
   *[agency] → { $who }
}: { $text }
client-owed = *Owed an answer*
client-owed-none = No question is open.
client-owed-line = { $project } · since { $since }, due { $due }
client-owed-more = and { $count } more
client-waiting = { $count ->
    [0] Nothing waits in the queue.
    [one] { $count } message waits in the queue.
   *[other] { $count } messages wait in the queue.
}
channel-in_person = meeting
channel-video = video call
channel-phone = phone
channel-email = mail
channel-messenger = messenger
client-usage = /client NAME shows a client: score, why, what was said last, what is open. A part of the name is enough.
client-unknown = No client of yours is called “{ $name }”.
client-some = Some of yours: { $names }
client-none = No clients are yours yet.
client-several = Several are called like that: { $names }. Please write more of the name.
client-forbidden = Clients’ cards are for those who answer for them.
client-gone = This client is no longer there, or not yours.
calls-head = { $count ->
    [one] *{ $count } client needs a call*
   *[other] *{ $count } clients need a call*
}
calls-none = No client needs a call.
gathered-head = *{ $count ->
    [one] { $count } client needs a look*
   *[other] { $count } clients need a look*
}. This stood already when we first looked, so it is told together; what comes from now on is told one by one.
gathered-came-up = *{ $count ->
    [one] { $count } client needs a look*
   *[other] { $count } clients need a look*
}: it stood already when we first looked, their managers were told, and nothing has been done yet.
gathered-none = Everything that stood when we first looked is settled.
calls-others = { $count ->
    [one] and { $count } more reason
   *[other] and { $count } more reasons
}
calls-more = { $count } more: the most urgent stand first.
calls-open = Show
`

const ru = `
client-title = Клиент
client-close = Закрыть
client-lead = лид
client-managers = { $deputy ->
    [none] Менеджер: { $manager }
   *[other] Менеджер: { $manager }, замещает: { $deputy }
}
client-nobody = никто
client-silent = Контактов пока не было: оценки нет.
client-score = *Оценка { NUMBER($score, maximumFractionDigits: 0) }*{ $provisional ->
    [yes] {" "}(пока мало данных)
   *[no] {""}
}
client-trend-cooling = контакты всё реже
client-trend-stable = контакты ровные
client-trend-warming = контакты всё чаще
client-why = *Почему*
client-course = *Последние дни ({ $count })*  { $course }  { NUMBER($from, maximumFractionDigits: 0) } → { NUMBER($to, maximumFractionDigits: 0) }
client-alerts = *Требует внимания*
client-last = *Последнее сказанное*
client-last-none = Пока ничего.
client-line = { $at } · { $channel } { $side ->
    [client] ← { $who }
   *[agency] → { $who }
}: { $text }
client-owed = *Ждёт ответа*
client-owed-none = Открытых вопросов нет.
client-owed-line = { $project } · с { $since }, срок { $due }
client-owed-more = и ещё { $count }
client-waiting = { $count ->
    [0] В очереди ничего нет.
    [one] В очереди { $count } сообщение.
    [few] В очереди { $count } сообщения.
   *[many] В очереди { $count } сообщений.
}
channel-in_person = встреча
channel-video = видеозвонок
channel-phone = телефон
channel-email = почта
channel-messenger = мессенджер
client-usage = /client ИМЯ показывает клиента: оценка и почему, последнее сказанное, что открыто. Достаточно части имени.
client-unknown = Среди ваших клиентов нет «{ $name }».
client-some = Например: { $names }
client-none = Ваших клиентов пока нет.
client-several = Так называются несколько: { $names }. Напишите имя подробнее.
client-forbidden = Карточки клиентов видят те, кто за них отвечает.
client-gone = Этого клиента больше нет, или он не ваш.
calls-head = { $count ->
    [one] *Позвонить: { $count } клиент*
    [few] *Позвонить: { $count } клиента*
   *[many] *Позвонить: { $count } клиентов*
}
calls-none = Звонить никому не нужно.
gathered-head = *{ $count ->
    [one] Требует внимания: { $count } клиент*
    [few] Требуют внимания: { $count } клиента*
   *[many] Требуют внимания: { $count } клиентов*
}. Это было уже до первой проверки, поэтому одним списком; о новом сообщу по одному.
gathered-came-up = *{ $count ->
    [one] Требует внимания: { $count } клиент*
    [few] Требуют внимания: { $count } клиента*
   *[many] Требуют внимания: { $count } клиентов*
}. Это было уже до первой проверки, менеджеры знают, но пока ничего не сделано.
gathered-none = Всё, что было до первой проверки, улажено.
calls-others = { $count ->
    [one] и ещё { $count } причина
    [few] и ещё { $count } причины
   *[many] и ещё { $count } причин
}
calls-more = Ещё { $count }: самые срочные стоят первыми.
calls-open = Показать
`

export const SOURCES = { en, ru }
export const say = texts(SOURCES)
