/**
 * Words of one matter in both languages, as they begin: what the guard may know of translation. A word that is not here is
 * held against other words by its letters only. One line a matter; add to it freely.
 */
const MATTERS = [
  'оформл оформи зарегистр регистр register',
  'блокир block',
  'включ include inclu',
  'вход вход входит входят include inclu',
  'оплат оплач плат заплат pay paid payment',
  'возвра верн вернем refund return',
  'соглас утверд одобр approv sign-off',
  'подпис sign',
  'обнов update updat upgrad',
  'удал убра убер remov delet',
  'добав add',
  'мен измен помен chang',
  'остав остае остан сохран keep leave left',
  'клиент заказчик client customer',
  'индекс index',
  'работ функцион work',
  'отвеч ответ reply repl answer respon',
  'звон позвон созв call phone',
  'присл пришл отправ шл скин высл send sent',
  'получ поступ receiv get got',
  'публик размещ пост publish post',
  'запус старт launch start live',
  'покуп куп закуп приобр buy purchas bought',
  'дела сдела выполн do make build',
  'писа напис пиш write writ',
  'провер check test verif',
  'исправ чин почин fix repair',
  'загру залит залив upload load',
  'скач download',
  'перен перех move migrat transfer',
  'доступ access',
  'договор контракт contract agreement',
  'счет invoice',
  'сайт site website',
  'страниц page',
  'ссылк link',
  'текст копирайт text copy',
  'фот изображ картин photo picture image',
  'видео ролик video',
  'логотип лого logo',
  'шрифт font',
  'макет дизайн design layout mockup',
  'реклам объявл ad advert campaign',
  'рассылк письм newsletter email mail',
  'скидк discount',
  'цен стоим price cost quote rate',
  'аванс предопл prepay deposit advance upfront',
  'домен domain',
  'хостинг host',
  'сервер server',
  'поддерж сопровожд support maintenance',
  'правк revision edit correction',
  'доставк deliver shipping',
  'гарант guarant warrant',
  'облаг taxed taxable',
  'использ примен use using',
  'показ show display',
  'откры open',
  'закры close',
  'трог touch',
  'нужн треб need requir',
  'разреш позвол допуск allow permit',
  'запис book record',
  'созда create creat',
  'готов ready finish done complete',
  'отдае отдад переда hand give',
  'бер возьм take',
  'знать зна know',
  'видн вид see visible',
  'перевод перевед translat',
  'конкурент competitor',
  'отчет report',
  'бюджет budget',
  'заявк лид lead',
  'корзин cart basket checkout',
  'оригинал исходник source original',
  'отмен cancel',
  'продл renew extend',
  'нашел най наш find found',
  'встреч meeting meet',
  'команд team',
  'разработ develop',
  'верст coding code markup',
  'кноп button',
  'форм form',
  'баннер banner',
  'товар продукт product item goods',
  'заказ order',
  'магазин store shop',
  'каталог catalog',
  'меню menu',
  'версия версии version',
  'языки язык language',
  'лицензи licen',
  'перепрод resell resale',
  'печат print',
  'платф platform',
  'плагин plugin',
  'настро setting configur setup',
  'подход suit fit',
  'совпад match',
  'понрав нрав like happy pleas',
  'прошл предыдущ бывш previous former',
  'подрядчик contractor',
  'ошиб баг bug error mistake',
] as const

/** By their first three letters, as every entry has at least so many. */
const BY_START = new Map<string, { readonly start: string; readonly matter: string }[]>()
MATTERS.forEach((line, index) => {
  for (const start of line.split(' ')) {
    if (start.length < 3) continue
    const bucket = BY_START.get(start.slice(0, 3)) ?? []
    bucket.push({ start, matter: `#${index}` })
    bucket.sort((a, b) => b.start.length - a.start.length)
    BY_START.set(start.slice(0, 3), bucket)
  }
})

/** The matter of a word in lower case; a short entry must be almost the whole word. */
export function matterOfWord(word: string): string | undefined {
  return BY_START.get(word.slice(0, 3))?.find(
    ({ start }) =>
      (word.startsWith(start) && (start.length > 3 || word.length <= 6)) ||
      (word.length >= 4 && start.startsWith(word)),
  )?.matter
}
