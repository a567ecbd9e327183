/** The word families of approvals, wishes, questions, praise and nods, written as those of complaints are. */
export const FAMILIES = {
  fine:
    'норм нормально нормас ок окей хорошо хорош супер пойдет нравит* понравил* отлично отличн* да ага согласен ' +
    'согласна согласны все_так все_верно то_что_надо то_что_нужно класс устраивает идеально подходит grand sound ' +
    'definitely yes yep yeah great perfect fine happy good love loved ok okay all_set comfortable correct satisfied ' +
    'content',
  go:
    'шлите шли отправляй отдавай отдавайте заливай заливайте ставь льем запуска* запустим публик* опублик* печата* ' +
    'печать тираж выклад* выложим выпуска* ставьте ставим размеща* отправляйте делайте делаем приступ* стартуе* ' +
    'начина* жмите давайте_так так_и_дел* заказывайте монтируйте шейте снимайте go_live live publish print* launch* ' +
    'proceed run_it run_with post_it release roll ship_it go_ahead send_it press move_forward move_ahead ' +
    'moving_forward kick_off schedule_it book_it production going_ahead',
  choose:
    'берем беру возьмем выбираем выбираю выбрали выбрал выбрала останов* голосу* давайте_вариант пусть_будет ' +
    "оставляем за_вариант going_with go_with went_with we'll_take i'll_take take_the choose chose picked pick prefer " +
    'settled_on opt',
  option:
    'обложк* цвет* логотип* заголов* названи* тариф* вариант* концепц* верси* эскиз* макет* первый второй третий ' +
    'первую вторую третью этот эту его concept* option* version* route* mockup* design* one first second third ' +
    'layout* logo*',
  judge:
    'директор* шеф* юрист* жена муж партнер* руководств* начальств* начальник* учредител* совет бренд_менеджер* ' +
    'коллеги legal board boss director* ceo compliance manager* owner* partner* leadership client franchisor head ' +
    'husband wife committee',
  blessed:
    'одобр* утверд* доволен довольна довольны согласен согласна согласны дал_добро дали_добро добро хорошо за ' +
    'подписал* не_против approved cleared signed happy_with fine_with ok_with okay_with loved_it loves_it likes_it ' +
    'agreed gave_the gave_us green',
  nothingMore:
    'work_away happy_out on_board_with put_it_up put_it_out off_to_the_printers go_with_the run_with_the live_with ' +
    'fine_with good_with okay_with ok_with comfortable_with blessing sounds_like_a_plan in_favour in_favor yes_to ' +
    'good_from_our ok_from_our fine_from_our good_from_my all_clear вперед поехали от_нас_добро no_issues no_problems ' +
    'ошибок_не ошибок_нет проблем_нет все_чисто find_anything_wrong вопросов_нет замечаний_нет замечаний_больше ' +
    'правок_нет правок_больше возражений_нет возражений_не возражений нет_правок нет_замечаний нет_возражений ' +
    'нет_вопросов без_замечаний без_правок без_возражений без_вопросов менять_ничего_не ничего_менять_не ' +
    'ничего_не_менять ничего_не_меняем no_changes no_further no_comments no_edits no_remarks no_objection* no_notes ' +
    "no_concerns nothing_to_change nothing_to_add wouldn't_change free_to_publish free_to_launch free_to_post " +
    'free_to_go free_to_print',
  not: "не нет isn't aren't don't doesn't not never can't won't didn't before until пока",
  but: 'но только однако кроме единственное but except however though just apart',
  change:
    'замен* поменя* исправ* поправ* добав* убер* убра* переделай* измени* пришл* скин* вышл* change swap replace add ' +
    'remove fix make send_me send_us update edit tweak move_the',
  wish:
    'прошу просьба нужно надо нужен нужна нужны хочу хотим хотелось пожалуйста please can_you could_you can_we ' +
    "could_we need want would_like we'd_like i'd_like",
  /** Polite turns that ask for something to be done, whatever stands around them. */
  ask:
    'can_we_cut can_we_add can_we_change can_we_make can_we_move can_we_use can_we_swap can_we_remove can_we_put ' +
    'can_we_try can_we_have can_we_get can_we_see can_we_shorten can_we_push can_we_switch would_be_awesome ' +
    'would_be_great would_be_cool would_be_lovely would_be_good would_be_nice loop_in appreciate_it_if appreciate_if ' +
    'grateful_if may_i_ask_you ask_you_to like_you_to love_you_to want_you_to need_you_to help_us_with help_me_with ' +
    'give_us_a give_me_a could_do_with would_love_a would_love_to_have would_love_to_see love_to_have love_to_see ' +
    'be_great_if be_good_if be_nice_if be_helpful_if be_good_to be_great_to be_nice_to would_help_if make_sure ensure ' +
    'feel_free_to if_you_could if_you_can possible_to_get possible_to_have possible_to_add possible_to_change ' +
    'possible_to_move possible_to_send mind_send* mind_chang* wonder_if_you_could wondering_if_you_could помогите ' +
    'помоги займитесь возьмитесь учтите проследите хорошо_бы неплохо_бы было_бы_здорово было_бы_неплохо хочется ' +
    'хотелось_бы просьба большая_просьба убедительно_прош* очень_прош* если_можно если_не_сложно если_не_трудно ' +
    'не_сочтите можно_как_то можно_сделать можно_чтобы сделать_так_чтобы буду_благодар* будем_благодар* ' +
    'буду_признател* будем_признател* имеет_смысл_сделать',
  /** Told to do something, one person to another. */
  order:
    'сделай переделай доделай поставь переставь вставь добавь прибавь убавь поправь исправь отправь правь скинь ' +
    'закинь перекинь подкинь кинь пришли вышли отошли разошли перешли дай отдай передай раздай напиши перепиши допиши ' +
    'подпиши пропиши распиши позвони набери перезвони созвонись посмотри глянь проверь поверь_* включи выключи ' +
    'отключи подключи загрузи выгрузи перегрузи залей выложи приложи отложи положи перенеси занеси внеси верни ' +
    'подвинь сдвинь передвинь задвинь нарисуй перерисуй обнови собери разбери убери сотри удали закажи дозакажи ' +
    'покажи запусти опусти подними перекрась раскрась обрежь вырежи нарежь приклей наклей напечатай распечатай ' +
    'почисти сократи увеличь уменьши найди поищи узнай спроси уточни_у договорись забронируй оплати_* оформи придумай ' +
    'накидай подумай_как посчитай_* прикинь_* подготовь сделайте_* выведи заведи переведи сведи поменяй замени смени ' +
    'сними переименуй назови притормози тормозни останови запиши напомни_им предупреди организуй согласуй_с помоги ' +
    'возьми дожми ускорь ускорьте',
  /** Says that something would be good. */
  want:
    "нужно надо нужен нужна нужны необходим* требуется хочу хотим хотелось прошу need want would_like we'd_like " +
    "i'd_like we'd_love i'd_love let's",
  wanted_only:
    'хочу_сказать хочу_поблагодар* хочу_отметить хотим_сказать хотим_поблагодар* хотел_сказать хотела_сказать ' +
    'хотели_сказать хочу_поделит* want_to_say want_to_thank wanted_to_say wanted_to_thank wanted_to_let need_to_say ' +
    'have_to_say must_say',
  /** What there should be more or less of: no verb is needed. */
  more:
    'посветл* потемн* покрупн* крупнее мельче ярче побольше поменьше повыше пониже покороче подлинн* пожирн* потоньше ' +
    'поярче попроще построж* левее правее выше_бы еще_один_вариант еще_одну_верси* еще_пару_вариант* еще_вариант* ' +
    'мне_бы нам_бы лишн* не_публикуйте не_запускайте не_ставьте не_трогайте не_отправляйте не_забудьте не_забудь ' +
    'one_more another_round another_version another_option bigger smaller larger brighter darker shorter longer ' +
    "lighter bolder less_text more_contrast we're_after looking_for instead_of без_меня",
  already: 'стало стал стали теперь looks is_now got',
  tell:
    'как_думаете как_думаешь как_считаете как_считаешь как_по_вашему что_думаете что_думаешь что_скажете напомни ' +
    'напомните не_подскаж* подскаж* хотел_спросить хотела_спросить хотели_спросить хочу_спросить хотел_узнать ' +
    'хочу_понять хотим_понять хотелось_бы_понять вопрос_такой еще_вопрос вопрос_про вопрос_по и_вопрос есть_вопрос ' +
    'у_вас_есть есть_у_вас есть_ли нету_ли имеется_ли а_есть то_есть получается_что выходит_что so_the so_we so_it ' +
    'so_you so_do so_is реально_ли вы_случайно вы_уже вы_раньше вы_когда_нибудь ты_уже может_знаете в_курсе_ли ' +
    'есть_какие есть_понимание есть_ясность какие_новости что_слышно что_нового_по чего_там чё_там че_там что_там ' +
    'как_там как_дела_с как_дела_у или_нет или_как или_что или_еще или_уже или_все_таки правильно_ли верно_ли ' +
    'так_ведь верно_понимаю правильно_понимаю что_значит что_означает to_know to_understand to_find_out wanted_to_ask ' +
    'want_to_ask like_to_ask question_about question_on question_for may_i_ask_when may_i_ask_what may_i_ask_if ' +
    'may_i_ask_how wondering wonder_if wonder_when wonder_how wonder_whether curious any_update* any_news any_idea ' +
    'any_thoughts any_word any_sign any_chance any_progress what_about how_about thoughts_on where_are_we ' +
    'where_we_are how_far how_long how_much how_many when_can when_will when_do when_does what_time do_we_know ' +
    'do_you_know do_you_have do_we_have do_you_offer do_you_do can_you_tell could_you_tell can_you_confirm ' +
    'could_you_confirm can_you_explain could_you_explain can_you_remind could_you_remind confirm_whether confirm_if ' +
    'confirm_when let_me_know_if let_me_know_when let_me_know_whether let_me_know_how let_me_know_what let_us_know_if ' +
    'let_us_know_when update_on_the not_sure_if not_sure_whether not_sure_how not_sure_what no_idea_how no_idea_what',
  /** Leaves it to the other side to say. */
  orNot:
    'или_нет или_как или_что или_не как_думае* как_ты_дума* как_вы_дума* как_считае* как_ты_счита* как_вы_счита* ' +
    'не_знаешь не_знаете or_not what_do_you_think which_is_better',
  what_a: 'what_a what_an какой какая какое какие как how such_a',
  admire:
    'супер класс классн* здорово отлично идеальн* сочно сочный мощно стильн* вкусн* нравится понравил* зашло заходит ' +
    'зашел в_десятку в_точку пушка имба достойн* достойно уровне благодарность гений аплод* браво спасибо_за_труд ура ' +
    'жму_руку руку_жму низкий_поклон уровень на_высоте выручили спасли довольн* доволен радует рад рады счастлив* ' +
    'счастье любовь душевн* тронул* до_слез приятн* качественн* оперативн* быстро_и продажи_выросли заявки_пошли ' +
    'звонки_пошли продажи_пошли клиенты_довольны все_довольны все_хвалят гости_в бомб* восторг* восторж* мурашк* ' +
    'волшебн* шедевр* молодц* молодец умниц* умнич* красот* красив* красава круто крутой крутая крутые крутяк шикарн* ' +
    'шикарно кайф* огонь огнищ* талант* потряс* восхит* восхищ* обожа* влюбил* влюблен* гениальн* чудесн* великолеп* ' +
    'прекрасн* приятно_работ* приятно_было удовольств* лучшие лучший впечатл* блеск блестящ* мастер* профи ' +
    'спасибо_за_работу хвалят похвал* хвалил* гордим* горжусь превзошл* зачет зачетн* топ топов* бесподоб* вау ого ' +
    'респект уважение great nice neat sweet sick dope lit magic good_stuff top_job topnotch top_notch ace class ' +
    'classy crisp sharp sleek polished happy_with love_the big_hit a_hit hit_the working_well doing_well ' +
    'performing_well sales_are_up record_month best_month doubled tripled smooth seamless professional lifesaver ' +
    'lifesavers saved* genius in_tears some_crew fully_booked exactly_what complimenting happy_tears cheering adored ' +
    'obsessed fan_of fans_of hooked grateful thankful so_much_better looks_so thrilled pleased delight* love loved ' +
    'lovely amaz* awesom* fantastic* brilliant* excellent incredibl* superb stunning beautiful* gorgeous impress* ' +
    'outstanding wonderful* fab fabulous stellar phenomenal crushed_it nailed smashed rave raving compliment* proud ' +
    'exceed* so_glad so_happy very_happy really_happy great_job great_work nice_work good_work good_job well_done ' +
    'hats_off kudos bravo wow over_the_moon chuffed magnificent terrific talented exactly_what_we best beyond_our ' +
    'blown_away spot_on above_and_beyond pleasure_to joy_to credit_to props_to',
  ack:
    'ок окей спс пасиб ага угу добро ждем жду fair_enough i_see ah_i тогда_до значит_до sound no_bother лан норм ' +
    'на_связи до_связи до_завтра до_встречи услышала вижу супер отлично good great cool nice k kk alright right fine ' +
    'copy speak_soon talk_soon talk_on see_you понял* поняли понятно принято принял* ясно спасибо* спасиб* благодар* ' +
    'договорил* ладно хорошо учту учтем запомн* увидел* получил* посмотр* услышал* got_it understood noted thanks ' +
    'thank received makes_sense will_do sounds_good perfect cheers appreciate* roger copied ok okay',
  money:
    'выставлен* перевели_полов* перевел_полов* перевели_вторую перевели_первую перевели_остал* половину_перев* ' +
    'card_details half_now half_paid сумма сумму доплат* остаток тыс_руб рублей руб перечисл* транш смет* кассов* ' +
    'юрлиц* банк* платим плачу payable paying cost_centre pro_forma proforma bacs swift iban due_date net_30 ' +
    'direct_debit expense* accounts_team оплат* оплач* заплат* проплат* предоплат* аванс* платеж* платежк* бухгалт* ' +
    'счет счета счету счетом акт акты актом реквизит* ндс инвойс* чек чеки перевел_деньги перевели_деньги деньги_ушли ' +
    'деньги_отправ* деньги_перев* перевод_отправ* перевод_сделал* задолжен* сверк* упд закрывающ* накладн* invoic* ' +
    'paid payment* remit* billing deposit wire wired transfer* accountant* accounts finance purchase_order po receipt ' +
    'receipts bank vat credit_note funds settle* balance instal*',
  telling:
    "наш* мы я у_нас our we i my i'm we're we've i've i'll we'll приех* привез* прошл* прошел пришл* пришел уех* " +
    'верну* буду будем завтра сегодня вчера today tomorrow tonight currently from_monday starts',
  news:
    'приехал* привез* прошла прошел прошло прошли пришел пришла пришли уехал* вернус* буду будем занят* занята ' +
    'на_встрече на_объекте на_складе на_рынке на_выставке встреча* встретил* решаем решили думаем обсуждаем обсудили ' +
    'ждем переезж* переехал* откры* закры* подписал* получили запустили нашли взяли наняли уволил* ушел ушла выходит ' +
    'вышел приступ* starts gave given are_in is_in meets started is_now are_now at_a in_a_meeting on_my_way back_in ' +
    'away closed closing moved moving hired joined leaving left finalis* finaliz* deciding decided discussing ' +
    'discussed waiting reviewing met meeting visited finished working received picked',
  chat:
    'утречк* утречко днюх* с_днюхой survived привет здрасьте здарова здоров добрый_вечер доброе_утро доброго ' +
    'спокойной_ночи споки отпуск праздник* отдохни* отдых* кофе чай шашлык* дача море футбол кот собака дети дочь сын ' +
    'beer pint football kids dog cat rain sunny sunshine snow cheers_to monday_mood monday_already friday_feeling ' +
    'ха_ха ну_ты_даешь хах* ахах* хехе ржу ржунимагу как_жизнь как_сам как_сами как_поживаете как_отпуск как_выходн* ' +
    'как_праздник* как_настроение с_возвращ* baby wedding_day happy_tuesday happy_wednesday happy_thursday the_match ' +
    'the_game last_night с_юбиле* поздравля* с_праздник* с_пятниц* с_днем с_рождеств* с_новым с_наступ* с_8 с_23 ' +
    'хороших_выходн* доброго_дня_и хорошего_дня хорошего_вечера хороших_праздник* отличного_дня удачного ' +
    'приятного_аппетита погода погодк* жара жарищ* снегопад всем_добра здоровья выздоравлив* haha* hahah* lol ' +
    'how_are_you how_was_your how_have_you enjoy_your enjoy_the have_a_great have_a_good have_a_nice have_a_lovely ' +
    "hope_you_had hope_you_are hope_you're hope_all_is happy_friday happy_new merry happy_birthday congrats " +
    'congratulations nice_weather weather good_weekend great_weekend safe_travels get_well long_time_no',
} as const

export type Family = keyof typeof FAMILIES
