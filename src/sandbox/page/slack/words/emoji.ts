/** Slack's names of the emoji, which are those of iamcal's emoji-data. */
import names from 'emojibase-data/en/shortcodes/iamcal.json' with { type: 'json' }

const POINTS = new Map(Object.entries(names).flatMap(([hex, of]) => [of].flat().map((name) => [name, hex] as const)))

export const OFFERED = ['+1', 'eyes', 'tada', 'heart'] as const

/** An emoji by Slack's name; one that only some workspace has is shown by its name. */
export function signOf(name: string, unicode: string | undefined = POINTS.get(name)): string {
  if (unicode === undefined) return `:${name}:`
  const sign = String.fromCodePoint(...unicode.split('-').map((hex) => Number.parseInt(hex, 16)))
  // A character that is drawn as a letter by itself is drawn as a sign with this behind it.
  return /^\P{Emoji_Presentation}$/u.test(sign) ? `${sign}\ufe0f` : sign
}

/** A plain text with the emoji that it names. */
export function withSigns(text: string): string {
  return text.replace(/:([a-z0-9_+-]+):/g, (_, name: string) => signOf(name))
}
