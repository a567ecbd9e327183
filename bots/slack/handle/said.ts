import { z } from 'zod'
import type { Concern, Person, TeamEdited, TeamSaid } from '../../../src/core/flow.ts'
import type { Locale, RemoteUser } from '../../../src/core/ids.ts'
import { plain, type RichText } from '../../../src/core/rich-text.ts'
import type { Directory } from '../api/people.ts'
import { fromBlocks, mentionedIn } from '../format/from-blocks.ts'
import type { Names } from '../format/leaves.ts'
import { fromMrkdwn } from '../format/mrkdwn.ts'
import { type RichTextBlock, richTextBlockSchema } from '../format/rich-text.ts'
import { fromTable, richCellsOf, type Table, tableSchema } from '../format/table.ts'
import { dateOf, makeConversation, makeMessage, makeThread, makeUser, parseMention } from '../ids.ts'
import { say } from '../text.ts'
import { type FileTaker, fileSchema } from './files.ts'
import { firstInline, withoutSign } from './marks.ts'

const blockSchema = z.looseObject({ type: z.string() })

/**
 * What stands beside the words: a table that was pasted, a message that was passed on, or what Slack shows of a link, which
 * is in the words already.
 */
const besideSchema = z.looseObject({
  blocks: z.array(blockSchema).nullish(),
  is_share: z.boolean().nullish(),
  author_name: z.string().nullish(),
  text: z.string().nullish(),
  files: z.array(fileSchema).nullish(),
  from_url: z.string().nullish(),
  original_url: z.string().nullish(),
  app_unfurl_url: z.string().nullish(),
})
type Beside = z.infer<typeof besideSchema>

/** A message of Slack as far as we read it. */
export const messageSchema = z.looseObject({
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
  text: z.string().default(''),
  blocks: z.array(blockSchema).default([]),
  /** Whatever it is, the words beside it must be heard. */
  attachments: z.array(besideSchema.catch({})).catch([]),
  files: z.array(fileSchema).default([]),
  edited: z.looseObject({ ts: z.string() }).optional(),
})
export type Message = z.infer<typeof messageSchema>

/** Subtypes that are a person's words all the same. */
const WORDS = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message'])

/** A person's message inside a thread; everything else in Slack is not for us. */
export type Reply = Message & { readonly user: string; readonly thread_ts: string }

export function isReply(message: Message): message is Reply {
  return (
    WORDS.has(message.subtype) &&
    message.bot_id === undefined &&
    message.user !== undefined &&
    message.thread_ts !== undefined &&
    message.thread_ts !== message.ts
  )
}

export class Reader {
  readonly #people: Directory
  readonly #files: FileTaker
  readonly #self: () => Promise<string>
  readonly #localeOf: (user: RemoteUser) => Promise<Locale>

  constructor(
    people: Directory,
    files: FileTaker,
    self: () => Promise<string>,
    localeOf: (user: RemoteUser) => Promise<Locale>,
  ) {
    this.#people = people
    this.#files = files
    this.#self = self
    this.#localeOf = localeOf
  }

  /** Its files are fetched only when it may go to the client. */
  async said(channel: string, message: Reply, concern: Concern): Promise<TeamSaid> {
    const read = intended(await this.wordsOf(message), await this.#self())
    const mayLeave = read.intent === 'marked' || (read.intent === 'plain' && concern === 'all')
    return this.#asSaid(channel, message, { ...read, files: mayLeave ? message.files : [] })
  }

  /** Somebody has picked it for the client ("Send to client"): all of it, whatever it was marked as when it was written. */
  async picked(channel: string, message: Reply): Promise<TeamSaid> {
    const words = await this.wordsOf(message)
    const body = withoutSign(words, 'inside') ?? withoutSign(words, 'marked') ?? words
    return this.#asSaid(channel, message, { body, intent: 'marked', files: message.files })
  }

  async edited(channel: string, message: Reply, concern: Concern): Promise<TeamEdited> {
    const { from, author, message: id, body, intent } = await this.said(channel, message, concern)
    return { from, author, message: id, body, intent, at: dateOf(message.edited?.ts ?? message.ts) }
  }

  async #asSaid(
    channel: string,
    message: Reply,
    { body, intent, files }: Pick<TeamSaid, 'body' | 'intent'> & Pick<Message, 'files'>,
  ): Promise<TeamSaid> {
    const thread = makeThread(channel, message.thread_ts)
    return {
      from: { platform: 'slack', conversation: makeConversation(channel), thread },
      thread,
      author: await this.#person(message.user),
      message: makeMessage(channel, message.ts),
      at: dateOf(message.ts),
      body: [...(await this.#files.take(files)), ...body],
      intent,
    }
  }

  /** What is written in a message, whoever wrote it; what cannot be read is named. */
  async wordsOf(message: Message): Promise<RichText> {
    const { rich, tables, shared, unread } = partsOf(message)
    const mentioned = together(
      mentionedIn([...(rich ?? []), ...tables.flatMap(richCellsOf)]),
      mentionedInText([...(rich ? [] : [message.text]), ...shared.map(({ text }) => text ?? '')].join(' ')),
    )
    const names = await this.#people.names(mentioned)
    const words = rich ? fromBlocks(rich, names) : fromMrkdwn(message.text, names)
    const locale = shared.length > 0 || unread ? await this.#localeFor(message) : 'en'
    return [
      ...words,
      ...tables.map((table) => fromTable(table, names)),
      ...shared.flatMap((one) => sharedIn(one, names, locale)),
      ...(unread ? named(say(locale, 'kind-other')) : []),
    ]
  }

  #localeFor({ user }: Message): Promise<Locale> | Locale {
    return user === undefined ? 'en' : this.#localeOf(makeUser(user))
  }

  async #person(id: string): Promise<Person> {
    return { user: makeUser(id), name: await this.#people.userName(id) }
  }
}

type Parts = {
  /** Undefined when the words are to be read from `text`. */
  readonly rich: readonly RichTextBlock[] | undefined
  readonly tables: readonly Table[]
  readonly shared: readonly Beside[]
  /** There is something that this program cannot read. */
  readonly unread: boolean
}

function partsOf(message: Message): Parts {
  const beside = message.attachments.filter((one) => !isOfLink(one))
  const blocks = [...message.blocks, ...beside.flatMap((one) => (one.is_share ? [] : (one.blocks ?? [])))]
  const texts = message.blocks.filter(({ type }) => type === 'rich_text')
  const read = texts.flatMap((block) => richTextBlockSchema.safeParse(block).data ?? [])
  const tables = blocks.flatMap((block) => tableSchema.safeParse(block).data ?? [])
  // Of what has an element that is not known here, the words are in `text` too.
  const rich = texts.length > 0 && read.length === texts.length ? read : undefined
  const others = blocks.filter(({ type }) => type !== 'rich_text').length - tables.length
  const isTold = rich === undefined && message.text.trim() !== ''
  const isLost = rich === undefined && texts.length > 0 && !isTold
  const shared = beside.filter((one) => one.is_share)
  const isEmpty = (one: Beside) => !one.is_share && !one.blocks?.length
  return { rich, tables, shared, unread: (others > 0 && !isTold) || isLost || beside.some(isEmpty) }
}

function isOfLink({ is_share: isShare, ...one }: Beside): boolean {
  return !isShare && [one.from_url, one.original_url, one.app_unfurl_url].some(Boolean)
}

/** A message that somebody passed on: who said it, and what. */
function sharedIn(one: Beside, names: Names, locale: Locale): RichText {
  const files = (one.files ?? []).flatMap(({ name, title }) => named(name || title || say(locale, 'kind-other')))
  const words = fromMrkdwn(one.text ?? '', names)
  return [
    ...named(`${say(locale, 'kind-forwarded')}: ${one.author_name || '?'}`),
    ...(words.length === 0 ? [] : [{ type: 'quote' as const, content: words }]),
    ...files,
  ]
}

function named(what: string): RichText {
  return plain(`[${what}]`)
}

type Mentioned = ReturnType<typeof mentionedIn>

function together(a: Mentioned, b: Mentioned): Mentioned {
  return { users: [...new Set([...a.users, ...b.users])], channels: [...new Set([...a.channels, ...b.channels])] }
}

function mentionedInText(text: string): { users: string[]; channels: string[] } {
  const ids = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))]
  return { users: ids(/<@([UW][A-Z0-9]+)/g), channels: ids(/<#([CG][A-Z0-9]+)/g) }
}

/** What the author wants done with it; the mark itself is taken off. */
export function intended(body: RichText, self: string): Pick<TeamSaid, 'body' | 'intent'> {
  if (speaksToColleague(body, self) || withoutSign(body, 'inside') !== undefined) return { body, intent: 'inside' }
  const marked = withoutSign(body, 'marked')
  return marked === undefined ? { body, intent: 'plain' } : { body: marked, intent: 'marked' }
}

/** Whether the message begins by speaking to a person of the workspace; we are none. */
function speaksToColleague(body: RichText, self: string): boolean {
  const first = firstInline(body)
  const mention = first?.type === 'mention' && first.user !== undefined ? parseMention(first.user) : undefined
  return mention?.kind === 'user' && mention.id !== self
}
