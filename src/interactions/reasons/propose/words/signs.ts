/** What a language's words tell of a message's reason. Lists as core/word-list.ts reads them. */
export type Words = {
  /** Left out of the beginning of a sentence. */
  readonly greeting: string
  readonly smalltalk: string
  /** Whatever else is said. */
  readonly complaint: string
  /** Only when nothing is asked for besides. */
  readonly displeased: string
  readonly praise: string
  /** A message of nothing else says that another has come. */
  readonly ack: string
  readonly approval: string
  /** Looks like an approval and is none. */
  readonly notApproved: string
  /** What follows an approval takes it back in part. */
  readonly but: string
  /** At the beginning of a sentence. */
  readonly asking: string
  /** At the very beginning of a sentence, where it turns the sentence into a question. */
  readonly askingVerb: string
  /** Wherever it stands. */
  readonly question: string
  /** A request to say something: a question. */
  readonly tellUs: string
  /** A request, also with a question mark. */
  readonly polite: string
  readonly request: string
  /** A request at the beginning of a sentence. */
  readonly imperative: string
  /** A request when it is nothing else. */
  readonly couldBe: string
  /** Looks like a request and is none. */
  readonly notAsked: string
  readonly invoice: string
  /** The name of a brief. */
  readonly brief: string
  /** Here it is. */
  readonly handing: string
  /** What a brief tells of; several of them make one. */
  readonly facet: string
  readonly status: string
  /** Something has been done, or will be, by whoever writes: hardly more than a guess. */
  readonly done: string
  /** May stand before the words of `asking`. */
  readonly filler: string
}

/** Emoji that are a message by themselves. */
export const SIGNS = {
  ack: /👍|👌|🙏|✅|🤝|❤|✔|🫡|💯|\+|\)\)|:\)/u,
  praise: /🔥|😍|👏|🤩|💪|🏆|🥳|🎉/u,
  smalltalk: /😂|🤣|😄|😁|😅|🎂|🎄|☀|🌞|💐|🥂/u,
  complaint: /😡|🤬|😠|👎|😤/u,
} as const
