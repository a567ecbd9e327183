/** Words for how much of the whole. */
import type { Share } from '../facts/fact.ts'
import { phrases } from './phrases.ts'
import { inflected } from './tables.ts'

const ENDINGS = 'ый ая ое ые ого ой ому ую ым ом ых ыми'
const ALL = 'все всех всем всеми весь всю вся'
const EACH = inflected('кажд', ENDINGS)
/** "Не во всех", "ни в одном". */
const PLACES = 'в во на у с со для к ко из по'.split(' ')
const after = (first: string, words: string) =>
  words
    .split(' ')
    .map((word) => `${first}_${word}`)
    .join(' ')

type Words = Readonly<Record<Exclude<Share, 'both' | 'fraction' | 'some of'>, string>>

const RU: Words = {
  all: `${ALL} ${EACH}`,
  most: `${inflected('большинств', 'о а е у ом')} большая_часть большую_часть большей_части большей_частью основная_часть основную_часть львиная_доля львиную_долю ${after('почти', `${ALL} ${EACH}`)} ${after('практически', `${ALL} ${EACH}`)}`,
  many: 'многие многих многим многими',
  part: `часть части частью частично отчасти местами ${inflected('некотор', ENDINGS)} ${after('не', `${ALL} ${EACH}`)} ${PLACES.map((place) => after(`не_${place}`, `всех всем ${EACH}`)).join(' ')} ${after('далеко_не', ALL)}`,
  few: `почти_никто почти_никого почти_никому почти_никаких почти_ни_один почти_ни_одного почти_ни_одной почти_ни_одна меньшинств* меньшая_часть меньшую_часть немногие немногих немногим мало_кто мало_какие`,
  rest: 'остальные остальных остальным остальными прочие прочих прочим прочими',
  one: `${after('один', 'из')} одна_из одно_из одну_из одного_из одной_из одному_из одним_из`,
  none: `${PLACES.map((place) => after(`ни_${place}`, 'одном одной одного одному')).join(' ')} ни_один ни_одна ни_одно ни_одного ни_одной ни_одну ни_одним ни_одному никто никого никому никаких никакие`,
}
const EN: Words = {
  all: 'all whole entire every_one_of each_one_of each_one every_one every each everything everyone everybody',
  most: 'most majority almost_all nearly_all almost_every nearly_every practically_all bulk_of mostly',
  many: 'many_of many',
  part: 'some part partly partially portion not_all not_every not_each',
  few: 'few_of minority hardly_any hardly_anyone hardly_anybody almost_nobody almost_no_one almost_none nearly_none barely_any barely_anyone almost_no',
  rest: 'the_rest_of the_remaining the_other',
  one: 'one_of either_of',
  none: 'none neither nobody no_one not_one not_a_single not_any',
}

export const QUANTIFIERS = phrases(EN, RU)
