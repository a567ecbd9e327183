import type { Locale } from '../../core/ids.ts'
import { localeFor } from '../../core/ids.ts'
import { type Say, texts } from '../../core/text.ts'

const ru = `
unanswered = ⚠️ { $app } не ответил вовремя. Попробуйте ещё раз. (operation_timeout)
bad-answer = ⚠️ { $app } ответил так, что Slack его не понял: { $error }
required = Заполните это поле.
too-long = Не больше { $max } знаков.
too-short = Не меньше { $min } знаков.
`

const en = `
unanswered = ⚠️ { $app } did not answer in time. Try again. (operation_timeout)
bad-answer = ⚠️ { $app } gave an answer that Slack does not understand: { $error }
required = Please fill in this field.
too-long = At most { $max } characters.
too-short = At least { $min } characters.
`

/** What Slack itself says to people, in their language. */
export const say: Say = texts({ ru, en })

export function localeOf(user: { readonly locale: string } | undefined): Locale {
  return localeFor(user?.locale, 'en')
}
