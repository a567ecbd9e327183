/**
 * Whether a text asks again for what another asked for. By the stems of its words, in Russian and in English; it would rather
 * miss an ask than see one that is none, because what it finds is held against a client.
 */
import { STOP_WORDS } from '../../relay/guard/lexicon/stop-words.ts'
import { kindred, stem } from '../../relay/guard/text/stem.ts'

/** Words with which people ask for anything: two asks are not alike because they share them. */
const ASKING = new Set(
  (
    'хотим хочу хотели хотелось хочется нужен нужна нужно нужны надо прошу просим просьба сделать сделайте сделаете сделаем сделали сделает добавить добавьте ' +
    'добавим добавите помогите помочь подготовить подготовьте давайте дайте дать получить пришлите прислать отправить отправьте вопрос хорошо отлично коллеги ' +
    'сколько стоит стоить как почему срочно сегодня завтра скорее новый новая новое новые ещё еще один одна одну раз пару сможете смогли возьмите взять клиент проект работа работы работу ' +
    'how much cost costs want need needs like love make makes add adds put help send give take could possible please urgent today tomorrow new another more one question team ' +
    'project work client great fine asap soon'
  )
    .split(' ')
    .map((word) => word.replaceAll('ё', 'е')),
)

const MOST_WORDS = 80
/** So many words in common, ... */
const LEAST_COMMON = 2
/** ... so great a part of the shorter, ... */
const OF_SHORTER = 0.7
/** ... and of the longer of the two. */
const OF_LONGER = 0.45

/** Tells of what was asked before whether `text` asks for it again, as a whole or in one of its sentences. */
export function asking(text: string): (before: string) => boolean {
  const parts = [text, ...sentencesOf(text)].map(stemsOf)
  return (before) => {
    const asked = stemsOf(before)
    return parts.some((part) => isAlike(part, asked))
  }
}

function isAlike(some: readonly string[], others: readonly string[]): boolean {
  const [shorter, longer] = some.length <= others.length ? [some, others] : [others, some]
  const common = shorter.filter((one) => longer.some((other) => isOneWord(one, other))).length
  return common >= LEAST_COMMON && common >= shorter.length * OF_SHORTER && common >= longer.length * OF_LONGER
}

/** The stemmer takes the end of some words for an ending: отчёт is отч-, отчёты are отчет-. */
function isOneWord(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return kindred(a, b) || (long.startsWith(short) && long.length - short.length <= 2)
}

/** Of the words that carry the matter, each once. */
function stemsOf(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}]{3,}/gu) ?? []
  const telling = words.filter((word) => !STOP_WORDS.has(word) && !ASKING.has(word)).map(stem)
  return [...new Set(telling)].slice(0, MOST_WORDS)
}

function sentencesOf(text: string): string[] {
  return text.split(/[.!?…;\n]+/).slice(0, 40)
}
