/** How English says no. */
export const NEGATION = {
  neutral:
    // bounds
    'not_only not_just not_merely not_simply no_earlier no_later not_earlier not_later no_sooner no_later_than not_later_than non_-_negotiable non_negotiable not_negotiable no_more_than not_more_than no_less_than not_less_than no_fewer_than no_longer_than no_earlier_than not_earlier_than not_before no_sooner_than not_exceed not_to_exceed not_exceeding not_long ' +
    // calming
    "yeah_no no_yeah nah_yeah no_problem no_problems no_worries no_probs no_prob no_bother no_biggie no_big_deal no_drama no_sweat no_harm not_to_worry don't_worry do_not_worry dont_worry don't_panic dont_panic do_not_panic nothing_to_worry no_rush no_hurry not_a_problem not_an_issue isn't_a_problem won't_be_a_problem no_trouble not_at_all_a_problem no_pressure never_mind nevermind no_need_to_worry not_the_end " +
    // reminding
    "don't_hesitate do_not_hesitate dont_hesitate don't_forget do_not_forget dont_forget won't_forget wont_forget will_not_forget never_forget not_forget haven't_forgotten not_forgotten don't_be_shy don't_miss can't_stress cannot_stress " +
    // asking
    "why_not why_don't_we why_don't_you why_dont_we would_you_mind won't_you don't_you isn't_it aren't_they wasn't_it doesn't_it haven't_you couldn't_you can't_you if_you_don't_mind if_you_do_not_mind if_it's_not_too_much if_it's_no_trouble if_not_too if_nobody_minds any_reason_not " +
    // agreeing
    "nor_mind don't_mind do_not_mind doesn't_mind does_not_mind wouldn't_mind would_not_mind no_objection no_objections no_issue_with no_issues_with no_doubt not_opposed not_against doesn't_hurt wouldn't_hurt does_not_hurt can't_hurt won't_hurt can't_complain can't_argue can't_go_wrong couldn't_agree_more couldn't_be_happier can't_wait cannot_wait can't_hardly ok_with not_bad not_terrible not_unhappy " +
    // turns of speech
    "ran_out_of run_out_of runs_out_of running_out_of not_to_mention no_wonder whether_or_not or_not or_no nothing_but not_least if_nothing_else no_matter doesn't_matter doesnt_matter does_not_matter makes_no_difference last_but_not_least no_charge no_cost no_extra no_additional no_fee no_fees no_brainer not_gonna_lie not_going_to_lie ngl not_surprisingly no_surprise not_unlike none_other no_one_but if_not_sooner if_not_earlier before_it's_too_late more_often_than_not not_a_bad all_but nothing_special no_offence no_offense no_thanks_to not_an_expert not_a_designer not_a_developer not_a_lawyer not_sure_if_you_saw",
  plain:
    "has_yet_to have_yet_to had_yet_to is_yet_to are_yet_to not no cannot can't cant don't dont doesn't doesnt didn't didnt won't wont wouldn't wouldnt shouldn't shouldnt couldn't couldnt isn't isnt " +
    "aren't arent wasn't wasnt weren't werent haven't havent hasn't hasnt hadn't hadnt mustn't mustnt needn't neednt ain't aint never nobody none " +
    "nothing nowhere neither without w_/_o except excepted excluding excl everything_but anything_but other_than rather_than instead_of nope nah no_one non nobody's nothing's no_longer not_longer no_more",
  lexical:
    'unable impossible unavailable prohibit* forbid* forbidden lacks lack lacking refrain* excluded excludes exclude declin* refus* reject* fails failed fail failing deny denied denies disallow* unwilling off_limits out_of_the_question rule_out rules_out ruled_out turned_down turn_down refusal absent avoid avoids avoiding unauthorised unauthorized banned ban bans',
  concord: 'nor',
} as const

export const LIKE_NO = {
  only: 'only solely exclusively just sole',
  otherwise: 'otherwise unless until till',
  free: 'free_of_charge free complimentary gratis',
  lose: 'lose loses lost losing gone disappear* vanish*',
  fail: 'dies died dying miss misses missed fail* broke broken breaks dead dark down crash* powerless junk outage flop flops flopped tanked bombed glitch* bug buggy hangs freezes struggl*',
  cancel:
    'withdraw* revoke* unsubscrib* held_back holding_back cancel* terminat* rolled_back roll_back scrap* drop dropped dropping opt_out bow_out',
  stop: 'stop* stopped close* pause* paused quit ended ends end halt* closing cease* freez* frozen discontinued taken_over takes_over took_over taking_over takes_over_from hold* retired retire* sunset expired former formerly no_longer used_to',
  keep: 'keep keeps kept keeping remain* stay* still retain* leave leaves left untouched intact unchanged yet safe as_is alone continue* same',
  avoid:
    'prefer* would_rather like_to_avoid steer* skip* omit* leave_out left_out leaving_out ignore* leave_it leave_alone pass_on disregard* dislike* hate* hates stay_away keep_away clear_of away_from hands_off beware careful caution*',
  against: 'locked_out restrict* prevent* against objection* object object_to oppose* block blocks',
  wrong:
    'hidden shifted busy uneven stuck differ* mismatch* discrepan* corrupt* damag* disappoint* unhappy silen* doubt* weak slow bad badly too poor error* problem* mistake* wrong fault* blame issue issues typo* confus* mixed_up mix-up concern* complain*',
  old: 'outdated expired obsolete eol stale',
  lack: 'empty missing lacking few little short need needs needed require required requires without_any absence silence blank gap gaps void awaiting waiting',
  none: 'zero nil minus exempt*',
  late: 'get_back final last checking find_out clarify pending think* undecided discuss* await* after once any_more former tomorrow earliest soonest in_progress underway working_on late later_than postpone* delay* later wait* hold_off holding_off outstanding overdue for_now for_the_moment soon yet premature first ahead defer* remaining remains to_go',
  beyond: 'out_of_scope out_of_the_scope outside_the_scope beyond_the_scope',
  apart:
    'separate* extra beyond outside out_of additional* on_top elsewhere third_party third-party apart aside billed charged surcharge*',
  self: 'manually ourselves themselves yourself yourselves',
  away: "out_on out_until out_till out_from out_of_office out_today out_tomorrow out_this out_next is_out am_out are_out be_out was_out he's_out she's_out i'm_out they're_out we're_out away off_on off_until off_till off_today off_tomorrow off_from on_leave on_holiday on_vacation ooo",
  enough:
    'redundant superfluous spare pointless enough fine suffice* sufficient ok okay working works optional safe healthy already fully unnecessary up_to_you up_to_us up_to_them at_your_discretion at_our_discretion either_way',
  part: 'part partly partially some almost nearly half most mostly occasionally sometimes rarely limited',
  unlikely: 'hardly barely rarely seldom unlikely doubtful doubt* scarcely sceptical skeptical',
  off: 'thrown_out threw_out throw_out ditch* remov* delet* disabl* block* switched_off off leave_out leaves_out leaving_out left_out blocked blocking blocks taken_down take_down taken_out take_out free_of free_from clear_of hide hid strip',
  hard: 'unfortunately afraid hard difficult difficulty tricky poor worse inconvenien* expensive risk* struggl* trouble pointless too_much',
  instead: 'else rather chang* replac* another different alternative* switch* swap* should_read should_be',
  high: 'under below less fewer at_most up_to within maximum max limit limited cap capped',
  low: 'more over above minimum exceed exceeds beyond',
} as const

/** Begin with un- and say no "no". */
export const NOT_NEGATED =
  'nonetheless regardless disk* discuss* distribut* discount* display* district* discover* distinct* dispatch* distan* dish* under* unit* union* uni unique* universal* until unless uncle unto understand* undertak* unfortunately wireless seamless* unveil* unlock* uncover* unwind* unleash*'

/** Stems of what people cannot do when they ask for something or own to something. */
export const SOFT = 'see understand sure know find found remember receiv get hear seen convinc fan like'
