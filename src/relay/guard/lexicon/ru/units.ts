/** Russian names of units, currencies and the things an agency counts. */
import { inflected, readCurrency, table } from '../tables.ts'

/** Endings of nouns as in завод, час with a soft sign or without. */
const NOUN = '- а у ом е ы ов ам ами ах'
const FEMININE = '- а ы е у ой ам ами ах'
const SOFT_FEMININE = 'я и е ю ей ь ям ями ях'

/** Words of time, data, length, weight and share; the value is looked up in ../units.ts. */
export const UNITS = table(
  {
    ms: `мс ${inflected('миллисекунд', FEMININE)}`,
    second: `с сек ${inflected('секунд', FEMININE)}`,
    minute: `мин минут минута минуту минуты минуте минутой минутам минутах минутами минуток минутку`,
    hour: `ч час часа часов часу часом часе часам часами часах часы часик часика часиков`,
    day: `день дня дней дню днем дне дням днями днях дн сутки суток суткам сутках сутками денек денька деньков`,
    workday: 'рабдень рабдня рабдней рд',
    week: `нед неделя недели недель неделю неделе неделей неделям неделями неделях недельку недельки`,
    month: `мес ${inflected('месяц', '- а у ем е ы ев ам ами ах')}`,
    quarter: inflected('квартал', NOUN),
    year: `год года году годом годе годы лет годов годам годами годах`,
    percent: `проц ${inflected('процент', NOUN)}`,
    point: 'пп',
    times: 'раз раза разу х',
    kb: `кб ${inflected('килобайт', NOUN)}`,
    mb: `мб мег мега мегов мегами мегах ${inflected('мегабайт', NOUN)}`,
    gb: `гб гиг гига гигов гигами гигах ${inflected('гигабайт', NOUN)}`,
    tb: `тб ${inflected('терабайт', NOUN)}`,
    px: `px пикс ${inflected('пиксел', 'ь я ю ем е и ей ям ями ях')}`,
    micron: `мкм ${inflected('микрон', NOUN)}`,
    mm: `мм ${inflected('миллиметр', NOUN)}`,
    cm: `см ${inflected('сантиметр', NOUN)}`,
    m: `м ${inflected('метр', NOUN)}`,
    km: `км ${inflected('километр', NOUN)}`,
    m2: `м2 ${inflected('квадрат', NOUN)}`,
    are: 'сотка сотки соток сотке сотку соткой соткам сотками сотках',
    inch: inflected('дюйм', NOUN),
    foot: inflected('фут', NOUN),
    yard: inflected('ярд', NOUN),
    oz: inflected('унци', 'я и ю ей й ям ями ях'),
    lb: 'фунтов_веса',
    mile: inflected('мил', SOFT_FEMININE),
    pt: 'пт кегль кегля',
    degree: inflected('градус', NOUN),
    kbit: `кбит ${inflected('килобит', NOUN)}`,
    mbit: `мбит ${inflected('мегабит', NOUN)}`,
    gbit: `гбит ${inflected('гигабит', NOUN)}`,
    g: `г гр ${inflected('грамм', NOUN)}`,
    kg: `кг кило ${inflected('килограмм', NOUN)}`,
    ton: inflected('тонн', FEMININE),
    ml: `мл ${inflected('миллилитр', NOUN)}`,
    l: `л ${inflected('литр', NOUN)}`,
    dpi: 'дпи dpi',
    fps: 'кадров к/с fps',
    page: `${inflected('страниц', '- а ы у е ей ам ами ах')} стр полоса полосы полос`,
    slide: inflected('слайд', NOUN),
    word: `слово слова слову словом слове слов словам словами словах`,
    character: `${inflected('знак', NOUN)} ${inflected('символ', NOUN)} зн збп`,
    person: `чел человек человека человеку человеком человеке людей людям людьми людях`,
    piece: `шт единицу ${inflected('штук', '- а и е у ой ам ами ах')} экз ${inflected('экземпляр', NOUN)}`,
    line: inflected('строк', '- а и е у ой ам ами ах'),
    sheet: inflected('лист', '- а у ом е ы ов ам ами ах'),
    box: `${inflected('короб', '- а ов ка ки ку кой ке ок кам ками ках')} ${inflected('ящик', '- а у ом е и ов ам ами ах')}`,
    pack: `упак уп ${inflected('упаков', 'ка ки ке ку кой ок кам ками ках')} ${inflected('пач', 'ка ки ке ку кой ек кам ками ках')}`,
    set: `компл ${inflected('комплект', NOUN)}`,
    roll: inflected('рулон', NOUN),
    shift: inflected('смен', FEMININE),
    round: `${inflected('итераци', 'я и ю ей й ям ями ях')} ${inflected('раунд', NOUN)} ${inflected('круг', '- а у ом е и ов ам ами ах')}`,
    click: inflected('клик', NOUN),
    view: `${inflected('показ', NOUN)} ${inflected('просмотр', NOUN)}`,
  },
  (key) => key,
)

/** Second halves of двухнедельный, 10-дневный, трёхчасовой. */
export const UNIT_ADJECTIVES = table(
  {
    second: 'секундн',
    minute: 'минутн',
    hour: 'часов',
    day: 'дневн суточн',
    week: 'недельн',
    month: 'месячн',
    quarter: 'квартальн',
    year: 'летн годичн годов',
    percent: 'процентн',
    times: 'кратн разов',
    page: 'страничн',
  },
  (key) => key,
)

/** "пол" and what it halves, in one word. */
export const HALVES = table(
  {
    hour: 'получаса полчаса полчасика',
    day: 'полдня полсуток',
    week: 'полнедели',
    month: 'полмесяца',
    year: 'полгода полугода полугодие',
    minute: 'полминуты',
  },
  (key) => key,
)

/** How often, in one word. */
export const EVERY = table(
  {
    day: `ежедневно посуточно подневно ${inflected('ежедневн', 'ый ая ое ые ого ой ому ую ым ом ых')} ежесуточно`,
    week: `еженедельно ${inflected('еженедельн', 'ый ая ое ые ого ой ому ую ым ом ых')}`,
    month: `ежемесячно помесячно ${inflected('помесячн', 'ый ая ое ые ого ой ому ую ым ом ых')} ${inflected('ежемесячн', 'ый ая ое ые ого ой ому ую ым ом ых')}`,
    quarter: `ежеквартально поквартально ${inflected('ежеквартальн', 'ый ая ое ые ого ой ому ую ым ом ых')}`,
    year: `ежегодно ${inflected('ежегодн', 'ый ая ое ые ого ой ому ую ым ом ых')}`,
    hour: `почасово почасовка почасовку почасовке ${inflected('почасов', 'ая ой ую')} ежечасно ${inflected('ежечасн', 'ый ая ое ые ого ой')}`,
  },
  (key) => key,
)

/** One unit without a number is one: "реакция — час", "в месяц". Only forms that cannot be a plural. */
export const SINGLE = new Set(
  "day's week's month's hour's час месяц неделю неделя год сутки суток день минуту секунду квартал мес нед".split(' '),
)

/** One, behind words such as "в течение". */
export const SINGLE_GENITIVE = new Set('часа дня недели месяца года минуты квартала'.split(' '))

export const WORKING = new Set(
  (
    'рабочий рабочих рабочие рабочего рабочим рабочими раб банковский банковских банковских будний будних ' + 'рабочей'
  ).split(' '),
)
export const PLAIN_DAYS = new Set(
  'календарный календарных календарные календарного полных целых полный целый'.split(' '),
)

export const CURRENCIES = table(
  {
    'RUB 1': `руб р рубль рубля рублей рублю рублем рублях рублями рубликов рублики`,
    'RUB 1000': 'тр т.р т.руб тыр',
    'RUB 0.01': `коп копеек ${inflected('копейк', 'а и е у ой ам ами ах')}`,
    'USD 1': `${inflected('доллар', NOUN)} долл дол ${inflected('бакс', NOUN)}`,
    'USD 0.01': inflected('цент', NOUN),
    'EUR 1': 'евро',
    'GBP 1': inflected('фунт', NOUN),
    'KZT 1': 'тенге тг',
    'BYN 1': 'белруб',
    'UAH 1': `грн гривен ${inflected('гривн', 'а ы е у ой ам ами ах')}`,
    'CNY 1': inflected('юан', 'ь я ю ем е и ей ям ями ях'),
    'TRY 1': inflected('лир', FEMININE),
    'AED 1': inflected('дирхам', NOUN),
    'GEL 1': 'лари',
    'JPY 1': inflected('иен йен', FEMININE),
    'PLN 1': inflected('злот', 'ый ого ому ым ом ые ых ыми'),
    'UZS 1': inflected('сум', '- а ов ам ами ах'),
    'KGS 1': inflected('сом', '- а ов ам ами ах'),
    'AMD 1': inflected('драм', '- ов ам ами ах'),
    'AZN 1': inflected('манат', NOUN),
    'INR 1': inflected('рупи', 'я и ю ей й ям ями ях'),
    'THB 1': inflected('бат', '- а ов ам ами ах'),
    'ILS 1': inflected('шекел', 'ь я ю ем е и ей ям ями ях'),
    'RSD 1': inflected('динар', NOUN),
    'CZK 1': inflected('крон', FEMININE),
    'USDT 1': 'юсдт',
  },
  readCurrency,
)
