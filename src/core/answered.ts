/**
 * What a client's message answers. It is kept beside their words and is never among them: nobody says it now, so nothing that
 * reads what a client says (rules, reasons, the guard, the score) sees it. It is shown before them, as a quote.
 */
import { z } from 'zod'
import { digest } from './hash.ts'
import type { Locale, RemoteMessage, RemoteUser } from './ids.ts'
import { type Block, isBlank, type RichText, richTextSchema } from './rich-text.ts'
import { answeredWords } from './words.ts'

/**
 * self: they said it themselves · client: somebody else on their side · agency: we · other: somebody else there, or nobody
 * knows · elsewhere: it stands in another chat.
 */
export const ANSWERED_BY = ['self', 'client', 'agency', 'other', 'elsewhere'] as const

export const answeredSchema = z.object({
  message: z.string().optional(),
  by: z.enum(ANSWERED_BY),
  who: z.object({ user: z.string().optional(), name: z.string() }).optional(),
  /** The person picked these words out of it; else it is all of it. */
  part: z.boolean(),
  /** As they saw it; what is no words is named in words. */
  body: richTextSchema,
})
export type Answered = z.infer<typeof answeredSchema>

/** What a bot can tell of it. `us`: the bot itself sent it. */
export type AnsweredThere = {
  readonly message?: RemoteMessage | undefined
  readonly by: 'us' | 'person' | 'other' | 'elsewhere'
  readonly who?: { readonly user?: RemoteUser | undefined; readonly name: string } | undefined
  readonly part: boolean
  readonly body: RichText
}

/** A quote that stands before the block `at` of some words. */
export const quotedSchema = z.object({ at: z.number().int(), body: richTextSchema })
export const quotesSchema = z.array(quotedSchema)
export type Quoted = z.infer<typeof quotedSchema>

/** With what it answers, each in its place: for whoever reads it, never for what looks at the words. */
export function withQuotes(body: RichText, quotes: readonly Quoted[] = []): RichText {
  const where = (isThere: (at: number) => boolean) => quotes.flatMap((quote) => (isThere(quote.at) ? quote.body : []))
  const placed = body.flatMap((block, i) => [...where((at) => at === i), block])
  return [...placed, ...where((at) => at >= body.length)]
}

/** Of words with what they answer: nothing of either may be another when it leaves. */
export function digestWith(quotes: readonly Quoted[] = [], body: RichText): string {
  return digest(quotes.length === 0 ? body : { body, quotes })
}

/** As a quote, with whom it is from in words. `who`: as the reader may know them; `body`: as much of it as is shown. */
export function quoteOf(
  { by, part }: Pick<Answered, 'by' | 'part'>,
  { who, body, locale }: { readonly who: string | undefined; readonly body: RichText; readonly locale: Locale },
): RichText {
  const said = isBlank(body) ? [] : body
  const text = `${answeredWords(locale, { by, part, who })}${said.length === 0 ? '' : ':'}`
  const head: Block = { type: 'paragraph', content: [{ type: 'text', text, marks: ['italic'] }] }
  return [{ type: 'quote', content: [head, ...said] }]
}
