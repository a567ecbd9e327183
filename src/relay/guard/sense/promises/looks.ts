/** Acts that are no work yet: somebody will have a look, or does not know. They excuse no promise of another kind. */
import { ofWord } from '../../text/answers.ts'
import type { Reading } from '../reading/reading.ts'
import type { Act } from './acts.ts'

/** "I'll have a look", "проверю". */
export function onlyLooks({ at }: Act, { tokens }: Reading): boolean {
  return tokens.slice(at, at + LOOK_REACH).some(isLook)
}
const LOOK_REACH = 4
const isLook = ofWord((word) => LOOKS.test(word))
const LOOKS =
  /^(?:смотрю|смотрим|проверяю|проверяем|разбираюсь|разбираемся|ищу|ищем|изучаю|изучаем|выясняю|выясняем|уточняю|уточняем|посмотрю|посмотрим|гляну|глянем|проверю|проверим|узнаю|узнаем|разберусь|разберемся|уточню|уточним|подумаю|подумаем|отпишусь|отпишемся|спрошу|спросим|ask|looking|checking|investigating|digging|look|check|see|investigate|find|dig)$/

/** "Специалист посмотрит": somebody else will have the look. */
export const isLookOfOthers = ofWord((word) =>
  /^(?:посмотр|провер|глян|разбер[её]т|узна[её]т|выясн|уточн|изуч|look|check|investigat)/.test(word),
)

/** "Не понимаю, в чём дело", "I don't know yet". */
export function knowsNothing({ at }: Act, { tokens }: Reading): boolean {
  return unknownAt(tokens, at) || unknownAt(tokens, at + 1) || unknownAt(tokens, at - 1)
}

/** Somebody says here that he does not know. */
export function unknownAt(tokens: Reading['tokens'], i: number): boolean {
  const word = tokens[i]?.word ?? ''
  const before = tokens[i - 1]?.word ?? ''
  if (word === 'idea') return before === 'no'
  return KNOWS.test(word) ? NO.test(before) : word === 'sure' && before === 'not'
}
const KNOWS = /^(?:знаю|знаем|знает|понимаю|понимаем|понял|поняли|понятно|известно|ясно|know|understand|clear)$/
const NO = /^(?:не|not|don't|dont|doesn't|isn't|cannot|can't)$/
