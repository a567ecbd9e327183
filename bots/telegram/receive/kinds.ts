/** What is neither words nor a file, told in words: one row a kind. Nothing that a client sends vanishes. */
import type { ExternalReplyInfo, Message, MessageOrigin } from 'grammy/types'
import type { Locale } from '../../../src/core/ids.ts'
import { type Inline, plain, type RichText } from '../../../src/core/rich-text.ts'
import { fromEntities } from '../format/from-entities.ts'
import { fromRichMessage } from '../format/from-rich-message.ts'
import { linesOfCard } from '../format/vcard.ts'
import { say } from '../text.ts'
import { type RemoteFile, remoteFileOf } from './files.ts'

type Row = {
  readonly has: (message: Message) => boolean
  readonly tell: (message: Message, locale: Locale) => RichText
}

function row<T>(
  find: (message: Message) => T | undefined,
  tell: (found: T, locale: Locale, message: Message) => RichText,
): Row {
  return {
    has: (message) => find(message) !== undefined,
    tell: (message, locale) => {
      const found = find(message)
      return found === undefined ? [] : tell(found, locale, message)
    },
  }
}

/** The first that fits; a venue also has a location, and so stands before it. */
const KINDS: readonly Row[] = [
  row(
    (m) => m.sticker,
    ({ emoji, is_animated: moves, is_video: plays }, locale) =>
      named(locale, moves || plays ? 'sticker-moving' : 'sticker', emoji ?? ''),
  ),
  row(
    (m) => m.live_photo,
    (_, locale) => named(locale, 'live_photo', ''),
  ),
  row(
    (m) => m.venue,
    ({ title, address, location }, locale) => [
      ...named(locale, 'venue', `${title}, ${address}`),
      map(location.latitude, location.longitude),
    ],
  ),
  row(
    (m) => m.location,
    ({ latitude, longitude, live_period: period }, locale) => [
      ...named(locale, period === undefined ? 'location' : 'live_location', ''),
      map(latitude, longitude),
    ],
  ),
  row(
    (m) => m.contact,
    ({ first_name: first, last_name: last, phone_number: phone, vcard = '' }, locale) => [
      ...named(locale, 'contact', [first, last].filter(Boolean).join(' ')),
      { type: 'paragraph', content: [{ type: 'link', url: `tel:${phone.replaceAll(/[^\d+]/g, '')}`, text: phone }] },
      ...linesOfCard(vcard, phone).flatMap(plain),
    ],
  ),
  row(
    (m) => m.poll,
    ({ question, question_entities: entities, description = '', description_entities: more, options }, locale) => [
      ...named(locale, 'poll', ''),
      ...fromEntities(question, entities),
      ...fromEntities(description, more),
      { type: 'list', ordered: false, items: options.map(({ text, text_entities: e }) => fromEntities(text, e)) },
    ],
  ),
  row(
    (m) => m.checklist,
    ({ title, title_entities: entities, tasks }, locale) => [
      ...named(locale, 'checklist', ''),
      ...fromEntities(title, entities),
      {
        type: 'list',
        ordered: false,
        items: tasks.map((task) => {
          const isDone = (task.completion_date ?? 0) > 0
          return before(isDone ? '☑ ' : '☐ ', fromEntities(task.text, task.text_entities))
        }),
      },
    ],
  ),
  row(
    (m) => m.dice,
    ({ emoji, value }, locale) => named(locale, 'dice', `${emoji} ${value}`),
  ),
  row(
    (m) => m.story,
    ({ chat }, locale) => named(locale, 'story', nameOf(chat)),
  ),
  row(
    (m) => m.paid_media,
    ({ star_count: stars }, locale) => named(locale, 'paid_media', `⭐ ${stars}`),
  ),
  row(
    (m) => m.game,
    ({ title }, locale) => named(locale, 'game', title),
  ),
  row(
    (m) => m.invoice,
    ({ title }, locale) => named(locale, 'invoice', title),
  ),
  row(
    (m) => m.rich_message,
    (rich, locale) => [
      ...named(locale, 'rich_message', ''),
      ...fromRichMessage(rich, (kind) => say(locale, kind === 'map' ? 'kind-location' : `media-${kind}`)),
    ],
  ),
  row(
    (m) => m.giveaway ?? m.giveaway_winners,
    (_, locale) => named(locale, 'giveaway', ''),
  ),
  row(
    (m) => m.gift ?? m.unique_gift,
    (_, locale) => named(locale, 'gift', ''),
  ),
]

/** What the message is, in words; nothing for plain words and for files, which speak for themselves. */
export function kindInWords(message: Message, locale: Locale): RichText {
  const found = KINDS.find((kind) => kind.has(message))
  if (found) return found.tell(message, locale)
  return isKnown(message) ? [] : named(locale, 'other', '')
}

/** Files and words need no name. A message of a kind that this program does not know has neither. */
function isKnown(message: Message): boolean {
  return FAMILIAR.some((name) => name in message)
}
const FAMILIAR = ['text', 'photo', 'video', 'animation', 'audio', 'voice', 'video_note', 'document'] as const

/** Who said first what is forwarded. */
export function originInWords(origin: MessageOrigin, locale: Locale): RichText {
  return named(locale, 'forwarded', originName(origin))
}

/** A message that somebody answers: what it is and its files in words, and its own. */
export function answeredInWords(answered: Message | ExternalReplyInfo, locale: Locale): RichText {
  const there = answered as Message
  const kind = KINDS.find(({ has }) => has(there))?.tell(there, locale)
  const file = remoteFileOf(there)
  return [
    ...(kind ?? (file === undefined ? [] : fileInWords(file, locale))),
    ...fromEntities(there.text ?? there.caption ?? '', there.entities ?? there.caption_entities),
  ]
}

/** What kind of file it is; its name where people give it one. */
function fileInWords({ kind, name = '' }: RemoteFile, locale: Locale): RichText {
  const what = say(locale, `media-${kind === 'voice' ? 'voice_note' : kind}`)
  const isNamed = name !== '' && (kind === 'document' || kind === 'audio')
  return bracketed(isNamed ? `${what}: ${name}` : what)
}

export function originName(origin: MessageOrigin): string {
  switch (origin.type) {
    case 'user':
      return nameOf(origin.sender_user)
    case 'hidden_user':
      return origin.sender_user_name
    case 'chat':
      return nameOf(origin.sender_chat)
    case 'channel':
      return nameOf(origin.chat)
  }
}

function nameOf(one: Nameable): string {
  return one.title ?? ([one.first_name, one.last_name].filter(Boolean).join(' ') || (one.username ?? ''))
}

type Nameable = { readonly [field in 'title' | 'first_name' | 'last_name' | 'username']?: string | undefined }

function named(locale: Locale, kind: string, what: string): RichText {
  const name = say(locale, `kind-${kind}`)
  return bracketed(what === '' ? name : `${name}: ${what}`)
}

function bracketed(text: string): RichText {
  const inline: Inline = { type: 'text', text: `[${text}]`, marks: ['italic'] }
  return [{ type: 'paragraph', content: [inline] }]
}

function map(latitude: number, longitude: number): RichText[number] {
  const place = `${latitude}, ${longitude}`
  const url = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`
  return { type: 'paragraph', content: [{ type: 'link', url, text: place }] }
}

function before(sign: string, body: RichText): RichText {
  const [first, ...rest] = body
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', content: [{ type: 'text', text: sign }] }, ...body]
  return [{ ...first, content: [{ type: 'text', text: sign }, ...first.content] }, ...rest]
}
