import { texts } from '../../core/text.ts'

const en = `
unreadable = { $file } cannot be read ({ $why }).
too-large = { $file } is larger than { $most } MB. Split it.
empty = { $file } has no lines.
broken = { $file }, line { $line }: { $why }. A quotation mark that opens a cell must be closed, and those inside it doubled.
map-pair = --map: "{ $given }" is not field=header. Fields: { $fields }.
map-field = --map: there is no field "{ $given }". Fields: { $fields }.
map-header = --map { $field }: the file has no column "{ $given }". { $near ->
    [none] { "" }
   *[other] Did you mean "{ $near }"?{ " " }
}Its columns: { $headers }.
map-twice = the columns "{ $first }" and "{ $second }" both look like { $field }. Say which: --map { $field }={ $first }
no-date = no column looks like the date. Say which it is: --map date=… Its columns: { $headers }.
no-client = no column looks like the client, nor like a phone or an e-mail. Say which it is: --map client=… Its columns: { $headers }.
no-channel = no column looks like the channel. Say which it is, --map channel=…, or what all of it was, --channel phone. Its columns: { $headers }.
channel-wrong = --channel: "{ $given }" is none of { $known }.
problem = line { $line }, { $column }: { $what }
date-missing = there is no date. Give a day, such as 20.11.2026 14:30.
date-wrong = "{ $given }" is no date. Write 20.11.2026 14:30 or 2026-11-20 14:30.
date-future = { $given } is in the future. What has not happened is no contact.
date-old = { $given } is too long ago. Look at the year.
client-missing = there is no client, no phone and no e-mail. Fill one of them in.
client-unknown = there is no client "{ $given }". { $near ->
    [none] Put it into the agency's file, or write a key or name that is there.
   *[other] Did you mean "{ $near }"?
}
client-two = two clients are called "{ $given }". Write the key of one.
phone-wrong = "{ $given }" is no phone number. Write it with its country, +7 …, or leave it out.
email-wrong = "{ $given }" is no e-mail address. Correct it, or leave it out.
channel-missing = there is no channel. Fill it in, or say what such lines are: --channel phone.
channel-unknown = "{ $given }" is no channel that is known. Write call, mail, meeting, video or messenger.
direction-unknown = "{ $given }" is no direction. Write in (from the client) or out.
duration-wrong = "{ $given }" is no duration. Write seconds, 5:30 or 1:05:30.
missed-unknown = "{ $given }" is neither yes nor no.
reason-unknown = "{ $given }" is no reason. Known: { $known }.
columns = Columns: { $list }.
read-as = { $file }: { $encoding }, cells parted by { $delimiter }.
delimiter-tab = a tab
will-log = { $count ->
    [one] { $count } contact would be logged
   *[other] { $count } contacts would be logged
}
logged = { $count ->
    [one] { $count } contact logged
   *[other] { $count } contacts logged
}
known = { $count ->
    [one] { $count } was there already
   *[other] { $count } were there already
}
unmatched = { $count ->
    [one] { $count } waits until somebody says whose number or address it is
   *[other] { $count } wait until somebody says whose numbers or addresses they are
}
wrong = { $count ->
    [one] { $count } line is wrong and was left out:
   *[other] { $count } lines are wrong and were left out:
}
more = … and { $count } more.
no-staff = { $count ->
    [one] In { $count } line nobody of us is known by that name: it has no manager.
   *[other] In { $count } lines nobody of us is known by that name: they have no manager.
}
sample = For example:
dry-run = Nothing was written. Without --dry-run it will be.
again = Correct them and import the same file again: what is there already stays as it is.
meetings = Meetings with clients: { $logged } logged, { $known } there already, { $unmatched } with people whom nobody knows. Other events: { $none }.
meetings-broken = { $count ->
    [one] { $count } event cannot be read.
   *[other] { $count } events cannot be read.
}
no-calendar = { $file } is no calendar ({ $why }). Export it as iCalendar (.ics).
`

const ru = `
unreadable = Не удаётся прочитать { $file } ({ $why }).
too-large = { $file } больше { $most } МБ. Разделите его.
empty = В { $file } нет строк.
broken = { $file }, строка { $line }: { $why }. Кавычка, открывшая ячейку, должна закрыться, а кавычки внутри — удваиваться.
map-pair = --map: «{ $given }» — не поле=столбец. Поля: { $fields }.
map-field = --map: нет поля «{ $given }». Поля: { $fields }.
map-header = --map { $field }: в файле нет столбца «{ $given }». { $near ->
    [none] { "" }
   *[other] Возможно, имелось в виду «{ $near }»?{ " " }
}Его столбцы: { $headers }.
map-twice = столбцы «{ $first }» и «{ $second }» оба похожи на { $field }. Укажите нужный: --map { $field }={ $first }
no-date = ни один столбец не похож на дату. Укажите его: --map date=… Столбцы: { $headers }.
no-client = ни один столбец не похож на клиента, телефон или почту. Укажите его: --map client=… Столбцы: { $headers }.
no-channel = ни один столбец не похож на канал. Укажите его, --map channel=…, или чем было всё сразу, --channel phone. Столбцы: { $headers }.
channel-wrong = --channel: «{ $given }» — не одно из { $known }.
problem = строка { $line }, { $column }: { $what }
date-missing = нет даты. Впишите день, например 20.11.2026 14:30.
date-wrong = «{ $given }» — не дата. Пишите 20.11.2026 14:30 или 2026-11-20 14:30.
date-future = { $given } ещё не наступило. Чего не было, то не контакт.
date-old = { $given } — слишком давно. Проверьте год.
client-missing = нет ни клиента, ни телефона, ни почты. Впишите что-нибудь из этого.
client-unknown = нет клиента «{ $given }». { $near ->
    [none] Добавьте его в файл агентства или напишите ключ или название того, кто там есть.
   *[other] Возможно, имелось в виду «{ $near }»?
}
client-two = «{ $given }» называются два клиента. Напишите ключ нужного.
phone-wrong = «{ $given }» — не номер телефона. Напишите его со страной, +7 …, или уберите.
email-wrong = «{ $given }» — не адрес почты. Исправьте или уберите.
channel-missing = нет канала. Впишите его или укажите, чем были такие строки: --channel phone.
channel-unknown = «{ $given }» — неизвестный канал. Пишите: звонок, письмо, встреча, видео или мессенджер.
direction-unknown = «{ $given }» — не направление. Пишите: входящий (от клиента) или исходящий.
duration-wrong = «{ $given }» — не длительность. Пишите секунды, 5:30 или 1:05:30.
missed-unknown = «{ $given }» — не да и не нет.
reason-unknown = «{ $given }» — неизвестная причина. Есть: { $known }.
columns = Столбцы: { $list }.
read-as = { $file }: { $encoding }, ячейки разделены: { $delimiter }.
delimiter-tab = табуляция
will-log = { $count ->
    [one] В журнал попадёт { $count } контакт
    [few] В журнал попадут { $count } контакта
   *[many] В журнал попадут { $count } контактов
}
logged = { $count ->
    [one] В журнал записан { $count } контакт
    [few] В журнал записаны { $count } контакта
   *[many] В журнал записаны { $count } контактов
}
known = { $count ->
    [one] { $count } там уже был
    [few] { $count } там уже были
   *[many] { $count } там уже были
}
unmatched = { $count ->
    [one] { $count } ждёт, пока скажут, чей это номер или адрес
    [few] { $count } ждут, пока скажут, чьи это номера или адреса
   *[many] { $count } ждут, пока скажут, чьи это номера или адреса
}
wrong = { $count ->
    [one] { $count } строка с ошибкой пропущена:
    [few] { $count } строки с ошибками пропущены:
   *[many] { $count } строк с ошибками пропущены:
}
more = … и ещё { $count }.
no-staff = { $count ->
    [one] В { $count } строке сотрудник неизвестен: она осталась без менеджера.
    [few] В { $count } строках сотрудник неизвестен: они остались без менеджера.
   *[many] В { $count } строках сотрудник неизвестен: они остались без менеджера.
}
sample = Например:
dry-run = Ничего не записано. Без --dry-run будет записано.
again = Исправьте их и импортируйте тот же файл ещё раз: то, что уже есть, останется как было.
meetings = Встречи с клиентами: записано { $logged }, уже были { $known }, с неизвестными людьми { $unmatched }. Прочие события: { $none }.
meetings-broken = { $count ->
    [one] { $count } событие прочитать не удалось.
    [few] { $count } события прочитать не удалось.
   *[many] { $count } событий прочитать не удалось.
}
no-calendar = { $file } — не календарь ({ $why }). Выгрузите его как iCalendar (.ics).
`

export const SOURCES = { en, ru }
export const say = texts(SOURCES)
