import { texts } from '../../../core/text.ts'

const en = `
head = The last { $days } days of the log: { $relays ->
    [one] { $relays } message that had to be decided.
   *[other] { $relays } messages that had to be decided.
}
no-rules = There are no rules. Write some into the agency’s file, under “rules”: README.md shows how.
rule = rule
act = does
fits = fits
through = lets through
end-approved = approved
end-edited = edited
end-returned = sent back
end-rejected = rejected
end-answered = answered
end-withdrawn = taken back
end-rule = by rule
end-open = open
act-hold = hold
act-approve = approve
act-second = second
act-lead = lead
unmatched = Fitted by no rule, so for the manager as ever: { $count }
mended = { $key }: of { $through } that it would have let through, people had edited, sent back or rejected { $mended } ({ $share } %)
held = { $key } would have held: { $why }
hold-money = money
hold-deadline = deadline
hold-refusal = refusal
hold-first_message = first message
hold-complaint = complaint
hold-change = change of what was delivered
hold-unread = files or another language
hold-client_wrote = the client wrote meanwhile
`

const ru = `
head = Последние { $days } дн. журнала, решать пришлось сообщений: { $relays }.
no-rules = Правил нет. Впишите их в файл агентства, в раздел «rules»: пример есть в README.md.
rule = правило
act = действие
fits = подошло
through = пропустило бы
end-approved = одобрено
end-edited = исправлено
end-returned = возвращено
end-rejected = отклонено
end-answered = отвечено
end-withdrawn = отозвано
end-rule = правилом
end-open = ждёт
act-hold = ждать
act-approve = одобрить
act-second = второй
act-lead = руководитель
unmatched = Ни одно правило не подошло, решает менеджер, как всегда: { $count }
mended = { $key }: из { $through }, которые оно пропустило бы, люди исправили, вернули или отклонили { $mended } ({ $share } %)
held = { $key } задержало бы: { $why }
hold-money = деньги
hold-deadline = сроки
hold-refusal = отказ
hold-first_message = первое сообщение
hold-complaint = жалоба
hold-change = изменение доставленного
hold-unread = файлы или другой язык
hold-client_wrote = клиент успел написать
`

export const SOURCES = { en, ru }
export const say = texts(SOURCES)
