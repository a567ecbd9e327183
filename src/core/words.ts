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
`

const ru = `
missing-too_big = [файл «{ $name }», { $size }: слишком большой, передать нельзя]
missing-gone = [файл «{ $name }»: его больше нет]
missing-unreachable = [файл «{ $name }»: не удалось получить]
missing-empty = [файл «{ $name }»: он пуст]
follows-correction = Исправление к сообщению выше:
follows-removal = Пожалуйста, не учитывайте сообщение выше: оно больше не в силе.
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
