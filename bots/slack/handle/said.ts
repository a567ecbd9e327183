import { z } from 'zod'
import type { Concern, Person, TeamEdited, TeamSaid } from '../../../src/core/flow.ts'
import type { RichText } from '../../../src/core/rich-text.ts'
import type { Directory } from '../api/people.ts'
import { fromBlocks, mentionedIn } from '../format/from-blocks.ts'
import { fromMrkdwn } from '../format/mrkdwn.ts'
import { type RichTextBlock, richTextBlockSchema } from '../format/rich-text.ts'
import { dateOf, makeConversation, makeMessage, makeThread, makeUser, parseMention } from '../ids.ts'
import { type FileTaker, fileSchema } from './files.ts'
import { firstInline, withoutSign } from './marks.ts'

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

  /** What is written in a message, whoever wrote it. */
  async wordsOf(message: Message): Promise<RichText> {
    const blocks = richTextIn(message)
    const mentioned = blocks.length > 0 ? mentionedIn(blocks) : mentionedInText(message.text)
    const names = await this.#people.names(mentioned)
    return blocks.length > 0 ? fromBlocks(blocks, names) : fromMrkdwn(message.text, names)
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
