/** What somebody wrote in a letter, without the letters it answers and without what their program adds at the end. */
import { compile } from 'html-to-text'

/** More than a person writes: the rest of a longer letter is not looked at. */
const LONGEST = 1_000_000
/** And more tags than a program writes into a letter: those that nothing closes take the square of their number. */
const MOST_TAGS = 30_000
const DEEPEST_HTML = 200

/** Text alone comes out: no address of a link or a picture, no style, no script; nothing that it may hold is fetched. */
const textOf = compile({
  wordwrap: false,
  limits: { maxDepth: DEEPEST_HTML },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    ...['img', 'style', 'script', 'title', 'blockquote', 'div.gmail_quote', 'div.yahoo_quoted'].map((selector) => ({
      selector,
      format: 'skip',
    })),
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', format: 'block' },
  ],
})

/** The plain part when there is one, else the page; without quotes. */
export function visible(text: string | undefined, html: string | undefined): string {
  return unquoted(text?.trim() ? text.slice(0, LONGEST) : textOf(beginningOf(html ?? '')))
}

function beginningOf(html: string): string {
  let end = -1
  for (let tags = 0; tags <= MOST_TAGS; tags++) {
    end = html.indexOf('<', end + 1)
    if (end < 0) return html.slice(0, LONGEST)
  }
  return html.slice(0, Math.min(LONGEST, end))
}

/**
 * `On …, … wrote:` and `…, … пишет:`, which may take two lines. Strangers choose these lines, so no part of a shape may
 * match what the part after it matches: tried in every way, a letter of 60 KB would hold up the whole program.
 */
const INTRODUCTION = [
  /^(on|am|le|el)\b.{4,300}(wrote|schrieb|écrit|escribió)\s*:$/i,
  /^.{4,300}\s(на)?писал(а|\(а\))?:$/i,
  /^.{4,300}\sпишет:$/i,
  /^.{4,300}<[^<>@\s]+@[^<>@\s]+>\s*:$/,
]
const DIVIDER =
  /^[-_*= ]*(original message|forwarded message|исходное сообщение|пересылаемое сообщение|пересланное сообщение|переадресованное сообщение|начало переадресованного сообщения)[-_*=: ]*$/i
const FIELD = /^\**(from|от|от кого|sent|date|to|cc|subject|отправлено|дата|кому|копия|тема)\s*:\**\s/i
const FIRST_FIELD = /^\**(from|от|от кого)\s*:\**\s/i
/** What a program writes by itself, and the rules that it draws. */
const PROGRAM = /^((отправлено (с|из) |sent from (my )?|get outlook for )|[-_]{8,}$)/i

/** A quote before an answer is left out by itself; one that nothing marks runs to the end. */
export function unquoted(text: string): string {
  const lines = text
    .replaceAll('\r\n', '\n')
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trimEnd())
  const kept: string[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (line === '--' || /^--\s$/.test(line) || line === '—') break
    if (DIVIDER.test(line) || isLettersHead(lines, i)) break
    if (line.startsWith('>') || PROGRAM.test(line)) continue
    const introduces = introductionAt(lines, i)
    if (introduces === 0) kept.push(line)
    // What is quoted with marks ends by itself, and the answer may stand below it.
    else if (isMarked(lines, i + introduces)) i += introduces - 1
    else break
  }
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** How many lines introduce a quote here: none, one or two. */
function introductionAt(lines: readonly string[], i: number): number {
  const one = (lines[i] ?? '').trim()
  if (isIntroduction(one)) return 1
  // Two lines only when the first looks like the beginning of one: a day, or an address.
  const begins = /^(on|am|le|el)\s/i.test(one) || /\d{1,2}[:.]\d{2}|<[^<>@]+@[^<>@]+>|\d{4}/.test(one)
  return begins && isIntroduction(`${one} ${(lines[i + 1] ?? '').trim()}`) ? 2 : 0
}

/** A program names an hour or an address; a person who says who wrote what does not. */
function isIntroduction(line: string): boolean {
  return INTRODUCTION.some((shape) => shape.test(line)) && /\d{1,2}[:.]\d{2}|\S@\S/.test(line)
}

function isMarked(lines: readonly string[], from: number): boolean {
  let i = from
  while (lines[i]?.trim() === '') i++
  return lines[i]?.startsWith('>') ?? false
}

/** `From: … Sent: … To: …`, as Outlook begins a quote without any mark. */
function isLettersHead(lines: readonly string[], i: number): boolean {
  if (!FIRST_FIELD.test(lines[i] ?? '')) return false
  const below = lines.slice(i + 1, i + 5).filter((line) => FIELD.test(line))
  return below.length >= 2
}
