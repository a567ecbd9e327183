/**
 * The forms in which a name may stand in a text, as the source of a regular expression (flags `iu`). After the declensions
 * of A. Zaliznyak's dictionary, as far as names of people and firms need them; a form too many is better than one too few.
 */
const list = (endings: string): readonly string[] => endings.split(' ').map((ending) => (ending === '-' ? '' : ending))

const ADJECTIVE = list('ий ый ой ого ему ому им ым ом ая ую ою ие ые их ых ими ыми')
/** How a person's name ends in full -> what is left of it and the endings that it takes. The first that fits. */
const PERSON: readonly { readonly ending: RegExp; readonly cut: number; readonly takes: readonly string[] }[] = [
  { ending: /(?:ск|цк)(?:ий|ая|ой)$/, cut: 2, takes: ADJECTIVE },
  { ending: /..(?:ый|ой|ая)$/, cut: 2, takes: ADJECTIVE },
  { ending: /ий$/, cut: 2, takes: list('ий ия ию ием ии ие') },
  { ending: /й$/, cut: 1, takes: list('й я ю ем е и') },
  { ending: /ь$/, cut: 1, takes: list('ь я ю ем е и ью') },
  { ending: /..(?:ов|ев|ин|ын)$/, cut: 0, takes: list('- а у ым ом е ой ою ы ых ыми') },
  { ending: /..(?:ов|ев|ин|ын)а$/, cut: 1, takes: list('- а ы у ой ою е ым ом ых ыми') },
  { ending: /..а$/, cut: 1, takes: list('а ы и е у ой ою ей ею -') },
  { ending: /..я$/, cut: 1, takes: list('я и ю е ей ею ь') },
  { ending: /я$/, cut: 1, takes: list('я и ю е ей ею') },
  { ending: /а$/, cut: 1, takes: list('а ы и е у ой ою ей ею') },
  { ending: /[бвгджзклмнпрстфхцчшщ]$/, cut: 0, takes: list('- а у ом ем е ы и') },
]

/** Vowels that fall out where an ending comes: Павел, Павла; Кравец, Кравца; Лев, Льва. */
const FLEETING: readonly (readonly [RegExp, string])[] = [
  [/ел$/, 'л'],
  [/ец$/, 'ц'],
  [/ок$/, 'к'],
  [/ек$/, 'к'],
  [/^лев$/, 'льв'],
]
const AFTER_FLEETING = list('а у ом ем е ы и')

const NOUN = list(
  '- а я о е и ы у ю ь й ой ей ою ею ом ем ам ям ами ями ах ях ов ев ий ый ого его ому ему ым им ая яя ую юю ое ее ые ие ых их ыми ими ью ья ье',
)

export function formsOfPerson(word: string): string {
  const name = folded(word)
  if (!isCyrillic(name)) return latinForms(name)
  const rule = PERSON.find(({ ending }) => ending.test(name))
  if (!rule) return letters(name)
  const regular = joined(name.slice(0, name.length - rule.cut), rule.takes)
  const fleeting = FLEETING.flatMap(([ending, left]) =>
    ending.test(name) ? [joined(name.replace(ending, left), AFTER_FLEETING)] : [],
  )
  return [regular, ...fleeting].join('|')
}

/** Of a firm or a brand: nouns and adjectives of any gender and number. */
export function formsOfTitle(word: string): string {
  const name = folded(word)
  if (!isCyrillic(name)) return latinForms(name)
  const stem = name.replace(/(?:ая|яя|ое|ее|ый|ий|ой|ые|ие|[аеиоуыэюяйь])$/, '')
  if (stem.length < 3) return formsOfPerson(name)
  const manyOf = /[^аеиоуыэюя]к$/.test(stem) ? [joined(stem.replace(/[ьй]?к$/, ''), ['ок', 'ек'])] : []
  return [joined(stem, NOUN), ...manyOf].join('|')
}

function joined(stem: string, endings: readonly string[]): string {
  const sorted = [...new Set(endings)].sort((a, b) => b.length - a.length)
  return `${letters(stem)}(?:${sorted.map(letters).join('|')})`
}

/** Declined in Russian it has an ending of the other alphabet: Nordicом, Nordic’а. */
function latinForms(name: string): string {
  return `${letters(name)}(?:['’-]?[а-яё]{1,3})?`
}

/** Signs that nobody sees, and those that stand upon a letter, may follow any. */
const UPON = '[\\p{Cf}\\p{M}]*'

/** A word as it is written with or without signs upon its letters: é, ё and е are one, of й its bow may be missing. */
export function letters(word: string): string {
  return [...word].map((letter) => anyOf(letter) + UPON).join('')
}

function anyOf(letter: string): string {
  if (letter === 'й') return '[йи]'
  const bare = letter.normalize('NFD').charAt(0)
  const accented = ACCENTED.get(bare) ?? ''
  return accented === '' ? letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&') : `[${bare}${accented}]`
}

/** Small letters of Latin and Cyrillic that have a sign upon them, by the letter without it. й is a letter of its own. */
const ACCENTED: ReadonlyMap<string, string> = accentedLetters([0xc0, 0x24f], [0x400, 0x4ff], [0x1e00, 0x1eff])

function accentedLetters(...blocks: readonly (readonly [number, number])[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const [first, last] of blocks)
    for (let code = first; code <= last; code++) {
      const letter = String.fromCodePoint(code)
      const bare = letter.normalize('NFD').charAt(0)
      if (bare === letter || letter === 'й' || letter !== letter.toLowerCase()) continue
      found.set(bare, (found.get(bare) ?? '') + letter)
    }
  return found
}

function folded(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('ё', 'е')
}

function isCyrillic(word: string): boolean {
  return /^[а-я'’]+$/.test(word)
}
