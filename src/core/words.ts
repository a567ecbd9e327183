/** What both sides are told in the same words, each in its own language. */
import { type Attachment, sizeInWords } from './attachment.ts'
import type { Locale } from './ids.ts'
import { texts } from './text.ts'

const en = `
missing-too_big = [file “{ $name }”, { $size }: too big to be handed over]
missing-gone = [file “{ $name }”: no longer there]
missing-unreachable = [file “{ $name }”: could not be fetched]
missing-empty = [file “{ $name }”: it is empty]
follows-correction = Correction of the message above:
follows-removal = Please disregard the message above: it no longer holds.
answered-self = In reply to their own message
answered-self-part = In reply to a part of their own message
answered-client = In reply to a message from the client’s side
answered-client-part = In reply to a part of a message from the client’s side
answered-agency = In reply to the agency’s message
answered-agency-part = In reply to a part of the agency’s message
answered-other = In reply to a message
answered-other-part = In reply to a part of a message
answered-elsewhere = In reply to a message in another chat
answered-elsewhere-part = In reply to a part of a message in another chat
`

const ru = `
missing-too_big = [файл «{ $name }», { $size }: слишком большой, передать нельзя]
missing-gone = [файл «{ $name }»: его больше нет]
missing-unreachable = [файл «{ $name }»: не удалось получить]
missing-empty = [файл «{ $name }»: он пуст]
follows-correction = Исправление к сообщению выше:
follows-removal = Пожалуйста, не учитывайте сообщение выше: оно больше не в силе.
answered-self = В ответ на своё сообщение
answered-self-part = В ответ на часть своего сообщения
answered-client = В ответ на сообщение со стороны клиента
answered-client-part = В ответ на часть сообщения со стороны клиента
answered-agency = В ответ на сообщение агентства
answered-agency-part = В ответ на часть сообщения агентства
answered-other = В ответ на сообщение
answered-other-part = В ответ на часть сообщения
answered-elsewhere = В ответ на сообщение в другом чате
answered-elsewhere-part = В ответ на часть сообщения в другом чате
`

export const SOURCES = { en, ru }
const say = texts(SOURCES)

/** A file that is not there, where it would stand. */
export function missingWords(locale: Locale, { name, size, missing = 'gone' }: Attachment): string {
  return say(locale, `missing-${missing}`, missing === 'too_big' ? { name, size: sizeInWords(size, locale) } : { name })
}

/** Before what corrects or takes back a message that could not be changed in place. */
export function followsWords(locale: Locale, follows: 'correction' | 'removal'): string {
  return say(locale, `follows-${follows}`)
}

/** Whose message somebody answers, or a part of which, said before what it says. */
export function answeredWords(
  locale: Locale,
  { by, part, who }: { readonly by: string; readonly part: boolean; readonly who: string | undefined },
): string {
  return `${say(locale, `answered-${by}${part ? '-part' : ''}`)}${who === undefined || who === '' ? '' : ` (${who})`}`
}
