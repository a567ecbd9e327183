import type { Words } from './signs.ts'

export const EN: Words = {
  greeting:
    'good_day yo howdy hey_all hey_folks dear_all ' +
    'hello hi hey hiya good_morning good_afternoon good_evening greetings hi_there hello_there hey_there hi_all hello_all ' +
    'hi_everyone hello_everyone hi_team hello_team hey_team dear_team hi_guys hey_guys hi_folks morning_all morning_team',
  smalltalk:
    "hope_you_had hope_you're_well hope_you_are_well hope_all_is_well safe_travels bon_voyage safe_trip " +
    'happy_friday_all tgif get_well feel_better cheers_to how_is_everyone how_are_things how_was_the_trip ' +
    'did_you_have_a_good have_fun good_weekend see_you_at_the_party merry_xmas ' +
    'happy_new_year happy_birthday happy_holidays happy_friday happy_monday merry_christmas happy_easter happy_weekend ' +
    'happy_thanksgiving happy_new_week congrats congratulations have_a_great have_a_good have_a_nice have_a_lovely enjoy_the enjoy_your how_was_your how_are_you ' +
    'how_you_doing hows_it_going how_was_the weather lol haha* hehe* good_night nice_weekend great_weekend',
  complaint:
    'a_mess is_a_mess expected_more expected_much_more expected_better we_were_told i_was_told asked_three_times ' +
    'asked_twice asked_repeatedly keeps_missing keep_missing missing_the_point nothing_to_show ' +
    'nobody_noticed nobody_on_your nobody_told_us no_one_told_us poor_communication poor_service poor_quality ' +
    'had_to_find_out without_our_approval wrong_prices wrong_phone wrong_name ' +
    'wrong_number out_of_control not_good_enough falling_short below_standard ' +
    'for_this_money for_that_money for_what_we_pay rip_off unreliable ' +
    'chaos not_acceptable lack_of third_month_in_a_row weeks_in_a_row ' +
    'days_in_a_row for_weeks_now for_days_now weeks_now going_in_circles concerned_about_the ' +
    "not_impressed not_delivered never_delivered never_heard_back haven't_heard havent_heard " +
    '' +
    'not_happy not_satisfied not_pleased ' +
    'attorney* lawsuit ' +
    'enough_is_enough shame* disgrac* ' +
    'nobody_has_* nobody_answer* nobody_repl* no_one_answer* no_one_has_* nobody_is_* ' +
    'still_not still_no still_the_old yet_again again_not ' +
    'missed_the_deadline missed_deadline missed_the_date third_time second_time_* how_many_times how_long_do_we how_much_longer ' +
    'zero_leads no_leads zero_results no_results zero_sales useless burned burnt losing_leads losing_sales ' +
    "losing_customers losing_money lost_leads not_what_we not_what_i can't_accept cannot_accept not_acceptable " +
    'you_promised full_of_mistakes full_of_errors full_of_typos scam fraud* broken_again ' +
    'down_again wrong_again reads_my_messages nobody_reads is_that_normal how_could_this how_can_this what_are_we_paying ' +
    "paying_for_nothing let_us_down letting_us_down switch_agenc* i've_told_you i_told_you told_you_twice " +
    'mentioned_it_twice',
  displeased:
    "again don't_like dont_like doesn't_like not_a_fan doesn't_work doesnt_work not_working isn't_working isnt_working broken bad " +
    'worse poor is_wrong was_wrong wrong_price wrong_logo wrong_colour wrong_color wrong_size wrong_date mistake mistakes error errors typo typos slow late delayed missing weak not_great not_good meh rankings_dropped traffic_dropped sales_dropped ' +
    'fails failed',
  praise:
    "couldn't_have_asked couldnt_have_asked raving top_notch cracking class_act spot_on nailed_it you_nailed " +
    "smashed_it you_smashed killed_it on_point chef's_kiss blown_away knocked_it_out magic wizards legends legend " +
    'stars superstar hats_off proud works_a_treat a_treat slick gorgeous so_good really_good so_cool very_cool ' +
    'super_cool love_how everyone_loves they_love he_loves she_loves best_campaign best_one_yet best_yet big_fan ' +
    'thank_you_for_the_great thanks_for_the_great ' +
    'great_job great_work good_job good_work nice_work nice_job well_done awesome amazing brilliant fantastic excellent ' +
    'wonderful beautiful gorgeous stunning impressed impressive kudos love_it love_the love_this loved we_love i_love the_best ' +
    'wow fire outstanding superb turned_out_great turned_out_* delighted thrilled happy_with_the_result very_happy so_happy ' +
    'really_happy super_happy rock rocks bravo looks_great looks_amazing looks_awesome lovely exceeded pleasure',
  ack:
    'take_your_time no_rush ' +
    'ta thanks_so_much many_thanks much_obliged that_helps helpful will_get_back get_back_to_you to_you back okie ' +
    "okey dokey righto right yup aye brilliant_thanks all_received cheers_for_that noted_thanks on_it i'm_on_it " +
    "let_me_check i'll_take_a_look bye later " +
    'thanks thank_you thank_u thx thankyou ty cheers ok okay k kk yes yep yeah sure got_it gotcha noted received understood ' +
    'sounds_good sounds_great great perfect cool fine good alright deal will_do roger copy copy_that no_problem no_worries np ' +
    'makes_sense will_wait waiting talk_tomorrow talk_soon see_you see_you_tomorrow speak_soon appreciated appreciate_it i we ' +
    'it you so_much a_lot very_much for_the for_your quick reply answer update help info information then that works ' +
    "much_appreciated many again will_check i'll_check we'll_check will_look i'll_have_a_look tomorrow excellent awesome of_course",
  approval:
    'roll_it_out roll_out you_can_publish you_can_launch you_can_go you_can_start you_can_print can_be_published ' +
    "can_go_live can_go_to_print nothing_to_add nothing_to_change run_with let's_run_with go_live_with " +
    "make_it_live put_it_live push_it_live go_for_it crack_on fire_away take_it_live it's_a_yes its_a_yes " +
    'is_a_yes says_yes said_yes a_yes_from thumbs_up approving all_approved final_version_approved happy_to_go ' +
    "we're_happy_to_go no_edits no_edits_from no_remarks we_are_good we're_good " +
    'approved approve approving go_ahead green_light looks_good look_good lgtm good_to_go publish_it please_publish ship_it ' +
    'launch_it post_them post_it print_it ok_to_publish ok_to_launch ok_to_go okay_to_publish signed_off sign_off sign_it_off ' +
    "we'll_go_with well_go_with go_with we'll_take we_choose we_chose we_pick option_*_it_is i_confirm we_confirm confirmed " +
    'all_correct all_good no_comments no_further_comments no_further_changes no_changes no_more_changes no_objections ' +
    "happy_with happy_with_the happy_to_proceed please_proceed proceed please_start start_it let's_do_that lets_do_that do_it let's_launch " +
    "lets_launch let's_go lets_go agreed i_agree we_agree works_for_us works_for_me fine_by_me fine_by_us is_fine are_fine is_ok " +
    'send_it_to_print send_to_print thumbs_up accepted we_accept yes_launch ok_launch correct_launch launch_now please_launch please_publish publish_now',
  notApproved:
    'as_agreed ' +
    "not_good_to_go don't_ship don't_post don't_print hold_off wait_with " +
    "not_approved don't_approve not_happy don't_publish dont_publish don't_launch dont_launch not_yet not_agreed don't_agree " +
    "can't_approve cannot_approve before_you_publish don't_go_ahead until_i_* until_we_*",
  but: 'but only just except however apart_from one_thing though',
  asking:
    "when what whats what's why who who's whos which where where's how hows how's how're whose u_there you_there you_around",
  askingVerb:
    "is isn't are aren't do does did can could will would should shall am have has was were any anything anyone",
  question:
    'when_can_i when_can_we when_will is_it_true could_it_be which_one which_of where_can_i where_do_i how_do_i ' +
    "how_do_we what_does what_do sorry_to_chase any_eta any_word any_luck is_there still_on i_don't_get why_is " +
    'why_are ' +
    'any_update* any_news any_progress any_idea wondering quick_question question questions i_wonder just_checking checking_in ' +
    "check_in not_sure_i don't_understand dont_understand not_clear unclear do_you_know do_we_need or_not what_happened " +
    "whats_the what's_the hearing_when hearing_back looking_forward_to_hearing curious is_it_possible eta what_about how_about " +
    'how_much how_many how_long following_up',
  tellUs:
    'to_know to_understand to_find_out ' +
    'tell_me tell_us let_me_know let_us_know advise clarify explain remind_me remind_us please_confirm_* confirm_if ' +
    'confirm_whether confirm_when keep_me_posted could_you_confirm can_you_confirm',
  polite:
    'any_way_you_can any_way_to can_someone could_someone can_somebody could_somebody can_your_team ' +
    'could_your_team would_it_be_possible_to mind_if_you could_we_please ' +
    'can_you can_u can_ya could_you could_u would_you would_u will_you would_you_mind can_we_get can_we_have could_we_get ' +
    'could_we_have can_i_get can_i_have could_i_get may_we_have may_i_have any_chance_you mind_*ing',
  request:
    "would_be_nice would_be_great would_be_good it'd_be_nice needs_a need_you we'll_need i'll_need require " +
    'we_require looking_to wants_to_have instead ' +
    "please pls plz kindly need_to need i'd_like id_like we'd_like we_would_like i_would_like i_want we_want want_to let's lets " +
    'call_me ring_me should_be should_say should_add needs_to must has_to have_to asap urgent urgently get_us get_me ' +
    'send_me send_us send_over turn_off turn_on take_down take_off bring_back',
  imperative:
    'grant drop pop lose roll hide show edit correct align center centre mute unmute ring phone email mail ' +
    'forward post publish upload download install connect disconnect link unlink enable disable activate ' +
    'deactivate launch relaunch start restart begin finish hold cancel undo revert restore reset refresh reload ' +
    'reprint print order buy pay ship deliver draft design draw sketch shoot film record trim cut merge split ' +
    'sort group clean tidy tweak adjust polish simplify bump reply answer write note mention list quote estimate ' +
    'invite assign appoint arrange organise organize plan confirm_the mark flag tag pin unpin round get go see ' +
    'look ask tell_them find bin scrap kill ditch shift nudge darken lighten brighten soften enlarge reduce ' +
    'send add remove change fix make update replace swap move pause stop turn switch revert delete check give provide issue ' +
    'prepare create upload set put resize crop rename redo rewrite shorten translate extend book schedule reschedule push ' +
    "include attach share use order take bring call don't dont do try keep leave cut lower raise increase decrease",
  couldBe: 'we_should maybe_we perhaps_we what_if',
  notAsked:
    'take_your_time please_find please_see please_note please_be_aware want_to_say want_to_thank wanted_to_say have_to_say must_say ' +
    'see_you go_ahead go_with look_forward get_back start_it publish_it publish_now note_that see_above ' +
    'order_arrived ' +
    "do_you_need do_we_need need_from what_you_need you_need don't_worry dont_worry no_need don't_need don't_have_to dont_feel don't_feel let's_see will_check i'll_* we'll_* don't_think " +
    "don't_know don't_mind i_sent we_sent need_anything i've_* we've_*",
  invoice:
    'ap_team payables payroll remit wiring bank_transfer legal_entity company_details tax_id iban swift paypal ' +
    'stripe ' +
    'invoice invoices paid payment payments pay paying deposit billing billed bill wire wired transferred transfer accounting ' +
    'accountant accounts_payable purchase_order po vat remittance receipt receipts bank_details prepayment balance ' +
    'overdue statement credit_note',
  brief:
    'have_in_mind background_info creative_brief project_outline outline_of statement_of_work ' +
    'brief briefs spec specs specification requirements_for rfp scope scope_for scope_of_work new_project sow',
  handing:
    "attached attaching here_is here's heres here_are sending sent filled below enclosed see have_a_look please_find find_attached",
  facet:
    'managers subtitles voiceover voice crowd colours colors packaging deliverables templates episode podcast ' +
    'listeners viewers customers clients stores locations traffic seconds price pricing product products brand ' +
    'rebrand newsletter emails subscribers launch_date print quantity booth stand event guests ' +
    'audience budget goal goals deadline references reference competitors style tone channels topics pages page landing site ' +
    'website logo palette integration accounts form benefits hero launch ios android push payments card crm languages formats ' +
    'sizes video script geo region women men offices posts bookings ticket month segment kpi clinic store shop catalog* cart ' +
    'ads campaign',
  status:
    "on_leave on_parental_leave covering i'm_covering left_our left_the dropped_the dropped_off on_its_way " +
    "arrived switched we've_switched as_of_today as_of_now will_come we_have_moved renewed extended on_the_road " +
    'travelling traveling unavailable back_on back_from just_dropped ' +
    'fyi heads_up out_of_office ooo on_vacation on_holiday from_now_on uploaded emailed moved signed added updated shared ' +
    'scheduled finished started launched published fixed deployed completed done ready is_live went_live in_progress ' +
    "working_on we_will we'll i_will i'll will_be they'll will_send will_prepare is_closed closed handed_over sent changed " +
    'put_my replied approved_internally under_review with_legal with_the_lawyers',
  done: '*ed will is_with has have went',
  filler: 'and so but also hey thanks thank_you just well ok yes no btw um uh oh then now hi please great anna team',
}
