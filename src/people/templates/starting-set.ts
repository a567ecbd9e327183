/** The refusals that an agency begins with: seven situations, three tones, two languages. Data, to be changed by the agency. */
import type { Locale } from '../../core/ids.ts'
import { type RefusalReason, TONES, type Tone } from '../../core/template.ts'

type Words = Readonly<Record<Tone, string>> & { readonly title: string }
type Situation = { readonly key: string; readonly reason: RefusalReason } & Readonly<Record<Locale, Words>>

const ALTERNATIVE = {
  ru: {
    plain: 'Что можем предложить: {alternative}',
    warm: 'Давайте так: {alternative}',
    firm: 'Возможен такой вариант: {alternative}',
  },
  en: {
    plain: 'What we can offer: {alternative}',
    warm: 'How about this instead: {alternative}',
    firm: 'The option we have: {alternative}',
  },
} as const satisfies Record<Locale, Record<Tone, string>>

const SITUATIONS: readonly Situation[] = [
  {
    key: 'scope-creep',
    reason: 'scope',
    ru: {
      title: 'Сверх объёма',
      plain:
        '{contact}, эта задача не входит в согласованный объём работ, поэтому в рамках текущего бюджета мы её не возьмём.',
      warm: '{contact}, спасибо за идею! В согласованный объём работ она не входит, и взять её просто так, не в ущерб остальному, мы не сможем.',
      firm: '{contact}, этой задачи нет в согласованном объёме работ. Без отдельной договорённости мы её не делаем.',
    },
    en: {
      title: 'Out of scope',
      plain:
        '{contact}, this is not part of the scope we agreed on, so we will not take it on within the current budget.',
      warm: '{contact}, thank you for the idea! It is outside the scope we agreed on, and we could not add it without harm to the rest.',
      firm: '{contact}, this is not in the agreed scope. We do not do it without a separate agreement.',
    },
  },
  {
    key: 'missed-deadline',
    reason: 'deadline',
    ru: {
      title: 'Срок не выдержать',
      plain: '{contact}, к этому сроку мы не успеем.',
      warm: '{contact}, понимаем, как важен срок, и не хотим обещать лишнего: к нему мы не успеем.',
      firm: '{contact}, этот срок мы не подтверждаем: сделать работу к нему как следует нельзя.',
    },
    en: {
      title: 'Deadline cannot be met',
      plain: '{contact}, we will not make it by that date.',
      warm: '{contact}, we know how much the date matters and do not want to promise too much: we will not make it by then.',
      firm: '{contact}, we do not confirm this date: the work cannot be done properly by then.',
    },
  },
  {
    key: 'bad-results',
    reason: 'quality',
    ru: {
      title: 'Результат будет плохим',
      plain: '{contact}, мы не советуем так делать и не станем: результат будет хуже нынешнего.',
      warm: '{contact}, мы отвечаем за результат вместе с вами и потому честно скажем: так станет хуже, и делать этого мы не будем.',
      firm: '{contact}, мы этого не сделаем: это ухудшит результат, за который мы отвечаем.',
    },
    en: {
      title: 'The result would suffer',
      plain: '{contact}, we advise against this and will not do it: the result would be worse than it is now.',
      warm: '{contact}, we answer for the result together with you, so let us be honest: this would make it worse, and we will not do it.',
      firm: '{contact}, we will not do this: it harms the result that we answer for.',
    },
  },
  {
    key: 'fee-increase',
    reason: 'budget',
    ru: {
      title: 'Не за эту сумму',
      plain: '{contact}, за эту сумму мы выполнить работу не сможем.',
      warm: '{contact}, мы внимательно всё посчитали: за эту сумму сделать работу так, чтобы за неё не было стыдно, не получится.',
      firm: '{contact}, стоимость остаётся прежней: снизить её мы не можем.',
    },
    en: {
      title: 'Not for this fee',
      plain: '{contact}, we cannot do the work for this amount.',
      warm: '{contact}, we have gone through the numbers carefully: for this amount we could not do work that we would be proud of.',
      firm: '{contact}, the fee stays as it is: we cannot lower it.',
    },
  },
  {
    key: 'no-capacity',
    reason: 'capacity',
    ru: {
      title: 'Нет свободных рук',
      plain: '{contact}, сейчас у команды нет времени на эту задачу.',
      warm: '{contact}, мы бы с удовольствием, но сейчас команда полностью занята, и взяться наспех было бы нечестно.',
      firm: '{contact}, сейчас мы эту задачу не возьмём: команда занята уже согласованной работой.',
    },
    en: {
      title: 'No capacity',
      plain: '{contact}, the team has no time for this at the moment.',
      warm: '{contact}, we would love to, but the team is fully booked right now, and a rushed job would not be fair to you.',
      firm: '{contact}, we will not take this on now: the team is on work that has been agreed already.',
    },
  },
  {
    key: 'not-our-work',
    reason: 'policy',
    ru: {
      title: 'Не наша работа',
      plain: '{contact}, таких работ мы не выполняем.',
      warm: '{contact}, спасибо за доверие! Таких работ мы не делаем, и лучше с ними справятся те, кто занимается этим каждый день.',
      firm: '{contact}, таких работ мы не выполняем и ответственности за них не берём.',
    },
    en: {
      title: 'Not what we do',
      plain: '{contact}, this is not work that we do.',
      warm: '{contact}, thank you for your trust! This is not our trade, and people who do it every day will serve you better.',
      firm: '{contact}, we do not do this kind of work and take no responsibility for it.',
    },
  },
  {
    key: 'out-of-hours',
    reason: 'other',
    ru: {
      title: 'Нерабочее время',
      plain: '{contact}, сейчас нерабочее время. Вернёмся к этому в ближайший рабочий день.',
      warm: '{contact}, мы увидели ваше сообщение! Сейчас команда отдыхает, займёмся этим в ближайший рабочий день.',
      firm: '{contact}, вне рабочего времени мы задачи не выполняем. Займёмся этим в ближайший рабочий день.',
    },
    en: {
      title: 'Out of hours',
      plain: '{contact}, this is outside our working hours. We will come back to it on the next business day.',
      warm: '{contact}, we have seen your message! The team is off right now and will get to it on the next business day.',
      firm: '{contact}, we do not work outside business hours. We will take this up on the next business day.',
    },
  },
]

export const STARTING_SET = SITUATIONS.flatMap(({ key, reason, ...words }) =>
  (['ru', 'en'] as const).flatMap((locale) =>
    TONES.map((tone) => ({
      key: `${key}-${tone}`,
      kind: 'refusal' as const,
      locale,
      title: words[locale].title,
      body: `${words[locale][tone]}\n${ALTERNATIVE[locale][tone]}`,
      tone,
      reason,
    })),
  ),
)
