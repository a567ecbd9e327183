/** What a "no" denies. */
import type { Token } from '../../text/tokens.ts'
import { type Clause, matterAt } from '../reading/clauses.ts'

/** So far from a "no" stands what it denies. */
const REACH = 10
/** As many words as a "no" is known by. */
const MOST = 3

/**
 * The words that carry the matter nearest to the "no" at `at`, which ends before `next`. Behind a "not" stands its verb; where
 * that is a modal word ("не нужно удалять", "удалять не нужно") the infinitive is what is denied, on whichever side it stands.
 */
export function scopeOf(tokens: readonly Token[], { from, to }: Clause, at: number, behind: number): readonly string[] {
  let next = behind
  const scope: string[] = []
  const take = (i: number) => {
    const matter = scopeAt(tokens[i] as Token)
    if (matter !== undefined && !scope.includes(matter) && scope.length < MOST) scope.push(matter)
  }
  // "I don't think it helps" says that it does not help.
  if (RAISES.test(tokens[next]?.word ?? '') && next + 2 < to) next++
  const end = Math.min(to, next + REACH)
  const start = Math.max(from, at - REACH)
  if (MODAL_NO.test(tokens[at]?.word ?? '') || MODAL.test(tokens[next]?.word ?? '')) {
    const infinitive = infinitiveIn(tokens, at, start, end)
    if (infinitive !== undefined) take(infinitive)
  }
  // "Not allowed to use", "no need to renew": the verb behind the "to".
  let verb = next
  while (verb < end && verb < next + 3 && tokens[verb]?.word !== 'to') verb++
  if (tokens[verb]?.word === 'to' && BEFORE_TO.test(tokens[verb - 1]?.word ?? '') && verb + 1 < end) take(verb + 1)
  for (let i = next; i < end; i++) take(i)
  // "исходники отдаём, шрифты нет", "постить не будем": what is denied stands before.
  for (let i = at - 1; i >= start; i--) take(i)
  return scope
}

export const RAISES =
  /^(?:think|believe|reckon|suppose|imagine|думаю|думаем|думает|считаю|считаем|считает|полагаю|полагаем)$/
const MODAL_NO = /^(?:нельзя|невозможн\p{L}*|запрещ\p{L}*|недопустим\p{L}*)$/u
const MODAL =
  /^(?:надо|нужно|нужен|нужна|нужны|стоит|следует|будем|буду|будет|будут|станем|станет|могу|можем|может|могут|можно|сможем|сможет|получится|получается|хочу|хотим|хочет|хотят|хотите|хочешь|хотел|хотела|хотели|хотелось|планируем|собираемся|советую|советуем|рекомендую|рекомендуем|готов|готовы|успеваем|успеем|обязательно|разрешено|позволено|разрешаем|предлагаем|имеет|вижу|требуется|обязан|обязаны|должен|должна|должны|удалось|удастся|удается)$/
const BEFORE_TO =
  /^(?:need|able|going|want|have|has|ready|possible|plan|planning|planned|intend|willing|supposed|required|necessary|like|unable|impossible|prohibited|forbidden)$/
const INFINITIVE = /^\p{L}{1,}(?:[аеиоуыяю]ть|[сз]ти|йти|чь|ться|тись|чься)$/u

const NOUNS = new Set('сеть печать память кровать нить опять пять девять десять мать пути дети части сети'.split(' '))

/** The nearest on either side. */
function infinitiveIn(tokens: readonly Token[], at: number, from: number, to: number): number | undefined {
  for (let i = at + 1; i < to; i++) if (isInfinitive(tokens[i])) return i
  for (let i = at - 1; i >= from; i--) if (isInfinitive(tokens[i])) return i
  return undefined
}

function isInfinitive(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' && INFINITIVE.test(token.word) && !NOUNS.has(token.word) && matterAt(token) !== undefined
  )
}

function scopeAt(token: Token): string | undefined {
  if (WHOLES.has(token.word)) return WHOLE
  if (token.kind === 'shape') return token.text.toLowerCase()
  return matterAt(token)
}

/** How much, which a "no" turns into another much: not both, not all. */
export const WHOLES = new Set(
  'both all every everything everyone все всех всем всеми оба обе всю весь always всегда'.split(' '),
)
export const WHOLE = '#whole'
