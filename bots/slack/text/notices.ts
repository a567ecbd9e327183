/** What somebody is told: answers to a click or a command, the queue in words, notices in threads. */
export const en = `
kind-other = something that cannot be shown here, to be seen only in Slack
kind-forwarded = forwarded, first said by
say-forbidden = You cannot decide on this: it is not your client.
say-unknown = This is no longer there.
say-already = Already decided. { $done }
say-stale = Something new came since you saw this card. It is on the card now: please look again.
say-invalid-empty = There is nothing to send: please write something.
say-invalid-too_long = This is too long for one message of the other side. Please shorten it, or send it in parts.
say-invalid-no_project = Nobody knows yet which project this is for. Choose the project on the card, or answer the client yourself.
say-invalid-no_reason = Please say why.
say-invalid-not_offered = This cannot be done here.
say-not-here = This message is not in a thread of a client’s request, so there is nobody to send it to.
say-marked = It waits for the manager’s approval.
say-invalid-amount_lost = An amount of money is missing: each •••¹, •••² … of the message above must still stand in your words.
say-invalid-amount_changed = Nobody can tell which amount of money is meant: write •••¹, •••² … exactly as above, and no others.
say-invalid-too_late = It is already on its way.
say-invalid-not_future = This time has passed, or is more than a year away.
say-invalid-choose_some = Tick some of them, not none and not all.
say-invalid-not_delivered = Nothing of this has arrived at the client.
say-invalid-already_recalled = It has been recalled already.
say-invalid-nobody_to_ask = Its author cannot be asked where they wrote.
say-invalid-needs_lead = A rule asks for a lead here. You can edit it as a proposal, send it back or reject it.
say-invalid-needs_second = A rule asks for a second approval of such words: let somebody of the team write them in the thread.
say-invalid-files_withheld = It has files that are not shown to you, so you cannot approve it. Hand it over with “More…” to somebody who may see them.
say-invalid-needs_others = By a rule somebody else must approve this too, so it cannot be done in one step. Approve it or edit it; whoever approves last may do this.

queue-empty = Nothing waits for you.
queue-head = { $count ->
    [one] { $count } message waits for you
   *[other] { $count } messages wait for you
}
queue-more = and { $count } more: all of them are in the app’s home tab
queue-stranger = You are not in the agency’s list of staff. An administrator can add you: npx liaison apply

home-as-of = As of { $at }
home-back = ← Earlier
home-refresh = Refresh
home-on = Later →
home-page = Page { $page } of { $pages }

returned = <@{ $author }> { $by } sent this back: “{ $words }”. The reason: “{ $reason }”. Your next message in this thread is the new version.
rejected = <@{ $author }> { $by } rejected this: “{ $words }”. { $reason }

trouble-event_set_aside = Something that came from { $about } could not be handled after several attempts and was set aside: { $detail }
trouble-delivery_refused = Not delivered: { $about } ({ $detail })
trouble-delivery_unsure = It is not known whether this arrived: { $about } ({ $detail })

file_not_taken = <@{ $author }> { $count ->
    [one] This file is larger than the { $limit } MB that the client’s side takes, so it cannot reach the client: { $names }. Please share a link to it instead.
   *[other] These files are larger than the { $limit } MB that the client’s side takes, so they cannot reach the client: { $names }. Please share links to them instead.
}

reacted = { $who } { $signs } “{ $words }”
reacted-nothing = { $who } took the sign under “{ $words }” back

unscheduled-client = It was to be sent later, but the client has written since. Please look, and decide again.
unscheduled-author = It was to be sent later, but its author has changed it since. Please look, and decide again.
unscheduled-refused = It was to be sent now, but it has no place to go to. Please look, and decide again.
unscheduled-blind = It was to be sent now, but whoever reads it must not know something in it by now. Please look, and decide again.

asked = <@{ $author }> { $by } would tell the client this in your name. Does it still say what you meant?
asked-yes = Yes
asked-no = No…
asked-agreed = { $by }: yes
asked-disagreed = { $by }: no. { $note }

author-over = Thank you, this is settled already: it has been decided, or the words have changed.
author-forbidden = This was asked of somebody else.
author-no_reason = Please say what is wrong.

snooze_over = R-{ $number } ({ $client }) was held until now and waits again: “{ $words }”
`

export const ru = `
kind-other = то, что здесь нельзя показать, видно только в Slack
kind-forwarded = переслано, автор
say-forbidden = Это не ваш клиент: решать здесь вы не можете.
say-unknown = Этого больше нет.
say-already = Уже решено. { $done }
say-stale = С тех пор как вы видели карточку, появилось новое. Оно уже на карточке: посмотрите ещё раз.
say-invalid-empty = Отправлять нечего: напишите что-нибудь.
say-invalid-too_long = Для одного сообщения другой стороне это слишком длинно. Сократите или отправьте по частям.
say-invalid-no_project = Пока неизвестно, к какому проекту это относится. Выберите проект на карточке или ответьте клиенту сами.
say-invalid-no_reason = Напишите, пожалуйста, почему.
say-invalid-not_offered = Здесь этого сделать нельзя.
say-not-here = Это сообщение не в ветке с обращением клиента: отправлять его некому.
say-marked = Ждёт одобрения менеджера.
say-invalid-amount_lost = Не хватает суммы: каждое •••¹, •••² … из сообщения выше должно остаться в вашем тексте.
say-invalid-amount_changed = Непонятно, какая сумма имеется в виду: пишите •••¹, •••² … точно как выше и никакие другие.
say-invalid-too_late = Уже в пути.
say-invalid-not_future = Это время уже прошло, или до него больше года.
say-invalid-choose_some = Отметьте часть: не ни одного и не все.
say-invalid-not_delivered = До клиента ничего из этого не дошло.
say-invalid-already_recalled = Уже отозвано.
say-invalid-nobody_to_ask = Спросить автора там, где он писал, нельзя.
say-invalid-needs_lead = По правилу одобрить это может только руководитель. Вы можете предложить правку, вернуть или отклонить.
say-invalid-needs_second = По правилу такие слова должен одобрить ещё один человек: пусть их напишет кто-нибудь из команды в ветке.
say-invalid-files_withheld = В сообщении есть файлы, которые вам не показаны, поэтому одобрить его вы не можете. Передайте его через «Ещё…» тому, кому можно.
say-invalid-needs_others = По правилу это должен одобрить ещё кто-то, поэтому сразу так нельзя. Одобрите или исправьте; это сможет сделать тот, кто одобряет последним.

queue-empty = Вас ничего не ждёт.
queue-head = { $count ->
    [one] Вас ждёт { $count } сообщение
    [few] Вас ждут { $count } сообщения
   *[other] Вас ждут { $count } сообщений
}
queue-more = и ещё { $count }: все они на главной вкладке приложения
queue-stranger = Вас нет в списке сотрудников агентства. Администратор может добавить вас: npx liaison apply

home-as-of = На { $at }
home-back = ← Раньше
home-refresh = Обновить
home-on = Позже →
home-page = Страница { $page } из { $pages }

returned = <@{ $author }>, сообщение «{ $words }» возвращено ({ $by }). Причина: «{ $reason }». Ваше следующее сообщение в этой ветке станет новой версией.
rejected = <@{ $author }>, сообщение «{ $words }» отклонено ({ $by }). { $reason }

trouble-event_set_aside = Событие из { $about } не удалось обработать после нескольких попыток, оно отложено: { $detail }
trouble-delivery_refused = Не доставлено: { $about } ({ $detail })
trouble-delivery_unsure = Неизвестно, дошло ли: { $about } ({ $detail })

file_not_taken = <@{ $author }> { $count ->
    [1] Этот файл больше { $limit } МБ, которые принимает сторона клиента, и до него не дойдёт: { $names }. Пришлите вместо него ссылку.
   *[other] Эти файлы больше { $limit } МБ, которые принимает сторона клиента, и до него не дойдут: { $names }. Пришлите вместо них ссылки.
}

reacted = { $who } { $signs } «{ $words }»
reacted-nothing = { $who } снимает знак под «{ $words }»

unscheduled-client = Должно было уйти позже, но с тех пор написал клиент. Посмотрите и решите ещё раз.
unscheduled-author = Должно было уйти позже, но с тех пор автор исправил текст. Посмотрите и решите ещё раз.
unscheduled-refused = Должно было уйти сейчас, но отправлять некуда. Посмотрите и решите ещё раз.
unscheduled-blind = Должно было уйти сейчас, но теперь тот, кто это прочтёт, не должен знать чего-то из текста. Посмотрите и решите ещё раз.

asked = <@{ $author }>, { $by } хочет сказать это клиенту от вашего имени. Это по-прежнему то, что вы имели в виду?
asked-yes = Да
asked-no = Нет…
asked-agreed = { $by }: да
asked-disagreed = { $by }: нет. { $note }

author-over = Спасибо, это уже неактуально: решение принято или текст изменился.
author-forbidden = Об этом спросили не вас.
author-no_reason = Напишите, пожалуйста, что не так.

snooze_over = R-{ $number } ({ $client }): было отложено до этого времени и снова ждёт: «{ $words }»
`
