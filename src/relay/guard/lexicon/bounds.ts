/** Words before a number or a day that make it an end: phrases of up to four words, by language. */
import type { Bound } from '../facts/fact.ts'
import { phrases } from './phrases.ts'
import { table } from './tables.ts'

const RU = {
  high:
    'до к ко не_позже не_позднее не_более не_больше не_свыше не_выше не_дороже не_дольше не_длиннее максимум макс предел в_пределах в_течение ' +
    'не_позже_чем не_позднее_чем не_более_чем меньше менее раньше ранее до_конца в_срок_до максимум_до не_превышает не_превысит ' +
    'младше моложе свежее новее уже_чем тоньше мельче тише младше_чем моложе_чем свежее_чем новее_чем легче_чем короче_чем ниже_чем не_старше ' +
    'меньше_чем менее_чем ниже дешевле легче короче быстрее скорее быстрее_чем скорее_чем не_тяжелее не_шире не_крупнее не_превышая заканчивается закончится истекает кончается лимит предел потолок ограничение_в не_превышать',
  low:
    'сверх начинается начнется стартует начнем начинаем старт от с со после не_менее не_меньше не_раньше не_ранее минимум мин более больше свыше выше дольше позже дороже начиная_с как_минимум ' +
    'старше длиннее шире крупнее толще глубже громче старее старше_чем длиннее_чем шире_чем крупнее_чем тяжелее_чем выше_чем дольше_чем позже_чем дороже_чем ' +
    'не_младше не_моложе не_менее_чем не_раньше_чем более_чем больше_чем по_крайней_мере хотя_бы не_ниже не_дешевле не_короче не_легче тяжелее превышает превысит ' +
    'превышающий превышающие превышающая хотя_бы_до хоть_до как_минимум_до минимум_до',
}
const EN = {
  high:
    'as_many_as as_much_as by before until till no_later_than not_later_than no_more_than not_more_than at_most up_to under within less_than fewer_than below max ' +
    'maximum a_maximum_of no_longer_than not_exceed capped_at through maximum_of at_the_latest not_to_exceed ' +
    'newer_than younger_than lighter_than narrower_than earlier_than no_older_than no_larger_than no_bigger_than no_wider_than no_greater_than ' +
    'ends_on ends expires_on expires no_over not_over no_higher_than no_heavier_than cheaper_than faster_than quicker_than sooner_than lower_than shorter_than smaller_than limit_of cap_of limited_to a_limit_of not_exceeding',
  low:
    'from after since at_least no_less_than not_less_than no_earlier_than not_before not_earlier_than over more_than above min minimum a_minimum_of ' +
    'starting starting_from minimum_of as_of longer_than no_sooner_than no_shorter_than starts_on begins_on starting_on beginning no_fewer_than not_fewer_than not_under ' +
    'older_than larger_than bigger_than greater_than higher_than heavier_than wider_than taller_than slower_than later_than ' +
    'no_smaller_than no_lighter_than no_younger_than no_lower_than no_cheaper_than upwards_of in_excess_of exceeding exceeds starts_at starts_from',
}

export type BoundPhrase = {
  readonly phrase: string
  /** Its words but the last, from there back. */
  readonly before: readonly string[]
  readonly bound: Bound
}

/** By their last words, as most words before a number are none; the longest first. */
export const BOUNDS: ReadonlyMap<string, readonly BoundPhrase[]> = byEnd([
  ...table<Bound>(RU, (key) => (key === 'low' ? 'low' : 'high')),
  ...table<Bound>(EN, (key) => (key === 'low' ? 'low' : 'high')),
])

function byEnd(entries: readonly (readonly [string, Bound])[]): Map<string, BoundPhrase[]> {
  const ends = new Map<string, BoundPhrase[]>()
  for (const [phrase, bound] of new Map(entries)) {
    const [last = '', ...before] = phrase.split(' ').reverse()
    const own = ends.get(last) ?? []
    own.push({ phrase, before, bound })
    own.sort((a, b) => b.before.length - a.before.length)
    ends.set(last, own)
  }
  return ends
}

/** Signs before a number. */
export const BOUND_MARKS = new Map<string, Bound>([
  ['<', 'high'],
  ['≤', 'high'],
  ['⩽', 'high'],
  ['>', 'low'],
  ['≥', 'low'],
  ['⩾', 'low'],
])

/** Of a day, an hour or a span they make an end; of any other number they say something else ("by 10 %", "к 500"). */
export const WHEN_BOUNDS: ReadonlySet<string> = new Set(
  'начинается начнется стартует начнем начинаем старт starts_on begins_on starting_on beginning ends ends_on expires expires_on заканчивается закончится истекает кончается к ко с со после раньше ранее позже by before after since until till through within as of from starting в течение в пределах'
    .split(' ')
    .map((phrase) => phrase.replaceAll('_', ' '))
    .concat(['as of', 'в течение', 'в пределах', 'at the latest']),
)
/** Words that set an end less firmly than they look: "as many as 500", "правки сверх двух кругов" where two are in the price. */
export const SOFT_BOUNDS = /^(?:as many as|as much as|сверх)$/

/** Near a number they may set an end in another way. */
export const BOUND_HINTS = phrases({
  low:
    'миним* больш* более свыше выше старше стар* шире тяжелее крупнее длиннее толще древн* давн* хотя_бы хоть не_меньше не_менее начин* дороже превыш* переш* перевал* лишн* с_небольшим least more over above min minimum from start* ' +
    'exceed* beyond upward* plus low* bit old older larger bigger greater higher heavier wider перв* дольше longer',
  high:
    'no_more макс* предел* лимит* потол* меньш* менее ниже младше моложе свеж* новее свежее тоньше мельче до не_больше не_более не_дороже влез* влож* уложи* уклад* хват* огранич* превыш* превыс* дости* дотя* дойд* дош* reach* most max* cap* limit* keep_it_to keep_to hold_it_to stretch_to go_up_to not_a_penny not_a_cent not_a_rouble not_a_ruble not_a_dollar not_a_pound ни_рубл* ни_копе* allow* допуска* разреша* beyond_that above_that сверх_эт* сверх_того up under below less ' +
    'fewer exceed* within only top* ceiling than new newer young younger smaller lighter narrower lower fresh*',
})

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
  ['no earlier', 'low'],
  ['at the earliest', 'low'],
  ['no later', 'high'],
  ['at the latest', 'high'],
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
  ['предел', 'high'],
  ['потолок', 'high'],
  ['лимит', 'high'],
  ['cap', 'high'],
  ['limit', 'high'],
  ['и выше', 'low'],
  ['и дороже', 'low'],
  ['и старше', 'low'],
  ['с лишним', 'low'],
  ['с хвостиком', 'low'],
  ['и ниже', 'high'],
  ['и дешевле', 'high'],
  ['or over', 'low'],
  ['or above', 'low'],
  ['and up', 'low'],
  ['and above', 'low'],
  ['and over', 'low'],
  ['and later', 'low'],
  ['and newer', 'low'],
  ['and higher', 'low'],
  ['or later', 'low'],
  ['or newer', 'low'],
  ['or higher', 'low'],
  ['и новее', 'low'],
  ['и позже', 'low'],
  ['и позднее', 'low'],
  ['и далее', 'low'],
  ['или позже', 'low'],
  ['или позднее', 'low'],
  ['или новее', 'low'],
  ['или выше', 'low'],
  ['или старше', 'low'],
  ['и более поздних', 'low'],
  ['и более поздние', 'low'],
  ['и более новых', 'low'],
  ['и более новые', 'low'],
  ['и более ранних', 'high'],
  ['и более ранние', 'high'],
  ['и более старых', 'high'],
  ['и более старые', 'high'],
  ['и ранее', 'high'],
  ['и раньше', 'high'],
  ['и младше', 'high'],
  ['или раньше', 'high'],
  ['или ранее', 'high'],
  ['или ниже', 'high'],
  ['or earlier', 'high'],
  ['or lower', 'high'],
  ['or below', 'high'],
  ['or older', 'high'],
  ['and earlier', 'high'],
  ['and lower', 'high'],
  ['and below', 'high'],
  ['and older', 'high'],
  ['or under', 'high'],
  ['and under', 'high'],
])
/** Before a number: about so much. */
export const ABOUT = new Set(
  '~ ≈ около примерно приблизительно порядка где-то ориентировочно плюс-минус почти чуть about around roughly approximately approx circa nearly almost some'.split(
    ' ',
  ),
)
