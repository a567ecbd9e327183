/**
 * The one rich-text tree in the middle: Telegram entities and Slack rich_text are read into it and written from it, so that
 * no side's markup ever meets the other's and no character of a person's text can act as markup.
 */
import { z } from 'zod'
import { type Attachment, attachmentSchema } from './attachment.ts'

export const MARKS = ['bold', 'italic', 'underline', 'strike', 'spoiler', 'code'] as const
export type Mark = (typeof MARKS)[number]

const marks = z.array(z.enum(MARKS)).readonly().optional()
/**
 * Text may hold line breaks, and is always what is shown where a platform has no such element. What only one platform
 * knows is kept for the way back to it: a mention's `user` is an id that this platform alone mints and parses, so that
 * nobody on the other side can be called by it.
 */
const inlineSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string(), marks }),
  /** `unsafe`: Slack's own mark for an address it does not trust. */
  z.object({ type: z.literal('link'), url: z.string(), text: z.string(), unsafe: z.boolean().optional(), marks }),
  /** Of a person, or of a group, channel, workspace or everybody in Slack. */
  z.object({ type: z.literal('mention'), user: z.string().optional(), text: z.string(), marks }),
  /** `name`: Slack's, with its skin tone; `custom`: the number of Telegram's; `url`: the picture of a workspace's own. */
  z.object({
    type: z.literal('emoji'),
    name: z.string().optional(),
    custom: z.string().optional(),
    url: z.string().optional(),
    text: z.string(),
    marks,
  }),
  /** `at`: seconds since 1970. `format`: how its own platform writes it: `{date_short}` is Slack's, `Dt` Telegram's. */
  z.object({
    type: z.literal('date'),
    at: z.number(),
    format: z.string().optional(),
    url: z.string().optional(),
    text: z.string(),
    marks,
  }),
  /** A sample of a colour; its text is `#rrggbb`. */
  z.object({ type: z.literal('color'), text: z.string(), marks }),
])
export type Inline = z.infer<typeof inlineSchema>

/** `border`: a line beside it, in Slack. */
type Bordered = { readonly border?: boolean | undefined }

export type Block =
  /** Without content: an empty line between two blocks. */
  | { readonly type: 'paragraph'; readonly content: readonly Inline[] }
  /** An item that is nothing but a list is a level that was skipped: it has no bullet of its own. */
  | ({
      readonly type: 'list'
      readonly ordered: boolean
      readonly start?: number | undefined
      readonly items: readonly (readonly Block[])[]
    } & Bordered)
  /** `expandable`: shown folded, in Telegram. */
  | ({
      readonly type: 'quote'
      readonly content: readonly Block[]
      readonly expandable?: boolean | undefined
    } & Bordered)
  | ({ readonly type: 'code'; readonly text: string; readonly language?: string | undefined } & Bordered)
  /** Files that were sent together: an album is one block, `album` its platform's name. Only at the top level. */
  | { readonly type: 'files'; readonly files: readonly Attachment[]; readonly album?: string | undefined }
export type RichText = readonly Block[]

const border = z.boolean().optional()
const blockSchema: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('paragraph'), content: z.array(inlineSchema) }),
    z.object({
      type: z.literal('list'),
      ordered: z.boolean(),
      start: z.number().int().optional(),
      items: z.array(z.array(blockSchema)),
      border,
    }),
    z.object({
      type: z.literal('quote'),
      content: z.array(blockSchema),
      expandable: z.boolean().optional(),
      border,
    }),
    z.object({ type: z.literal('code'), text: z.string(), language: z.string().optional(), border }),
    z.object({ type: z.literal('files'), files: z.array(attachmentSchema).readonly(), album: z.string().optional() }),
  ]),
)
export const richTextSchema: z.ZodType<RichText> = z.array(blockSchema)

/**
 * Addresses that cross: what a click opens is a page, a letter or a call, on either side. The platforms' own
 * (`tg://user?id=1`, `slack://channel?id=C1`) would open or call something there: they are shown as words.
 */
export function isCommonAddress(url: string): boolean {
  return /^(https?:\/\/|mailto:|tel:)/i.test(url) && URL.canParse(url)
}

/** Plain text as a tree: one paragraph, line breaks kept. */
export function plain(text: string): RichText {
  return text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text }] }]
}

/** The tree as plain text, for search, logs, hashes of meaning and notifications; never parsed again. */
export function toPlain(body: RichText): string {
  return body.map(blockToPlain).join('\n')
}

function blockToPlain(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return block.content.map((inline) => inline.text).join('')
    case 'list':
      return block.items.map((item, i) => itemToPlain(block, item, i)).join('\n')
    case 'quote':
      return toPlain(block.content)
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n')
    case 'code':
      return block.text
    case 'files':
      return block.files.map((file) => `[${file.name}]`).join('\n')
  }
}

function itemToPlain(list: Extract<Block, { type: 'list' }>, item: readonly Block[], i: number): string {
  const bullet = list.ordered ? `${(list.start ?? 1) + i}.` : '•'
  return `${item[0]?.type === 'list' ? '  ' : bullet} ${indent(toPlain(item))}`
}

function indent(text: string): string {
  return text.replaceAll('\n', '\n   ')
}

/** As plain text, with what formatting hides said, too: where a link leads, which moment a date is. For comparing meaning. */
export function toStated(body: RichText): string {
  return toPlain(body.map(stated))
}

function stated(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
      return { ...block, content: block.content.map(statedInline) }
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(stated)) }
    case 'quote':
      return { ...block, content: block.content.map(stated) }
    case 'code':
    case 'files':
      return block
  }
}

function statedInline(inline: Inline): Inline {
  if (inline.type === 'date')
    return { ...inline, text: `${inline.text} (${new Date(inline.at * 1_000).toISOString()})` }
  if (inline.type !== 'link') return inline
  const address = inline.url.replace(/^(https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '')
  return inline.text.includes(address) ? inline : { ...inline, text: `${inline.text} ${inline.url}` }
}

/** True when nothing would be seen: no letter, no digit, no sign, no emoji. */
export function isBlank(body: RichText): boolean {
  return !/[^\s\p{Cf}\p{Zs}\p{Default_Ignorable_Code_Point}\u2800]/u.test(toPlain(body))
}

/** Several messages as one, in order, each beginning on its own line; the pictures of one album stand together. */
export function join(bodies: readonly RichText[]): RichText {
  const joined: Block[] = []
  for (const block of saidOnce(bodies).flat()) {
    const i = block.type === 'files' ? albumIn(joined, block.album) : -1
    const before = joined[i]
    if (block.type === 'files' && before?.type === 'files')
      joined[i] = { ...before, files: [...before.files, ...block.files] }
    else joined.push(block)
  }
  return joined
}

/** Where an album comes from is said with each of its pictures: once is enough. */
function saidOnce(bodies: readonly RichText[]): readonly RichText[] {
  const heads = new Map<string, string>()
  return bodies.map((body) => {
    const at = body.findIndex((block) => block.type === 'files')
    const files = body[at]
    if (files?.type !== 'files' || files.album === undefined) return body
    const head = JSON.stringify(body.slice(0, at))
    const known = heads.get(files.album)
    if (known === undefined) heads.set(files.album, head)
    return known === head ? body.slice(at) : body
  })
}

function albumIn(blocks: readonly Block[], album: string | undefined): number {
  return album === undefined ? -1 : blocks.findIndex((block) => block.type === 'files' && block.album === album)
}

/** The first `length` characters of the plain text, cut at a grapheme with an ellipsis: for previews only. */
export function preview(body: RichText, length: number): string {
  const text = toPlain(body).replace(/\s+/g, ' ').trim()
  if (text.length <= length) return text
  let cut = ''
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    if (cut.length + segment.length > length - 1) break
    cut += segment
  }
  return `${cut}…`
}

/** The words in order, of whatever block: not those of code. */
export function inlinesIn(body: RichText): Inline[] {
  return body.flatMap(inlinesOf)
}

function inlinesOf(block: Block): Inline[] {
  switch (block.type) {
    case 'paragraph':
      return [...block.content]
    case 'quote':
      return inlinesIn(block.content)
    case 'list':
      return block.items.flatMap(inlinesIn)
    case 'code':
    case 'files':
      return []
  }
}

/** The files in it, in order. */
export function filesIn(body: RichText): Attachment[] {
  return body.flatMap((block) => (block.type === 'files' ? block.files : []))
}

/** The words in it, without the files. */
export function wordsIn(body: RichText): RichText {
  return body.filter((block) => block.type !== 'files')
}

/** Files, and the words that follow them up to the next files; the words before the first files stand alone. */
export type Segment = { readonly files: readonly Attachment[]; readonly words: RichText }

/** How a message is laid out where files and words cannot be mixed at will. */
export function segmentsOf(body: RichText): Segment[] {
  const segments: { files: Attachment[]; words: Block[] }[] = []
  for (const block of body) {
    const last = segments.at(-1)
    if (block.type !== 'files') {
      if (last) last.words.push(block)
      else segments.push({ files: [], words: [block] })
    } else if (last && last.words.length === 0) last.files.push(...block.files)
    else segments.push({ files: [...block.files], words: [] })
  }
  return segments
}

/** The names of files whose platform does not hand them over for their size. */
export function tooBig(body: RichText): string[] {
  return filesIn(body).flatMap((file) => (file.missing === 'too_big' ? [file.name] : []))
}
