import { texts } from '../../../src/core/text.ts'

const en = `
lead-new = New lead
lead-qualified = Qualified lead
lead-won = Won lead
lead-lost = Lost lead
lead-former = Was here before, lost { $at }: { $reason }
lead-act-qualify = Qualify
lead-act-win = Make a client…
lead-act-lose = Lost…
lead-act-assign = Assign…
lead-title-win = Make a client
lead-title-lose = Lost
lead-title-assign = Assign
lead-submit-win = Make a client
lead-submit-lose = Lost
lead-submit-assign = Assign
lead-close = Cancel
lead-ok = Close
lead-name = Name of the client
lead-tier = Tier
lead-manager = Manager (empty: by the agency’s rules, or whoever has it)
lead-channel = Channel of the first project (the app must be in it; empty: no project yet)
lead-reason = Why it came to nothing
lead-to = To whom
lead-person = { $name } ({ $waiting } waiting)
lead-nobody = There is nobody to whom it could be given: everybody is away or cannot be reached.
lead-done-new = { $name } is given.
lead-done-qualified = { $name }: qualified.
lead-done-won = { $name } is a client now. It is in the agency’s file at the next export.
lead-done-lost = { $name }: lost. What waits can still be answered or rejected.
lead-already = { $name } has gone further already: { $state }.
lead-forbidden = This is not your lead.
lead-unknown = This is no longer there.
lead-refused-no_name = Please give a name.
lead-refused-no_reason = Please say why.
lead-refused-nobody = This person does not answer for clients.
lead-refused-away = This person is away.
lead-refused-no_channel = Please choose a channel of the team.
leads-head = Open leads: { $count }
leads-none = There are no open leads: unknown persons who write to the clients’ bot become leads.
leads-forbidden = Leads are for those who answer for clients.
leads-more = and { $count } more, newer than these
leads-nobodys = nobody’s yet
leads-days = { $count ->
    [0] since today
    [one] for { $count } day
   *[other] for { $count } days
}
leads-waiting = { $count ->
    [one] { $count } message waits
   *[other] { $count } messages wait
}
`

const ru = `
lead-new = Новый лид
lead-qualified = Квалифицированный лид
lead-won = Выигранный лид
lead-lost = Потерянный лид
lead-former = Уже обращался, потерян { $at }: { $reason }
lead-act-qualify = Квалифицировать
lead-act-win = Сделать клиентом…
lead-act-lose = Потерян…
lead-act-assign = Назначить…
lead-title-win = Сделать клиентом
lead-title-lose = Потерян
lead-title-assign = Назначить
lead-submit-win = Сделать клиентом
lead-submit-lose = Потерян
lead-submit-assign = Назначить
lead-close = Отмена
lead-ok = Закрыть
lead-name = Название клиента
lead-tier = Категория
lead-manager = Менеджер (пусто — по правилам агентства или тот, кто уже ведёт)
lead-channel = Канал первого проекта (приложение должно быть в нём; пусто — проекта пока нет)
lead-reason = Почему не сложилось
lead-to = Кому
lead-person = { $name } (ждёт: { $waiting })
lead-nobody = Назначить некого: все отсутствуют или недоступны.
lead-done-new = { $name }: назначено.
lead-done-qualified = { $name }: квалифицирован.
lead-done-won = { $name } теперь клиент. При следующем экспорте он появится в файле агентства.
lead-done-lost = { $name }: потерян. На то, что ждёт, ещё можно ответить или отклонить.
lead-already = { $name }: решено раньше, { $state }.
lead-forbidden = Это не ваш лид.
lead-unknown = Этого больше нет.
lead-refused-no_name = Напишите название.
lead-refused-no_reason = Напишите, почему.
lead-refused-nobody = Этот человек не отвечает за клиентов.
lead-refused-away = Этот человек отсутствует.
lead-refused-no_channel = Выберите канал команды.
leads-head = Открытых лидов: { $count }
leads-none = Открытых лидов нет: ими становятся незнакомые люди, которые пишут боту для клиентов.
leads-forbidden = Лиды видят те, кто отвечает за клиентов.
leads-more = и ещё { $count }, новее этих
leads-nobodys = пока ничей
leads-days = { $count ->
    [0] с сегодняшнего дня
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}
leads-waiting = { $count ->
    [one] ждёт { $count } сообщение
    [few] ждут { $count } сообщения
   *[many] ждут { $count } сообщений
}
`

export const SOURCES = { en, ru }
export const say = texts(SOURCES)
