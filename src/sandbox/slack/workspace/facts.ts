/**
 * What happens in the sandbox's Slack, as the journal keeps it. A fact holds everything that was decided when it happened
 * (times, ids), so that replaying the journal makes no choice again.
 */
export type Json = Record<string, unknown>
export type Metadata = { readonly event_type: string; readonly event_payload: Json }

export type Reaction = { readonly name: string; readonly users: readonly string[] }

/** A file on a message. One that was deleted stays there as a tombstone. */
export type FileRef = { readonly id: string; readonly deleted?: true }

/** A file of the workspace. Its bytes are in the kernel's store. */
export type StoredFile = {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly user: string
  /** Unix seconds. */
  readonly created: number
  readonly size: number
  readonly mode: 'hosted' | 'snippet' | 'external' | 'quip'
  readonly mimetype: string
  readonly filetype: string
  readonly prettyType: string
  /**
   * An app's file is awaited at its upload address, then uploaded, then completed: promised to be shared, its kind not
   * known yet. Ready is what everybody sees.
   */
  readonly stage: 'awaited' | 'uploaded' | 'completed' | 'ready' | 'deleted'
  /** Absent as long as nothing is uploaded, and of what lies elsewhere. */
  readonly sha256?: string
  /** What the upload address ends with; whoever has it may upload. */
  readonly uploadKey?: string
  readonly preview?: string
  readonly altText?: string
  /** Where it lies, when that is not here. */
  readonly address?: string
  /** It came over Slack Connect: events tell its id only, and `files.info` the rest. */
  readonly access?: 'check_file_info'
}

/** What `files.completeUploadExternal` has promised. Without a channel the files stay the app's own. */
export type Share = {
  readonly id: string
  readonly files: readonly string[]
  readonly text: string
  readonly blocks: readonly Json[]
  readonly channel?: string
  readonly threadTs?: string
}

export type Message = {
  readonly ts: string
  /** U...; of the bot's messages its own user. */
  readonly user: string
  readonly text: string
  readonly blocks: readonly Json[]
  /** What stands beside the words: a table that was pasted, a message that was passed on. */
  readonly attachments?: readonly Json[]
  readonly files?: readonly FileRef[]
  readonly reactions: readonly Reaction[]
  readonly broadcast: boolean
  readonly threadTs?: string
  readonly clientMsgId?: string
  readonly username?: string
  readonly icon?: string
  readonly metadata?: Metadata
  readonly edited?: { readonly user: string; readonly ts: string }
  readonly ephemeralFor?: string
  /** A deleted message that still heads a thread. */
  readonly tombstone?: boolean
}

export type EnvelopeType = 'events_api' | 'interactive' | 'slash_commands'

/** What the app's answer to an envelope acts on: the person who waits for it, and where. */
export type Waiting = {
  readonly user: string
  readonly channel?: string
  readonly viewId?: string
  /** Nobody looks at a failure: a modal that was closed. */
  readonly silent?: boolean
}

/** One thing the app is to be told, until it has acknowledged it. */
export type Envelope = {
  readonly id: string
  readonly type: EnvelopeType
  readonly payload: Json
  readonly attempt: number
  readonly reason: string
  readonly waiting?: Waiting
}

export type Trigger = {
  readonly id: string
  readonly user: string
  readonly expiresAt: number
  /** The modal it was clicked in: what `views.push` goes on top of. */
  readonly viewId?: string
}

export type ResponseUrl = {
  readonly id: string
  readonly user: string
  readonly channel: string
  readonly expiresAt: number
  /** The message whose button was clicked: what `replace_original` and `delete_original` mean. */
  readonly ts?: string
}

/** A modal or a home tab. `content` is the view as the app sent it, block ids filled in. */
export type OpenView = {
  readonly id: string
  readonly user: string
  readonly content: Json
  readonly hash: string
  readonly rootId: string
  readonly previousId?: string
  readonly errors: Readonly<Record<string, string>>
  /** What was filled in when it was last submitted. */
  readonly values: Json
}

export type Fact =
  | { readonly type: 'posted'; readonly channel: string; readonly message: Message }
  | { readonly type: 'replaced'; readonly channel: string; readonly message: Message }
  | { readonly type: 'removed'; readonly channel: string; readonly ts: string }
  | { readonly type: 'file'; readonly file: StoredFile }
  | { readonly type: 'share-queued'; readonly share: Share }
  | { readonly type: 'share-done'; readonly share: string }
  | { readonly type: 'joined' | 'left'; readonly channel: string; readonly user: string }
  | { readonly type: 'archived'; readonly channel: string; readonly archived: boolean }
  | { readonly type: 'queued'; readonly envelope: Envelope }
  | { readonly type: 'settled'; readonly envelope: string }
  | { readonly type: 'trigger'; readonly trigger: Trigger }
  | { readonly type: 'trigger-used'; readonly trigger: string }
  | { readonly type: 'response-url'; readonly url: ResponseUrl }
  | { readonly type: 'response-url-used'; readonly url: string }
  | { readonly type: 'view'; readonly view: OpenView }
  | { readonly type: 'view-closed'; readonly view: string }
  | { readonly type: 'home'; readonly view: OpenView }
  | { readonly type: 'request-url'; readonly url: string | null }
