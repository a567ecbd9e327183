import { texts } from '../core/text.ts'

const en = `
about = Liaison: a bridge between clients in Telegram and specialists in Slack, with the account manager's approval on every message.
about-start = run the bridge; without tokens with a sandbox to try it in
about-apply = make the agency what a file says: people, clients, projects
about-export = write the agency into a file
about-doctor = look whether database, tokens and rights are as they must be, and say what to do
about-leads = list the unknown persons who wrote: what became of them, and how many became clients
about-invite = make a link by which a person of a client, or a group, comes to the bot
about-reasons = what clients’ words were about
about-reasons-report = how often the reasons that were proposed were put right, by reason, with intervals
about-rules = the rules of the approval queue
about-rules-test = replay the log and say what each rule would have done, and how often people had edited, sent back or rejected what it would have let through
about-rules-days = how many days back
argument-rules = an agency file whose rules are tried instead of those in force
about-report = figures to look at, or to hand on
about-report-kpi = the figures of an account manager: each share with its interval, beside the period before
about-period = month, last-month, quarter, last-quarter, year, last-year, last-30-days, 2026-10, 2026-q3, 2026, or 2026-10-01..2026-10-15
about-only-manager = only this manager's
about-only-team = only this department's
about-only-tier = only clients of this tier
about-by = a section for each manager, team or tier
about-rows = the rows that this figure counts, instead of all figures
about-formats = table, csv, xlsx or json
about-out = write it into this file
xlsx-needs-out = A workbook is no text: give --out <file>.xlsx
rows-wrong = --rows: there is no figure "{ $given }". There are: { $known }
about-guard = hold pairs of texts against each other and print what the second lacks, changes or adds
about-score = how often, how lately and for what reason a client and we talk, as one number
about-score-show = list clients in the order in which to call them
about-score-forecast = what a second opinion (BG/NBD) says of each client
about-score-explain = say what a client's score is made of
about-score-recompute = make every score anew from the log, and say whether what was kept is the same
about-score-fold = reckon the score of cases in a file and print every figure as JSON
about-score-backtest = how well the score and simpler measures foretell silence, on your own log or on a file of contacts
argument-cases = JSON: one case or a list of { "{" } name, cfg, now, events { "}" }; "-" for standard input
argument-edges = a line "from to time" for each contact, in Unix seconds, milliseconds or ISO, also packed with gzip; "-" for standard input; without a file your own log
about-format = table or json
argument-pairs = lines of JSON with id, source, final; "-" for standard input
about-contacts = contacts with clients from elsewhere: history, calendars
about-contacts-import = log the contacts of a file (CSV); the same file again logs nothing twice
about-contacts-ics = log the meetings of a calendar's file that are over
about-map = which column is what, where its header does not say: date=Отметка,client=Фирма
about-contacts-unmatched = list numbers and addresses that called or wrote and that nobody knows
about-contacts-assign = say whose a number or an address is; what came from there is logged at its own time
about-contacts-dismiss = say that what came from a number or an address is nobody's
about-assign-contact = the contact's key in agency.yaml
about-assign-name = the name of somebody who is not in it
argument-point = a phone number or a mail address
about-channel = what lines without a channel were: in_person, video, phone, email or messenger
argument-csv = a file of cells parted by ; , | or tabs, the first line its headers
argument-ics = a calendar exported as iCalendar (.ics)
about-dry-run = only say what would change
about-force = overwrite the file
about-group = for a group: the link adds the bot to it
about-days = for how many days it works
argument-file = a file such as agency.yaml
argument-export = where to write; "-" for standard output
argument-client = the client's key in agency.yaml
argument-contact = the contact's key; without one the person is added as a new contact
examples =

    Examples:
      $ npx liaison start
      $ npx liaison apply agency.yaml --dry-run
      $ npx liaison invite parts ivan

    Settings are environment variables: see .env.example. Read more in README.md.

running-sandbox =
    Liaison is running, with a Telegram and a Slack of its own on this machine.

      Open  { $page }

      1. On the phone you are Иван, a client. Write something.
      2. In Slack be Анна, the account manager: his words wait in her direct messages with “liaison”. Approve them.
      3. Be Олег, the specialist: answer in the thread in #parts-seo. Anna approves, and Ivan gets the answer.

    What happened is kept in { $data }. Stop with Ctrl+C.
    With tokens of your own it does the same with the real Telegram and Slack: see README.md.
running-real =
    Liaison is running: { $telegram } in Telegram, Slack { $slack }.

      Who works here and for whom:   npx liaison apply agency.yaml
      Is everything as it must be:   npx liaison doctor
      A link for a client's person:  npx liaison invite <client> <contact>

    Health: { $url }/healthz and { $url }/readyz. Stop with Ctrl+C.
slack-sockets = by Socket Mode
slack-http = over HTTP at { $url }/hooks/slack
stopping = Stopping: what is in hand is finished.

file-unreadable = { $file } cannot be read ({ $why }). Check its path; README.md shows what it should hold.
file-exists = { $file } is there already. Add --force to overwrite it.
file-unwritable = { $file } cannot be written ({ $why }).
written = Written: { $file }
score-file-wrong = { $where }: { $why }
score-cfg-keys = { $message }; there are { $keys }, and the weights, half-lives and switches of the score are under settings
score-more = … and { $count } more
score-case = case { $name }
score-event = event { $name }
expects-date = expected a date such as 2027-01-31
expects-time = expected a time such as 09:30
expects-time-zone = expected a time zone such as Europe/Moscow
expects-open-before-close = expected to open before it closes, on the same day
expects-unix-seconds = expected Unix seconds (of the years 1 to 9999), not milliseconds
expects-above-zero = expected a number above 0
expects-part-of-one = expected a number from 0 to 1
expects-version = expected a whole number from 1 on, another than before whenever something here changes
expects-days = expected business days, a whole number from 0 on
expects-section = expected an object
expects-yes-or-no = expected true or false
score-edge-wrong = { $where }: "{ $line }" is not "from to time", with time in Unix seconds or milliseconds, or as 2026-01-31 10:00
backtest-about-pairs = { $contacts } contacts of { $pairs } pairs over { $days } days; every pair read on { $cuts } dates, 60 days of silence foretold
backtest-about-clients = { $contacts } contacts of { $pairs } clients over { $days } days; every client read on { $cuts } dates by what was agreed with it, 60 days of silence foretold
backtest-any = any contact
backtest-client = the other side
backtest-readings = silent / read
backtest-ended = Alert: of { $silences } silences that ended within 60 days { $watch } % came to a watch (5 % expected) and { $alarm } % to an alarm (1 % expected);
backtest-lasting = of { $silences } that lasted, { $watch } % were at a watch by then and { $alarm } % at an alarm.
backtest-too-little = Too little data to judge by: on each side it takes { $least } readings that fell silent and { $least } that did not. Give a longer log, or one with more pairs.
measure-score = score
measure-recency = recency
measure-count30 = contacts in 30 days
measure-alive = BG/NBD, P(alive)
measure-expected = BG/NBD, expected contacts
measure-attention = attention
guard-line-wrong = { $where }: { $why }. A line is JSON: {"{"} "id": "1", "source": "...", "final": "..." {"}"}
days-wrong = --days: "{ $given }" is not a whole number from 1 to { $most }
invited =
    { $who ->
        [contact] An invitation for { $name } ({ $client }), for one person, until { $until }:
        [group] An invitation for a group of { $client }, for one group, until { $until }:
       *[anybody] An invitation for a new person of { $client }, for one person, until { $until }:
    }
      { $link }
    It is shown only this once. In the sandbox's page, press start with: { $word }
doctor-database = Database: { $kind ->
    [embedded] embedded, in { $where }
   *[server] PostgreSQL server
}
doctor-sandbox = No tokens are set: the platforms are those of the sandbox
doctor-ok = Everything is as it must be.
doctor-wrong = { $count ->
    [one] { $count } thing needs attention.
   *[other] { $count } things need attention.
}
socket-silent = Liaison is running, but does not answer at { $path }. Stop it, or wait until it has started.
unexpected = Something went wrong that should not. Please report it with this:
`

const ru = `
about = Liaison: мост между клиентами в Telegram и специалистами в Slack, где каждое сообщение одобряет аккаунт-менеджер.
about-start = запустить мост; без токенов — с песочницей, чтобы попробовать
about-apply = привести агентство к тому, что в файле: люди, клиенты, проекты
about-export = записать агентство в файл
about-doctor = проверить базу данных, токены и права и сказать, что делать
about-leads = показать лидов: что с каждым стало и сколько стали клиентами
about-invite = создать ссылку, по которой человек клиента или группа придёт к боту
about-reasons = о чём были слова клиентов
about-reasons-report = как часто предположенные причины исправляли, по причинам, с интервалами
about-rules = правила очереди одобрения
about-rules-test = проиграть журнал и сказать, что сделало бы каждое правило и как часто люди исправляли, возвращали или отклоняли то, что оно пропустило бы
about-rules-days = за сколько последних дней
argument-rules = файл агентства, правила которого проверить вместо действующих
about-report = показатели — посмотреть или передать дальше
about-report-kpi = показатели аккаунт-менеджера: каждая доля с интервалом, рядом с прошлым периодом
about-period = month, last-month, quarter, last-quarter, year, last-year, last-30-days, 2026-10, 2026-q3, 2026 или 2026-10-01..2026-10-15
about-only-manager = только этого менеджера
about-only-team = только этого отдела
about-only-tier = только клиенты этого уровня
about-by = раздел для каждого менеджера, отдела или уровня
about-rows = вместо всех показателей — строки, которые считает этот
about-formats = table (таблица), csv, xlsx или json
about-out = записать в этот файл
xlsx-needs-out = Книга Excel — не текст: укажите --out <файл>.xlsx
rows-wrong = --rows: показателя «{ $given }» нет. Есть: { $known }
about-guard = сверить пары текстов и напечатать, что во втором пропало, изменилось или добавилось
about-score = как часто, как давно и по какому поводу мы общаемся с клиентом — одним числом
about-score-show = показать клиентов в том порядке, в каком им звонить
about-score-forecast = что говорит о каждом клиенте второе мнение (BG/NBD)
about-score-explain = объяснить, из чего складывается оценка клиента
about-score-recompute = посчитать все оценки заново по журналу и сказать, совпадает ли хранимое
about-score-fold = посчитать оценку для случаев из файла и напечатать все величины в JSON
about-score-backtest = насколько оценка и более простые меры предсказывают молчание — по вашему журналу или по файлу контактов
argument-cases = JSON: один случай или список { "{" } name, cfg, now, events { "}" }; «-» — стандартный ввод
argument-edges = на каждый контакт строка «от кому время», время — секунды или миллисекунды Unix либо ISO, можно в gzip; «-» — стандартный ввод; без файла — ваш журнал
about-format = table (таблица) или json
argument-pairs = строки JSON с id, source, final; «-» — стандартный ввод
about-contacts = контакты с клиентами из других мест: история, календари
about-contacts-import = записать в журнал контакты из файла (CSV); тот же файл ещё раз ничего не удвоит
about-contacts-ics = записать в журнал прошедшие встречи из файла календаря
about-map = какой столбец чем является, если по заголовку не понять: date=Отметка,client=Фирма
about-contacts-unmatched = показать номера и адреса, с которых звонили или писали и которых никто не знает
about-contacts-assign = сказать, чей это номер или адрес; что оттуда пришло, запишется своим временем
about-contacts-dismiss = сказать, что пришедшее с номера или адреса — ничьё
about-assign-contact = ключ контакта из agency.yaml
about-assign-name = имя человека, которого там нет
argument-point = номер телефона или почтовый адрес
about-channel = чем были строки без канала: in_person, video, phone, email или messenger
argument-csv = файл с ячейками через ; , | или табуляцию, первая строка — заголовки
argument-ics = календарь, выгруженный как iCalendar (.ics)
about-dry-run = только показать, что изменится
about-force = перезаписать файл
about-group = для группы: ссылка добавляет в неё бота
about-days = сколько дней действует
argument-file = файл, например agency.yaml
argument-export = куда записать; «-» — стандартный вывод
argument-client = ключ клиента из agency.yaml
argument-contact = ключ контакта; без него человек добавится как новый контакт
examples =

    Примеры:
      $ npx liaison start
      $ npx liaison apply agency.yaml --dry-run
      $ npx liaison invite parts ivan

    Настройки — переменные окружения: см. .env.example. Подробнее — в README.md.

running-sandbox =
    Liaison работает; Telegram и Slack — свои, на этой машине.

      Откройте  { $page }

      1. На телефоне вы — Иван, клиент. Напишите что-нибудь.
      2. В Slack станьте Анной, аккаунт-менеджером: слова Ивана ждут в её личных сообщениях с «liaison». Одобрите их.
      3. Станьте Олегом, специалистом: ответьте в ветке в #parts-seo. Анна одобрит, и Иван получит ответ.

    Всё, что было, хранится в { $data }. Остановить — Ctrl+C.
    Со своими токенами он делает то же с настоящими Telegram и Slack: см. README.md.
running-real =
    Liaison работает: { $telegram } в Telegram, Slack { $slack }.

      Кто здесь работает и для кого:  npx liaison apply agency.yaml
      Всё ли в порядке:               npx liaison doctor
      Ссылка для человека клиента:    npx liaison invite <клиент> <контакт>

    Состояние: { $url }/healthz и { $url }/readyz. Остановить — Ctrl+C.
slack-sockets = через Socket Mode
slack-http = по HTTP, адрес { $url }/hooks/slack
stopping = Останавливаюсь: начатое доделывается.

file-unreadable = Не удаётся прочитать { $file } ({ $why }). Проверьте путь; что должно быть в файле, показано в README.md.
file-exists = { $file } уже есть. Чтобы перезаписать, добавьте --force.
file-unwritable = Не удаётся записать { $file } ({ $why }).
written = Записано: { $file }
score-file-wrong = { $where }: { $why }
score-cfg-keys = { $message }; есть { $keys }, а веса, периоды полураспада и переключатели оценки — в settings
score-more = … и ещё { $count }
score-case = случай { $name }
score-event = событие { $name }
expects-date = ожидается дата, например 2027-01-31
expects-time = ожидается время, например 09:30
expects-time-zone = ожидается часовой пояс, например Europe/Moscow
expects-open-before-close = открытие должно быть раньше закрытия, в тот же день
expects-unix-seconds = ожидаются секунды Unix (годы с 1 по 9999), а не миллисекунды
expects-above-zero = ожидается число больше 0
expects-part-of-one = ожидается число от 0 до 1
expects-version = ожидается целое число от 1, новое при каждом изменении здесь
expects-days = ожидаются рабочие дни, целое число от 0
expects-section = ожидается объект
expects-yes-or-no = ожидается true или false
score-edge-wrong = { $where }: «{ $line }» — не «от кому время», где время в секундах или миллисекундах Unix либо как 2026-01-31 10:00
backtest-about-pairs = Контактов: { $contacts }, пар: { $pairs }, дней: { $days }; каждая пара прочитана на { $cuts } дат, предсказано молчание в 60 дней
backtest-about-clients = Контактов: { $contacts }, клиентов: { $pairs }, дней: { $days }; каждый клиент прочитан на { $cuts } дат по договорённости с ним, предсказано молчание в 60 дней
backtest-any = любой контакт
backtest-client = другая сторона
backtest-readings = замолчали / всего
backtest-ended = Тревога: из { $silences } пауз короче 60 дней { $watch } % дошли до «присмотреться» (ожидается 5 %) и { $alarm } % до «тревоги» (ожидается 1 %);
backtest-lasting = из { $silences } более долгих к тому дню { $watch } % были на «присмотреться» или выше и { $alarm } % на «тревоге».
backtest-too-little = Данных слишком мало, чтобы судить: на каждой стороне нужно { $least } замолчавших и { $least } не замолчавших. Дайте журнал длиннее или с большим числом пар.
measure-score = оценка
measure-recency = давность
measure-count30 = контакты за 30 дней
measure-alive = BG/NBD, P(жив)
measure-expected = BG/NBD, ожидаемые контакты
measure-attention = внимание
guard-line-wrong = { $where }: { $why }. Строка — это JSON: {"{"} "id": "1", "source": "...", "final": "..." {"}"}
days-wrong = --days: «{ $given }» — не целое число от 1 до { $most }
invited =
    { $who ->
        [contact] Приглашение для { $name } ({ $client }), на одного человека, до { $until }:
        [group] Приглашение для группы клиента { $client }, на одну группу, до { $until }:
       *[anybody] Приглашение для нового человека клиента { $client }, на одного человека, до { $until }:
    }
      { $link }
    Оно показано только сейчас. На странице песочницы нажмите «старт» с: { $word }
doctor-database = База данных: { $kind ->
    [embedded] встроенная, в { $where }
   *[server] сервер PostgreSQL
}
doctor-sandbox = Токены не заданы: площадки — из песочницы
doctor-ok = Всё в порядке.
doctor-wrong = { $count ->
    [one] Требует внимания: { $count }.
   *[other] Требует внимания: { $count }.
}
socket-silent = Liaison запущен, но не отвечает по { $path }. Остановите его или подождите, пока он запустится.
unexpected = Случилось то, чего быть не должно. Сообщите об этом, пожалуйста, приложив:
`

export const SOURCES = { en, ru }
export const say = texts(SOURCES)
