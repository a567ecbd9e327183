import { texts } from '../../../src/core/text.ts'

const en = `
clock-decision = Decide by { $due }
clock-decision-late = Overdue: should have been decided by { $due }
clock-first_answer = The client awaits a first answer by { $due }
clock-first_answer-late = Overdue: the client should have had a first answer by { $due }
clock-next_answer = The client awaits an answer by { $due }
clock-next_answer-late = Overdue: the client should have had an answer by { $due }
clock-specialist = The specialist’s answer is due by { $due }
clock-specialist-late = Overdue: the specialist should have answered by { $due }
card-late = Overdue
card-old = These words had waited for { $hours ->
    [one] { $hours } business hour
   *[other] { $hours } business hours
} when somebody was about to send them. Do they still hold? The next click sends them.
say-old = These words have waited for { $hours ->
    [one] { $hours } business hour
   *[other] { $hours } business hours
}. Please look whether they still hold, and click again.

number = R-{ $number }
line = { $number } · { $client }
sla-decision-warned = { $relay }: awaits a decision since { $since }, due by { $due }
sla-decision-breached = { $relay }: awaits a decision since { $since }, overdue since { $due }
sla-decision-handed = { $relay }: { $who } has not decided since { $since }, overdue since { $due }
sla-first_answer-warned = { $relay }: the client awaits a first answer since { $since }, due by { $due }
sla-first_answer-breached = { $relay }: the client awaits a first answer since { $since }, overdue since { $due }
sla-first_answer-handed = { $relay }: the client awaits a first answer from { $who } since { $since }, overdue since { $due }
sla-next_answer-warned = { $relay }: the client awaits an answer since { $since }, due by { $due }
sla-next_answer-breached = { $relay }: the client awaits an answer since { $since }, overdue since { $due }
sla-next_answer-handed = { $relay }: the client awaits an answer from { $who } since { $since }, overdue since { $due }
sla-specialist-warned = { $relay }: { $who } is asked since { $since }, due by { $due }
sla-specialist-breached = { $relay }: { $who } is silent since { $since }, overdue since { $due }
sla-specialist-handed = { $relay }: { $who } is silent since { $since }, overdue since { $due }
the-team = the team
chased-due = { $users } the manager waits for your answer in this thread since { $since }. It is due by { $due }.
chased-late = { $users } the manager waits for your answer in this thread since { $since }. It is overdue since { $due }.
more = and { $count } more

digest-head = Good morning. What is there today:
digest-waiting = Waits for you: { $count }
digest-waiting-line = { $relay }, since { $since }
digest-late = Overdue: { $count }
digest-silent = Silent: { $count }
digest-by-itself = Approved by a rule since the last morning: { $count }
digest-queue = All of it is in /queue

settings-head = What you are told besides the cards:
settings-all = everything: warnings, what is overdue, the morning’s digest
settings-overdue = only what is overdue, and the morning’s digest
settings-digest = only the morning’s digest
settings-quiet = Quiet hours: from { $from } to { $to }
settings-no-quiet = Quiet hours: none
settings-digest-at = The digest comes at { $at } of each working day, when there is something in it.
settings-how = To change it: /queue settings all, /queue settings overdue, /queue settings digest, /queue settings quiet 20:00-09:00, /queue settings quiet off
settings-wrong = “{ $given }” cannot be set here.
`

const ru = `
clock-decision = Решить до { $due }
clock-decision-late = Просрочено: решить нужно было до { $due }
clock-first_answer = Клиент ждёт первого ответа до { $due }
clock-first_answer-late = Просрочено: первый ответ клиенту нужен был до { $due }
clock-next_answer = Клиент ждёт ответа до { $due }
clock-next_answer-late = Просрочено: ответ клиенту нужен был до { $due }
clock-specialist = Ответ специалиста нужен до { $due }
clock-specialist-late = Просрочено: ответ специалиста нужен был до { $due }
card-late = Просрочено
card-old = Когда этот текст собирались отправить, он ждал уже { $hours ->
    [one] { $hours } рабочий час
    [few] { $hours } рабочих часа
   *[other] { $hours } рабочих часов
}. Он ещё верен? Следующее нажатие его отправит.
say-old = Этот текст ждёт уже { $hours ->
    [one] { $hours } рабочий час
    [few] { $hours } рабочих часа
   *[other] { $hours } рабочих часов
}. Посмотрите, верен ли он ещё, и нажмите снова.

number = R-{ $number }
line = { $number } · { $client }
sla-decision-warned = { $relay }: ждёт решения с { $since }, срок { $due }
sla-decision-breached = { $relay }: ждёт решения с { $since }, просрочено с { $due }
sla-decision-handed = { $relay }: { $who } не решает с { $since }, просрочено с { $due }
sla-first_answer-warned = { $relay }: клиент ждёт первого ответа с { $since }, срок { $due }
sla-first_answer-breached = { $relay }: клиент ждёт первого ответа с { $since }, просрочено с { $due }
sla-first_answer-handed = { $relay }: клиент ждёт первого ответа ({ $who }) с { $since }, просрочено с { $due }
sla-next_answer-warned = { $relay }: клиент ждёт ответа с { $since }, срок { $due }
sla-next_answer-breached = { $relay }: клиент ждёт ответа с { $since }, просрочено с { $due }
sla-next_answer-handed = { $relay }: клиент ждёт ответа ({ $who }) с { $since }, просрочено с { $due }
sla-specialist-warned = { $relay }: вопрос у специалиста ({ $who }) с { $since }, срок { $due }
sla-specialist-breached = { $relay }: специалист молчит ({ $who }) с { $since }, просрочено с { $due }
sla-specialist-handed = { $relay }: специалист молчит ({ $who }) с { $since }, просрочено с { $due }
the-team = команда
chased-due = { $users } менеджер ждёт вашего ответа в этой ветке с { $since }. Срок: { $due }.
chased-late = { $users } менеджер ждёт вашего ответа в этой ветке с { $since }. Просрочено с { $due }.
more = и ещё { $count }

digest-head = Доброе утро. Что сегодня:
digest-waiting = Ждёт вас: { $count }
digest-waiting-line = { $relay }, с { $since }
digest-late = Просрочено: { $count }
digest-silent = Молчат: { $count }
digest-by-itself = Одобрено по правилу с прошлого утра: { $count }
digest-queue = Всё это — в /queue

settings-head = Что вам приходит кроме карточек:
settings-all = всё: предупреждения, просроченное, утренняя сводка
settings-overdue = только просроченное и утренняя сводка
settings-digest = только утренняя сводка
settings-quiet = Тихие часы: с { $from } до { $to }
settings-no-quiet = Тихих часов нет
settings-digest-at = Сводка приходит в { $at } каждый рабочий день, если в ней что-то есть.
settings-how = Изменить: /queue settings all, /queue settings overdue, /queue settings digest, /queue settings quiet 20:00-09:00, /queue settings quiet off
settings-wrong = «{ $given }» здесь не выбрать.
`

export const SOURCES = { en, ru }
export const say = texts(SOURCES)
