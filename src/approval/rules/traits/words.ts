/**
 * Words by which a message is known to be about money or time, to say no, or to complain, in Russian and English.
 * They catch rather too much: what is caught only waits for a person.
 */
import { matcher } from '../../../core/word-list.ts'

const MONEY =
  'деньг* денег денежн* цена цены цену цене ценой цен ценам ценник* стоим* стоит стоить стоят бюджет* скидк* скидоч* ' +
  'оплат* оплач* заплат* счет счета счету счетом счетов предоплат* постоплат* аванс* доплат* переплат* выплат* платеж* ' +
  'платн* платит* бесплатн* даром тариф* прайс* смета сметы смету смете руб рубл* тыс долг долга долги задолж* неустой* ' +
  'штраф* пени возврат* верните компенсац* возмещ* расценк* гонорар* ставка ставки ставку ставке комисси* инвойс* налог* ' +
  'ндс дорого дороже дешево дешевле ' +
  'money price* pricing cost* budget* discount* invoice* payment* pay pays paid payable paying fee fees charge* refund* ' +
  'free deposit* prepay* prepaid advance rate rates quote* quotation* estimate* bill bills billed billing tariff* penalty ' +
  'penalties compensat* reimburs* commission* tax taxes vat expensive cheap* debt* dollar* euro* usd eur rub'

const DEADLINE =
  'срок срока сроку сроки сроков сроком сроке сроках дедлайн* скоро вскоре сегодня завтра послезавтра немедленно срочн* ' +
  'успею успеем успеет успеете успеют успели успел успела на_неделе на_этой_неделе на_днях на_выходных со_дня_на_день ' +
  'в_ближайш* до_праздников после_праздников до_выходных после_выходных до_вечера к_вечеру до_обеда после_обеда к_утру ' +
  'к_концу до_конца позже попозже раньше перенос* перенес* задерж* опозд* опазд* просроч* ' +
  'deadline* due soon today tomorrow tonight asap urgent* shortly eta schedul* reschedul* delay* postpone* late later ' +
  'sooner earlier overdue eod eow by_the_end'

/** Besides every "no" that the guard's readers find. */
const REFUSAL =
  'увы к_сожалению сожале* вынужден* вряд_ли едва_ли отложить отложим приостанов* прекращ* прекрат* сверх_договор* ' +
  'за_рамками вне_рамок за_отдельн* ' +
  'unfortunately regret* afraid declin* refus* unable impossible out_of_scope no_longer rather_not reject* suspend* cease*'

const COMPLAINT =
  'жалоб* жалуюсь жалуемся жалуются жаловат* пожаловат* претенз* недовол* разочар* безобраз* возмущ* возмути* ужас* кошмар* отвратит* хамств* хамит* халтур* ' +
  'обман* обманули верните верни возврат_денег возврат_средств расторг* расторж* суд в_суд судом судиться иск иска юрист* ' +
  'адвокат* досудебн* роспотребнадзор* сколько_можно сколько_еще опять_не снова_не опять_то_же до_сих_пор надоел* достал* ' +
  'терпени* неприемлем* недопустим* безответствен* непрофессионал* провал* сорвали срыв* сорван* плохо хуже ухудш* бардак* ' +
  'позор* стыд* не_работает не_работают ничего_не_сдела* ничего_не_измен* сломал* сломан* упал* подвел* подвели подводит* испорт* наруша* ' +
  'наруши* игнорир* не_отвеча* молчите молчание негатив* почему_до почему_так_долго где_результат за_что_мы_плат* ' +
  'complain* disappoint* unacceptable unhappy dissatisf* frustrat* annoy* angry furious terribl* awful horribl* disgust* ' +
  'refund* money_back lawyer* attorney* sue suing legal_action lawsuit* cancel_the_contract terminate* fed_up ' +
  'enough_is_enough ridiculous outrag* shame* disgrac* incompeten* unprofessional not_happy not_satisfied not_good_enough ' +
  'still_not still_waiting yet_again again_not broken worse worst fail fails failed failing failure scam fraud* mislead* ' +
  'misled ignored ignoring waste waste_of chargeback* escalat* appalling sloppy'

/** Common words by which a text of Latin letters is known to be English. */
const ENGLISH =
  'the a an and or of to in on at for with is are was were be been am i we you he she it they this that these those my our ' +
  'your their me us not do does did have has had will would can could should please thanks thank ok okay hi hello yes no ' +
  'if so as by from all just more new what when how who there here done let'

export const isAboutMoney = matcher(MONEY)
export const isAboutTime = matcher(DEADLINE)
export const isRefusing = matcher(REFUSAL)
export const isComplaining = matcher(COMPLAINT)
export const isEnglish = matcher(ENGLISH)
