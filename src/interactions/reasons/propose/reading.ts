/** A message as the rules of reasons read it: words without dress, sentence by sentence. Pure. */
import { patternOf } from '../../../core/word-list.ts'
import { EN } from './words/en.ts'
import { RU } from './words/ru.ts'

export type Sentence = {
  /** In lower case, ё as е, one space between them, without the greeting it begins with. */
  readonly words: string
  /** Ends with a question mark. */
  readonly asks: boolean
  /** Ends with several marks. */
  readonly cries: boolean
}

export type Read = {
  readonly sentences: readonly Sentence[]
  /** Of all sentences. */
  readonly words: string
  readonly count: number
  /** Emoji and signs, as typed. */
  readonly signs: string
  readonly hasLink: boolean
  /** Something was said besides the greeting. */
  readonly greeted: boolean
}

const LINK = /https?:\/\/\S+|www\.\S+/giu
const ADDRESS = /\S{1,64}@\S{1,255}/gu
const SIGNS = /\p{Extended_Pictographic}|\+\d*(?=\s|$)|\)\)+|:\)/gu
const SENTENCE = /([^.!?…\n]*)([.!?…\n]+|$)/gu
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}'’-]*[\p{L}\p{N}])?/gu
/** A greeting, and the name it is for, before or after. */
const GREETING = patternOf(`${RU.greeting} ${EN.greeting}`)
const OPENING = new RegExp(`^(?:\\p{L}+ )?(?:${GREETING.source} ?)+`, 'u')

/** What a message is about is said in so many characters, or is not guessed; and no message takes long to read. */
const READ = 3_000
/** No word that is listed is longer. */
const TOO_LONG = /\S{60,}/gu

export function readWords(written: string): Read {
  const text = written.slice(0, READ)
  const bare = text.replace(LINK, ' ').replace(ADDRESS, ' ').replace(TOO_LONG, ' ')
  const sentences: Sentence[] = []
  let greeted = false
  // Between digits a stop or a comma is no end.
  for (const [, said = '', end = ''] of bare.replace(/(\d)[.,](?=\d)/gu, '$1').matchAll(SENTENCE)) {
    const all = wordsOf(said)
    const words = all.replace(OPENING, '').trim()
    if (words !== all) greeted = true
    if (words !== '') sentences.push({ words, asks: end.includes('?'), cries: /[!?]{2}/.test(end) })
  }
  const words = sentences.map((sentence) => sentence.words).join(' ')
  return {
    sentences,
    words,
    count: words === '' ? 0 : words.split(' ').length,
    signs: (text.match(SIGNS) ?? []).join(''),
    hasLink: bare.length < text.length && /https?:|www\./i.test(text),
    greeted,
  }
}

function wordsOf(text: string): string {
  const plain = text.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'")
  return (plain.match(WORD) ?? []).join(' ')
}
