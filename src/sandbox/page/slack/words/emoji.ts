const SIGNS: Readonly<Record<string, string>> = {
  hourglass_flowing_sand: '⏳',
  pencil2: '✏️',
  leftwards_arrow_with_hook: '↩️',
  white_check_mark: '✅',
  lock: '🔒',
  no_entry: '⛔',
  x: '❌',
  warning: '⚠️',
  information_source: 'ℹ️',
  paperclip: '📎',
  eyes: '👀',
  '+1': '👍',
  thumbsup: '👍',
  heart: '❤️',
  smile: '😄',
  tada: '🎉',
  rocket: '🚀',
  pray: '🙏',
}

export const OFFERED = ['+1', 'eyes', 'tada', 'heart'] as const

/** An emoji by Slack's name; one that the page does not know is shown by its name. */
export function signOf(name: string, unicode?: string): string {
  if (unicode !== undefined) return String.fromCodePoint(...unicode.split('-').map((hex) => Number.parseInt(hex, 16)))
  return SIGNS[name] ?? `:${name}:`
}
