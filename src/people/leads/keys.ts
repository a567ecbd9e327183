/** Keys as the agency's file has them, made from names. Russian letters as GOST R 52535.1 (passports, 2006) writes them. */
const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
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
  ц: 'tc',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
}

const LONGEST = 40

/** The key for a name, and the next free one when it is taken. A name without a letter or digit that can be written is `otherwise`. */
export function keyFor(name: string, taken: ReadonlySet<string>, otherwise: string): string {
  const latin = [...name.toLowerCase().normalize('NFC')].map((letter) => LATIN[letter] ?? letter).join('')
  const bare = latin
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
  const key = bare === '' ? otherwise : bare
  for (let n = 1; ; n++) {
    const free = n === 1 ? key : `${key}-${n}`
    if (!taken.has(free)) return free
  }
}
