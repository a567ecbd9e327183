import { createContext, useContext } from 'react'
import type { Locale } from '../../core/ids.ts'
import { texts } from '../../core/text.ts'
import { ActError } from './api.ts'

const en = `
title = Sandbox
hint-title = A whole agency on one page
hint-1 = On the phone you are Иван, a client. Write something.
hint-2 = In Slack be Анна, the account manager: his words wait in her direct messages with liaison. Approve them.
hint-3 = Be Олег, the specialist: answer in the thread in #parts-seo. Anna approves, and Ivan gets the answer.
hint-close = Got it
gone = The sandbox does not answer. The page comes back by itself when it does.
loading = Loading…
phone = Telegram: the client’s phone
slack = Slack: the agency
you-are = You are
start = Start
start-payload = Word of an invitation (optional)
start-hint = This person has not pressed “Start” yet, so the bot may not write to them.
empty-chat = Nothing here yet. Write the first message.
write = Message
write-in = Message { $place }
reply-in-thread = Reply in the thread
send = Send
reply = Reply
edit = Edit
delete = Delete
cancel = Cancel
edited = edited
typing = writes…
replying-to = In reply to: { $text }
editing = You are editing a message
group = group
joined = joined the group
left = left the group
upgraded = the group became a supergroup
channels = Channels
directs = Direct messages
thread = Thread
replies = { $count ->
    [one] { $count } reply
   *[other] { $count } replies
}
only-you = Only you can see this
empty-channel = Nothing here yet.
app = APP
more = More
react = Add reaction
close = Close
submit = Send
required = Please fill this in
confirm-yes = Yes
confirm-no = No
faults = Faults
faults-about = Make Telegram or Slack misbehave, and see that nothing is lost or doubled.
calls = Calls
calls-about = What the bots asked of the platforms last, newest first.
platform = Platform
method = Method
kind = What happens
times = How often
always = always
add = Add
remove = Remove
no-faults = None: both platforms behave.
kind-cut-after = the connection breaks after it was done
kind-cut-before = the connection breaks before it was done
kind-rate-limit = 429: too many requests, wait 5 s
kind-status = 500: the platform fails
kind-delay = it takes 3 seconds
failed = That did not work: { $why }
tools = Tools
language = Language
attach = Attach files
drop-here = Drop the files here
take-off = Do not send { $name }
uploading = Sending { $number } of { $count }: { $name }…
not-sent = Not sent: { $why }
file-empty = “{ $name }” is empty: there is nothing to send.
file-unreadable = “{ $name }” cannot be read. Folders cannot be sent: choose the files in it.
too-many = At most { $max } files go at once. Send these first, then the others.
too-large = “{ $name }” is too much: at most { $size } go at once.
why-gone = the sandbox does not answer. Try again when it is back
why-slow = it took too long. Try again
why-large = it is too large for the sandbox
why-fields = the form is not filled in yet: see what stands under its fields
message-removed = This message was deleted.
image-elsewhere = Picture: { $alt }
thing-photo = Photo
thing-document = File
thing-video = Video
thing-animation = GIF
thing-audio = Audio
thing-voice = Voice message
thing-video_note = Video message
thing-sticker = Sticker
thing-location = Location
thing-venue = Place
thing-contact = Contact
thing-poll = Poll
thing-dice = Dice
thing-story = Story
thing-checklist = Checklist
thing-other = Something this page does not know
`

const ru = `
title = Песочница
hint-title = Целое агентство на одной странице
hint-1 = На телефоне вы — Иван, клиент. Напишите что-нибудь.
hint-2 = В Slack станьте Анной, аккаунт-менеджером: слова Ивана ждут в её личных сообщениях с liaison. Одобрите их.
hint-3 = Станьте Олегом, специалистом: ответьте в ветке в #parts-seo. Анна одобрит, и Иван получит ответ.
hint-close = Понятно
gone = Песочница не отвечает. Страница оживёт сама, когда та вернётся.
loading = Загружаю…
phone = Telegram: телефон клиента
slack = Slack: агентство
you-are = Вы —
start = Старт
start-payload = Слово из приглашения (необязательно)
start-hint = Этот человек ещё не нажал «Старт», и бот не может ему писать.
empty-chat = Здесь пока пусто. Напишите первое сообщение.
write = Сообщение
write-in = Сообщение в { $place }
reply-in-thread = Ответить в ветке
send = Отправить
reply = Ответить
edit = Изменить
delete = Удалить
cancel = Отмена
edited = изменено
typing = печатает…
replying-to = В ответ на: { $text }
editing = Вы меняете сообщение
group = группа
joined = в группе
left = больше не в группе
upgraded = группа стала супергруппой
channels = Каналы
directs = Личные сообщения
thread = Ветка
replies = { $count ->
    [one] { $count } ответ
    [few] { $count } ответа
   *[other] { $count } ответов
}
only-you = Видно только вам
empty-channel = Здесь пока пусто.
app = ПРИЛОЖЕНИЕ
more = Ещё
react = Добавить реакцию
close = Закрыть
submit = Отправить
required = Заполните, пожалуйста
confirm-yes = Да
confirm-no = Нет
faults = Сбои
faults-about = Заставьте Telegram или Slack сбоить и убедитесь, что ничего не теряется и не удваивается.
calls = Вызовы
calls-about = О чём боты просили площадки в последнее время, новые сверху.
platform = Площадка
method = Метод
kind = Что случится
times = Сколько раз
always = всегда
add = Добавить
remove = Убрать
no-faults = Их нет: обе площадки исправны.
kind-cut-after = связь рвётся после того, как всё сделано
kind-cut-before = связь рвётся до того, как что-то сделано
kind-rate-limit = 429: слишком часто, ждать 5 с
kind-status = 500: площадка сломалась
kind-delay = ответ идёт 3 секунды
failed = Не получилось: { $why }
tools = Инструменты
language = Язык
attach = Прикрепить файлы
drop-here = Отпустите файлы здесь
take-off = Не отправлять { $name }
uploading = Отправляю { $number } из { $count }: { $name }…
not-sent = Не отправлено: { $why }
file-empty = «{ $name }» пуст: отправлять нечего.
file-unreadable = «{ $name }» не читается. Папку отправить нельзя: выберите файлы в ней.
too-many = За раз уходит не больше { $max } файлов. Отправьте эти, потом остальные.
too-large = «{ $name }» — это слишком много: за раз уходит не больше { $size }.
why-gone = песочница не отвечает. Повторите, когда она вернётся
why-slow = прошло слишком много времени. Повторите
why-large = для песочницы это слишком много
why-fields = форма заполнена не вся: смотрите под полями
message-removed = Сообщение удалено.
image-elsewhere = Картинка: { $alt }
thing-photo = Фото
thing-document = Файл
thing-video = Видео
thing-animation = GIF
thing-audio = Аудио
thing-voice = Голосовое сообщение
thing-video_note = Видеосообщение
thing-sticker = Стикер
thing-location = Место на карте
thing-venue = Место
thing-contact = Контакт
thing-poll = Опрос
thing-dice = Кубик
thing-story = История
thing-checklist = Список дел
thing-other = Что-то, чего эта страница не знает
`

export const SOURCES = { en, ru }
const say = texts(SOURCES)

export type Words = (id: string, args?: Record<string, string | number>) => string

export const LocaleContext = createContext<Locale>('en')

/** The page's own words in the chosen language. */
export function useWords(): Words {
  const locale = useContext(LocaleContext)
  return (id, args) => say(locale, id, args)
}

export function useLocale(): Locale {
  return useContext(LocaleContext)
}

/** Why something did not work, for a person: the sandbox's own words where the page has none. */
export function useReason(): (problem: unknown) => string {
  const words = useWords()
  return (problem) => {
    if (problem instanceof ActError) {
      if (problem.status === 413) return words('why-large')
      return problem.message === 'fields' ? words('why-fields') : problem.message
    }
    if (problem instanceof DOMException && problem.name === 'TimeoutError') return words('why-slow')
    // What fetch throws when there is nobody to talk to.
    if (problem instanceof TypeError) return words('why-gone')
    return problem instanceof Error ? problem.message : String(problem)
  }
}

/** Hours and minutes, as the chosen language writes them. */
export function useTime(): (unixSeconds: number) => string {
  const locale = useLocale()
  return (unixSeconds) =>
    new Date(unixSeconds * 1_000).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
}
