/** How a date is shown: Telegram's letters (https://core.telegram.org/bots/api#date-time-entity-formatting). */
import type { MessageEntity } from 'grammy/types'

type Format = MessageEntity.DateTimeMessageEntity['date_time_format']

/** Slack's formats that are nothing but a date or a time, in Telegram's letters. */
const OF_SLACK: Readonly<Record<string, Format>> = {
  '{ago}': 'r',
  '{time}': 't',
  '{time_secs}': 'T',
  '{date_num}': 'd',
  '{date_slash}': 'd',
  '{date_short}': 'D',
  '{date_short_pretty}': 'D',
  '{date}': 'D',
  '{date_pretty}': 'D',
  '{date_long}': 'wD',
  '{date_long_pretty}': 'wD',
  '{date_long_full}': 'D',
}

/** Without letters Telegram shows the text as it is, and the moment when it is touched. */
export function dateFormat(format: string | undefined): Format {
  if (format === undefined) return ''
  return isFormat(format) ? format : (OF_SLACK[format] ?? '')
}

function isFormat(format: string): format is Format {
  return /^(r|w?[dD]?[tT]?)$/.test(format)
}
