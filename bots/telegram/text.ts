import type { ClientNotice } from '../../src/core/notice.ts'
import { texts } from '../../src/core/text.ts'

const en = `
received = Received. { $manager } has it and will come back to you here.
welcome =
    Hello, { $contact }! This is { $agency }. Write here whatever concerns our work together: { $manager } reads everything and answers.
    /help says what else you can do.
greeting = Hello! This is { $agency }. Thank you for writing: your message is with us, and somebody will answer you here.
invitation_refused-unknown = This invitation is not known here. Please ask your manager for a new link. You can write here all the same.
invitation_refused-used = This invitation has been used already. Please ask your manager for a link of your own. You can write here all the same.
invitation_refused-expired = This invitation has run out. Please ask your manager for a new link. You can write here all the same.
invitation_refused-wrong_place = This invitation is for another place: a personal one is opened in the chat with the bot, a group's in the group.
help =
    This chat is with { $agency }.
    Just write, as you would to a person. What you write is read by a person before anything is done.
    You may edit a message: the change is noticed.
    /language changes the language of these notices.
help-manager = Your manager is { $manager }.
language_choose = In which language shall I write to you?
language_set = Good, in English from now on.
group_linked = Hello! This group is now in touch with { $agency } on behalf of { $client }. Whatever is written here reaches your manager.

command-start = begin
command-help = what this chat is for
command-language = change the language

kind-sticker = sticker
kind-sticker-moving = moving sticker
kind-live_photo = live photo, its movement is to be seen only in Telegram
kind-location = place on the map
kind-live_location = place on the map, moving
kind-venue = place on the map
kind-contact = contact card
kind-poll = poll
kind-checklist = checklist
kind-dice = dice
kind-story = story, to be seen only in Telegram
kind-paid_media = paid pictures or videos, to be seen only in Telegram
kind-game = game, to be played only in Telegram
kind-invoice = invoice of another bot, to be seen only in Telegram
kind-rich_message = page with a layout, to be seen only in Telegram; its words and files are
kind-giveaway = giveaway, to be seen only in Telegram
kind-gift = gift, to be seen only in Telegram
kind-other = something that cannot be shown here, to be seen only in Telegram
kind-forwarded = forwarded, first said by
media-photo = photo
media-video = video
media-animation = animation
media-audio = audio
media-voice_note = voice message
media-video_note = video message
media-sticker = sticker
media-document = document


file_not_taken = { $count ->
    [one] This file is larger than { $limit } MB, and Telegram does not hand it over to us: { $names }. Please send a link to it, or send it in parts.
   *[other] These files are larger than { $limit } MB, and Telegram does not hand them over to us: { $names }. Please send links to them, or send them in parts.
}
`

const ru = `
received = Получили. { $manager } на связи и ответит вам здесь.
welcome =
    Здравствуйте, { $contact }! Это { $agency }. Пишите сюда всё, что касается нашей работы: { $manager } всё прочитает и ответит.
    Что ещё можно сделать — /help.
greeting = Здравствуйте! Это { $agency }. Спасибо, что написали: сообщение у нас, вам ответят здесь.
invitation_refused-unknown = Такого приглашения у нас нет. Попросите у менеджера новую ссылку. Писать сюда можно и без неё.
invitation_refused-used = Этим приглашением уже воспользовались. Попросите у менеджера свою ссылку. Писать сюда можно и без неё.
invitation_refused-expired = Срок приглашения истёк. Попросите у менеджера новую ссылку. Писать сюда можно и без неё.
invitation_refused-wrong_place = Это приглашение для другого места: личное открывают в чате с ботом, групповое — в группе.
help =
    Это чат с агентством { $agency }.
    Пишите как обычному человеку. Каждое сообщение сначала читает человек.
    Сообщение можно исправить: мы увидим правку.
    /language — сменить язык уведомлений.
help-manager = Ваш менеджер — { $manager }.
language_choose = На каком языке вам писать?
language_set = Хорошо, дальше пишу по-русски.
group_linked = Здравствуйте! Эта группа теперь на связи с агентством { $agency } от имени клиента { $client }. Всё, что здесь напишут, увидит ваш менеджер.

command-start = начать
command-help = зачем этот чат
command-language = сменить язык

kind-sticker = стикер
kind-sticker-moving = движущийся стикер
kind-live_photo = живое фото, движение видно только в Telegram
kind-location = место на карте
kind-live_location = место на карте, движется
kind-venue = место на карте
kind-contact = карточка контакта
kind-poll = опрос
kind-checklist = список дел
kind-dice = кубик
kind-story = история, видна только в Telegram
kind-paid_media = платные фото или видео, видны только в Telegram
kind-game = игра, доступна только в Telegram
kind-invoice = счёт другого бота, виден только в Telegram
kind-rich_message = страница с вёрсткой, видна только в Telegram; её слова и файлы
kind-giveaway = розыгрыш, виден только в Telegram
kind-gift = подарок, виден только в Telegram
kind-other = то, что здесь нельзя показать, видно только в Telegram
kind-forwarded = переслано, автор
media-photo = фото
media-video = видео
media-animation = анимация
media-audio = аудио
media-voice_note = голосовое сообщение
media-video_note = видеосообщение
media-sticker = стикер
media-document = документ


file_not_taken = { $count ->
    [1] Этот файл больше { $limit } МБ, и Telegram не отдаёт его нам: { $names }. Пришлите, пожалуйста, ссылку на него или файл по частям.
   *[other] Эти файлы больше { $limit } МБ, и Telegram не отдаёт их нам: { $names }. Пришлите, пожалуйста, ссылки на них или файлы по частям.
}
`

export const SOURCES = { en, ru }
export const say = texts(SOURCES)

/** A notice in its reader's words. */
export function wordsOf(notice: ClientNotice): string {
  const { locale } = notice
  switch (notice.template) {
    case 'received':
      return say(locale, 'received', { manager: notice.manager })
    case 'welcome':
      return say(locale, 'welcome', { contact: notice.contact, agency: notice.agency, manager: notice.manager })
    case 'greeting':
      return say(locale, 'greeting', { agency: notice.agency })
    case 'invitation_refused':
      return say(locale, `invitation_refused-${notice.why}`)
    case 'help': {
      const help = say(locale, 'help', { agency: notice.agency })
      return notice.manager === undefined
        ? help
        : `${help}\n${say(locale, 'help-manager', { manager: notice.manager })}`
    }
    case 'group_linked':
      return say(locale, 'group_linked', { agency: notice.agency, client: notice.client })
    case 'file_not_taken': {
      const { names, limitMb } = notice
      return say(locale, 'file_not_taken', { count: names.length, names: names.join(', '), limit: limitMb })
    }
    case 'language_choose':
    case 'language_set':
      return say(locale, notice.template)
  }
}
