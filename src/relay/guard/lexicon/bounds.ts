/** Words before a number or a day that make it an end: phrases of up to four words, by language. */
import type { Bound } from '../facts/fact.ts'
import { table } from './tables.ts'

const RU = {
  high:
    'до к ко не_позже не_позднее не_более не_больше не_свыше не_выше не_дороже не_дольше не_длиннее максимум макс предел в_пределах в_течение ' +
    'не_позже_чем не_позднее_чем не_более_чем меньше менее раньше ранее до_конца в_срок_до максимум_до не_превышает не_превысит ' +
    'меньше_чем менее_чем ниже',
  low:
    'от с со после не_менее не_меньше не_раньше не_ранее минимум мин более больше свыше выше дольше позже дороже начиная_с как_минимум ' +
    'не_менее_чем не_раньше_чем более_чем больше_чем по_крайней_мере хотя_бы не_ниже',
}
const EN = {
  high:
    'by before until till no_later_than not_later_than no_more_than not_more_than at_most up_to under within less_than fewer_than below max ' +
    'maximum a_maximum_of no_longer_than not_exceed capped_at through maximum_of at_the_latest not_to_exceed',
  low:
    'from after since at_least no_less_than not_less_than no_earlier_than not_before not_earlier_than over more_than above min minimum a_minimum_of ' +
    'starting starting_from minimum_of as_of longer_than no_sooner_than',
}

export const BOUNDS = new Map<string, Bound>([
  ...table<Bound>(RU, (key) => (key === 'low' ? 'low' : 'high')),
  ...table<Bound>(EN, (key) => (key === 'low' ? 'low' : 'high')),
])
/** Behind the number: "15 часов минимум", "30 pages max". */
export const BOUNDS_AFTER = new Map<string, Bound>([
  ['максимум', 'high'],
  ['макс', 'high'],
  ['минимум', 'low'],
  ['max', 'high'],
  ['maximum', 'high'],
  ['tops', 'high'],
  ['min', 'low'],
  ['minimum', 'low'],
  ['at most', 'high'],
  ['or less', 'high'],
  ['or fewer', 'high'],
  ['и меньше', 'high'],
  ['не больше', 'high'],
  ['не более', 'high'],
  ['at least', 'low'],
  ['or more', 'low'],
  ['and more', 'low'],
  ['и больше', 'low'],
  ['и более', 'low'],
  ['или больше', 'low'],
  ['не меньше', 'low'],
  ['не менее', 'low'],
  ['как минимум', 'low'],
])
/** Before a number: about so much. */
export const ABOUT = new Set(
  '~ ≈ около примерно приблизительно порядка где-то ориентировочно плюс-минус почти чуть about around roughly approximately approx circa nearly almost some'.split(
    ' ',
  ),
)
