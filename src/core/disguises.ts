/** What words do without showing it: whoever approves them should know. */
import { inlinesIn, type RichText } from './rich-text.ts'

/** A name of five letters or more (https://core.telegram.org/method/account.checkUsername), and no part of an e-mail address. */
const HANDLE = /(?<![\p{L}\p{N}_@./-])@[A-Za-z][A-Za-z0-9_]{4,31}(?![\p{L}\p{N}_@])/gu

/** Names that Telegram turns into links to whoever has them there. Each once, in order. */
export function handlesIn(body: RichText): readonly string[] {
  const words = inlinesIn(body).filter(({ type }) => type === 'text')
  return [...new Set(words.flatMap(({ text }) => [...text.matchAll(HANDLE)].map(([name]) => name)))]
}

/** From a sign that makes letters run the other way (https://www.unicode.org/reports/tr9/#Explicit_Directional_Overrides) to its end. */
const TURNED = /[\u202d\u202e]([^\u202c\n]*)/gu

/** What is written where letters run the other way: "000 05" where one reads "50 000". Each once, in order. */
export function turnedIn(body: RichText): readonly string[] {
  const written = inlinesIn(body).flatMap(({ text }) => [...text.matchAll(TURNED)].map(([, words = '']) => words))
  return [...new Set(written.map((words) => words.replaceAll(/\p{Cf}/gu, '').trim()).filter((words) => words !== ''))]
}
