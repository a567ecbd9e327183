import { z } from 'zod'
import type { Concern, Person, TeamEdited, TeamSaid } from '../../../src/core/flow.ts'
import type { RichText } from '../../../src/core/rich-text.ts'
import type { Directory } from '../api/people.ts'
import { fromBlocks, mentionedIn } from '../format/from-blocks.ts'
import { fromMrkdwn } from '../format/mrkdwn.ts'
import { type RichTextBlock, richTextBlockSchema } from '../format/rich-text.ts'
import { dateOf, makeConversation, makeMessage, makeThread, makeUser } from '../ids.ts'
import { type FileTaker, fileSchema } from './files.ts'

/** A message of Slack as far as we read it. */
export const messageSchema = z.looseObject({
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
  text: z.string().default(''),
  blocks: z.array(z.looseObject({ type: z.string() })).default([]),
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

  constructor(people: Directory, files: FileTaker, self: () => Promise<string>) {
    this.#people = people
    this.#files = files
    this.#self = self
  }

  /** Its files are fetched only when it may go to the client. */
  async said(channel: string, message: Reply, concern: Concern): Promise<TeamSaid> {
    const { body: words, intent } = intended(await this.#wordsOf(message), await this.#addressee(message))
    const mayLeave = intent === 'marked' || (intent === 'plain' && concern === 'all')
    const body = mayLeave ? [...(await this.#files.take(message.files)), ...words] : words
    return {
      from: {
        platform: 'slack',
        conversation: makeConversation(channel),
        thread: makeThread(channel, message.thread_ts),
      },
      thread: makeThread(channel, message.thread_ts),
      author: await this.#person(message.user),
      message: makeMessage(channel, message.ts),
      at: dateOf(message.ts),
      body,
      intent,
    }
  }

  async edited(channel: string, message: Reply, concern: Concern): Promise<TeamEdited> {
    const { from, author, message: id, body, intent } = await this.said(channel, message, concern)
    return { from, author, message: id, body, intent, at: dateOf(message.edited?.ts ?? message.ts) }
  }

  async #wordsOf(message: Message): Promise<RichText> {
    const blocks = richTextIn(message)
    const mentioned = blocks.length > 0 ? mentionedIn(blocks) : mentionedInText(message.text)
    const names = await this.#people.names(mentioned)
    return blocks.length > 0 ? fromBlocks(blocks, names) : fromMrkdwn(message.text, names)
  }

  /** Whom the message begins by speaking to, when that is a colleague. */
  async #addressee(message: Message): Promise<string | undefined> {
    const [first] = richTextIn(message)
    const leaf = first?.elements[0]?.type === 'rich_text_section' ? first.elements[0].elements[0] : undefined
    const id = leaf?.type === 'user' ? leaf.user_id : /^\s*<@([UW][A-Z0-9]+)/.exec(message.text)?.[1]
    return id === (await this.#self()) ? undefined : id
  }

  async #person(id: string): Promise<Person> {
    return { user: makeUser(id), name: await this.#people.userName(id) }
  }
}

function richTextIn(message: Message): RichTextBlock[] {
  return message.blocks.flatMap((block) => {
    const parsed = richTextBlockSchema.safeParse(block)
    return parsed.success ? [parsed.data] : []
  })
}

function mentionedInText(text: string): { users: string[]; channels: string[] } {
  const ids = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))]
  return { users: ids(/<@([UW][A-Z0-9]+)/g), channels: ids(/<#([CG][A-Z0-9]+)/g) }
}

/** What the author wants done with it; the mark itself is taken off. */
export function intended(body: RichText, addressee: string | undefined): Pick<TeamSaid, 'body' | 'intent'> {
  if (addressee !== undefined) return { body, intent: 'inside' }
  const start = firstText(body)
  if (start.startsWith('//')) return { body, intent: 'inside' }
  if (start.startsWith('>>')) return { body: withoutMark(body), intent: 'marked' }
  return { body, intent: 'plain' }
}

function firstText(body: RichText): string {
  const [first] = body
  if (first?.type === 'paragraph') return (first.content[0]?.text ?? '').trimStart()
  // A composer that makes quotes as one types turns `>> words` into a quote that begins with `>`.
  if (first?.type === 'quote') return `>${firstText(first.content)}`
  return ''
}

function withoutMark([first, ...rest]: RichText): RichText {
  if (first?.type === 'quote') return [...withoutSign(first.content, /^\s*>\s*/), ...rest]
  return first === undefined ? [] : [...withoutSign([first], /^\s*>>\s*/), ...rest]
}

function withoutSign([first, ...rest]: RichText, sign: RegExp): RichText {
  if (first?.type !== 'paragraph') return first === undefined ? [] : [first, ...rest]
  const [leaf, ...more] = first.content
  const content = leaf === undefined ? [] : [{ ...leaf, text: leaf.text.replace(sign, '') }, ...more]
  return [{ ...first, content: content.filter((inline) => inline.text !== '') }, ...rest]
}
