/** English words by what they do to a statement. */

export const MODALITY = {
  uncertain:
    'pretty_sure fairly_sure suspect suspicion maybe might may perhaps possibly probably likely presumably apparently seems seem appear appears supposedly theoretically hopefully hope i_think we_think i_guess i_believe we_believe not_sure unsure could ' +
    "should_be shouldn't_be expect expected roughly_speaking in_theory potentially tentatively estimate nothing_decided chance doubt possible unlikely looks_like could_be fingers_crossed if_all_goes if_possible reckon",
  attempt:
    'try trying tries aim aiming attempt endeavour endeavor best plan_to plans_to we_plan i_plan they_plan planning_to intend hoping hope_to want_to would_like_to wanna see_if',
  advice:
    "recommend* suggest* advise* advice better_to worth would_rather i'd_not i'd_start we'd_start i'd_do we_would should prefer* ideally in_our_view in_my_view in_our_opinion imo tbh best_to would_be_better optional optionally if_you_like if_you_wish ought",
  able: 'can able able_to capable could',
  duty: 'non_negotiable must have_to has_to had_to need needs needed required require requires gotta got_to obliged necessary mandatory obligatory essential be_sure',
  certain:
    'guarantee* definitely certainly promise* absolutely surely for_sure without_fail undoubtedly assured assure always_will no_matter_what confident sure',
} as const

export const CONDITION = {
  firm: 'if unless provided providing in_case on_condition as_long_as so_long_as should_the assuming subject_to depending_on depends_on contingent only_after only_if in_the_event otherwise or_else',
  event: 'once as_soon_as when after until before till without when_you with whenever by_the_time upon following',
} as const

export const DESPITE = 'even_if even_without even_though regardless_of irrespective_of whether_or_not no_matter_whether'

export const REQUEST =
  'please could_you can_you would_you let_us_know let_me_know tell_us clarify confirm specify advise asks asked asking wonder* question questions wants_to_know would_like_to_know like_to_know explain explanation may_we_ask kindly explain*'

export const CONCESSION = {
  free: 'our_own_cost our_own_expense our_own_pocket own_cost own_expense eat_the_cost eat_it cover_the_cost cover_the_loss cover_the_losses cover_the_damage cover_all_costs cover_that cover_it our_cost our_treat on_me we_pay no_fee free_of_charge for_free at_no_cost no_charge complimentary gratis on_us on_the_house no_extra_cost at_our_expense at_our_own_expense free no_additional_cost no_extra_charge no_extra_fee without_charge without_extra no_additional_charge',
  refund: 'refund* reimburse* compensat* money_back credit_you a_credit_on credit_on_your',
  waived: "not_be_charged not_be_billed won't_charge not_charge won't_bill not_bill waive waived",
  discount: 'discount* bonus* cashback promo_code',
  round: 'round_the_clock around_the_clock 24_/_7',
  unlimited:
    'unlimited unlimitedly no_limit no_limits any_number_of as_many_times as_many_as_you as_many_rounds without_limit',
  priority: 'jump_the_queue front_of_the_queue top_priority highest_priority priority',
} as const

export const COSTS_NOTHING =
  "nothing_to_pay under_warranty included includes include covered covers no_extra no_additional no_fee nothing_extra not_charge not_charging not_be_charged not_pay won't_charge don't_charge already_paid waive* bill comp comped chuck_in throw_in thrown_in absorb swallow my_bad our_bad our_fault my_fault gift goodwill zero_cost no_cost no_charge costs_nothing cost_you_nothing our_cost nowt"

export const ACTOR = {
  speaker:
    "we i we'll i'll we're i'm we've i've we'd i'd us our_team our_side our_end asks_us client_asks_us wants_us client_wants_us expects_us",
  addressee: "you you'll you're u you've you'd your_side your_end your_team your_developer",
  client: 'client clients customer they she he',
  agency: 'agency',
  specialist: 'specialist',
} as const

export const CERTAINTY = {
  word: "won't_happen_again wont_happen_again will_not_happen_again not_happen_again never_happen_again guarantee guarantees guaranteed we_promise i_promise you_have_my_word you_have_our_word my_word our_word give_you_our_word pledge* vow",
  calm: "rest_assured don't_worry do_not_worry dont_worry no_need_to_worry needn't_worry nothing_to_worry",
  sure: 'definitely certainly absolutely surely for_sure without_fail undoubtedly assured assure no_matter_what confident sure_thing in_any_case 100_% hundred_percent no_question bank_on_it count_on_it certain no_doubt for_certain positively must have_to bound_to',
} as const

export const ADDITIVE =
  'also too as_well in_addition additionally furthermore moreover the_other the_others all_other the_rest remaining another going_forward from_now_on on_top'

export const REFUNDED = 'owe_them owe_you owe_us owed refund* return* reimburs* compensat* money_back credit* pay_back'

export const PARTIES =
  'lawyer* admin* host hoster provider* contractor* editor* proofreader* accountant* designer* developer* programmer* printer* supplier* vendor* photographer* marketer* copywriter* translator* courier* agency bank notary partner* warehouse volunteer* expert* model models influencer* blogger* organiser* organizer* sponsor* caterer* venue stylist* landlord*'
