/** What whoever enters a contact by hand is told, in the same words on either platform. */
import type { Locale } from '../ids.ts'
import type { Channel } from '../interaction.ts'
import { texts } from '../text.ts'
import type { ContactTold, ContactView, LineGap } from './log.ts'

const en = `
channel-in_person = meeting
channel-video = video call
channel-phone = call
channel-email = mail
channel-messenger = messenger
direction-in = from them
direction-out = from us
missed = not taken
minutes = { $count } min
logged = Logged: { $entry }
taken_back = Taken back: { $entry }. The log keeps that it was entered and taken back; the score forgets it.
note = “{ $note }”

refused-stranger = You are not among the agency’s staff: contacts are entered by those who answer for clients.
refused-not_answering = Contacts are entered by those who answer for clients, and by leads. Tell the client’s manager.
refused-not_yours = This is another’s client. Its manager, its deputy and leads may enter contacts of it.
refused-future = This has not been yet. Enter it when it is over, or put right day and time.
refused-old = This is more than a year ago: is the day right? Old lists come into the log with “liaison contacts import”.
refused-bad_contact = This person is not of this client. Choose one of the list, or nobody.
refused-bad_reason = This reason is not offered any more. Choose another.
refused-long = At most 24 hours and 3000 characters. Please shorten it.
refused-unknown = This entry is not there.

gap-no_client = Whose contact was it? Name the client: its key or its name.
gap-no_channel = How did you meet? Say call, video, meeting, mail or chat.
gap-unknown_client = No client of yours is called “{ $given }”.{ $names }
gap-several_clients = “{ $given }” are several:{ $names }
gap-some = { " " }Some of yours: { $names }.
gap-these = { " " }{ $names }. Write more of the name.
gap-unclear = “{ $given }” is no length and no day that there is. A length: 12m, 1h30. A day: yesterday, 20.11.

usage = /log acme call 12m renewal "talked about prices" yesterday 15:00: client, how, how long, about what, a note in quotes, when. Only client and how must be there; without a time it is now. Words for how: call, video, meeting, mail, chat; incoming or outgoing; missed, no answer.
welcome = { $name }, this bot knows you now: here you enter calls and meetings.
link_refused-used = This link has been used already. Get a new one in Slack: /log telegram
link_refused-expired = This link has run out. Get a new one in Slack: /log telegram
link_refused-other_place = This link is for the chat with the bot, not for a group.
link_refused-is_client = You are known here as a person of a client, so what you write goes to their manager. It takes another Telegram account to enter contacts.
undo = Undo
`

const ru = `
channel-in_person = встреча
channel-video = видеозвонок
channel-phone = звонок
channel-email = письмо
channel-messenger = мессенджер
direction-in = от клиента
direction-out = от нас
missed = без ответа
minutes = { $count } мин
logged = Записано: { $entry }
taken_back = Отменено: { $entry }. В журнале останется, что это записали и отменили; в оценке этого не будет.
note = «{ $note }»

refused-stranger = Вас нет в списке сотрудников агентства: контакты записывают те, кто отвечает за клиентов.
refused-not_answering = Контакты записывают те, кто отвечает за клиентов, и руководители. Скажите менеджеру клиента.
refused-not_yours = Это не ваш клиент. Его контакты записывают его менеджер, заместитель и руководители.
refused-future = Этого ещё не было. Запишите, когда состоится, или исправьте день и время.
refused-old = Это больше года назад: день верный? Старые списки загружает «liaison contacts import».
refused-bad_contact = Этот человек не от этого клиента. Выберите из списка или никого.
refused-bad_reason = Такой причины больше нет в списке. Выберите другую.
refused-long = Не больше 24 часов и 3000 знаков. Сократите, пожалуйста.
refused-unknown = Такой записи нет.

gap-no_client = Чей это контакт? Назовите клиента: ключ или название.
gap-no_channel = Как вы общались? Напишите: звонок, видео, встреча, письмо или чат.
gap-unknown_client = Среди ваших клиентов нет «{ $given }».{ $names }
gap-several_clients = «{ $given }» — их несколько:{ $names }
gap-some = { " " }Например: { $names }.
gap-these = { " " }{ $names }. Напишите название подробнее.
gap-unclear = «{ $given }» — это не длительность и не день календаря. Длительность: 12м, 1ч30. День: вчера, 20.11.

usage = /log acme звонок 12м счёт "обсудили цены" вчера 15:00: клиент, как, сколько, о чём, заметка в кавычках, когда. Обязательны только клиент и как; без времени — сейчас. Как: звонок, видео, встреча, письмо, чат; входящий или исходящий; пропущенный, не ответил.
welcome = { $name }, теперь бот вас знает: здесь можно записывать звонки и встречи.
link_refused-used = Этой ссылкой уже воспользовались. Новая — в Slack: /log telegram
link_refused-expired = Срок ссылки истёк. Новая — в Slack: /log telegram
link_refused-other_place = Эта ссылка для чата с ботом, а не для группы.
link_refused-is_client = Здесь вы известны как человек клиента, и ваши сообщения идут его менеджеру. Чтобы записывать контакты, нужен другой аккаунт Telegram.
undo = Отменить
`

export const SOURCES = { en, ru }
const say = texts(SOURCES)

export function channelName(locale: Locale, channel: Channel): string {
  return say(locale, `channel-${channel}`)
}

export function directionName(locale: Locale, direction: ContactView['direction']): string {
  return say(locale, `direction-${direction}`)
}

export function undoName(locale: Locale): string {
  return say(locale, 'undo')
}

export function usageWords(locale: Locale): string {
  return say(locale, 'usage')
}

/** Plain text. */
export function toldWords(told: ContactTold): string {
  const { locale } = told
  switch (told.kind) {
    case 'logged':
    case 'taken_back':
      return say(locale, told.kind, { entry: entryWords(locale, told.contact) })
    case 'refused':
      return say(locale, `refused-${told.why}`)
    case 'gap':
      return `${gapWords(locale, told.gap)}\n${usageWords(locale)}`
    case 'welcome':
      return `${say(locale, 'welcome', { name: told.name })}\n${usageWords(locale)}`
    case 'usage':
      return usageWords(locale)
    case 'link_refused':
      return say(locale, `link_refused-${told.why}`)
  }
}

export function gapWords(locale: Locale, gap: LineGap): string {
  switch (gap.why) {
    case 'no_client':
    case 'no_channel':
      return say(locale, `gap-${gap.why}`)
    case 'unclear':
      return say(locale, 'gap-unclear', { given: begunWith(gap.given) })
    case 'unknown_client':
    case 'several_clients': {
      const list = gap.why === 'unknown_client' ? 'gap-some' : 'gap-these'
      const names = gap.names.length === 0 ? '' : say(locale, list, { names: gap.names.join(', ') })
      return say(locale, `gap-${gap.why}`, { given: begunWith(gap.given), names })
    }
  }
}

const GIVEN = 200

/** Enough of a line to know it by: all of it might be longer than a message. */
function begunWith(given: string): string {
  return given.length <= GIVEN ? given : `${given.slice(0, GIVEN).toWellFormed()}…`
}

function entryWords(locale: Locale, view: ContactView): string {
  const { client, contact, channel, direction, minutes, missed, reason, when, note } = view
  return [
    client,
    contact,
    channelName(locale, channel),
    directionName(locale, direction),
    missed ? say(locale, 'missed') : undefined,
    minutes === undefined ? undefined : say(locale, 'minutes', { count: minutes }),
    reason,
    when,
    note === '' ? undefined : say(locale, 'note', { note }),
  ]
    .filter((part) => part !== undefined)
    .join(' · ')
}
