/** How a date is shown: Slack's templates (https://docs.slack.dev/messaging/formatting-message-text#date-formatting). */

/** Telegram's letters, each in the reader's own language and time zone, as there. */
const OF_TELEGRAM: Readonly<Record<string, string>> = {
  w: '{date_long}',
  d: '{date_num}',
  D: '{date_long_full}',
  t: '{time}',
  T: '{time_secs}',
}

/** `{date_num} {time}` for `dt`; undefined where the text is to be shown as it is. */
export function slackFormat(format: string | undefined): string | undefined {
  if (format?.includes('{')) return format
  if (format === 'r') return '{ago}'
  const letters = /^w?[dD]?[tT]?$/.test(format ?? '') ? [...(format ?? '')] : []
  // Slack's only date with a weekday is the long one.
  const kept = letters[0] === 'w' && /[dD]/.test(letters[1] ?? '') ? ['w', ...letters.slice(2)] : letters
  return kept.length === 0 ? undefined : kept.map((letter) => OF_TELEGRAM[letter]).join(' ')
}
