import type { Locale } from '../../core/ids.ts'
import { texts } from '../../core/text.ts'
import type { Dimension } from './figures.ts'

const en = `
unknown = There is no { $kind ->
    [manager] manager
    [team] team
   *[tier] tier
} "{ $given }". Known: { $known }
period-wrong = "{ $given }" is no period that has begun. Give one of these forms: { $forms }
no-rows = { $figure }: { $why }

figure-clients = Clients
figure-new_clients = New clients
figure-retention = Clients kept
figure-churn = Clients lost
figure-revenue_retention = Revenue kept (GRR, NRR)
figure-ltv = Lifetime value, as agencies reckon it (fee × months, profit / churn)
figure-ltv_model = Lifetime value, by model (sBG, Gamma-Gamma)
figure-satisfaction = Satisfaction (NPS, CSAT)
figure-requests = Requests
figure-requests_won = Requests that became deals
figure-leads_won = Leads that became clients
figure-first_answer = First answer to the client
figure-next_answer = Further answers to the client
figure-decision = Managers' decisions in the queue
figure-interactions = Interactions
figure-relays_edited = Messages edited on the way
figure-relays_returned = Messages returned
figure-to_specialist = Way from client to specialist
figure-at_specialist = At the specialist
figure-to_client = Way from specialist to client
figure-score = Relationship score
figure-load = Messages in hand

needs-invoices = no invoices yet: Liaison does not keep them so far
needs-surveys = needs surveys: Liaison does not ask clients so far
needs-deals = needs deals: Liaison keeps requests and leads, no deals so far

basis-start = of the clients there were at its start
basis-began = by when they began
basis-lead_since = by when they first wrote
basis-opened = by when they were opened
basis-logged = by when they took place
basis-clock_began = by when the waiting began
basis-said = by when they were said
basis-last_kept = each client's last one in the period
basis-now = as of now

section-none = All
section-nobody = Nobody's
section-manager = Manager { $name }
section-team = Team { $name }
section-tier = Tier { $name }

period = { $from } to { $to }{ $running ->
    [yes] { " so far" }
   *[no] {""}
}, time zone { $zone }; before: { $beforeFrom } to { $beforeTo }
rate = { $share } % [{ $low }–{ $high }], { $hits } of { $n }
rate-none = nothing to take a share of
count = { $n }
time = median { $median }, P90 { $p90 } business minutes, n { $n }
time-none = no times yet
in-time = in time { $rate }
score = { $mean } (mean drawn to the agency's), 20th percentile { $percentile20 }, n { $n }; alerts: { $alarm } very unusual, { $watch } unusual, { $breach } longer than agreed
score-none = no scores were kept in the period: they are kept each business day
before = before: { $value }
share-change = { $by } percentage points [{ $low } to { $high }]{ $sure ->
    [yes] {""}
   *[no] , which may be chance
}
number-change = { $by }
notes = Reasons: { $notes }
note = “{ $note }” { $n }
legend = [a–b]: 95 % interval (Wilson; of differences Newcombe). Business minutes in the agency's hours. The rows behind a figure: --rows { $example }
rows = { $figure }: { $total ->
    [one] { $total } row
   *[other] { $total } rows
} of both periods{ $shown ->
    [all] {""}
   *[some] , the first { $most } of them
}
rows-none = No rows.
period-current = period
period-before = before
column-figure = figure
column-name = name
column-section = section
column-from = from
column-to = to
column-basis = counted
column-n = n
column-value = value
column-unit = unit
column-low = 95 % from
column-high = 95 % to
column-p90 = P90
column-inTime = in time, %
column-inTimeN = in time of
column-inTimeLow = in time from
column-inTimeHigh = in time to
column-percentile20 = 20th percentile
column-before = before
column-beforeN = before, n
column-change = change
column-changeLow = change from
column-changeHigh = change to
column-parts = of these
column-notes = reasons
column-id = id
column-client = client
column-manager = manager
column-at = when
column-period = period
column-hit = counts
column-minutes = business minutes
column-score = score
column-note = reason
unit-rate = %
unit-count = number
unit-time = business minutes
unit-score = 0–100
yes = yes
no = no

dimension-outcome = outcome
dimension-tier = tier
dimension-state = state
dimension-reason = reason
dimension-channel = channel
dimension-direction = direction
dimension-crossing = way
dimension-platform = platform
dimension-status = status
dimension-level = alert
label-outcome-stayed = stayed
label-outcome-left = left
label-state-new = new
label-state-qualified = qualified
label-state-won = won
label-state-lost = lost
label-state-in_time = in time
label-state-late = late
label-state-open = open
label-state-open_late = open and late
label-state-on_its_way = on its way
label-state-arrived = arrived
label-reason-question = question
label-reason-request = request
label-reason-brief = brief
label-reason-complaint = complaint
label-reason-complaint_resolved = complaint settled
label-reason-approval = approval
label-reason-status = status
label-reason-invoice = invoice
label-reason-ack = acknowledgement
label-reason-smalltalk = small talk
label-reason-praise = praise
label-reason-other = other
label-reason-none = not said
label-channel-in_person = in person
label-channel-video = video
label-channel-phone = phone
label-channel-email = e-mail
label-channel-messenger = messenger
label-direction-in = from the client
label-direction-out = to the client
label-crossing-to_team = to the team
label-crossing-to_client = to the client
label-platform-telegram = Telegram
label-platform-slack = Slack
label-status-gathering = being written
label-status-waiting = waiting
label-status-returned = returned
label-status-approved = approved
label-status-rejected = rejected
label-status-answered = answered by the manager
label-level-none = none
label-level-breach = longer than agreed
label-level-watch = unusual
label-level-alarm = very unusual
`

const ru = `
unknown = { $kind ->
    [manager] Менеджера
    [team] Команды
   *[tier] Уровня
} «{ $given }» нет. Известны: { $known }
period-wrong = «{ $given }» — не период, который уже начался. Подойдёт один из видов: { $forms }
no-rows = { $figure }: { $why }

figure-clients = Клиенты
figure-new_clients = Новые клиенты
figure-retention = Удержание клиентов
figure-churn = Отток клиентов
figure-revenue_retention = Удержание выручки (GRR, NRR)
figure-ltv = LTV, как считают агентства (платёж × месяцы, прибыль / отток)
figure-ltv_model = LTV по модели (sBG, Gamma-Gamma)
figure-satisfaction = Удовлетворённость (NPS, CSAT)
figure-requests = Обращения
figure-requests_won = Обращения, ставшие сделками
figure-leads_won = Лиды, ставшие клиентами
figure-first_answer = Первый ответ клиенту
figure-next_answer = Следующие ответы клиенту
figure-decision = Решения менеджеров в очереди
figure-interactions = Контакты
figure-relays_edited = Сообщения, исправленные по пути
figure-relays_returned = Возвращённые сообщения
figure-to_specialist = Путь от клиента к специалисту
figure-at_specialist = У специалиста
figure-to_client = Путь от специалиста к клиенту
figure-score = Оценка отношений
figure-load = Сообщения в работе

needs-invoices = счетов пока нет: Liaison их ещё не ведёт
needs-surveys = нужны опросы: Liaison клиентов ещё не опрашивает
needs-deals = нужны сделки: Liaison ведёт обращения и лидов, сделок пока нет

basis-start = из клиентов на начало периода
basis-began = по дате начала работы
basis-lead_since = по дате первого сообщения
basis-opened = по дате открытия
basis-logged = по дате контакта
basis-clock_began = по началу ожидания
basis-said = по дате сообщения
basis-last_kept = последняя за период у каждого клиента
basis-now = на сейчас

section-none = Всё агентство
section-nobody = Ничьи
section-manager = Менеджер { $name }
section-team = Команда { $name }
section-tier = Уровень { $name }

period = С { $from } по { $to }{ $running ->
    [yes] { " (ещё идёт)" }
   *[no] {""}
}, часовой пояс { $zone }; раньше: с { $beforeFrom } по { $beforeTo }
rate = { $share } % [{ $low }–{ $high }], { $hits } из { $n }
rate-none = доли брать не от чего
count = { $n }
time = медиана { $median }, P90 { $p90 } рабочих минут, n { $n }
time-none = времён пока нет
in-time = в срок { $rate }
score = { $mean } (среднее, притянутое к среднему агентства), 20-й процентиль { $percentile20 }, n { $n }; тревоги: очень необычно { $alarm }, необычно { $watch }, дольше договорённого { $breach }
score-none = за период оценок не сохранено: они сохраняются каждый рабочий день
before = раньше: { $value }
share-change = { $by } п. п. [{ $low } … { $high }]{ $sure ->
    [yes] {""}
   *[no] , возможно, случайность
}
number-change = { $by }
notes = Причины: { $notes }
note = «{ $note }» { $n }
legend = [a–b] — 95-процентный интервал (Уилсон; для разностей Ньюкомб). Рабочие минуты — по часам агентства. Строки, стоящие за показателем: --rows { $example }
rows = { $figure }: { $total ->
    [one] { $total } строка
    [few] { $total } строки
   *[many] { $total } строк
} за оба периода{ $shown ->
    [all] {""}
   *[some] , показаны первые { $most }
}
rows-none = Строк нет.
period-current = период
period-before = раньше
column-figure = показатель
column-name = название
column-section = раздел
column-from = с
column-to = по
column-basis = как считается
column-n = n
column-value = значение
column-unit = единица
column-low = 95 % от
column-high = 95 % до
column-p90 = P90
column-inTime = в срок, %
column-inTimeN = в срок из
column-inTimeLow = в срок от
column-inTimeHigh = в срок до
column-percentile20 = 20-й процентиль
column-before = раньше
column-beforeN = раньше, n
column-change = изменение
column-changeLow = изменение от
column-changeHigh = изменение до
column-parts = из них
column-notes = причины
column-id = id
column-client = клиент
column-manager = менеджер
column-at = когда
column-period = период
column-hit = засчитано
column-minutes = рабочие минуты
column-score = оценка
column-note = причина
unit-rate = %
unit-count = количество
unit-time = рабочие минуты
unit-score = 0–100
yes = да
no = нет

dimension-outcome = исход
dimension-tier = уровень
dimension-state = состояние
dimension-reason = повод
dimension-channel = канал
dimension-direction = направление
dimension-crossing = путь
dimension-platform = площадка
dimension-status = статус
dimension-level = тревога
label-outcome-stayed = остались
label-outcome-left = ушли
label-state-new = новые
label-state-qualified = квалифицированы
label-state-won = выиграны
label-state-lost = потеряны
label-state-in_time = в срок
label-state-late = с опозданием
label-state-open = открыто
label-state-open_late = открыто и просрочено
label-state-on_its_way = в пути
label-state-arrived = дошло
label-reason-question = вопрос
label-reason-request = просьба
label-reason-brief = бриф
label-reason-complaint = жалоба
label-reason-complaint_resolved = жалоба улажена
label-reason-approval = согласование
label-reason-status = статус
label-reason-invoice = счёт
label-reason-ack = подтверждение
label-reason-smalltalk = беседа
label-reason-praise = похвала
label-reason-other = другое
label-reason-none = не указан
label-channel-in_person = лично
label-channel-video = видео
label-channel-phone = телефон
label-channel-email = почта
label-channel-messenger = мессенджер
label-direction-in = от клиента
label-direction-out = клиенту
label-crossing-to_team = команде
label-crossing-to_client = клиенту
label-platform-telegram = Telegram
label-platform-slack = Slack
label-status-gathering = пишется
label-status-waiting = ждёт
label-status-returned = возвращено
label-status-approved = одобрено
label-status-rejected = отклонено
label-status-answered = ответил менеджер
label-level-none = нет
label-level-breach = дольше договорённого
label-level-watch = необычно
label-level-alarm = очень необычно
`

export const SOURCES = { en, ru }
export const say = texts(SOURCES)

const KNOWN = new Set([...en.matchAll(/^(label-\S+) =/gm)].map(([, id]) => id))

/** A label in words; a tier, or a reason of the agency's own, is called what the agency calls it. */
export function labelOf(locale: Locale, dimension: Dimension, label: string): string {
  const id = `label-${dimension}-${label}`
  return KNOWN.has(id) ? say(locale, id) : label
}
