import { texts } from '../../../src/core/text.ts'

const en = `
alert-kind-breach = Longer than agreed
alert-kind-watch = An unusual silence
alert-kind-alarm = A very unusual silence
alert-kind-cooling = Contact is getting rarer
alert-kind-complaint = An open complaint
alert-kind-single_threaded = All contact rests on one person
alert-from-manager = { $name } was told and nothing has been done yet.
alert-from-nobody = Nobody answers for this client.
alert-score = Score { NUMBER($score, maximumFractionDigits: 0) }{ $provisional ->
    [yes] {" "}(too little is known yet)
   *[no] {""}
}
days = { $days ->
    [one] { $days } business day
   *[other] { $days } business days
}
alert-why-silence = { $voice ->
    [client] The client has not said anything for { $gap }
   *[any] Nothing has passed between you for { $gap }
}; agreed is a contact every { $agreed }.
alert-why-unusual = A silence this long is unusual for this client: { $p } were longer.
alert-why-breach = That is more than two agreed gaps.
alert-why-cooling = Days with contact in the last 20 business days: { $last20 }; in the 60 before: { $prev60 }.
alert-why-complaint = { $who }, { $at }: { $text }
alert-why-single_threaded = In four months only { $who } has spoken ({ $days }). If that person leaves, nobody knows you there.
alert-last = Said last:
alert-last-none = Nothing has been said yet.
alert-line = { $at } { $side ->
    [client] ← { $who }
   *[agency] → { $who }
}: { $text }
alert-unverified = sender not verified
alert-no-words = _no note_
alert-snoozed = Rests until { $at }.
alert-ended = { $by ->
    [nobody] Over since { $at }.
   *[other] Not a problem, says { $by }, { $at }: { $note }
}
alert-act-write = Write now…
alert-act-log = Log a call…
alert-act-snooze = Later…
alert-act-dismiss = Not a problem…
alert-title-write = Write to the client
alert-title-snooze = Later
alert-title-dismiss = Not a problem
alert-submit-write = Into the queue
alert-submit-snooze = Put off
alert-submit-dismiss = Not a problem
alert-close = Cancel
alert-ok = Close
alert-words-write = Your words. They wait in the queue until they are approved.
alert-words-dismiss = Why is it none? Whoever asks later reads this.
alert-done-write = R-{ $number } waits in the queue for { $client }.
alert-done-snooze = { $client }: comes back then, if it still stands.
alert-done-dismiss = { $client }: noted. You will not hear of this again.
alert-over = { $client }: this is over already.
alert-forbidden = This is not your client.
alert-unknown = This is no longer there.
alert-refused-empty = Please write something.
alert-refused-no_reason = Please say why.
alert-refused-not_future = Please choose a time within a year from now.
alert-refused-no_chat = This client has no open chat with the bot: nobody can write to them first. Send an invitation, or call.
`

const ru = `
alert-kind-breach = Дольше договорённого
alert-kind-watch = Необычное молчание
alert-kind-alarm = Очень необычное молчание
alert-kind-cooling = Контакты всё реже
alert-kind-complaint = Открытая жалоба
alert-kind-single_threaded = Всё держится на одном человеке
alert-from-manager = { $name } знает, но пока ничего не сделано.
alert-from-nobody = За этого клиента никто не отвечает.
alert-score = Оценка { NUMBER($score, maximumFractionDigits: 0) }{ $provisional ->
    [yes] {" "}(пока мало данных)
   *[no] {""}
}
days = { $days ->
    [one] { $days } рабочий день
    [few] { $days } рабочих дня
   *[many] { $days } рабочих дней
}
alert-why-silence = { $voice ->
    [client] Клиент молчит { $gap }
   *[any] Контакта не было { $gap }
}; договорённость — раз в { $agreed }.
alert-why-unusual = Для этого клиента такое молчание необычно: дольше было в { $p } случаев.
alert-why-breach = Это больше двух договорённых сроков.
alert-why-cooling = Дней с контактом за последние 20 рабочих: { $last20 }; за 60 до того: { $prev60 }.
alert-why-complaint = { $who }, { $at }: { $text }
alert-why-single_threaded = За четыре месяца говорил только один человек: { $who } ({ $days }). Уйдёт он — и вас там никто не знает.
alert-last = Последнее сказанное:
alert-last-none = Пока ничего не сказано.
alert-line = { $at } { $side ->
    [client] ← { $who }
   *[agency] → { $who }
}: { $text }
alert-unverified = отправитель не подтверждён
alert-no-words = _без заметки_
alert-snoozed = Отложено до { $at }.
alert-ended = { $by ->
    [nobody] Закончилось { $at }.
   *[other] Не проблема, считает { $by }, { $at }: { $note }
}
alert-act-write = Написать…
alert-act-log = Записать звонок…
alert-act-snooze = Позже…
alert-act-dismiss = Не проблема…
alert-title-write = Написать клиенту
alert-title-snooze = Позже
alert-title-dismiss = Не проблема
alert-submit-write = В очередь
alert-submit-snooze = Отложить
alert-submit-dismiss = Не проблема
alert-close = Отмена
alert-ok = Закрыть
alert-words-write = Ваши слова. Они ждут в очереди, пока их не согласуют.
alert-words-dismiss = Почему это не проблема? Это прочтёт тот, кто спросит позже.
alert-done-write = R-{ $number } для клиента { $client } ждёт в очереди.
alert-done-snooze = { $client }: напомню тогда, если ничего не изменится.
alert-done-dismiss = { $client }: записано. Об этом больше не напомню.
alert-over = { $client }: это уже закончилось.
alert-forbidden = Это не ваш клиент.
alert-unknown = Этого больше нет.
alert-refused-empty = Напишите что-нибудь.
alert-refused-no_reason = Напишите, почему.
alert-refused-not_future = Выберите время в пределах года.
alert-refused-no_chat = У этого клиента нет открытого чата с ботом: первым ему написать нельзя. Отправьте приглашение или позвоните.
`

export const SOURCES = { en, ru }
export const say = texts(SOURCES)
