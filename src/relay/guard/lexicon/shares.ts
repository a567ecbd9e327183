/** Words for a share of the whole. */
import { phrases } from './phrases.ts'
import { inflected, table } from './tables.ts'

export const SHARES = table(
  {
    100: `полностью целиком ${inflected('полн', 'ый ая ое ые ого ой ому ую ым ом ых')} fully full entirely completely`,
    50: 'пополам поровну равных равными equally evenly',
    0: 'бесплатно free',
  },
  Number,
)

/** 24/7 in words. */
export const ALWAYS = phrases({ always: 'круглосуточн* круглые_сутки around_the_clock round_the_clock day_and_night' })

/** Says "twice" without the word. */
export const DOUBLED = phrases({
  twice:
    'дублир* задублир* продублир* задвоен* задвои* дубль дубля дубли дублей удвоенн* сдвоенн* двоит* двоят* удваив* duplicat*',
})
