import { oneString, remembered } from './remember.ts'

/**
 * What is left of a word without its endings: enough to see that two forms are one word. After the light stemmers of
 * J. Savoy and L. Dolamic ("Indexing and searching strategies for the Russian language", 2009), with the endings of verbs.
 */
const RU_ENDINGS = endings(
  'иями ями ами ого его ому ему ыми ими ешься ется утся ются ится атся ятся лись лась лось ться тся вшись ивши ывши вши ' +
    'ейте йте ите ете уйте ешь ишь ают яют уют еют ает яет ует еет ать ять еть ить ыть уть овать ла ло ли на ны но ен ена ены ено ' +
    'аем яем уем еем им ем ют ут ат ят ит ет ую юю ая яя ое ее ые ие ый ий ой ей ых их ым ом ам ям ах ях ов ев ью ья ье ию ия ии ' +
    'ешня а я о е и ы у ю ь й л',
)
const EN_ENDINGS = endings('ations ation ings ing edly ied ies ed es ers er ly ment ments s e')

function endings(list: string): { readonly all: ReadonlySet<string>; readonly longest: number } {
  const all = list.split(' ')
  return { all: new Set(all), longest: Math.max(...all.map(({ length }) => length)) }
}

/** Their `ly` is no ending. */
const OF_ROOT = new Set(
  'reply apply supply family assembly multiply comply imply rely july only early daily weekly'.split(' '),
)

/** Look as if they had the ending of a verb, and too little would be left of them: of a noun only its own endings are cut. */
const NOUNS = new Set(
  (
    'макет отчет пакет билет букет ответ совет сюжет привет вылет полет учет анкет аудит лимит тикет сплит визит охват откат ' +
    'объем прием подъем заем файл скан план цикл балл дрон клон домен токен обмен отмен замен смен стен сцен длин печат видео'
  ).split(' '),
)
const NOUN_ENDINGS = new Set(['', ...'а у ом ем е ы и ов ам ами ах ой ь ью ей я ю'.split(' ')])
const [SHORTEST, LONGEST] = [4, 6]

function nounOf(word: string): string | undefined {
  for (let length = SHORTEST; length <= LONGEST && length <= word.length; length++) {
    const noun = word.slice(0, length)
    if (NOUNS.has(noun) && NOUN_ENDINGS.has(word.slice(length))) return noun
  }
  return undefined
}

/** So much of a word stays. */
const LEAST = 3

/** `word` in lower case, ё as е. */
export const stem = remembered((word) => oneString(withoutEnding(word)))

function withoutEnding(word: string): string {
  const noun = nounOf(word)
  if (noun !== undefined) return noun
  const { all, longest } = /[а-я]/.test(word) ? RU_ENDINGS : EN_ENDINGS
  // The longest that fits; the places are few, the endings are many.
  for (let length = Math.min(longest, word.length - LEAST); length > 0; length--)
    if (all.has(word.slice(word.length - length)) && !(length === 2 && OF_ROOT.has(word)))
      return word.slice(0, word.length - length)
  return word
}

/** Whether two stems may be of one word: equal, or one begins with the other for at least four letters. */
export function kindred(a: string, b: string): boolean {
  if (a === b) return true
  const short = Math.min(a.length, b.length)
  if (short < 4) return false
  let same = 0
  while (same < short && a.charCodeAt(same) === b.charCodeAt(same)) same++
  return same >= 4 && same >= short - 1 && same * 5 >= Math.max(a.length, b.length) * 2
}

/** Stems by how they begin, so that the kin of a word are found without going through all of them. */
export class Stems<V> {
  private readonly byStart = new Map<string, { readonly stem: string; readonly value: V }[]>()

  /** `start`: how the stem begins, where it is known already. */
  add(stem: string, value: V, start = stem.slice(0, 4)): void {
    const bucket = this.byStart.get(start)
    if (bucket === undefined) this.byStart.set(start, [{ stem, value }])
    else if (bucket.length < BUCKET) bucket.push({ stem, value })
  }

  kinOf(stem: string): V[] {
    return (this.byStart.get(stem.slice(0, 4)) ?? [])
      .filter((other) => kindred(other.stem, stem))
      .map(({ value }) => value)
  }

  has(stem: string): boolean {
    return (this.byStart.get(stem.slice(0, 4)) ?? []).some((other) => kindred(other.stem, stem))
  }
}
/** No message has so many words that begin alike; a hostile one shall not cost more for it. */
const BUCKET = 64
