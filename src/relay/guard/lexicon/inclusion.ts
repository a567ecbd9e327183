/**
 * What is in and what is out: of a price, a parcel, a piece of work. `in` and `out` say it of the whole clause, the others of
 * what stands behind them.
 */
import { phrases } from './phrases.ts'

export type Marker = 'in' | 'out' | 'in after' | 'out after' | 'none'

const RU: Readonly<Record<Marker, string>> = {
  in:
    'в_пакет в_стоимость в_цену в_смету в_тариф в_комплект входит входят войдет войдут вошел вошла вошло вошли входить включен включена включено включены включает включают включили вложен* предусмотрен* заложен заложена заложено заложены заложили учтен учтена учтено учтены покрыва* охватыва* ' +
    'касается касаются затрагива* распространя* в_стоимости в_цене в_пакете в_смете в_тарифе в_абонентк* в_комплекте в_рамках_договора в_рамках_сметы',
  out:
    'отдельно отдельной_строкой отдельной_статьей отдельной_услугой отдельной_сметой отдельным_счетом отдельным_договором отдельным_заказом отдельным_бюджетом отдельным_проектом отдельным_этапом отдельный_счет отдельный_договор отдельный_заказ ' +
    'отдельный_бюджет отдельный_прайс отдельная_смета отдельная_оплата отдельная_услуга отдельная_история отдельная_статья отдельная_строка отдельная_плата отдельные_деньги за_отдельн* за_доплату доплачива* доплата сверху сверх ' +
    'дополнительно_оплач* дополнительно_тарифиц* оплачива*_дополнительно считаем_дополнительно считается_дополнительно тарифиц*_дополнительно за_рамками вне_рамок вне_сметы вне_пакета вне_бюджета вне_тарифа вне_договора за_скобками ' +
    'не_трог* не_каса* не_затраг* как_есть без_изменений за_ваш_счет на_вашей_стороне с_вас своими_силами исключение исключением исключения исключен исключена исключено исключены',
  'in after': 'включая в_том_числе вместе_с вместе_со наряду_с',
  'out after': 'кроме за_исключением исключая не_считая за_вычетом минус но_не',
  none: 'что_касается кроме_того кроме_этого кроме_шуток в_стоимости_работ как_есть_сейчас',
}
const EN: Readonly<Record<Marker, string>> = {
  in:
    'include includes included cover covers covered covering takes_in take_in took_in part_of in_the_price in_the_package in_the_quote in_the_fee comes_with come_with comprises comprise bundled in_scope within_scope rolled_into baked_into ' +
    'factored_in built_into extends_to applies_to spans encompasses',
  out:
    'separately separate extra on_top apart out_of_scope outside beyond untouched unchanged as_is as_they_are as_it_is alone excluded on_you at_your_cost at_your_expense your_responsibility add-on an_add at_an_additional at_an_extra for_an_additional for_an_extra optional_extra exception additional_cost additional_charge ' +
    'additional_fee falls_outside sits_outside',
  'in after': 'including along_with together_with as_well_as complete_with',
  'out after':
    'apart_from aside_from except except_for excepting excluding minus other_than but_not not_counting not_including everything_but all_but save_for with_the_exception_of barring',
  none: 'as_part_of apart_together',
}
export const INCLUSION = phrases<Marker>(EN, RU)

/** Beside a thing they only say which one it is: "a separate page", "two extra slides". */
export const ATTRIBUTES = /^(?:separate|extra|additional|apart|alone|outside|beyond|сверху|сверх)$/

/** What all of it is in, or out of: no thing of the list. */
export const WHOLES_OF_LIST =
  /^(?:нег$|нем$|ней$|нее$|сумм|стоим|цен|смет|пакет|тариф|договор|абонент|бюджет|прайс|оплат|оплач|плат|счет|счит|состав|объем|рамк|комплект|проект|работ|этап|отдел|доплат|дополн|трог|оста|price|cost|pric|packag|quot|estimat|fee|retain|budget|scope|invoic|bill|charg|includ|cover|separat|extra|part|project|contract|plan|deal|work|stay|remain|total|rate|line|item|paid|pay|thing|everyth|rest)/
