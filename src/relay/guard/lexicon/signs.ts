/** Words for a minus and a plus before a number, and words that speak of less. */
import { phrases } from './phrases.ts'
import { table } from './tables.ts'

export const SIGN_WORDS = table<'minus' | 'plus'>(
  { minus: 'минус minus negative отрицательный отрицательные отрицательная', plus: 'плюс plus' },
  (key) => key as 'minus' | 'plus',
)

/** Right beside a number: so much more, or so much less. */
export const TILTS = phrases<'up' | 'down'>(
  {
    up: 'больше дороже выше быстрее длиннее дольше чаще лучше вырос* вырас* увелич* раст* подорож* повыс* прибав* подня* подним* рост роста приро*',
    down: 'меньше дешевле ниже медленнее короче реже хуже упал* упад* сниз* сниж* уменьш* сократ* сокращ* просе* подешев* пониз* убав* паден*',
  },
  {
    up: 'more higher faster longer increase* rise* rose grow* grew up raise* gain*',
    down: 'less lower cheaper slower shorter fewer decrease* fell fall* drop* down reduc* declin* cut* shrink* shrank',
  },
)
export const WHENS = phrases<'earlier' | 'later'>(
  { later: 'через', earlier: 'назад до раньше' },
  { later: 'later after from_now hence', earlier: 'ago before earlier prior beforehand' },
)

export const FALLS = phrases({
  falls:
    'упал* упад* паден* пада* просе* просад* сниж* снизи* сниз* уменьш* сокра* потеря* теря* скид* дешев* эконом* сэконом* вычт* вычет* вычита* ' +
    'вычл* отним* отнят* спис* убыт* убав* долг* задолж* недо* ниже меньше хуже срез* реж* урез* убр* убер* убира* отри* мороз* ноль ноля нуля минус* мину* спад* ' +
    'уйд* ушл* уход* выпад* слет* вычерк* дефиц* недоста* должн* перерас* удерж* вниз fall* fell drop* down decreas* declin* reduc* cut* los* sav* off discount* below less lower under deduct* subtract* ' +
    'negative deficit owe* debt shrink* shrank dip* slid* slump* cheaper minus worse freez* short* overdrawn overdraft decline refund* возвр* верн* сним* снят* сня*',
})
