/** How English says no. */
export const NEGATION = {
  neutral:
    'not_only no_later_than not_later_than no_more_than not_more_than no_less_than not_less_than no_fewer_than no_longer_than no_earlier_than ' +
    "not_earlier_than not_before no_sooner_than why_not no_problem no_worries not_to_mention don't_hesitate do_not_hesitate dont_hesitate don't_forget " +
    "do_not_forget dont_forget don't_worry do_not_worry dont_worry don't_panic dont_panic do_not_panic not_to_worry no_wonder whether_or_not or_not can't_wait cannot_wait nothing_but no_doubt not_least " +
    "if_nothing_else no_matter would_you_mind no_objection no_objections not_exceed not_to_exceed not_long not_bad not_terrible won't_you don't_you isn't_it couldn't_you " +
    "can't_you nor_mind don't_mind do_not_mind not_at_all_a_problem no_rush no_hurry haven't_forgotten not_forgotten",
  plain:
    "not no cannot can't cant don't dont doesn't doesnt didn't didnt won't wont wouldn't wouldnt shouldn't shouldnt couldn't couldnt isn't isnt " +
    "aren't arent wasn't wasnt weren't werent haven't havent hasn't hasnt hadn't hadnt mustn't mustnt needn't ain't aint never nobody none " +
    'nothing nowhere neither without w_/_o except excluding excl excluded excludes exclude apart_from everything_but all_but anything_but other_than rather_than instead_of unable impossible ' +
    'unavailable prohibit* forbid* lacks lack lacking nope no_one refrain refrains',
  concord: 'nor',
} as const

export const LIKE_NO = {
  only: 'only solely exclusively just sole',
  otherwise: 'otherwise unless until till',
  free: 'free complimentary gratis',
  lose: 'lose loses lost losing gone disappear* vanish*',
  fail: 'fail* broke broken breaks dead dark down crash* powerless junk broken',
  cancel:
    'ban bans forbid* forbidden prohibit* withdraw* revoke* unsubscrib* held_back holding_back cancel* declin* reject* refus* terminat* deny denied turned_down',
  stop: 'stop* stopped close* pause* paused quit ended halt* cease* freez* frozen discontinued hold*',
  keep: 'keep keeps kept keeping remain* stay* still retain* leave leaves left untouched intact unchanged yet safe',
  avoid:
    'prefer* would_rather like_to_avoid avoid* steer* skip* omit* leave_out left_out ignore* leave_it leave_alone rule_out ruled_out pass_on opt_out',
  against: 'locked_out restrict* prevent* against objection* object_to oppose*',
  wrong:
    'hidden shifted busy uneven stuck differ* mismatch* discrepan* corrupt* damag* disappoint* unhappy silen* doubt* weak slow bad badly too poor error* problem* mistake* wrong fault* blame',
  old: 'outdated expired obsolete eol',
  lack: 'empty missing miss misses lacking zero nil few little short need needs needed required without_any absent absence silence blank gap gaps void',
  late: 'get_back final last checking find_out clarify pending think* undecided discuss* await* after once any_more former tomorrow earliest soonest in_progress underway working_on late later_than yet_to has_yet have_yet pending postpone* delay* later wait* hold_off outstanding overdue',
  apart: 'separate* extra beyond outside out_of additional* on_top elsewhere',
  self: 'manually ourselves themselves yourself yourselves',
  enough:
    'redundant superfluous spare pointless part partly partially some enough fine suffice* sufficient ok okay working works optional safe healthy',
  unlikely: 'hardly barely rarely seldom unlikely',
  off: 'remov* delet* disabl* block* switched_off off ban banned',
  hard: 'unfortunately afraid unable hard difficult tricky poor worse inconvenien*',
  instead: 'else rather chang* replac* another',
} as const

/** Begin with un- and say no "no". */
export const NOT_NEGATED =
  'nonetheless regardless disk* discuss* distribut* discount* display* district* discover* distinct* dispatch* distan* dish* under* unit* union* uni unique* universal* until unless uncle unto understand* undertak* unfortunately'
