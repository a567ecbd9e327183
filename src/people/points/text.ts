import { texts } from '../../core/text.ts'

const en = `
none = Nobody unknown waits: every number and address that called or wrote is somebody's.
head = { $points ->
    [one] { $points } number or address that nobody knows, the most frequent first:
   *[other] { $points } numbers and addresses that nobody knows, the most frequent first:
}
line = { $value } · { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
} · last { $last }{ $name }
named = { " " }· { $name }
more = … and { $count } more. --format json shows them all.
next =
    Whose is it?   npx liaison contacts assign <number or address> --client <key> [--contact <key> | --name "<name>"]
    Nobody's?      npx liaison contacts dismiss <number or address>
assigned = { $value } is { $contact } of { $client } from now on. { $count ->
    [0] Nothing had come from there.
    [one] { $count } contact from there was logged at its own time.
   *[other] { $count } contacts from there were logged at their own times.
}
keep = Add it to { $contact } in your agency file as well, or export it: the next apply takes away what the file does not name.
dismissed = { $count ->
    [one] { $count } contact from { $value } is nobody's. What comes from there later is listed again.
   *[other] { $count } contacts from { $value } are nobody's. What comes from there later is listed again.
}
wrong-point = "{ $given }" is no phone number and no mail address. Write it as "+7 912 345-67-89" or ivan@example.com.
wrong-client = There is no client "{ $given }". Known: { $known }.
wrong-contact = { $client } has no contact "{ $given }". Known: { $known }.
wrong-both = Give --contact or --name, not both: --contact is somebody in the agency file, --name somebody new.
taken = { $value } is { $whose }'s already. Take it from them in the agency file first.
nothing-waits = Nothing waits from { $value }.
nobody = none
`

const ru = `
none = Неизвестных нет: каждый номер и адрес, с которого звонили или писали, чей-то.
head = { $points ->
    [one] { $points } номер или адрес, который никому не принадлежит; самые частые — сверху:
    [few] { $points } номера или адреса, которые никому не принадлежат; самые частые — сверху:
   *[many] { $points } номеров и адресов, которые никому не принадлежат; самые частые — сверху:
}
line = { $value } · { $count ->
    [one] { $count } контакт
    [few] { $count } контакта
   *[many] { $count } контактов
} · последний { $last }{ $name }
named = { " " }· { $name }
more = … и ещё { $count }. Все — с --format json.
next =
    Чей он?   npx liaison contacts assign <номер или адрес> --client <ключ> [--contact <ключ> | --name "<имя>"]
    Ничей?    npx liaison contacts dismiss <номер или адрес>
assigned = { $value } — теперь { $contact } ({ $client }). { $count ->
    [0] Оттуда ничего не приходило.
    [one] В журнал записан { $count } контакт, своим временем.
    [few] В журнал записаны { $count } контакта, своим временем.
   *[many] В журнал записано { $count } контактов, своим временем.
}
keep = Добавьте его и в файл агентства у { $contact } или сделайте экспорт: следующий apply уберёт то, чего в файле нет.
dismissed = { $count ->
    [one] { $count } контакт с { $value } — ничей. Что придёт оттуда потом, снова будет в списке.
    [few] { $count } контакта с { $value } — ничьи. Что придёт оттуда потом, снова будет в списке.
   *[many] { $count } контактов с { $value } — ничьи. Что придёт оттуда потом, снова будет в списке.
}
wrong-point = «{ $given }» — не телефон и не почтовый адрес. Напишите как "+7 912 345-67-89" или ivan@example.com.
wrong-client = Клиента «{ $given }» нет. Есть: { $known }.
wrong-contact = У клиента { $client } нет контакта «{ $given }». Есть: { $known }.
wrong-both = Укажите --contact или --name, но не оба: --contact — человек из файла агентства, --name — новый.
taken = { $value } уже принадлежит: { $whose }. Сначала уберите его оттуда в файле агентства.
nothing-waits = С { $value } ничего не ждёт.
nobody = никого
`

export const SOURCES = { en, ru }
export const say = texts(SOURCES)
