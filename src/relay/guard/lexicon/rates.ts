/** What a price or a pace is for one of: "per ticket", "за карточку". Units of `units.ts` need no line here. */
import { inflected, table } from './tables.ts'

const FEMININE = 'а у и ы е ой'
const MASCULINE = '- а у е'

export const RATE_THINGS = table(
  {
    card: `${inflected('карточк', FEMININE)} card product_card listing`,
    item: `${inflected('товар', MASCULINE)} ${inflected('позици', 'я ю и')} sku item product article`,
    ticket: `${inflected('тикет', MASCULINE)} ticket`,
    lead: `${inflected('лид', MASCULINE)} ${inflected('заявк', FEMININE)} обращение lead enquiry inquiry`,
    order: `${inflected('заказ', MASCULINE)} order sale purchase ${inflected('покупк', FEMININE)} ${inflected('продаж', FEMININE)}`,
    task: `${inflected('задач', FEMININE)} task`,
    project: `${inflected('проект', MASCULINE)} project`,
    post: `${inflected('пост', MASCULINE)} ${inflected('публикаци', 'я ю и')} post publication`,
    clip: `${inflected('ролик', MASCULINE)} ${inflected('рилс', MASCULINE)} видео video clip reel`,
    photo: `фото фотографию ${inflected('снимок', '-')} снимка photo picture image shot ${inflected('картинк', FEMININE)}`,
    layout: `${inflected('макет', MASCULINE)} layout mockup`,
    banner: `${inflected('баннер', MASCULINE)} banner`,
    creative: `${inflected('креатив', MASCULINE)} creative`,
    text: `${inflected('текст', MASCULINE)} ${inflected('стать', 'я ю и')} text article copy`,
    screen: `${inflected('экран', MASCULINE)} screen`,
    language: `язык языка language`,
    domain: `${inflected('домен', MASCULINE)} domain`,
    site: `${inflected('сайт', MASCULINE)} site website`,
    call: `${inflected('звонок', '-')} звонка call`,
    meeting: `${inflected('встреч', FEMININE)} meeting visit ${inflected('выезд', MASCULINE)}`,
    user: `${inflected('пользовател', 'ь я ю е')} user seat licence license место ${inflected('лицензи', 'я ю и')}`,
    client: `${inflected('клиент', MASCULINE)} client customer`,
    person: `${inflected('участник', MASCULINE)} ${inflected('сотрудник', MASCULINE)} participant employee guest attendee head гостя`,
    channel: `${inflected('канал', MASCULINE)} channel`,
    edit: `${inflected('правк', FEMININE)} edit change revision`,
    install: `${inflected('установк', FEMININE)} install installation`,
    shop: `${inflected('магазин', MASCULINE)} shop store`,
    table: `${inflected('стол', MASCULINE)} table`,
    room: `${inflected('номер', MASCULINE)} room`,
    link: `${inflected('ссылк', FEMININE)} link backlink`,
    letter: `${inflected('письм', 'о а у')} email newsletter letter ${inflected('рассылк', FEMININE)} mailing`,
    key: `${inflected('запрос', MASCULINE)} keyword query`,
    lesson: `урок урока занятие занятия lesson class session`,
    subscriber: `${inflected('подписчик', MASCULINE)} subscriber`,
    sheet: `лист`,
    set: `set`,
    roll: `roll`,
    icon: `иконку иконка иконки icon`,
  },
  (key) => key,
)

/** One of them is not one piece. */
export const HOLDS_MORE = new Set('box pack set roll sheet'.split(' '))

/** Say that the noun behind them is what one pays for. */
export const PER = new Set(['per', 'за', 'с', 'на', '/'])
/** One of them, or a thousand: "за одну карточку", "per 1,000 views". */
export const PER_ONE = new Set('одну один одно 1 каждую каждый каждое single each every the'.split(' '))
/** Behind a price: for one of whatever is counted. */
export const EACH = new Set(['each', 'apiece'])
/** At the beginning of a sentence they may be what a price is for. */
export const SUBJECTS = new Set('минута час день неделя месяц год minute hour day week month year'.split(' '))
/** Near them "за" means for how much, and not how soon. */
export const PAID = new Set(
  'руб р ₽ $ € £ рублей рубля рубль долларов евро к тыс k usd eur gbp rub оплата оплату оплачиваем платим платите плачу платит платят ставка ставку ставки цена цену стоимость стоит берем беру берут считаем считаю расчет прайс тариф'.split(
    ' ',
  ),
)
/** One figure is said once for several things. */
export const SHARED: ReadonlySet<string> = new Set(
  (
    'по каждый каждая каждое каждого каждой каждую каждому каждые оба обе обоих обеих обоим обеим тоже также столько одинаково ' +
    'такой такая такую такие такое же each both also same likewise either respectively apiece per every too another again'
  ).split(' '),
)
