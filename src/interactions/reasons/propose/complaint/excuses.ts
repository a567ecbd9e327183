/** The word families by which what looks like a complaint is none, or less of one. As in families.ts. */
export const EXCUSES = {
  /** Of the client's own side: no fault of ours. */
  own:
    'у_нас_внутри on_our_end our_side офис склад бухгалтер* юрист* директора директору руководств* логист* курьер* ' +
    'поставщик* кладовщик* договор акт поставк* аренд* our_accountant our_office our_server our_lawyer* our_warehouse ' +
    'warehouse accountant regional supplier* from_legal from_our sign_off',
  sorry:
    'wrong_thread wrong_chat wrong_window ignore_me wrong_person wrong_number_sorry oops упс ой_не извин* прост* ' +
    'сорри сори sorry apolog* my_bad my_fault моя_вина мой_косяк',
  settled:
    'заработал* починил* исправлен* исправили решен* решили_вопрос восстановил* больше_не уже_все_хорошо works_now ' +
    'working_now resolved sorted fixed_now is_fixed all_fixed is_back',
  if: 'если чтобы чтоб вдруг if unless in_case should_we to_avoid',
  no: 'нет без no zero without not не never',
  money: 'счет* акт акты оплату invoice* vat инн кпп реквизит* po',
  you: 'вы вас вам ваш* вами ты тебя твой you your yours u',
  praised: "спасибо thank* better couldn't_have",
  ours: "will_be we'll i'll задержим задержу опоздаю опоздаем оплатим running_late",
  me: "я i i'll i'm i've",
  clean:
    'complaints edits comments remarks ошибок проблем замечани* вопрос* правок нас задерж* issues problems changes us delay ' +
    'errors',
  elsewhere:
    'дожд* погод* снег* жара пробк* пробки отпуск* отдых* устал* лифт* домофон* машин* лестниц* rain* weather ' +
    'traffic_was commute flight train haha lol ахах* хаха*',
  asTold: 'as_you как_вы like_you',
  weStill:
    "we_still we're_still i_still i'm_still мы_еще мы_все я_еще я_все still_need still_working still_deciding " +
    'still_waiting_on need',
  we: "we we're we've i i'm мы я у_меня",
  why: 'почему отчего why',
  open: 'еще_не пока_не yet decided решили',
  /** Asks for something to be done. */
  wish:
    'пожалуйста пож плз плиз пжл прошу просьба нужно надо нужен нужна нужны хотим хочу давайте давай сделайте ' +
    'поменяйте замените исправьте поправьте уберите добавьте пришлите скиньте скинь убери поменяй поправь исправь ' +
    'замени отзовите верните сделай проверьте проверь please pls plz kindly need want can_you could_you can_we ' +
    "could_we let's would_like we'd_like i'd_like",
} as const
