import { texts } from '../../../core/text.ts'

const en = `
problem-not-yaml = this is not YAML: { $detail }
problem-same-key = the key "{ $key }" stands here for the second time; expected each key once
problem-tab = a line is indented with a tab; expected spaces
problem-empty = the file is empty; expected at least a section "agency" with a "name"
problem-unknown = there is no "{ $key }" here; expected one of { $known }
problem-missing = "{ $key }" is missing; expected { $expected }
problem-wrong = { $given } does not fit; expected { $expected }
problem-twice = { $given } stands here for the second time, first in line { $line }; expected each only once
problem-hours = the day closes before it opens; expected "close" later than { $open }
problem-bursts = a burst cannot be shorter than the silence that ends it; expected "longest" of at least { $quiet }
problem-no-person = nobody in "staff" has the key "{ $key }"; expected one of { $known }
problem-not-answering = "{ $key }" has the role { $role }; expected somebody with the role manager, lead or admin
problem-no-project = this client has no project "{ $key }"; expected one of { $known }
did-you-mean = Did you mean "{ $near }"?

given-nothing = nothing
given-section = a section
given-list = a list
nothing-known = those, but there are none yet

expects-section = a section, lines of "key: value"
expects-list = a list
expects-one-of = one of { $values }
expects-key = a key: small latin letters, digits, "-" and "_", at most 50
expects-name = some text; put it in quotes when it looks like a number
expects-time-zone = a time zone, such as Europe/Moscow
expects-time = a time of the day in quotes, such as "09:30"
expects-date = a date of the calendar in quotes, such as "2027-01-01"
expects-quiet = seconds, a whole number from 0 to 3600
expects-longest = seconds, a whole number from 0 to 86400
expects-gap = hours, a whole number from 1 to 8760
expects-typing = seconds, 0 to 600: how long a client sees that somebody is writing while an answer waits; 0 for never
expects-every = business days, a whole number from 1 to 365
expects-slack-user = a person's Slack id, such as U0ABC123 (in Slack: the profile, "Copy member ID")
expects-slack-channel = a Slack channel's id, such as C0ABC123 (in Slack: at the foot of the channel's details)
expects-telegram-user = a person's Telegram id, a whole number such as 111222333
expects-telegram-group = a Telegram group's id, a negative number such as -1001234567890
expects-person = the key of somebody in "staff"
expects-project = the key of a project of this client
expects-client = the key of a client
expects-yes-or-no = true or false
expects-length = characters, a whole number from 0 to 100000
expects-minutes = minutes, a whole number from 1 to 1440
expects-one-or-list = one value, or a list of at least one
expects-rule-act = a section with "act": hold, approve, second or lead
problem-no-client = no client has the key "{ $key }"; expected one of { $known }
problem-project-alone = a rule for a project says whose project it is; expected "client" beside it
problem-no-approver = "{ $key }" is nobody; expected leads, managers, deputies or the key of somebody in "staff": { $known }
problem-not-approving = "{ $key }" is a { $role } and approves nothing; expected somebody with the role manager, lead or admin
`

const ru = `
problem-not-yaml = это не YAML: { $detail }
problem-same-key = ключ «{ $key }» стоит здесь второй раз; нужно: каждый ключ по одному разу
problem-tab = отступ сделан табуляцией; нужно: пробелы
problem-empty = файл пуст; нужно: хотя бы раздел «agency», а в нём «name»
problem-unknown = ключа «{ $key }» здесь не бывает; нужно: одно из { $known }
problem-missing = не хватает «{ $key }»; нужно: { $expected }
problem-wrong = { $given } не подходит; нужно: { $expected }
problem-twice = { $given } встречается второй раз, первый — в строке { $line }; нужно: каждое по одному разу
problem-hours = день заканчивается раньше, чем начинается; нужно: «close» позже { $open }
problem-bursts = серия сообщений не может быть короче тишины, которая её завершает; нужно: «longest» не меньше { $quiet }
problem-no-person = в «staff» ни у кого нет ключа «{ $key }»; нужно: одно из { $known }
problem-not-answering = у «{ $key }» роль { $role }; нужно: сотрудник с ролью manager, lead или admin
problem-no-project = у этого клиента нет проекта «{ $key }»; нужно: одно из { $known }
did-you-mean = Возможно, имелось в виду «{ $near }»?

given-nothing = пустое значение
given-section = раздел
given-list = список
nothing-known = существующих, но их пока нет

expects-section = раздел, строки вида «ключ: значение»
expects-list = список
expects-one-of = одно из { $values }
expects-key = ключ: строчные латинские буквы, цифры, «-» и «_», не длиннее 50 знаков
expects-name = текст; если он похож на число, возьмите его в кавычки
expects-time-zone = часовой пояс, например Europe/Moscow
expects-time = время суток в кавычках, например "09:30"
expects-date = дата по календарю в кавычках, например "2027-01-01"
expects-quiet = секунды, целое число от 0 до 3600
expects-longest = секунды, целое число от 0 до 86400
expects-gap = часы, целое число от 1 до 8760
expects-typing = секунды, от 0 до 600: сколько клиент видит, что ему пишут, пока ответ ждёт решения; 0 — никогда
expects-every = рабочие дни, целое число от 1 до 365
expects-slack-user = идентификатор человека в Slack, например U0ABC123 (в Slack: профиль, «Копировать ID участника»)
expects-slack-channel = идентификатор канала в Slack, например C0ABC123 (в Slack: внизу сведений о канале)
expects-telegram-user = идентификатор человека в Telegram, целое число, например 111222333
expects-telegram-group = идентификатор группы в Telegram, отрицательное число, например -1001234567890
expects-person = ключ сотрудника из «staff»
expects-project = ключ проекта этого клиента
expects-client = ключ клиента
expects-yes-or-no = true или false
expects-length = число знаков, целое от 0 до 100000
expects-minutes = минуты, целое число от 1 до 1440
expects-one-or-list = одно значение или список хотя бы из одного
expects-rule-act = раздел с «act»: hold, approve, second или lead
problem-no-client = ни у одного клиента нет ключа «{ $key }»; нужно: одно из { $known }
problem-project-alone = правило для проекта должно сказать, чей это проект; нужно: «client» рядом с ним
problem-no-approver = «{ $key }» — неизвестно кто; нужно: leads, managers, deputies или ключ сотрудника из «staff»: { $known }
problem-not-approving = у «{ $key }» роль { $role }, и одобрять нечего; нужно: сотрудник с ролью manager, lead или admin
`

export const SOURCES = { en, ru }
export const say = texts(SOURCES)
