/** The emoji that people of the story use. Slack knows thousands; one that is not here stays a character of the text. */
const EMOJI: Readonly<Record<string, string>> = {
  '+1': '👍',
  '-1': '👎',
  heart: '❤️',
  fire: '🔥',
  tada: '🎉',
  rocket: '🚀',
  eyes: '👀',
  pray: '🙏',
  clap: '👏',
  wave: '👋',
  ok_hand: '👌',
  slightly_smiling_face: '🙂',
  smile: '😄',
  grinning: '😀',
  joy: '😂',
  wink: '😉',
  thinking_face: '🤔',
  cry: '😢',
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  x: '❌',
  warning: '⚠️',
  no_entry: '⛔',
  lock: '🔒',
  pencil2: '✏️',
  hourglass_flowing_sand: '⏳',
  leftwards_arrow_with_hook: '↩️',
  chart_with_upwards_trend: '📈',
  car: '🚗',
  wrench: '🔧',
}

const NAMES = new Map(Object.entries(EMOJI).map(([name, character]) => [withoutSelector(character), name]))

/** Splits at emoji that have a name: `['да ', { name: '+1', unicode: '1f44d' }]`. */
export function splitEmoji(text: string): (string | { name: string; unicode: string })[] {
  type Piece = string | { name: string; unicode: string }
  return text.split(/(\p{Extended_Pictographic}\ufe0f?)/u).flatMap((piece): Piece[] => {
    const name = NAMES.get(withoutSelector(piece))
    if (piece === '') return []
    return name === undefined ? [piece] : [{ name, unicode: codePoints(piece) }]
  })
}

function codePoints(character: string): string {
  return [...character].map((point) => point.codePointAt(0)?.toString(16)).join('-')
}

function withoutSelector(character: string): string {
  return character.replace('\ufe0f', '')
}
