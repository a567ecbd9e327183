/**
 * Words that say the opposite of each other, in both languages: one line a matter, one side and the other. `word`,
 * `phrase_of_words`, `stem*`. A word of one side with a "no" says what the other side says. A word may stand in several
 * lines. `beside`: with one of these near it, the two sides are the two ends of one change ("the old one replaced" is "the
 * new one put in").
 */
import { Phrases } from './phrases.ts'

/** `act`: a "no" turns it wherever it stands in the clause; what a thing is like is denied only by a "no" right before it. */
type Opposites = {
  readonly one: string
  readonly other: string
  readonly beside?: string
  readonly act?: true
  /** Said of the whole sentence: a "no" in any of its clauses may be what it is said of. */
  readonly whole?: true
}

const CHANGED = 'замен* смен* помен* меня* обнов* вместо переде* replac* swap* chang* updat* instead switch* upgrad*'
const RESIZED =
  'увелич* уменьш* сокра* подлин* покороч* побольше поменьше сдела* слишком bigger smaller larger too make'

/** It stays, and stays as it is. */
const KEPT =
  'оставл* оставь* остави* сохран* остае* останет* остануть* осталос* keep keeps kept keeping leave leaves leaving remain remains remaining retain* untouched as_is as_it_is as_they_are leave_alone left_alone leave_it_alone leave_them_alone intact as_it_was as_they_were как_есть без_изменений нетрон* в_силе'

const OPPOSITES: readonly Opposites[] = [
  {
    act: true,
    one: 'подорожа* дорожа* дорожает вырос* вырас* расте* раст* рост роста росте увелич* подня* подни* повыс* повыша* прибав* добавка взлет* подрос* побольше крупнее increas* rais* grew grow grows growing grown rise rises rising rose risen go_up goes_up went_up going_up gone_up boost* higher bigger larger larg* up_from up_by',
    other:
      'подешев* дешеве* уменьш* сниж* сниз* упал* упад* падае* падают падени* сокра* урез* опуст* опуск* просел* проседа* просяд* пониз* пониж* убав* поменьше мельче decreas* reduc* lower* cut cuts cutting drop dropped drops dropping fell fall falls falling fallen went_down go_down goes_down going_down gone_down shrink* shrank slash* dip dipped smaller down_from down_by',
  },
  {
    one: 'дороже подороже дорого expensive pricier costlier',
    other: 'дешевле подешевле дешево дешев дешевый cheaper cheap cheapest',
  },
  { one: 'раньше пораньше earlier sooner', other: 'позже попозже позднее later' },
  {
    act: true,
    one: 'включ* включили включил включила вкл активир* подключ* врубите вруби врубил* enabl* activat* turn_on turned_on turns_on turning_on switch_on switched_on on_again',
    other:
      'выключ* выкл отключ* деактивир* выруби* disabl* deactivat* turn_off turned_off turns_off turning_off switch_off switched_off',
  },
  {
    act: true,
    one: 'входит входят войдет войдут заложен* заложил* предусмотрен* учтен* учтена учли включен* включая включили включил включила included includes include including covered covers',
    other:
      'исключ* исключая кроме за_исключением не_считая за_вычетом with_the_exception exclud* except excl apart_from aside_from but_not other_than save_for not_counting not_including',
  },
  {
    act: true,
    one: 'добав* допис* встав* внес* внест* вносим add added adds adding insert* постави* поставьте ставим верните return_it put_back bring_back',
    other:
      'убра* убер* убир* удал* снес* вырез* вычерк* выкин* remov* delet* take_out taken_out take_it_out strip* kill kills killed drop dropped dropping',
  },
  {
    act: true,
    one: KEPT,
    other:
      'убра* убер* убир* удал* снес* вырез* вычерк* remov* delet* ditch* scrap* drop dropped dropping kill kills killed giv*_up gave_up abandon* phase_out phasing_out leave_out leaves_out leaving_out left_out отказались отказался отказалась отказываемся откажемся выкин* выкид*',
  },
  {
    act: true,
    one: `${KEPT} same unchanged прежн* тот_же та_же то_же те_же того_же той_же ту_же тех_же`,
    other:
      'меняем меняет меняют менять меняйте меняли меняется меняются поменя* измен* замен* трог* chang* replac* touch touched touching swap swapping leave_out leaves_out leaving_out left_out',
  },
  {
    act: true,
    one: 'нач* начн* старт* старту* запус* запущ* возобнов* begin* began start starts started launch* kick_off kicks_off kicked_off resum*',
    other:
      'законч* заверш* оконч* прекра* останов* приостан* перестал* перестан* перестает перестают stop stops stopped stopping finish* end ended ends complet* paus* halt* wind_down',
  },
  {
    act: true,
    one: 'откры* откро* open opens opened opening reopen*',
    other: 'закры* закро* close closes closed closing shut shuts',
  },
  {
    act: true,
    one: 'купи* купл* покупае* покупат* покупаю* закуп* buy bought buys buying purchas*',
    other: 'продат* продад* продал* продае* продаю* sell sells sold selling',
  },
  {
    act: true,
    one: 'продл* продлен* удлин* extend* prolong* renew* lengthen* longer подлиннее длиннее',
    other: 'сокра* укорот* укорач* урез* shorten* trim* cut shorter короче покороче',
  },
  {
    act: true,
    one: 'платно платн* за_доплату доплат* за_отдельную_плату оплачивается_отдельно chargeable paid extra_cost extra_charge extra_fee surcharge* billed_separately',
    other:
      'бесплатн* безвозмезд* в_подарок без_доплат* free free_of_charge at_no_cost no_charge no_extra_cost no_extra_charge gratis complimentary',
  },
  {
    act: true,
    one: "обязательн* обязан обязана обязаны не_забудьте не_забудь не_забывайте не_забыть помните don't_forget do_not_forget dont_forget remember_to make_sure be_sure_to mandatory required obligatory compulsory must",
    other:
      'необязательн* опциональн* можно_не по_желанию при_желании желательн* на_ваше_усмотрение optional optionally if_you_like if_you_wish up_to_you voluntary',
  },
  {
    act: true,
    one: 'срочн* urgent* asap немедленн* горит как_можно_скорее',
    other: 'несрочн* терпит не_горит не_спеш* не_торопи* без_спешки no_rush no_hurry can_wait take_your_time',
  },
  {
    act: true,
    one: 'можно разреш* разрешен* позвол* допуска* допустим* allowed permitted permits allows you_can you_may welcome_to free_to',
    other: 'нельзя запре* запрещ* недопустим* forbid* forbidden prohibit* not_allowed banned off_limits',
  },
  {
    one: 'можно возможно получится удастся сможем сможет possible feasible doable',
    other:
      "нельзя невозможн* не_выйдет не_получится не_получ* не_удастся не_сможем не_смогу не_сможет нереально не_реально impossible unable not_possible won't_be_able",
  },
  {
    whole: true,
    one: 'вряд_ли маловероятн* едва_ли сомневаюсь сомневаемся сомнительно unlikely doubt doubtful hardly_likely not_likely',
    other:
      'скорее_всего вероятнее_всего вероятно наверняка наверное похоже likely most_likely probably very_likely almost_certainly',
  },
  { one: 'внутренн* internal internally', other: 'внешн* наружн* external externally' },
  {
    one: 'открыт_для_всех открыта_для_всех открыто_для_всех общий_доступ доступн*_всем публичн* общедоступн* открытый открытая открытое открытые открытой открытую public publicly',
    other:
      'приватн* закрытый закрытая закрытое закрытые закрытой закрытую конфиденциальн* private privately confidential',
  },
  {
    one: 'новый новая новое новые нового новой новому новую новым новом новых новыми новенький new newer',
    other:
      'старый старая старое старые старого старой старому старую старым старом старых старыми прежний прежняя прежнее прежние прежнего прежней прежнюю old older previous',
    beside: CHANGED,
  },
  {
    one: 'левый левая левое левые левого левой левому левую левом левых слева влево налево the_left on_left left_corner left_side left_column top_left bottom_left left-hand left_hand',
    other:
      'правый правая правое правые правого правой правому правую правом правых справа вправо направо the_right on_right right_corner right_side right_column top_right bottom_right right-hand right_hand',
  },
  {
    one: 'верхн* сверху наверх* вверх* шапк* top upper header',
    other: 'нижн* снизу внизу вниз* подвал* футер* bottom lower_block footer',
  },
  {
    act: true,
    one: 'успев* успеем успею успеет успеют успели успел успела уложи* вовремя в_срок on_time make_it made_it on_schedule',
    other:
      'опозда* опазд* опаздыва* просроч* сорвем сорвали сорвут срыва* задержива* задержим* late overdue behind_schedule miss_the_deadline missed_the_deadline delayed',
  },
  { one: 'светл* light lighter bright brighter светлее', other: 'темн* dark darker темнее' },
  {
    one: 'большой большая большое большие большого большую крупный крупная крупное крупные big large',
    other: 'маленьк* мелкий мелкая мелкое мелкие мелкого small tiny',
    beside: RESIZED,
  },
  { one: 'длинный длинная длинное длинные длинного long', other: 'коротк* короткий short', beside: RESIZED },
  {
    act: true,
    one: 'ускор* быстре* быстро faster fast quickly speed_up sped_up',
    other: 'замедл* медленн* slow slower slowly slowed slow_down',
  },
  { one: 'горизонтальн* landscape horizontal', other: 'вертикальн* portrait vertical' },
  {
    act: true,
    one: 'работает работают заработал* заработа* works functional up_and_running back_up',
    other:
      'слома* лежит лежат broken broke crashed is_down down_again is_offline went_offline gone_offline неисправ* не_работает',
    beside: 'исправ* почин* восстан* fix* restor* repair*',
  },
  {
    act: true,
    one: 'опублик* публик* показыва* покажем покажите виден видна видны publish* show shows shown showing visible display*',
    other:
      'снять_с_публикации снят*_с_публикации сним*_с_публикации сняли_с_публикации скры* спря* скрой* unpublish* hide hides hid hidden hiding take_down taken_down invisible',
  },
  {
    one: 'онлайн удаленно удаленн* по_видео online remote remotely',
    other: 'офлайн оффлайн очно очный очная лично in_person offline face_to_face',
  },
  {
    one: 'вместе совместн* together jointly',
    other:
      'отдельно раздельн* по_отдельности оплачивается_отдельно за_отдельную_плату separate separately billed_separately apart',
  },
  {
    one: 'просто прост* легко легк* easy easily simple',
    other: 'сложно сложн* трудно трудн* hard difficult complicated complex tricky',
  },
  { one: 'безопасн* safe safely secure', other: 'опасно опасн* небезопасн* dangerous unsafe risky' },
  { one: 'сильн* strong stronger strongly', other: 'слаб* weak weaker weakly' },
  { one: 'постоянн* permanent permanently', other: 'временн* temporary temporarily' },
  {
    one: 'вручную ручной ручная руками manual manually by_hand yourself yourselves',
    other: 'автомат* automatic automatically auto automated on_its_own by_itself on_their_own само_собой',
  },
  {
    one: 'наличными наличные наличка налом cash in_cash',
    other: 'безнал* безналичн* wire_transfer bank_transfer by_invoice cashless',
  },
  {
    one: 'предоплат* авансом upfront prepaid prepay prepayment in_advance',
    other: 'постоплат* postpay* in_arrears post-payment',
  },
  {
    one: 'черновик* черновой черновая черновую draft',
    other: 'финальн* окончательн* чистов* final finalised finalized',
    beside: CHANGED,
  },
  {
    act: true,
    one: 'нужен нужна нужно нужны надо требует* потребует* потребуют* понадоб* needed required necessary',
    other: 'излишн* лишний лишняя лишнее лишние ненужн* unnecessary redundant superfluous unneeded',
  },
  {
    one: 'верно верный верная верные правильн* correct correctly',
    other: 'неверн* неправильн* ошибочн* wrong incorrect incorrectly',
  },
  {
    act: true,
    one: 'подтверд* подтвержд* состои* confirm confirmed confirms goes_ahead go_ahead going_ahead',
    other: 'отмен* отменя* cancel* called_off call_off calling_off',
    beside: CHANGED,
  },
  {
    one: 'часто регулярно often a_lot regularly frequently',
    other: 'редко hardly barely rarely seldom scarcely почти_не',
  },
  { one: 'только лишь only solely exclusively', other: 'не_только не_лишь not_only not_just' },
  { one: 'прибыл* профицит* profit profits profitable', other: 'убыт* loss_making losses unprofitable' },
  { one: 'плюс в_плюсе', other: 'минус в_минусе' },
  {
    act: true,
    one: 'достаточно хватает хватит хватило enough sufficient sufficiently plenty',
    other: 'мало маловато нехват* недостат* insufficient not_enough too_little too_few lack lacks short_of',
  },
  {
    act: true,
    one: 'нанима* нанял* найме* возьмем берем hire hires hired hiring',
    other: 'увол* увольня* fire fires fired firing dismiss*',
  },
  {
    one: 'свободн* свободен доступен доступна доступны available vacant',
    other: 'занят* заняты busy unavailable booked недоступ* occupied',
  },
  {
    act: true,
    one: 'блокир* заблокир* block blocks blocked blocking забан* ban bans banned',
    other: 'разблокир* unblock* разбан* unban*',
  },
  {
    act: true,
    one: 'откладыв* отлож* придерж* повремен* притормоз* postpon* hold_off holding_off held_off on_hold shelve shelved shelving park parked parking push_back pushed_back pushing_back',
    other:
      'сейчас прямо_сейчас немедленно right_now immediately at_once запускаем запустим запускают запустят запускаете запускать запускается выпускаем выпустим даем_старт приступаем приступим приступить запустить go_ahead going_ahead goes_ahead went_ahead proceed proceeds proceeding launch launching launches go_live going_live goes_live roll_out rolling_out kick_off press_on',
  },
  { one: 'внутрь внутри изнутри inside indoors', other: 'снаружи наружу outside outdoors' },
  { one: 'оптом оптов* wholesale', other: 'розниц* розничн* retail' },
  { one: 'первая_половина в_начале начало beginning', other: 'вторая_половина в_конце конец' },
  {
    one: 'повезл* удачн* успешн* successful successfully success',
    other: 'неудачн* неуспешн* провал* unsuccessful* failed failure',
  },
]

/** What somebody thinks of what was put to him: good enough, or not. */
const VERDICTS: readonly Opposites[] = [
  {
    act: true,
    one:
      "соглас* согласен согласна согласны одобр* утверд* утвержд* подтвержд* подтверд* приня* принима* поддержив* пропустил* добро зеленый_свет не_против не_возраж* нет_возражений возражений_нет без_возражений мы_за я_за клиент_за все_за они_за только_за agree agrees agreed approv* sign_off signed_off signs_off signing_off accept* confirm* pass passed passes go_for_it no_objection no_objections don't_mind doesn't_mind dont_mind do_not_mind " +
      'in_favour in_favor happy_with happy_to green_light on_board go_with going_with going_for went_with устраива* устроил* подход* подойд* подошл* подошел нрав* понрав* по_душе по_вкусу нормальн* норм доволен довольна довольны рады рад хорош* отличн* suits fits fine happy good great love loves loved likes liked pleased satisfied works_for support supports supported ok_with fine_with is_fine are_fine not_against not_opposed no_problem_with no_issue_with no_issues_with no_objection_to',
    other:
      'против отклон* передума* pulled_out pull_out back_out backed_out drop_out dropped_out bow_out against отказ* отказал* отверг* отверга* заверн* завернул* возраж* забраков* бракует не_пропуст* reject* declin* refus* disapprov* oppos* ' +
      'object objects objected turn_down turned_down turns_down veto* disagree* not_on_board плох* ужасн* недовол* разочаров* раздражает бесит bad awful terrible unhappy dislike* hate hates disappointed disappointing dissatisfied annoyed would_rather_not rather_not prefer_not prefers_not would_prefer_not',
  },
]

/** Look like one of them and say something else. */
const OTHERWISE =
  'самое_позднее самое_раннее начиная начинающ* согласовани* поставщ* открытк* начальн* начальник* работник* просто_так простой простоя как_можно можно_ли включая_ндс легко_сказать хорошо_бы неплохо_бы лучше_бы прибыл прибыла прибыли_в прибыть началь* успех* ' +
  'одновременн* временно* светлан* old_school how_long as_long as_long_as so_long long_term no_longer new_york at_the_top top_up on_top end_of end_to_end at_the_end by_the_end the_end in_the_end weekend until_the_end final_cut cut_off right_now right_away all_right light_box headlight great_britain good_morning good_afternoon good_evening good_day best fall_back short_video short_videos shorts pass_on passed_on pass_it as_good good_to'

export type Side = { readonly group: number; readonly side: boolean }

function sides(groups: readonly Opposites[]): Map<string, Side[]> {
  const made = new Map<string, Side[]>()
  groups.forEach(({ one, other }, index) => {
    for (const [words, side] of [
      [one, true],
      [other, false],
    ] as const)
      for (const phrase of words.split(' ')) made.set(phrase, [...(made.get(phrase) ?? []), { group: index, side }])
  })
  return made
}

const NOTHING: readonly Side[] = []
export const OPPOSED: Phrases<readonly Side[]> = new Phrases<readonly Side[]>([
  ...OTHERWISE.split(' ').map((phrase) => [phrase, NOTHING] as const),
  ...sides([...OPPOSITES, ...VERDICTS]),
])

/** Groups from this one on say what somebody thinks of a thing. */
export const FIRST_VERDICT = OPPOSITES.length

/** Whether a "no" anywhere in the clause turns it. */
export function isAct(group: number): boolean {
  return ACTS[group] === true
}
const ACTS = [...OPPOSITES, ...VERDICTS].map(({ act }) => act)

export function isOfSentence(group: number): boolean {
  return OPPOSITES[group]?.whole === true
}

const BESIDE = OPPOSITES.map(({ beside }) =>
  beside === undefined ? undefined : new Phrases<true>(beside.split(' ').map((phrase) => [phrase, true] as const)),
)
export function besideOf(group: number): Phrases<true> | undefined {
  return BESIDE[group]
}

/** An answer that begins a sentence. */
export const ANSWERS = {
  yes: 'yeah_no no_yeah да ага угу ок окей ok okay yes yep yeah yup sure конечно разумеется хорошо договорились идет годится непременно absolutely definitely certainly of_course',
  no: 'да_нет_же нет неа нет-нет no nope nah не_ок ни_в_коем_случае ни_за_что ни_в_какую никак_нет not_ok not_okay no_way absolutely_not definitely_not certainly_not of_course_not конечно_нет нет_конечно by_no_means',
} as const
