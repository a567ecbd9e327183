import { texts } from '../../../src/core/text.ts'

const en = `
away-done = { $running ->
    [yes] { $name } is away { $days }. What waits goes to { $standIn }, and comes back by itself.
   *[no] { $name } will be away { $days }. From then on what waits goes to { $standIn }, and comes back by itself.
}
away-days = { $to ->
    [open] from { $from } until they say that they are back (/away off)
   *[day] from { $from } until and with { $until }
}
away-stand-in-away = { $name } is away { $days }: then it goes to the deputies, or to those who lead.
away-deputies = each client’s deputy, or to those who lead
back-done = { $ended ->
    [0] { $name } was not away.
   *[other] { $name } is back: the queue is theirs again.
}
away-more = … and { $count } more.
away-none = Nobody is away.
away-line = { $name }: { $days } { $client }{ $standIn }{ $note }
away-line-stand-in = · instead: { $name }
away-line-client = · only the client { $name }
away-running = (now)
away-usage =
    • */away now ill* · */away until 05.12 @boris* · */away 24.12 - 08.01 @boris holiday* · */away off*
    The person behind the day stands in; without one the clients’ deputies do. Leads name whoever is away first: */away @anna now @boris*, */away @anna 24.12 - 08.01 @boris*, */away off @anna*.
away-unclear = “{ $given }” is not clear here.
refused-stranger = You are not in the agency’s list of staff.
refused-not_yours = Somebody else’s absence only leads and admins write down.
refused-nobody = There is nobody “{ $given }” among the staff. Mention the person, or give their key in agency.yaml.
refused-not_answering = { $given } does not answer for clients.
refused-their_own_stand_in = Nobody can stand in for themselves.
refused-ends_before_it_begins = It ends before it begins ({ $given }).
refused-over_already = { $given } is over already.
refused-stand_in_away = { $given } is away then, too. Choose somebody else, or nobody: then the deputies stand in.
load-head = Who has what in hand
load-line = { $name }{ $away } · clients: { $clients } · under way: { $open } · waiting for a decision: { $waiting }
load-away = (away)
load-forbidden = Only leads and admins see this.
hand-title = Hand over
hand-submit = Hand over
hand-close = Cancel
hand-to = To whom
hand-person = { $name } ({ $waiting } waiting)
hand-what = What
hand-relay = this message
hand-client = the client, with everything that waits
hand-until = The client until and with (empty: for good)
hand-note = What they should know
hand-nobody = There is nobody to hand it over to: everybody else is away or cannot be reached.
hand-refused-nobody = This person does not answer for clients.
hand-refused-away = This person is away.
hand-refused-theirs_already = It is theirs already.
hand-refused-over_already = That day is over already.
hand-stale = Decided { $done }
assigned = { $by ->
    [rule] { $kind } “{ $client }” is yours now{ $until }.{ $note }
   *[other] { $by } handed { $kind } “{ $client }” over to you{ $until }.{ $note }
}
assigned-client = the client
assigned-lead = the lead
assigned-until = { " " }until and with { $until }
unassigned = { $kind ->
    [lead] Nobody fits for the lead “{ $client }”: the rules of assignment found nobody who is there. Please assign a manager.
   *[client] Nobody fits for the client “{ $client }”: the rules of assignment found nobody who is there. Please assign a manager.
}
`

const ru = `
away-done = { $running ->
    [yes] { $name } отсутствует { $days }. Очередь переходит к { $standIn } и вернётся сама.
   *[no] { $name } будет отсутствовать { $days }. С этого времени очередь перейдёт к { $standIn } и вернётся сама.
}
away-days = { $to ->
    [open] с { $from }, до возвращения (/away off)
   *[day] с { $from } по { $until } включительно
}
away-stand-in-away = { $name } тоже отсутствует { $days }: тогда очередь перейдёт к заместителям или руководителям.
away-deputies = заместителю каждого клиента или руководителям
back-done = { $ended ->
    [0] { $name } и не отсутствует.
   *[other] { $name } снова на месте: очередь вернулась.
}
away-more = … и ещё { $count }.
away-none = Все на месте.
away-line = { $name }: { $days } { $client }{ $standIn }{ $note }
away-line-stand-in = · замещает { $name }
away-line-client = · только клиент { $name }
away-running = (сейчас)
away-usage =
    • */away сейчас болею* · */away до 05.12 @boris* · */away 24.12 - 08.01 @boris отпуск* · */away off*
    Человек после даты замещает; без него — заместители клиентов. Руководители сначала называют, кто отсутствует: */away @anna сейчас @boris*, */away @anna 24.12 - 08.01 @boris*, */away off @anna*.
away-unclear = Непонятно, что значит «{ $given }».
refused-stranger = Вас нет в списке сотрудников агентства.
refused-not_yours = Чужое отсутствие записывают только руководители и администраторы.
refused-nobody = Среди сотрудников нет «{ $given }». Упомяните человека или назовите его ключ из agency.yaml.
refused-not_answering = { $given } не отвечает за клиентов.
refused-their_own_stand_in = Замещать самого себя нельзя.
refused-ends_before_it_begins = Конец раньше начала ({ $given }).
refused-over_already = { $given } уже прошло.
refused-stand_in_away = { $given } в это время тоже отсутствует. Назовите другого или никого: тогда заместят заместители клиентов.
load-head = Кто сколько ведёт
load-line = { $name }{ $away } · клиентов: { $clients } · в работе: { $open } · ждут решения: { $waiting }
load-away = (отсутствует)
load-forbidden = Это видят только руководители и администраторы.
hand-title = Передать
hand-submit = Передать
hand-close = Отмена
hand-to = Кому
hand-person = { $name } (ждёт: { $waiting })
hand-what = Что
hand-relay = это сообщение
hand-client = клиента со всем, что ждёт
hand-until = Клиента до (включительно; пусто — насовсем)
hand-note = Что важно знать
hand-nobody = Передать некому: все остальные отсутствуют или недоступны.
hand-refused-nobody = Этот человек не отвечает за клиентов.
hand-refused-away = Этот человек отсутствует.
hand-refused-theirs_already = Это и так у этого человека.
hand-refused-over_already = Этот день уже прошёл.
hand-stale = Тем временем решено: { $done }
assigned = { $by ->
    [rule] Теперь у вас { $kind } «{ $client }»{ $until }.{ $note }
   *[other] Вам передан { $kind } «{ $client }»{ $until } ({ $by }).{ $note }
}
assigned-client = клиент
assigned-lead = лид
assigned-until = { " " }по { $until } включительно
unassigned = { $kind ->
    [lead] Для лида «{ $client }» никто не подошёл: по правилам назначения на месте нет никого. Назначьте менеджера.
   *[client] Для клиента «{ $client }» никто не подошёл: по правилам назначения на месте нет никого. Назначьте менеджера.
}
`

export const SOURCES = { en, ru }
export const say = texts(SOURCES)
