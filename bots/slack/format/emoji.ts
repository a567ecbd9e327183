/** Slack's names of the emoji that everybody has. They are those of iamcal's emoji-data, which is where Slack takes them from. */
import { createRequire } from 'node:module'
import { z } from 'zod'

/** Code points, as in `1F44B-1F3FD`, and the one or more names they go by. */
const namesSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
const names = namesSchema.parse(createRequire(import.meta.url)('emojibase-data/en/shortcodes/iamcal.json'))
const POINTS = new Map(Object.entries(names).flatMap(([hex, of]) => [of].flat().map((name) => [name, hex] as const)))

const VARIATION = '\ufe0f'
/** Slack counts the five tones of Fitzpatrick's scale from 2 to 6. */
const FIRST_TONE = 0x1f3fb - 2

/** The characters of `wave` or `wave::skin-tone-3`; undefined for an emoji that only a workspace has. */
export function signOf(name: string): string | undefined {
  const [, base = name, tone] = /^(.+)::skin-tone-([2-6])$/.exec(name) ?? []
  const hex = POINTS.get(base)
  if (hex === undefined) return undefined
  const [first = '', ...rest] = fromPoints(hex) ?? ''
  if (tone === undefined) {
    const isBare = rest.length === 0 && !/\p{Emoji_Presentation}/u.test(first)
    return `${first}${isBare ? VARIATION : rest.join('')}`
  }
  const after = rest[0] === VARIATION ? rest.slice(1) : rest
  return `${first}${String.fromCodePoint(FIRST_TONE + Number(tone))}${after.join('')}`
}

/** `1f44b-1f3fd`, as Slack writes it beside the name; undefined for what is no row of code points. */
export function fromPoints(hex: string): string | undefined {
  if (!/^[0-9a-f]{1,6}(-[0-9a-f]{1,6}){0,15}$/i.test(hex)) return undefined
  const points = hex.split('-').map((each) => Number.parseInt(each, 16))
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points).toWellFormed() : undefined
}

/** The number of the one skin tone in an emoji; undefined for none, and for people of two tones. */
export function toneOf(sign: string): number | undefined {
  const [tone, ...more] = sign.match(/[\u{1f3fb}-\u{1f3ff}]/gu) ?? []
  return tone === undefined || more.length > 0 ? undefined : (tone.codePointAt(0) ?? 0) - FIRST_TONE
}
