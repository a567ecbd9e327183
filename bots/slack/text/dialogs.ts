/** What stands in a dialogue, and in what is put together there. */
export const en = `
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
dialog-amounts-hidden = Amounts of money are hidden from you (•••). They cross as they were said.
dialog-amounts-edit = Amounts of money are hidden from you. They are kept as they are: leave each •••¹, •••² … where its amount belongs.
dialog-filled = The words have changed with your choice. Please look, then send again.
dialog-schedule = Send later
dialog-ask = Ask the author
dialog-draft = Save a draft
dialog-submit-schedule = Approve
dialog-submit-ask = Ask
dialog-submit-draft = Save
dialog-words-schedule = What the other side will get
dialog-words-ask = Your wording, as the author will see it
dialog-words-draft = Your wording

finding-meant = Yes, this is meant

preview-to_team = As the team sees it
preview-to_client = As the client sees it
preview-message = Message { $number } of { $of }

words-title = Liaison

reason-scope = the scope
reason-budget = the budget
reason-deadline = the deadline
reason-quality = the quality of the result
reason-policy = work that the agency does not do
reason-capacity = the team’s capacity
reason-other = other reasons

tone-plain = plain
tone-warm = warm
tone-firm = firm

refuse-title = Refuse
refuse-submit = Send
refuse-reason = Why not
refuse-tone = Tone
refuse-template = Template
refuse-alternative = What is offered instead (Enter puts it into the words)
refuse-words = What the client will get
refuse-none = There is no template for this choice in the client’s language: please write it yourself.

canned-search = Look for a ready answer (Enter shows what is found)
canned-choose = Put in a ready answer
canned-head = { $count ->
    [0] No ready answers yet
    [one] { $count } ready answer
   *[other] { $count } ready answers
}
canned-gone = This ready answer has been retired meanwhile. What there is: /canned
canned-withheld = This ready answer has amounts of money: somebody who is shown them may change it.
canned-missed = No ready answer has “{ $given }”. All of them: /canned
canned-more = and { $count } more: search with /canned and words of it
canned-used = { $count ->
    [one] used once
   *[other] used { $count } times
}
canned-add = Add
canned-edit = Change
canned-retire = Retire
canned-save = Save
canned-title = Title
canned-language = Language
canned-body = Words
canned-hint = What may stand in braces: { $names }. A line of which something is missing is left out.
canned-forbidden = Ready answers are kept by managers, leads and admins.
canned-unknown = There is no such variable: { $names }
canned-no_title = Please give it a title.
canned-no_body = Please write the words.
canned-long = This is too long.

language-ru = Russian
language-en = English

do-snooze = Hold
do-split = Split
do-merge = Merge
do-recall = Recall

split-help = What you tick stays here. The rest becomes a message of its own, which waits in the queue.
split-more = Messages that are not listed and go into the other one: { $count }
split-choose = Stays here
split-then = And then
split-wait = Both wait for a decision
split-approve = Approve what stays here

merge-help = All goes on in the older of the two; look at it again and decide then.
merge-choose = With which one

recall-removes = The message disappears from the client’s chat. They may have read it already.
recall-tells = It is too old to be taken away: the platform does not let it go any more. The client will get a message instead: “Please disregard the message above: it no longer holds.”
recall-nothing = Nothing of this stands at the client.

when-label = When
when-own = Or at a time of your own
when-hour = In an hour
when-today = Today at 17:00
when-tomorrow = Tomorrow at 10:00
when-monday = On Monday at 10:00
when-opening = When the agency opens next

ask-first = Or instead of that
ask-first-box = Ask the author whether my words still say what they meant

wrong-title = What is wrong with it?
wrong-send = Send
wrong-label = Your manager sees this
`

export const ru = `
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
dialog-amounts-hidden = Суммы от вас скрыты (•••). Они пройдут так, как сказаны.
dialog-amounts-edit = Суммы от вас скрыты и останутся как есть: сохраните каждое •••¹, •••² … там, где место этой сумме.
dialog-filled = Текст изменился вслед за вашим выбором. Посмотрите и отправьте ещё раз.
dialog-schedule = Отправить позже
dialog-ask = Спросить автора
dialog-draft = Сохранить черновик
dialog-submit-schedule = Одобрить
dialog-submit-ask = Спросить
dialog-submit-draft = Сохранить
dialog-words-schedule = Что получит другая сторона
dialog-words-ask = Ваш текст, каким его увидит автор
dialog-words-draft = Ваш текст

finding-meant = Да, так и нужно

preview-to_team = Как увидит команда
preview-to_client = Как увидит клиент
preview-message = Сообщение { $number } из { $of }

words-title = Liaison

reason-scope = объём работ
reason-budget = бюджет
reason-deadline = срок
reason-quality = качество результата
reason-policy = агентство этого не делает
reason-capacity = занятость команды
reason-other = другое

tone-plain = ровный
tone-warm = тёплый
tone-firm = твёрдый

refuse-title = Отказать
refuse-submit = Отправить
refuse-reason = Почему нет
refuse-tone = Тон
refuse-template = Шаблон
refuse-alternative = Что предлагаем взамен (Enter вставит это в текст)
refuse-words = Что получит клиент
refuse-none = Для такого выбора нет шаблона на языке клиента: напишите, пожалуйста, сами.

canned-search = Найти готовый ответ (Enter покажет найденное)
canned-choose = Вставить готовый ответ
canned-head = { $count ->
    [0] Готовых ответов пока нет
    [one] { $count } готовый ответ
    [few] { $count } готовых ответа
   *[other] { $count } готовых ответов
}
canned-gone = Этот готовый ответ тем временем убрали. Какие есть — /canned
canned-withheld = В этом готовом ответе есть суммы: изменить его может тот, кому они видны.
canned-missed = Готовых ответов с «{ $given }» нет. Все — /canned
canned-more = и ещё { $count }: ищите командой /canned со словами из него
canned-used = { $count ->
    [one] использован { $count } раз
    [few] использован { $count } раза
   *[other] использован { $count } раз
}
canned-add = Добавить
canned-edit = Изменить
canned-retire = Убрать
canned-save = Сохранить
canned-title = Название
canned-language = Язык
canned-body = Текст
canned-hint = Что можно писать в фигурных скобках: { $names }. Строка, в которой чего-то не хватает, пропускается.
canned-forbidden = Готовые ответы ведут менеджеры, руководители и администраторы.
canned-unknown = Таких переменных нет: { $names }
canned-no_title = Назовите, пожалуйста, ответ.
canned-no_body = Напишите, пожалуйста, текст.
canned-long = Слишком длинно.

language-ru = русский
language-en = английский

do-snooze = Отложить
do-split = Разделить
do-merge = Объединить
do-recall = Отозвать

split-help = Отмеченное останется здесь. Остальное станет отдельным сообщением и будет ждать в очереди.
split-more = Сообщений, которых нет в списке и которые уйдут в отдельное: { $count }
split-choose = Останется здесь
split-then = А потом
split-wait = Оба ждут решения
split-approve = Одобрить то, что осталось здесь

merge-help = Всё продолжится в более раннем из двух; посмотрите на него ещё раз и решите.
merge-choose = С каким

recall-removes = Сообщение исчезнет из чата клиента. Возможно, его уже прочли.
recall-tells = Сообщение слишком старое: площадка уже не даёт его убрать. Вместо этого клиент получит: «Пожалуйста, не учитывайте сообщение выше: оно больше не в силе.»
recall-nothing = У клиента ничего из этого нет.

when-label = Когда
when-own = Или в своё время
when-hour = Через час
when-today = Сегодня в 17:00
when-tomorrow = Завтра в 10:00
when-monday = В понедельник в 10:00
when-opening = Когда агентство откроется

ask-first = Или вместо этого
ask-first-box = Спросить автора, то ли это по-прежнему, что он имел в виду

wrong-title = Что здесь не так?
wrong-send = Отправить
wrong-label = Это увидит ваш менеджер
`
