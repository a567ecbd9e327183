/**
 * What crosses, and how well: the one table behind the warnings on a card, the table in README.md and the tests of the
 * conversions. What a side cannot write is no loss there, and has no cell.
 */
import type { FileKind } from './attachment.ts'
import { type Locale, platformOf } from './ids.ts'
import { type Block, type Inline, isCommonAddress, MARKS, type Mark, type RichText } from './rich-text.ts'

/** full: looks and works as it did · partial: what it says arrives, in another form · dropped: it does not arrive. */
export type Level = 'full' | 'partial' | 'dropped'
/** to_team: Telegram -> Slack · to_client: Slack -> Telegram. */
export type Direction = 'to_team' | 'to_client'
type Words = Readonly<Record<Locale, string>>
/** `note`: what happens, for whoever approves. */
type Crossing = { readonly level: 'full' } | { readonly level: 'partial' | 'dropped'; readonly note: Words }
type Capability = { readonly name: Words } & { readonly [D in Direction]?: Crossing }

const FULL: Crossing = { level: 'full' }
const FULL_BOTH = { to_team: FULL, to_client: FULL }
const words = (en: string, ru: string): Words => ({ en, ru })
const partial = (en: string, ru: string): Crossing => ({ level: 'partial', note: words(en, ru) })
const dropped = (en: string, ru: string): Crossing => ({ level: 'dropped', note: words(en, ru) })

const NAMED = partial('shown by name, nobody is called', 'показано имя, никого не вызывает')
const SPELLED = partial('the address is written behind the words', 'адрес написан после слов')
const ONE_QUOTE = partial('becomes a part of the outer quote', 'станет частью внешней цитаты')
const LINES = partial('becomes lines of the quote', 'станет строками цитаты')
const IN_ITEM = partial('becomes lines of the item', 'станет строками пункта')
const TOLD = partial('told in words', 'передаётся словами')
const AS_FILE = partial('sent as a picture or a file', 'придёт картинкой или файлом')

const TABLE = {
  text: { name: words('text, emoji', 'текст, эмодзи'), ...FULL_BOTH },
  bold: { name: words('bold', 'полужирный'), ...FULL_BOTH },
  italic: { name: words('italic', 'курсив'), ...FULL_BOTH },
  underline: { name: words('underline', 'подчёркнутый'), ...FULL_BOTH },
  strike: { name: words('strikethrough', 'зачёркнутый'), ...FULL_BOTH },
  code: { name: words('code in a line', 'код в строке'), ...FULL_BOTH },
  marked_code: {
    name: words('code with other formatting', 'код с другим оформлением'),
    to_team: FULL,
    to_client: partial('only one of the two remains', 'останется что-то одно'),
  },
  spoiler: {
    name: words('spoiler', 'скрытый текст'),
    to_team: dropped('the text is readable at once', 'текст виден сразу'),
    to_client: FULL,
  },
  link: { name: words('link', 'ссылка'), ...FULL_BOTH },
  contact_link: {
    name: words('link to an e-mail address or a phone', 'ссылка на почту или телефон'),
    to_team: FULL,
    to_client: SPELLED,
  },
  other_link: {
    name: words('link that is no page, e-mail address or phone', 'ссылка не на страницу, почту или телефон'),
    to_team: SPELLED,
    to_client: SPELLED,
  },
  mention: {
    name: words('mention of a person, channel, group or everybody', 'упоминание человека, канала, группы или всех'),
    to_team: NAMED,
    to_client: NAMED,
  },
  emoji: { name: words('emoji by name', 'эмодзи по имени'), ...FULL_BOTH },
  custom_emoji: {
    name: words('custom emoji (Telegram)', 'особый эмодзи (Telegram)'),
    to_team: partial('shown as an ordinary emoji', 'показан обычным эмодзи'),
    to_client: FULL,
  },
  workspace_emoji: {
    name: words("the workspace's own emoji (Slack)", 'эмодзи рабочего пространства (Slack)'),
    to_team: FULL,
    to_client: partial('shown by its name', 'показан его именем'),
  },
  date: {
    name: words('date', 'дата'),
    to_team: partial("written in Slack's way", 'записана так, как это делает Slack'),
    to_client: partial("written in Telegram's way", 'записана так, как это делает Telegram'),
  },
  color: {
    name: words('colour', 'цвет'),
    to_team: FULL,
    to_client: partial('shown as its code', 'показан его кодом'),
  },
  list: {
    name: words('list', 'список'),
    to_team: FULL,
    to_client: partial('drawn as lines with bullets or numbers', 'нарисован строками с точками или номерами'),
  },
  table: {
    name: words('pasted table (Slack)', 'вставленная таблица (Slack)'),
    to_client: partial('a line for each row', 'строка на каждый ряд'),
  },
  quote: { name: words('quote', 'цитата'), ...FULL_BOTH },
  expandable_quote: {
    name: words('folded quote', 'свёрнутая цитата'),
    to_team: partial('shown unfolded', 'показана развёрнутой'),
    to_client: FULL,
  },
  code_block: { name: words('block of code', 'блок кода'), ...FULL_BOTH },
  code_language: {
    name: words('language of a block of code', 'язык блока кода'),
    to_team: dropped('the code is not coloured', 'код не раскрашен'),
    to_client: FULL,
  },
  border: {
    name: words('line beside a list, quote or code', 'черта сбоку от списка, цитаты или кода'),
    to_team: FULL,
    to_client: dropped('no line', 'черты не будет'),
  },
  quote_in_quote: { name: words('quote in a quote', 'цитата в цитате'), to_team: ONE_QUOTE, to_client: ONE_QUOTE },
  list_in_quote: { name: words('list in a quote', 'список в цитате'), to_team: LINES, to_client: LINES },
  code_in_quote: { name: words('block of code in a quote', 'блок кода в цитате'), to_team: LINES, to_client: FULL },
  quote_in_list: { name: words('quote in a list', 'цитата в списке'), to_team: IN_ITEM, to_client: FULL },
  code_in_list: { name: words('block of code in a list', 'блок кода в списке'), to_team: IN_ITEM, to_client: FULL },
  photo: {
    name: words('photo', 'фото'),
    to_team: FULL,
    to_client: partial(
      'JPEG becomes a photo, made smaller by Telegram; other pictures stay files, unchanged',
      'JPEG станет фото, его сожмёт Telegram; другие картинки придут файлами как есть',
    ),
  },
  live_photo: {
    name: words('live photo (Telegram)', 'живое фото (Telegram)'),
    to_team: partial('the picture, without its movement', 'картинка без движения'),
  },
  album: { name: words('album', 'альбом'), ...FULL_BOTH },
  document: { name: words('document', 'документ'), ...FULL_BOTH },
  audio: { name: words('audio', 'аудио'), ...FULL_BOTH },
  video: { name: words('video', 'видео'), ...FULL_BOTH },
  voice: { name: words('voice message', 'голосовое сообщение'), to_team: FULL },
  video_note: { name: words('video message', 'видеосообщение'), to_team: FULL },
  animation: { name: words('animation', 'анимация'), ...FULL_BOTH },
  sticker: { name: words('sticker', 'стикер'), to_team: AS_FILE },
  animated_sticker: { name: words('animated sticker', 'анимированный стикер'), to_team: AS_FILE },
  video_sticker: { name: words('video sticker', 'видеостикер'), to_team: AS_FILE },
  location: { name: words('location', 'геопозиция'), to_team: TOLD },
  live_location: {
    name: words('live location', 'трансляция геопозиции'),
    to_team: partial('only the first place is told', 'передаётся только первое место'),
  },
  venue: { name: words('venue', 'место'), to_team: TOLD },
  contact: { name: words('contact', 'контакт'), to_team: TOLD },
  poll: { name: words('poll', 'опрос'), to_team: TOLD },
  dice: { name: words('dice', 'кубик'), to_team: TOLD },
  story: { name: words('story', 'история'), to_team: TOLD },
  checklist: { name: words('checklist', 'список дел'), to_team: TOLD },
  page: {
    name: words('page with a layout (Telegram)', 'страница с вёрсткой (Telegram)'),
    to_team: partial('its words and files, without the layout', 'слова и файлы без вёрстки'),
  },
  forwarded: {
    name: words('forwarded message', 'пересланное сообщение'),
    to_team: partial('its origin is named', 'назван источник'),
    to_client: partial('its origin is named', 'назван источник'),
  },
  reply: {
    name: words('reply to a message', 'ответ на сообщение'),
    to_team: partial(
      'its beginning, and whose it is, stand before the words as a quote',
      'его начало и чьё оно стоят цитатой перед словами',
    ),
  },
  reply_quote: {
    name: words('quoted part in a reply', 'выдержка в ответе'),
    to_team: partial(
      'put before the words as a quote, with whose it is',
      'стоит цитатой перед словами, сказано, чьё сообщение',
    ),
  },
  reply_elsewhere: {
    name: words('reply to a message in another chat', 'ответ на сообщение в другом чате'),
    to_team: partial(
      'its author, kind and quoted part stand before as a quote, its file beside the words',
      'автор, вид и выдержка стоят цитатой перед словами, файл приходит с ними',
    ),
  },
  reaction: {
    name: words('reaction', 'реакция'),
    to_team: partial('told in the thread', 'сообщается в обсуждении'),
    to_client: dropped('stays in Slack', 'остаётся в Slack'),
  },
  edit: { name: words('edit', 'правка'), ...FULL_BOTH },
  removal: {
    name: words('removal', 'удаление'),
    to_team: dropped('Telegram tells bots nothing of it', 'Telegram не сообщает о нём ботам'),
    to_client: FULL,
  },
  other: { name: words('anything else', 'всё остальное'), to_team: TOLD, to_client: TOLD },
} as const satisfies Record<Mark | FileKind, Capability> & Record<string, Capability>

export type ContentKind = keyof typeof TABLE
export const CAPABILITIES: Readonly<Record<ContentKind, Capability>> = TABLE

export type Loss = { readonly kind: ContentKind; readonly level: 'partial' | 'dropped'; readonly note: Words }

/** What of a text will not arrive as it is, each kind once, in the order in which it stands there. */
export function lossesOf(body: RichText, direction: Direction): readonly Loss[] {
  return [...new Set(kindsIn(body, direction))].flatMap((kind) => {
    const crossing = CAPABILITIES[kind][direction]
    return crossing === undefined || crossing.level === 'full' ? [] : [{ kind, ...crossing }]
  })
}

type Holder = 'quote' | 'list'

function kindsIn(body: RichText, direction: Direction, inside?: Holder): ContentKind[] {
  return body.flatMap((block): ContentKind[] => {
    const nested = inside === undefined ? undefined : NESTED[`${block.type}_in_${inside}`]
    const own = nested === undefined ? kindsOf(block, direction) : [...kindsOf(block, direction), nested]
    return 'border' in block && block.border === true ? [...own, 'border'] : own
  })
}

const NESTED: Readonly<Record<string, ContentKind>> = {
  quote_in_quote: 'quote_in_quote',
  list_in_quote: 'list_in_quote',
  code_in_quote: 'code_in_quote',
  quote_in_list: 'quote_in_list',
  code_in_list: 'code_in_list',
}

function kindsOf(block: Block, direction: Direction): ContentKind[] {
  switch (block.type) {
    case 'paragraph':
      return block.content.flatMap((inline) => [...marksOf(inline), ...inlineKind(inline, direction)])
    case 'list':
      return ['list', ...block.items.flatMap((item) => kindsIn(item, direction, 'list'))]
    case 'quote': {
      const kind = block.expandable === true ? 'expandable_quote' : 'quote'
      return [kind, ...kindsIn(block.content, direction, 'quote')]
    }
    case 'code':
      return block.language === undefined ? ['code_block'] : ['code_block', 'code_language']
    case 'files':
      return [...(block.files.length > 1 ? (['album'] as const) : []), ...block.files.map(fileKind)]
  }
}

function fileKind({ kind, mime }: { kind: FileKind; mime: string }): ContentKind {
  if (kind !== 'sticker' || mime === 'image/webp') return kind
  return mime.startsWith('video/') ? 'video_sticker' : 'animated_sticker'
}

function marksOf({ type, marks = [] }: Inline): ContentKind[] {
  const found = MARKS.filter((mark) => marks.includes(mark))
  const isAlone = found.length === 1 && (type === 'text' || type === 'emoji' || type === 'color')
  return found.includes('code') && !isAlone ? [...found, 'marked_code'] : found
}

function inlineKind(inline: Inline, direction: Direction): ContentKind[] {
  switch (inline.type) {
    case 'link':
      return [linkKind(inline)]
    case 'mention': {
      const there = direction === 'to_team' ? 'slack' : 'telegram'
      return inline.user !== undefined && platformOf(inline.user) === there ? [] : ['mention']
    }
    case 'emoji':
      if (inline.custom !== undefined) return ['custom_emoji']
      return [/^:.+:$/.test(inline.text) ? 'workspace_emoji' : 'emoji']
    case 'text':
    case 'date':
    case 'color':
      return [inline.type]
  }
}

function linkKind({ url, text }: Extract<Inline, { type: 'link' }>): ContentKind {
  if (!isCommonAddress(url)) return 'other_link'
  const [, scheme, address = ''] = /^(mailto|tel):(.*)$/is.exec(url) ?? []
  if (scheme === undefined) return 'link'
  const shown = scheme.toLowerCase() === 'tel' ? text.replace(/[^\d+]/g, '') : text
  return shown === address ? 'link' : 'contact_link'
}

/** The table as README.md shows it, its columns drawn even. */
export function capabilityTable(): string {
  const rows = Object.values(CAPABILITIES).map(({ name, to_team, to_client }) => [
    name.en,
    cellOf(to_team),
    cellOf(to_client),
  ])
  const all = [['', 'Telegram → Slack', 'Slack → Telegram'], ...rows]
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const lines = all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)))
  const rule = widths.map((width) => '-'.repeat(width))
  return [...lines.slice(0, 1), rule, ...lines.slice(1)].map((line) => `| ${line.join(' | ')} |`).join('\n')
}

function cellOf(crossing: Crossing | undefined): string {
  if (crossing === undefined) return '—'
  return crossing.level === 'full' ? 'full' : `${crossing.level}: ${crossing.note.en}`
}
