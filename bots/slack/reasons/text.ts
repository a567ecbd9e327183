import { texts } from '../../../src/core/text.ts'

const en = `
reason-proposed = Reason (proposed)
reason-given = Reason
reason-choose = Reason…
complaint-open = Complaint, open
complaint-resolved = Complaint, settled
act-settle = Complaint settled…
settle-title = Complaint settled
settle-submit = Settled
settle-close = Cancel
settle-ok = Close
settle-complaint = *The complaint* · { $at } { $who }: { $text }
settle-by = *Settled by* · { $at } { $who }: { $text }
settle-note = How it was settled (may stay empty)
settle-done = The complaint is settled.
refused-not_offered = This reason is offered no more: the card shows those that are.
refused-no_complaint = There is no open complaint here any more.
refused-nothing_since = Nothing that could settle it has been said since, by you or by them. Answer first, or log the call; then it can be settled by that.
forbidden = You cannot decide on this: it is not your client.
unknown = This is no longer there.
`

const ru = `
reason-proposed = Причина (предположена)
reason-given = Причина
reason-choose = Причина…
complaint-open = Жалоба, открыта
complaint-resolved = Жалоба, улажена
act-settle = Жалоба улажена…
settle-title = Жалоба улажена
settle-submit = Улажена
settle-close = Отмена
settle-ok = Закрыть
settle-complaint = *Жалоба* · { $at } { $who }: { $text }
settle-by = *Чем улажена* · { $at } { $who }: { $text }
settle-note = Как её уладили (можно не заполнять)
settle-done = Жалоба улажена.
refused-not_offered = Этой причины больше нет в списке: карточка показывает те, что есть.
refused-no_complaint = Открытой жалобы здесь уже нет.
refused-nothing_since = С тех пор ни вы, ни клиент не сказали ничего, что могло бы её уладить. Сначала ответьте или запишите звонок: тогда жалобу можно закрыть этим.
forbidden = Это не ваш клиент: решать здесь вы не можете.
unknown = Этого больше нет.
`

export const SOURCES = { en, ru }
export const say = texts(SOURCES)
