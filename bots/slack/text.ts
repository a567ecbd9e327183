import { texts } from '../../src/core/text.ts'

const en = `
card-to_team = Client → team · { $client }
card-to_client = Specialist → client · { $client }
card-lead = Unknown person → { $client }
card-number = R-{ $number }
card-new = new person, not introduced yet
card-group = group “{ $title }”
card-key = key client
card-round = version { $round }
card-gathering = still writing
card-before = Before that:
card-client-side = client
card-agency-side = agency
card-returned = Was sent back by { $by }: { $reason }
card-changed = The author has changed it. Before: { $before }
card-changed-after = The author changed it after the decision. Before: { $before } Now: { $after }
card-removed = The author has taken this back: { $before }
card-cut = Only the beginning is shown here. All of it is in the dialogue “Edit”.
card-project = Which project is this for?
card-chosen-project = Project: { $project }
card-fallback = { $direction }, { $author }: { $words }

act-approve = Approve
act-edit = Edit
act-return = Send back
act-return-client = Ask the client
act-reject = Reject
act-answer = Answer the client
act-more = More…
more-title = R-{ $number }
more-history = History
more-history-help = What was said, what became of it word by word, who decided what and when.
history-title = R-{ $number }: history
history-original = Said
history-draft = Proposed
history-final = Approved
history-changed = What has changed:
history-left = { $count } older versions are not shown.
delivered-title = As delivered
delivered-not-here = This message did not go to a client.
delivered-gathering = It waits for the manager’s approval.
delivered-waiting = It waits for the manager’s approval.
delivered-returned = The manager sent it back: the reason is in this thread.
delivered-approved = It is approved.
delivered-rejected = The manager rejected it: the reason is in this thread.
delivered-answered = The manager answered the client.
delivered-withdrawn = It was taken back.
delivered-expired = It expired.
card-files-more = and { $count } more
card-since = The client has written since:

activity-opened = came
activity-extended = went on
activity-edited = changed by its author
activity-part_withdrawn = partly taken back
activity-waiting = waits
activity-approved = approved
activity-approved_edited = edited and approved
activity-returned = sent back
activity-rejected = rejected
activity-answered = answered the client
activity-withdrawn = taken back by its author
activity-resubmitted = came again
activity-project_chosen = project chosen
activity-delivered = delivered
activity-refused = not delivered
activity-unsure = nobody could tell whether it arrived
activity-settled_by_hand = settled by hand
activity-confirmed = confirmed a change of meaning

done-approve = Approved: { $by }, { $at }
done-edit = Edited and approved: { $by }, { $at }
done-return = Sent back: { $by }, { $at }
done-reject = Rejected: { $by }, { $at }
done-answer = Answered: { $by }, { $at }
done-withdraw = Taken back by its author, { $at }
done-expire = Expired, { $at }
done-reason = Reason: { $note }

delivery-on_its_way = On its way
delivery-delivered = Delivered { $at }
delivery-refused = Not delivered: { $reason }
delivery-unsure = Nobody can tell whether it arrived: the connection broke off. Please look into the chat. Until then nothing else goes there.
delivery-cancelled = Not sent any more
unsure-arrived = It arrived
unsure-again = It did not: send again

refusal-blocked = the person has blocked the bot
refusal-chat_gone = the chat is no longer there, or the bot is not in it
refusal-not_allowed = the bot may not write there
refusal-too_long = it is too long
refusal-empty = it is empty
refusal-target_gone = the message is no longer there
refusal-bad_request = the platform did not take it
refusal-bad_token = the token is not accepted
refusal-settled_by_hand = settled by hand

dialog-edit = Edit and approve
dialog-return = Send back
dialog-reject = Reject
dialog-answer = Answer the client
dialog-submit-edit = Approve
dialog-submit-return = Send back
dialog-submit-reject = Reject
dialog-submit-answer = Send
dialog-close = Cancel
dialog-ok = Close
dialog-original = { $author } said:
dialog-words-edit = What the other side will get
dialog-words-return = Why, and what is needed
dialog-words-return-client = The question the client will get
dialog-words-reject = Why (the author sees it)
dialog-words-answer = Your answer, as the client will get it
dialog-stale = While you were writing something new came. It is shown below; your words are kept. Please look, then send again.

dialog-unconfirmed = Your words change what was said. Mend them, or tick each of these if it is meant.
finding-meant = Yes, this is meant
preview-to_team = As the team sees it
preview-to_client = As the client sees it
preview-message = Message { $number } of { $of }
card-losses = The other side will see it a little differently:

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

queue-empty = Nothing waits for you.
queue-head = { $count ->
    [one] { $count } message waits for you
   *[other] { $count } messages wait for you
}
queue-more = and { $count } more: all of them are in the app’s home tab
home-as-of = As of { $at }
home-back = ← Earlier
home-refresh = Refresh
home-on = Later →
home-page = Page { $page } of { $pages }
words-title = Liaison
queue-stranger = You are not in the agency’s list of staff. An administrator can add you: npx liaison apply

returned = <@{ $author }> { $by } sent this back: “{ $words }”. { $reason } Your next message in this thread is the new version.
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


warning-executable = runs as a program when it is opened
warning-type_differs = is not what its name says
card-title-correction = Correction · { $title }
card-title-removal = Taken back · { $title }
card-standing = What stands there now:
card-replaces = What would take its place:
card-removes = Approved, this goes from the other side, where it has been delivered:
file-duration = { $seconds } s
say-invalid-needs_lead = A rule asks for a lead here. You can edit it as a proposal, send it back or reject it.
say-invalid-needs_second = A rule asks for a second approval of such words: let somebody of the team write them in the thread.
activity-endorsed = approved; others must too
activity-proposed = rewrote it for others to approve
activity-stopped = stopped the rule’s approval
`

const ru = `
card-to_team = Клиент → команда · { $client }
card-to_client = Специалист → клиент · { $client }
card-lead = Незнакомый человек → { $client }
card-number = R-{ $number }
card-new = новый человек, ещё не представлен
card-group = группа «{ $title }»
card-key = ключевой клиент
card-round = версия { $round }
card-gathering = ещё пишет
card-before = До этого:
card-client-side = клиент
card-agency-side = агентство
card-returned = Возвращено, { $by }: { $reason }
card-changed = Автор исправил. Было: { $before }
card-changed-after = Автор исправил уже после решения. Было: { $before } Стало: { $after }
card-removed = Автор удалил: { $before }
card-cut = Здесь показано только начало. Целиком — в окне «Исправить».
card-project = К какому проекту это относится?
card-chosen-project = Проект: { $project }
card-fallback = { $direction }, { $author }: { $words }

act-approve = Одобрить
act-edit = Исправить
act-return = Вернуть
act-return-client = Уточнить у клиента
act-reject = Отклонить
act-answer = Ответить клиенту
act-more = Ещё…
more-title = R-{ $number }
more-history = История
more-history-help = Что было сказано, что из этого стало слово в слово, кто и когда что решил.
history-title = R-{ $number }: история
history-original = Сказано
history-draft = Предложено
history-final = Одобрено
history-changed = Что изменилось:
history-left = Более ранних версий не показано: { $count }.
delivered-title = Как дошло
delivered-not-here = Это сообщение клиенту не уходило.
delivered-gathering = Ждёт одобрения менеджера.
delivered-waiting = Ждёт одобрения менеджера.
delivered-returned = Менеджер вернул его: причина в этой ветке.
delivered-approved = Одобрено.
delivered-rejected = Менеджер отклонил его: причина в этой ветке.
delivered-answered = Менеджер ответил клиенту.
delivered-withdrawn = Отозвано автором.
delivered-expired = Истёк срок.
card-files-more = и ещё { $count }
card-since = С тех пор клиент написал:

activity-opened = пришло
activity-extended = продолжено
activity-edited = исправлено автором
activity-part_withdrawn = отозвано частично
activity-waiting = ждёт
activity-approved = одобрено
activity-approved_edited = исправлено и одобрено
activity-returned = возвращено
activity-rejected = отклонено
activity-answered = отвечено клиенту
activity-withdrawn = отозвано автором
activity-resubmitted = пришло снова
activity-project_chosen = выбран проект
activity-delivered = доставлено
activity-refused = не доставлено
activity-unsure = неизвестно, дошло ли
activity-settled_by_hand = решено вручную
activity-confirmed = подтверждено изменение смысла

done-approve = Одобрено: { $by }, { $at }
done-edit = Исправлено и одобрено: { $by }, { $at }
done-return = Возвращено: { $by }, { $at }
done-reject = Отклонено: { $by }, { $at }
done-answer = Отвечено: { $by }, { $at }
done-withdraw = Отозвано автором, { $at }
done-expire = Истёк срок, { $at }
done-reason = Причина: { $note }

delivery-on_its_way = В пути
delivery-delivered = Доставлено { $at }
delivery-refused = Не доставлено: { $reason }
delivery-unsure = Неизвестно, дошло ли: связь оборвалась. Посмотрите, пожалуйста, в чат. До этого туда больше ничего не уйдёт.
delivery-cancelled = Больше не отправляется
unsure-arrived = Дошло
unsure-again = Не дошло: отправить снова

refusal-blocked = человек заблокировал бота
refusal-chat_gone = чата больше нет, или бота в нём нет
refusal-not_allowed = боту нельзя туда писать
refusal-too_long = слишком длинно
refusal-empty = пусто
refusal-target_gone = сообщения больше нет
refusal-bad_request = площадка не приняла
refusal-bad_token = токен не принят
refusal-settled_by_hand = решено вручную

dialog-edit = Исправить и одобрить
dialog-return = Вернуть
dialog-reject = Отклонить
dialog-answer = Ответить клиенту
dialog-submit-edit = Одобрить
dialog-submit-return = Вернуть
dialog-submit-reject = Отклонить
dialog-submit-answer = Отправить
dialog-close = Отмена
dialog-ok = Закрыть
dialog-original = { $author }:
dialog-words-edit = Что получит другая сторона
dialog-words-return = Почему и что нужно
dialog-words-return-client = Вопрос, который получит клиент
dialog-words-reject = Почему (автор это увидит)
dialog-words-answer = Ваш ответ, каким его получит клиент
dialog-stale = Пока вы писали, появилось новое. Оно показано ниже, ваш текст сохранён. Посмотрите и отправьте ещё раз.

dialog-unconfirmed = Ваш текст меняет смысл сказанного. Исправьте его или отметьте каждый пункт, если так и нужно.
finding-meant = Да, так и нужно
preview-to_team = Как увидит команда
preview-to_client = Как увидит клиент
preview-message = Сообщение { $number } из { $of }
card-losses = У другой стороны это будет выглядеть немного иначе:

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

queue-empty = Вас ничего не ждёт.
queue-head = { $count ->
    [one] Вас ждёт { $count } сообщение
    [few] Вас ждут { $count } сообщения
   *[other] Вас ждут { $count } сообщений
}
queue-more = и ещё { $count }: все они на главной вкладке приложения
home-as-of = На { $at }
home-back = ← Раньше
home-refresh = Обновить
home-on = Позже →
home-page = Страница { $page } из { $pages }
words-title = Liaison
queue-stranger = Вас нет в списке сотрудников агентства. Администратор может добавить вас: npx liaison apply

returned = <@{ $author }>, сообщение «{ $words }» возвращено ({ $by }). { $reason } Ваше следующее сообщение в этой ветке станет новой версией.
rejected = <@{ $author }>, сообщение «{ $words }» отклонено ({ $by }). { $reason }
trouble-event_set_aside = Событие из { $about } не удалось обработать после нескольких попыток, оно отложено: { $detail }
trouble-delivery_refused = Не доставлено: { $about } ({ $detail })
trouble-delivery_unsure = Неизвестно, дошло ли: { $about } ({ $detail })
file_not_taken = <@{ $author }> { $count ->
    [one] Этот файл больше { $limit } МБ, которые принимает сторона клиента, и до него не дойдёт: { $names }. Пришлите вместо него ссылку.
   *[other] Эти файлы больше { $limit } МБ, которые принимает сторона клиента, и до него не дойдут: { $names }. Пришлите вместо них ссылки.
}
reacted = { $who } { $signs } «{ $words }»
reacted-nothing = { $who } снимает знак под «{ $words }»


warning-executable = при открытии запускается как программа
warning-type_differs = внутри не то, что в названии
card-title-correction = Правка · { $title }
card-title-removal = Удалено автором · { $title }
card-standing = Сейчас там стоит:
card-replaces = Вместо этого станет:
card-removes = После одобрения это исчезнет у другой стороны, где оно уже доставлено:
file-duration = { $seconds } с
say-invalid-needs_lead = По правилу одобрить это может только руководитель. Вы можете предложить правку, вернуть или отклонить.
say-invalid-needs_second = По правилу такие слова должен одобрить ещё один человек: пусть их напишет кто-нибудь из команды в ветке.
activity-endorsed = одобрение; нужны и другие
activity-proposed = правка предложена другим на одобрение
activity-stopped = одобрение по правилу остановлено
`

export const SOURCES = { en, ru }
export const say = texts(SOURCES)
