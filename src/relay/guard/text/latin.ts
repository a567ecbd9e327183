import { remembered } from './remember.ts'

/** Cyrillic in Latin letters, so that a name can be held against itself in the other script. */
const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
}

/** `text` in lower case. */
export const latin = remembered(inLatin)

function inLatin(text: string): string {
  let made = ''
  for (const char of text) made += LETTERS[char] ?? char
  return made
}

/** Cyrillic letters as the Latin ones they look like: 1С typed in either alphabet. */
export function lookalike(text: string): string {
  return text.replace(/[авекмнорстух]/g, (char) => 'abekmhopctyx'.charAt('авекмнорстух'.indexOf(char)))
}

/** What survives in both scripts and in most spellings: the consonants, those of one sound as one. */
export const skeleton = remembered(bones)

function bones(text: string): string {
  return latin(text)
    .replace(/shch|sch/g, 'S')
    .replace(/tch|ch/g, 'C')
    .replace(/sh/g, 'S')
    .replace(/zh/g, 'J')
    .replace(/kh|gh/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/ck/g, 'k')
    .replace(/dzh|j|dg/g, 'J')
    .replace(/[qc]/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/w/g, 'v')
    .replace(/ts|tz/g, 'z')
    .replace(/[aeiouy'-]/g, '')
    .replace(/(.)\1+/g, '$1')
}
