/** Words for numbers, of all languages in one. */
import { NUMBERS as EN } from './en/numbers.ts'
import { NUMBERS as RU } from './ru/numbers.ts'
import type { NumberWord } from './tables.ts'

export const NUMBERS: ReadonlyMap<string, NumberWord> = new Map<string, NumberWord>([...EN, ...RU])
export { NUMBER_PREFIXES } from './ru/numbers.ts'
