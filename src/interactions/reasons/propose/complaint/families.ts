import { EXCUSES } from './excuses.ts'

/**
 * The word families of which a complaint is made, Russian and English together: people mix them. As core/word-list.ts writes
 * lists, but no ending: `word`, `stem*`, `phrase_of_words`. A word may be of several families.
 */
export const FAMILIES = {
  not:
    "не ни isn't aren't wasn't weren't doesn't don't didn't hasn't haven't hadn't won't can't cannot couldn't " +
    "wouldn't not never isnt arent wasnt doesnt dont didnt hasnt havent wont cant couldnt",
  /** What a working thing does, in the third person. */
  works:
    'работает работают работал* раработал* заработал* открывает* открывают* открыва* груз* загружа* прогруж* ' +
    'отправляет* отправляют* отправля* нажима* кликает* приход* прилета* видно видны виден показыва* отобража* ' +
    'отобраз* считает считается считал* доход* проход* сохраня* листа* скролл* воспроизвод* проигрыва* запуска* крут* ' +
    'откручива* индексир* находит* ищет* обновля* обновил* применя* срабатыва* адаптир* совпада* соответству* бьется ' +
    'бьют* читает* читают* держит* склад* кле* звон* идет идут work* open* load* show* display* play* send* submit* ' +
    'firing fire* respond* updat* sav* appear* function* render* sync* coming come comes convert* match* add_up ' +
    'line_up fit fits',
  /** A thing in a bad state. */
  broken:
    'сломал* сломан* поломал* поломан* слома* ломает* невпопад зацикл* глюч* глюк* завис* виснет тормоз* слетел* ' +
    'слета* слетает упал упала упало лежит лег легла рухнул* отсутству* отстает заика* мигает двоит* дергает* ' +
    'оторвал* отклеил* сдул* разбил* рассыпал* облез* посыпал* развалил* развалива* разъехал* ни_о_чем в_никуда ' +
    'поплыл* съехал* поехал* уехал* перекос* обрезал* обрезан* обреза* размыт* расплыв* пикселит* дублир* ' +
    'выдает_ошибк* пишет_ошибк* выбрасыва* выкидыва* вылета* вылетел* исчез* исчезл* пропал* пропада* затерл* стерл* ' +
    'удалил* криво кривой кривая кривые косяк* баг баги багу накрыл* отвалил* отвалива* битая битые битый белый_экран ' +
    'пустая_страница пустой_экран черный_экран редиректит выдает ошибк* опечатк* ошибоч* вирус* взлом* заблокирова* ' +
    'просел* обвалил* рваный перегорел* отклеи* отлетел* выцвел* потек* порван* мятые мятый треснул* брак бракованн* ' +
    'crash* broke broken bug bugs buggy glitch* 404 error errors misspel* typo typos mistake mistakes outdated blurry ' +
    'pixelat* stretch* distort* cropped cut_off offline down frozen freezes hangs unresponsive lag* slow dead ' +
    'disappear* vanish* gone miss* duplicat* bounc* hack* malware spam fail* faulty defect* peel* smudg* fade* torn ' +
    'creased dented scratch* cracked помят* царапин* nothing_like nowhere goes_nowhere halved collapsed crooked ' +
    'spelled spelt misprint* missing lopsided pixelated out_of_sync garbled unreadable bent damaged',
  thing:
    'сайт* форм* кнопк* заявк* письм* рассылк* страниц* ссылк* реклам* объявлен* корзин* оплат* каталог* бот бота ' +
    'боте баннер* видео ролик* фото* картинк* логотип* лого шапк* меню телефон* номер* цен* адрес* текст* макет* ' +
    'листовк* буклет* вывеск* отчет* пост посты постов сторис метрик* счетчик* домен* почт* чат карт* приложени* ' +
    'поиск* фильтр* лендинг* презентац* футболк* верстк* шрифт* стенд* визитк* коробк* этикетк* тираж* widget pdf ' +
    'name van truck uniform* reel reels gallery room* map* listing* profile code qr prices menus template site ' +
    'website page* form* button* link* ad ads email* newsletter* banner* video* photo* image* logo* menu phone number ' +
    'price* address text* copy mockup* flyer* brochure* sign* report* post posts story stories analytics tracking ' +
    'domain* mail chat* app search* filter* landing* slide* deck cart checkout payment* catalog* homepage header ' +
    'footer pixel campaign* feed* shop store booking* label* box* print* leaflet* portal dashboard subtitles audio ' +
    'sound',
  again: 'опять снова вновь повторно по_новой again yet_again once_more same_mistake same_issue same_problem',
  repeat:
    'одна_и_та_же одно_и_то_же одни_и_те_же один_и_тот_же каждый_месяц каждую_неделю same_story same_old ' +
    'same_thing_every every_month the_second_time the_second_person the_second_manager the_third_time ' +
    'the_third_person the_third_manager the_fourth_time the_fourth_person the_fourth_manager the_fifth_time ' +
    'the_fifth_person the_fifth_manager это_уже_второй это_уже_третий от_раза_к_разу второй_раз третий_раз ' +
    'четвертый_раз пятый_раз сотый_раз очередной_раз который_раз в_который уже_дважды два_раза_уже уже_два_раза ' +
    'уже_три_раза в_сотый_раз по_сто_раз сто_раз раз_за_разом постоянно каждый_раз вечно second_time third_time ' +
    'fourth_time fifth_time nth_time umpteenth every_single every_week time_and_again keeps keep_having keep_getting ' +
    'constantly twice_now',
  still: 'до_сих_пор все_еще по_прежнему так_и_не досих дсп still to_this_day even_now',
  since:
    'день_жду уже_неделю уже_месяц уже_день уже_час уже_два уже_три уже_полгода уже_третий уже_второй уже_четверт* ' +
    'уже_которую вторую_неделю второй_день третий_день четвертый_день пятый_день третью_неделю второй_месяц ' +
    'третий_месяц с_утра со_вчера* с_понедельника со_вторника с_среды со_среды с_четверга с_пятницы с_прошлой полдня ' +
    'весь_день целый_день целую_неделю целый_месяц сутки вторые_сутки третьи_сутки пол_дня час_назад for_days ' +
    'for_weeks for_months for_hours days_now weeks_now months_now since for_ages for_a_week for_a_month two_weeks ' +
    'three_weeks three_days two_days all_day all_week all_morning long_overdue',
  time:
    'день дня дней сутки недел* месяц* час часа часов год полгода day days week weeks month months hour hours ' +
    'fortnight ages',
  wait:
    'жду ждем ждал* ждут дожда* ожида* молч* тишин* висит висят тяне* тянут* ковыря* возит* делаете делаем on_hold ' +
    'на_линии wait* hear* heard silen* sitting_in pending chas*',
  deliver:
    'сделал* сделано сделан* прислал* скинул* отправил* ответил* отвеча* поправил* исправил* поменял* заменил* убрал* ' +
    'добавил* обновил* выложил* опубликова* запустил* предупредил* сообщил* перезвонил* позвонил* вышел вышла вышло ' +
    'вышли приехал* привез* пришел пришла пришло пришли пришл* дошл* дошел готов* учл* учтен* переделал* починил* ' +
    'появил* поставил* связал* подготовил* настроил* согласова* проверил* выполн* слышн* чешет* реагир* занимает* ' +
    'занимал* замечал* заметил* done made sent answer* repl* respond* fix* chang* updat* arriv* deliver* publish* ' +
    'launch* add* remov* call* correct* get got gotten address* implement* proofread check* notic* happen* show* ' +
    'turn* back* been ready finished resolved told',
  receive:
    'получить дождаться увидеть зайти войти попасть добиться найти_наш* открыть получаем получаю получил* получал* ' +
    'видел* вижу дождал* увидел* слышал* received receive seen see heard hear got get had have',
  promise:
    'обязал* обязуе* разреша* разрешил* подписывали обещал* обещан* обещает* договарива* договорил* согласовыва* ' +
    'согласовали утверждали заказыва* заказали оговарива* прописан* планировали уверяли клялись говорили говорил ' +
    'сказали просил* попросил* писал* promis* agreed asked supposed due ordered signed_up authoris* authoriz* ' +
    'permission sold requested told expected meant assured guaranteed quoted said committed discussed thought ' +
    'paid_for contracted',
  contrast:
    'а но вместо однако только хотя не ни нет ничего but however instead not nothing no yet still while although ' +
    'except rather only and',
  already: 'же',
  furious:
    'расстро* разочаров* недовол* злит злюсь злой бесит бесят достал достали надоел* стыдно стыд* обидно возмущ* ' +
    'возмут* кошмар* ужас* безобраз* позор* бред чуш* ерунд* фигн* хрен* дичь трэш треш издева* издеват* неприемлем* ' +
    'недопустим* безответств* непрофесс* халтур* отстой отвратит* мерзк* бардак* беспредел* хамств* цирк ' +
    'смешно_просто просто_смешно лажа лажов* убожеств* абсурд* немыслим* уму_непостижимо отстойн* никудышн* тяп_ляп ' +
    'кое_как спустя_рукава на_отвали абы_как чем_попало как_попало для_галочки через_одно_место на_коленке ' +
    'ни_в_какие_ворота куда_годится куда_это_годится никуда_не год_ится not_cool not_okay not_fair not_ideal ' +
    'not_right not_on phoned_in half_hearted half_baked half_arsed low_effort lacklustre lifeless insult* disrespect* ' +
    'rude dishonest* disappoint* unhappy frustrat* annoy* angry furious unaccept* dissatisf* ridicul* appal* outrag* ' +
    'shock* terribl* awful* horr* disgust* embarrass* unprofessional* incompet* shambl* sloppy shoddy amateur* fed_up ' +
    'sick_of tired_of let_down lets_us_down joke disgrace* pathetic nonsense rubbish garbage crap mess poor_show ' +
    'poorly poor subpar substandard careless* inexcus* upset* upsetting livid gutted dismay* unimpress* underwhelm* ' +
    'nightmare fiasco disaster* shame',
  sad:
    'жаль увы печально грустно странно неприятн* неудобно к_сожалению честно_говоря мягко_говоря если_честно ' +
    'вообще_то обеспоко* беспоко* напряга* смуща* удивлен* удивля* unfortunately afraid sadly honest honestly frankly ' +
    'regret* concern* worr* not_great strange odd surprised weird shame',
  bad:
    'плох* хуже неаккурат* небреж* некачеств* неэффектив* непродум* неряшл* необоснов* некоррект* неграмот* ' +
    'безграмот* неуместн* неудачн* неубедит* несоответ* непонятно_что безвкус* слаб* слабовато сырой сыро сырая сырые ' +
    'дешево_смотр* дешево_выгляд* нечитаем* скучно уныло посредственн* бледно мутн* грязн* медленно долго дорого_для ' +
    'так_себе не_очень не_нравит* не_понравил* не_впечатл* не_устраива* не_годит* не_подход* не_радует не_соответств* ' +
    'не_дотяг* не_цепля* не_тянет не_убежд* не_попали не_попадает bad badly worse worst weak cheap_looking ' +
    'looks_cheap rushed lazy generic bland boring below mediocre underperform* not_happy not_satisfied not_pleased ' +
    "not_impressed not_good not_acceptable not_okay not_ok not_what don't_like didn't_like not_up_to doesn't_meet " +
    'not_worth not_the_quality not_the_standard not_thrilled not_convinced',
  work:
    'качеств* смонтир* сверст* написан* потрач* звук* реклам* публикац* продвижен* текст* макет* дизайн* работ* ' +
    'картинк* ролик* видео перевод* отчет* подход* отношен* коммуникац* сервис* quality design* copy work* video* ' +
    'translation* service communication response* result* content photos print*',
  vain:
    'ноль зря впуст* толк* ничего никак* нет ни мало одна_заявка две_заявки три_заявки пару_заявок пара_заявок ' +
    'в_никуда в_трубу результат* отдач* выхлоп* nothing hardly zero barely no without little useless waste* drain',
  spend:
    'потрат* заплат* плачу платим плати* вложил* вбухал* слил* сливает* деньги денег бюджет* потрачен* отдали отдаем ' +
    'spend* spent paid pay paying budget money invest* burn* bill*',
  result:
    'заявк* заявок звонк* звонков продаж* лид лиды лидов трафик* клиентов заказов записей охват* просмотр* подписчик* ' +
    'позици* конверси* посещаемост* результат* leads lead calls sales traffic enquir* inquir* orders bookings signups ' +
    'conversions clicks reach views',
  drop:
    'ноль мало нет упал* упали меньше просел* просели падает падают тишина ни_одно* ни_одного ни_одной спам* мусор* ' +
    'нецелев* левые минус половин* вдвое в_минус zero no none drop* fell fewer less dead dried nothing spam* junk ' +
    'irrelevant down plummet* tank* halved half',
  refund:
    'верните_деньги вернуть_деньги возврат_денег возврат_средств возврата верните_оплату верните_нам ' +
    'верните_предоплату перерасчет* компенсац* неустойк* претензи* жалоб* расторг* расторж* в_суд досудебн* ' +
    'разорвать_договор уходим_к ищем_другое другого_подрядчика другое_агентств* refund* money_back compensat* ' +
    'chargeback complaint complain* lawyer* legal_action terminat* cancel_the_contract cancel_our_contract ' +
    'another_agency other_agency new_agency take_our_business take_legal',
  folk:
    'клиент* покупател* люди людям гости посетител* пользовател* подписчик* заказчик* мама мамы родители пациент* ' +
    'ученик* директор* начальник* шеф* customer* client* people users visitors guests followers subscribers ceo boss ' +
    'board director parents patients',
  grumbles:
    'жалу* ругает* ругают* злят* сме* возмущ* недоумева* недовольн* плюет* матерят* в_шоке не_могут не_понима* звонят ' +
    "пишут спрашивают complain* confus* laugh* upset angry moan* calling_us ask_why asking_why grumbl* noticed can't " +
    'cannot unable',
  wrong:
    'не_тот не_та не_те не_того не_той не_ту не_туда не_то не_так не_такой не_такие не_такая не_с_той не_нашу не_наш ' +
    'не_наши перепута* напута* путаете неправильн* неверн* неактуальн* устаревш* чужой чужая чужие чужим чужого wrong ' +
    "incorrect* inaccurat* mixed_up not_our someone_else's different_from invalid doesn't_match don't_match " +
    'inconsistent instead_of',
  stale:
    "старый старая старое старые старую старой старыми прошлогодн* прошлого_года летн* last_month's last_year's " +
    "last_week's old outdated previous expired",
  out:
    'вышл* вышел ушл* ушел приехал* пришл* привез* стоит стоят висит висят напечата* разосл* прислал* выложил* ' +
    'отправил* опубликова* поставил* написа* указан* сделал* на_сайте в_рекламе в_каталоге в_макете в_посте went_out ' +
    'emailed quoted mailed went_live printed posted published sent on_the_site on_the_website in_the_ad live online ' +
    'up on_the_page on_our showing on_the_homepage running got delivered received used',
  late:
    'опозда* просроч* задержк* задержал* задержив* с_опоздан* сорва* срыва* срыв срок* late overdue delay* missed ' +
    'behind_schedule slipp* slow_to deadline* past_due',
  over:
    'сорва* срыва* прошл* прошел вышел истек* горит горят просра* не вчера позавчера missed passed gone blown slip* ' +
    'again',
  scold:
    'так_не_дел* дела_не_дел* так_дела кто_разреш* кто_согласовал* кто_утверд* кто_это_придум* чья_идея кто_вам ' +
    'who_authori* who_approved who_signed who_left who_allowed who_thought who_put costing_us costs_us hurting_our ' +
    'hurts_our losing_us loses_us теряем убытк* в_минус на_каком_основании по_какому_праву в_чем_дело сколько_можно ' +
    'почему_до_сих как_так как_же_так это_нормально где_обещанн* так_не_пойдет так_нельзя так_дело за_что_я за_что_мы ' +
    'за_что_плач* за_что_плат* почему_никто почему_опять почему_снова почему_так_долго почему_я почему_мне почему_нам ' +
    'почему_мы_должны почему_мы_узна* на_что_ушл* куда_ушл* куда_дел* куда_дева* сколько_раз_можно ' +
    'сколько_раз_просить сколько_раз_говор* сколько_раз_повтор* почему_нас_не как_можно_было что_происходит ' +
    'что_творится вы_вообще_чи* вы_издева* вы_серьезно имейте_совесть терпение терпени* это_не_дело не_дело_это ' +
    'некрасиво why_am_i why_do_i_have why_do_we_have why_should_we why_should_i where_did_our where_did_the_money ' +
    'where_is_the_money where_has_the_money last_to_know how_is_that_possible how_is_this_possible ' +
    'how_did_this_happen how_could_you how_could_this how_come why_on_earth why_is_it_still why_are_we_still ' +
    "why_hasn't why_haven't why_wasn't why_weren't why_am_i_still what_are_we_paying what_am_i_paying is_that_normal " +
    "enough_is what's_going_on what_is_going_on how_many_times how_hard not_good_enough get_your_act can't_keep " +
    "cannot_keep not_what_we not_what_i wasn't_what isn't_what do_better unbelievable",
  ignore:
    'тишина молчание silence не_дозва* не_достуч* не_допрос* не_добит* не_докрич* не_слыш* игнор* молчите молчат ' +
    'не_берете не_берет не_отвечаете не_отвечает не_отвечают не_дозвон* не_дозвонит* дозвониться_не не_могу_дозвон* ' +
    'отписк* отмазк* завтрак* ignor* ghost* radio_silence unresponsive no_reply no_response no_answer nobody_picks ' +
    'left_on_read',
  nobody: 'никто никому никого nobody no_one noone none_of',
  careless:
    'накосяч* напортач* облажа* прозева* прошляп* забыл* забыва* проеб* профук* забили забиваете подвел* подвод* ' +
    'обман* нас_кинули врете врали соврал* слил* испорт* запор* загуб* самовольн* без_спроса без_согласован* ' +
    'без_нашего навяз* screw* mess_up messed forgot* forget* overlook* overcharg* mislead* misled lied lying ruin* ' +
    'botch* wreck* gave_consent without_consent our_consent our_permission our_knowledge ran_by_us run_by_us ' +
    'без_согласия without_asking without_telling without_our hung_up бросил* dropped_the_ball ripped_off cheat*',
  /** They had to do themselves what they pay for. */
  forced: "пришлось приходится вынужден* had_to having_to have_to shouldn't_have",
  self:
    'сам самой самому сами самим самостоятельно переделывать напоминать просить искать разбираться объяснять узнавать ' +
    'узнать hear learn chase ask remind find redo fix myself ourselves explain correct apologise apologize',
  robot:
    'нейросет* шаблон* робот* чатгпт chatgpt gpt robot* template* ai копипаст* скопир* copy_paste* copied stock ' +
    'стоков*',
  seems:
    'явно похоже похож* как_будто словно это_не это_просто просто looks reads sounds feels smells obviously clearly ' +
    'like just',
  none: 'ничего ни_одно* ни_одной ни_одна ни_строч* ни_слов* нету not_a not_one nothing zero ноль no_one',
  lacking: 'без without minus',
  excess:
    'вдвое втрое дороже дороговато переплат* лишн* завыш* накрут* double triple twice_the twice_what over_budget ' +
    'overspent overpaid more_than extra higher_than',
  twice: 'два_раза дважды три_раза трижды twice two_times three_times',
  blank:
    'blank empty sold_out unavailable closed пусто пустой пустая пустые нет_в_наличии распродан* закрыто zeros zeroes',
  shown:
    'showing shows says saying displays displaying reads lists listing показыва* пишет написано указан* стоит висит',
  worth:
    'return returns roi value results difference point priority приоритет* progress movement толк* толку отдач* ' +
    'смысл* эффект* результат* разниц* польз* прогресс* движени*',
  declines: 'ухудш* снизил* снижа* деградир* просел* упало declin* dropped slipped slipping downhill worse',
  likeA:
    'we_look_like we_look_a makes_us_look looks_like_a looked_like_a выглядим_как выглядит_как смотрится_как ' +
    'смотримся_как',
  blames:
    'put posted used said promised told left billed charged ignored changed deleted removed spelled booked missed ' +
    'forgot sold assured scheduled went_over поставили забыли обязались обещали сказали удалили изменили стерли ' +
    'перенесли отменили взяли списали выставили пропустили использовали',
  cost: 'лид лида лиды клик клика заявка заявки стоимость цена cpl cpc cpa cac cost price',
  rises:
    'tripled doubled jumped soared skyrocket* exploded climbed вырос* подорожал* взлетел* подскочил* удвоил* утроил* ' +
    'зашкалива*',
  butSaid:
    'а_говорил* а_обещал* а_просил* а_заказывал* а_договарива* а_должн* а_хотели хотя_просил* хотя_обещал* ' +
    'хотя_договар* хотя_говорил* хотя_должн* хотя_был* but_you_said but_we_agreed but_you_promised we_were_promised ' +
    'we_were_told i_was_told i_was_promised was_promised were_promised был_обещан*',
  ...EXCUSES,
} as const

export type Family = keyof typeof FAMILIES
