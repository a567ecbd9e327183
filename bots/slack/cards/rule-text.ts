import { texts } from '../../../src/core/text.ts'

const en = `
rule-hold = Rule “{ $name }”: waits for your decision.
rule-auto = Rule “{ $name }”: approved as it stands { $at }, unless somebody stops it.
rule-stopped = Rule “{ $name }” would have approved it. Stopped: { $by }, { $at }. It waits for a person now.
rule-held = Rule “{ $name }” would let this through, but it waits for a person: { $why }.
rule-second-any = Rule “{ $name }”: a second approval is needed, of one of these: { $who }.
rule-second-all = Rule “{ $name }”: needed besides: the approval of each of these: { $who }.
rule-second-anybody = Rule “{ $name }”: one more person must approve.
rule-second-enough = Rule “{ $name }”: those who were asked have approved. With the next approval it leaves.
rule-away = { $person } is away: { $by } approves for them.
rule-away-lead = { $person } is away and is waited for; nobody can stand in. Whoever leads may decide in their place: { $who }.
rule-lead = Rule “{ $name }”: only a lead may approve this ({ $who }). A manager may propose an edit, send it back or reject it.
rule-endorsed = ✓ Approved by { $by }, { $at }
rule-proposed = { $by } would have this leave instead:
rule-stop = Stop
rule-done = Approved by the rule “{ $name }”, { $at }: nobody stopped it

hold-money = money
hold-deadline = a day, an hour or a term
hold-refusal = a “no”
hold-first_message = their first message
hold-complaint = a complaint
hold-change = it changes what was delivered
hold-unread = files, or a language that rules cannot read
hold-client_wrote = the client has written since
hold-waits_behind = something of this request that came before it waits still
hold-no_project = nobody has chosen its project
hold-cannot_leave = it cannot leave as it is
hold-old = these words have waited for long
hold-changed = something has changed
`

const ru = `
rule-hold = Правило «{ $name }»: ждёт вашего решения.
rule-auto = Правило «{ $name }»: одобрится как есть { $at }, если никто не остановит.
rule-stopped = Правило «{ $name }» одобрило бы это. Остановлено: { $by }, { $at }. Теперь ждёт человека.
rule-held = Правило «{ $name }» пропустило бы это, но нужно решение человека: { $why }.
rule-second-any = Правило «{ $name }»: нужно второе одобрение, от кого-то одного: { $who }.
rule-second-all = Правило «{ $name }»: нужно ещё одобрение каждого: { $who }.
rule-second-anybody = Правило «{ $name }»: нужно одобрение ещё одного человека.
rule-second-enough = Правило «{ $name }»: все, кого спрашивали, одобрили. Со следующим одобрением уйдёт.
rule-away = { $person } отсутствует: замещает и одобряет { $by }.
rule-away-lead = { $person } отсутствует, одобрения ждём; замены нет. Вместо отсутствующего может решить руководитель: { $who }.
rule-lead = Правило «{ $name }»: одобрить может только руководитель ({ $who }). Менеджер может предложить правку, вернуть или отклонить.
rule-endorsed = ✓ Одобрено: { $by }, { $at }
rule-proposed = { $by } предлагает отправить вместо этого:
rule-stop = Остановить
rule-done = Одобрено правилом «{ $name }», { $at }: никто не остановил

hold-money = деньги
hold-deadline = дата, время или срок
hold-refusal = отказ или «нет»
hold-first_message = первое сообщение
hold-complaint = жалоба
hold-change = меняет уже доставленное
hold-unread = файлы или язык, которого правила не понимают
hold-client_wrote = клиент с тех пор написал ещё
hold-waits_behind = раньше него по этому же обращению ждёт другое
hold-no_project = не выбран проект
hold-cannot_leave = в таком виде его не отправить
hold-old = эти слова ждут уже давно
hold-changed = что-то изменилось
`

export const SOURCES = { en, ru }
export const say = texts(SOURCES)
