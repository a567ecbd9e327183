/** The port in: what a bot may ask of Liaison. Commands and views; no tables. */
import type { Alerts } from './alerts.ts'
import type { AnsweredThere, Quoted } from './answered.ts'
import type { Card } from './card.ts'
import type { Clients } from './clients.ts'
import type { ContactLog } from './contacts/log.ts'
import type { Cover } from './cover.ts'
import type { IncomingFile, KeptFile } from './files.ts'
import type { FindingInWords } from './guard.ts'
import type {
  Address,
  Locale,
  Platform,
  RelayId,
  RemoteConversation,
  RemoteMessage,
  RemoteThread,
  RemoteUser,
} from './ids.ts'
import type { Leads } from './leads.ts'
import type { Reasons } from './reasons.ts'
import type { Refusal, RefusalChoice } from './refusal.ts'
import type { ActKind, Direction, MoreAct, RelayStatus } from './relay.ts'
import type { RichText } from './rich-text.ts'
import type { Piece } from './sender.ts'
import type { NotifyLevel, QuietHours } from './sla.ts'
import type { Canned } from './template.ts'
import type { When, WhenChoice } from './when.ts'

/** A platform event as it came, before anybody has read it. `lane`: events of one lane are handled in the order received. */
export type RawEvent = {
  readonly platform: Platform
  /** The platform's own id of the event (update_id, event_id, envelope id): the same event twice is stored once. */
  readonly eventId: string
  readonly lane: string
  readonly body: unknown
}

/** What a bot gives main to run. */
export interface Bot {
  readonly platform: Platform
  /** Handles a stored event; called again when it threw. What it answers goes back in the platform's acknowledgement. */
  handle(body: unknown): Promise<unknown>
  /** Something has changed somewhere: what the bot keeps before people's eyes may be out of date. Costs nothing. Absent: it keeps nothing so. */
  changed?(): void
  /** Brings that up to date, as fast as its platform lets it. */
  keepUp?(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

export type Person = {
  readonly user: RemoteUser
  readonly name: string
  readonly handle?: string | undefined
  readonly language?: string | undefined
}

/** Something a person said on the clients' platform. */
export type ClientSaid = {
  readonly from: Address
  readonly place: { readonly kind: 'private' } | { readonly kind: 'group'; readonly title: string }
  readonly author: Person
  readonly message: RemoteMessage
  readonly replyTo?: RemoteMessage | undefined
  /** What it answers, as the person saw it. */
  readonly answers?: AnsweredThere | undefined
  readonly at: Date
  readonly body: RichText
  /** The album that the message is a part of: all of it is one matter, whenever its parts arrive. */
  readonly album?: string | undefined
}
export type ClientEdited = Pick<ClientSaid, 'from' | 'author' | 'message' | 'body' | 'at'>

/** A person put signs under a message, or took them back: `signs` are those that stand there now. */
export type ClientReacted = {
  readonly author: Person
  readonly message: RemoteMessage
  readonly signs: readonly string[]
  readonly at: Date
}

/** Something a person said in a thread on the team's platform. */
export type TeamSaid = {
  readonly from: Address
  readonly thread: RemoteThread
  readonly author: Person
  readonly message: RemoteMessage
  readonly at: Date
  readonly body: RichText
  /** inside: `//` or a teammate mentioned first · marked: `>>` or "Send to client" · plain: neither. */
  readonly intent: 'inside' | 'marked' | 'plain'
}
export type TeamEdited = Pick<TeamSaid, 'from' | 'author' | 'message' | 'body' | 'at' | 'intent'>

/** Whether a message of the team will go to the client's side of the queue. `not_here`: the thread is no request of ours. */
export type TeamSaidResult = 'relayed' | 'inside' | 'not_here'

/** What of a message is ours: nothing · only when it is marked for the client · unless it stays inside. */
export type Concern = 'none' | 'marked' | 'all'

export type Decision = {
  readonly relay: RelayId
  /** The revision of the card that was in front of the person who decides. */
  readonly revision: number
  /** What the card showed of what the client has said since (`Card.look`). */
  readonly look: number
  readonly by: RemoteUser
  readonly act:
    | { readonly kind: 'approve' }
    /** `confirmed`: ids of the guard's findings of which the person has said, one by one, that they are meant. */
    | { readonly kind: 'edit'; readonly body: RichText; readonly confirmed?: readonly string[] }
    | { readonly kind: 'return'; readonly reason: string }
    | { readonly kind: 'reject'; readonly reason: string }
    | { readonly kind: 'answer'; readonly body: RichText }
    /** The decision is taken back, when nothing of it has left. */
    | { readonly kind: 'undo' }
    /** Out of the queue until then. */
    | { readonly kind: 'snooze'; readonly when: When }
    | { readonly kind: 'wake' }
    /** Approved, as `edit` approves, and sent then. */
    | {
        readonly kind: 'schedule'
        readonly body: RichText
        readonly confirmed?: readonly string[]
        readonly when: When
      }
    | { readonly kind: 'unschedule' }
    /** The parts named by their ids stay; the others become a relay of their own, which waits. */
    | { readonly kind: 'split'; readonly parts: readonly string[]; readonly next: 'wait' | 'approve' }
    | { readonly kind: 'merge'; readonly with: RelayId }
    /** What has arrived at the client is taken away again. */
    | { readonly kind: 'recall' }
    /** The wording is kept, and nothing is sent. */
    | { readonly kind: 'draft'; readonly body: RichText }
    /** The author is asked whether this wording still says what they meant. */
    | { readonly kind: 'ask'; readonly body: RichText }
    /** `version`: the draft that the card showed. */
    | { readonly kind: 'approve_draft'; readonly version: string }
}

export type Verdict =
  | { readonly kind: 'done'; readonly card: Card }
  /** Somebody was first: who, when and how stands in the card. */
  | { readonly kind: 'already'; readonly card: Card }
  /** The original has changed since, or the client has written: what is new stands in the card. */
  | { readonly kind: 'stale'; readonly card: Card }
  /** The new words change what was said: each `block` among the findings must be confirmed before they leave. */
  | { readonly kind: 'unconfirmed'; readonly card: Card; readonly findings: readonly FindingInWords[] }
  | { readonly kind: 'forbidden'; readonly locale: Locale }
  | { readonly kind: 'unknown'; readonly locale: Locale }
  /** What was given cannot be done: the words are empty, too long for the other side, no project is chosen, or a rule asks for others. */
  | {
      readonly kind: 'invalid'
      readonly why:
        | 'empty'
        | 'too_long'
        | 'no_project'
        | 'no_reason'
        | 'not_offered'
        /** Something of the decision has left. */
        | 'too_late'
        /** The time has passed, or is more than a year away. */
        | 'not_future'
        /** Some of the parts must be chosen, and not all. */
        | 'choose_some'
        | 'not_delivered'
        | 'already_recalled'
        /** The author cannot be reached where they wrote. */
        | 'nobody_to_ask'
        | 'needs_lead'
        | 'needs_second'
        /** It cannot be done in one step: a rule asks for somebody else's approval besides. */
        | 'needs_others'
        /** Amounts of money were hidden from whoever wrote: one is missing, or nobody can tell which is meant. */
        | 'amount_lost'
        /** Files are not shown to this person, and nobody approves what they cannot see. */
        | 'files_withheld'
        | 'amount_changed'
      readonly card: Card
    }

/** What a dialogue for an act shows: the card, in the language of the person who opened it. */
export type Dialog =
  | { readonly kind: 'open'; readonly act: ActKind; readonly card: Card }
  | Extract<Verdict, { kind: 'already' | 'forbidden' | 'unknown' }>

/** The messages in which the other side would get the words now waiting, as it would see them. */
export type Preview =
  | { readonly kind: 'open'; readonly card: Card; readonly pieces: readonly Piece[] }
  | Extract<Verdict, { kind: 'forbidden' | 'unknown' }>

/** Words in a dialogue that was not sent off yet, and what would become of them there. */
export type Typing = {
  readonly relay: RelayId
  readonly by: RemoteUser
  readonly as: 'edit' | 'answer' | 'refuse'
  readonly body: RichText
}

/** The messages that would come of what is typed, and what the guard would say when it is sent off. */
export type TypedPreview =
  | {
      readonly kind: 'open'
      readonly card: Card
      readonly direction: Direction
      /** As it would leave: `pieces` before they are cut. */
      readonly body: RichText
      readonly pieces: readonly Piece[]
      readonly findings: readonly FindingInWords[]
    }
  | Extract<Verdict, { kind: 'already' | 'invalid' | 'forbidden' | 'unknown' }>

/** A card as it is now, for what is asked of it besides the dialogues of its buttons. */
export type Look = { readonly kind: 'open'; readonly card: Card } | Extract<Verdict, { kind: 'forbidden' | 'unknown' }>

/** What the dialogue "Refuse" shows: the templates that fit the choice, and the words of the chosen one; empty: none fits. */
export type RefusalKit =
  | {
      readonly kind: 'open'
      readonly card: Card
      readonly choice: RefusalChoice
      readonly templates: readonly { readonly id: string; readonly title: string }[]
      readonly words: string
    }
  | Extract<Verdict, { kind: 'already' | 'forbidden' | 'unknown' }>

/** The agency's answers that are used again, for a person who reads `locale`. */
export type CannedList = {
  readonly locale: Locale
  /** As many as a choice takes. */
  readonly canned: readonly Canned[]
  /** How many there are with what was looked for. */
  readonly found: number
  /** Whether there is one at all. */
  readonly isAny: boolean
}

export type CannedSaved =
  | { readonly kind: 'saved' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'unknown_variables'; readonly names: readonly string[] }
  | { readonly kind: 'invalid'; readonly why: 'no_title' | 'no_body' | 'long' }
/** What a dialogue shows of a relay besides its card. */
export type Choices =
  | {
      readonly kind: 'open'
      readonly card: Card
      /** What of it can go by itself: a message, or an album. `id` of its first part. */
      readonly parts: readonly { readonly id: string; readonly at: string; readonly text: string }[]
      /** What else of the same author waits in this request. */
      readonly others: readonly { readonly relay: RelayId; readonly number: number; readonly text: string }[]
      /** Until when it can be held, of the usual times. */
      readonly until: readonly WhenChoice[]
      /** What a recall would do: the messages go, or the client is told in words; absent: nothing stands there. */
      readonly recall?: 'removes' | 'tells' | undefined
    }
  | Extract<Verdict, { kind: 'forbidden' | 'unknown' }>

/** The author says whether the manager's wording still says what they meant. */
export type AuthorAnswer = {
  readonly relay: RelayId
  /** The draft they were asked about. */
  readonly version: string
  readonly by: RemoteUser
  readonly agrees: boolean
  /** What is wrong with it. */
  readonly note?: string | undefined
}
/** over: it has been decided, or the words have changed, or they had answered · forbidden: somebody else was asked. */
export type AuthorVerdict = {
  readonly kind: 'done' | 'over' | 'forbidden' | 'no_reason'
  readonly locale: Locale
}

/** A relay as a line of the queue. */
export type QueueEntry = Pick<
  Card,
  'relay' | 'number' | 'revision' | 'look' | 'locale' | 'kind' | 'direction' | 'client' | 'openedAt'
> & {
  readonly author: string
  readonly body: RichText
  /** What the words answer, as on the card. */
  readonly quotes?: readonly Quoted[] | undefined
  readonly acts: readonly ActKind[]
  readonly more: readonly MoreAct[]
  /** The rule by which it leaves without anybody, unless somebody stops it. */
  readonly rule?: Card['rule']
  /** The time for its decision, or for the answer that the client is owed, has run out. */
  readonly late: boolean
}

/** `count`: of all pages together. */
export type Queue = {
  readonly locale: Locale
  readonly count: number
  readonly page: number
  readonly pages: number
  readonly entries: readonly QueueEntry[]
}

/** All that became of a relay: each version of the words, and what was done to it, in order. */
export type History =
  | {
      readonly kind: 'open'
      readonly card: Card
      readonly versions: readonly {
        readonly kind: 'original' | 'draft' | 'final'
        readonly revision: number
        readonly by: string
        readonly at: string
        readonly body: RichText
      }[]
      /** `what`: the name of an activity. */
      readonly acts: readonly {
        readonly what: string
        readonly by: string
        readonly at: string
        readonly note?: string | undefined
      }[]
    }
  | Extract<Verdict, { kind: 'forbidden' | 'unknown' }>

/** What became of a message of the team's, for its author: the words as the client got them, or why there are none. */
export type AsDelivered =
  | {
      readonly kind: 'approved'
      readonly locale: Locale
      readonly said: RichText
      readonly final: RichText
      readonly delivery: Card['delivery']
    }
  | { readonly kind: 'not_approved'; readonly locale: Locale; readonly status: RelayStatus }
  | { readonly kind: 'not_here'; readonly locale: Locale }

export interface Flow {
  /** Stores events; when it returns they are safe and may be acknowledged. Handled later, in lane order. */
  receive(events: readonly RawEvent[]): Promise<void>
  /** Stores an event and handles it at once, for clicks and dialogues that wait for an answer. Undefined: handled, nothing to say, or handled later. */
  answer(event: RawEvent): Promise<unknown>

  /** Keeps a file of a message and says what it is; asked before the message is said. Throws what fetching it throws. */
  keepFile(file: IncomingFile): Promise<KeptFile>

  clientSaid(said: ClientSaid): Promise<void>
  clientEdited(edited: ClientEdited): Promise<void>
  clientReacted(reacted: ClientReacted): Promise<void>
  /** `/start`, with the word of a deep link when there is one, in a private chat or a group. */
  clientStarted(
    started: Omit<ClientSaid, 'body' | 'replyTo' | 'answers' | 'album'> & { readonly invitation?: string | undefined },
  ): Promise<void>
  clientAskedHelp(asked: Omit<ClientSaid, 'body' | 'replyTo' | 'answers' | 'album'>): Promise<void>
  /** `/language` without a language asks, with one sets. */
  clientChoseLanguage(
    asked: Pick<ClientSaid, 'from' | 'author' | 'message' | 'place'> & { readonly locale?: Locale | undefined },
  ): Promise<void>
  /** The bot was added to or removed from a group, or blocked or unblocked by a person. */
  membership(change: {
    readonly from: Address
    readonly title?: string | undefined
    readonly by: Person
    readonly state: 'in' | 'out'
  }): Promise<void>
  /** A group became a supergroup: the same chat has another id from now on. */
  moved(from: RemoteConversation, to: RemoteConversation): Promise<void>

  /** Asked before a message is read: files of talk that stays among the team are not fetched. */
  concern(message: Pick<TeamSaid, 'from' | 'thread' | 'message'>): Promise<Concern>
  teamSaid(said: TeamSaid): Promise<TeamSaidResult>
  teamEdited(edited: TeamEdited): Promise<void>
  teamDeleted(deleted: { readonly message: RemoteMessage; readonly at: Date }): Promise<void>

  decide(decision: Decision): Promise<Verdict>
  /** What a dialogue for `act` shows this person. */
  dialog(relay: RelayId, act: ActKind, by: RemoteUser): Promise<Dialog>
  preview(relay: RelayId, by: RemoteUser): Promise<Preview>
  previewTyped(typing: Typing): Promise<TypedPreview>
  look(relay: RelayId, by: RemoteUser): Promise<Look>
  history(relay: RelayId, by: RemoteUser): Promise<History>
  /** What the dialogue "Refuse" shows for a choice. */
  refusal(relay: RelayId, choice: RefusalChoice, by: RemoteUser): Promise<RefusalKit>
  refuse(refusal: Refusal): Promise<Verdict>
  /** Answers to choose from, for a relay those in its client's language first; undefined for whoever decides nothing. */
  canned(
    by: RemoteUser,
    asked?: { readonly relay?: RelayId; readonly wanted?: string },
  ): Promise<CannedList | undefined>
  /** One of them to be changed, if its amounts are not withheld; without an id the reader's language for a new one. Undefined for whoever decides nothing. */
  cannedOne(
    by: RemoteUser,
    id?: string,
  ): Promise<{ readonly locale: Locale; readonly one?: Canned | undefined; readonly withheld: boolean } | undefined>
  /** The words of one of them for this relay; undefined when it is offered no more. Its use is counted. */
  cannedWords(used: {
    readonly relay: RelayId
    readonly id: string
    readonly by: RemoteUser
  }): Promise<string | undefined>
  /** A new one, or one that is there with other words. */
  saveCanned(
    given: Pick<Canned, 'locale' | 'title' | 'body'> & { readonly id?: string | undefined; readonly by: RemoteUser },
  ): Promise<CannedSaved>
  retireCanned(given: { readonly id: string; readonly by: RemoteUser }): Promise<void>
  choices(relay: RelayId, by: RemoteUser): Promise<Choices>
  authorAnswers(answer: AuthorAnswer): Promise<AuthorVerdict>
  /** Asked by anybody who works here, of a message in a thread that they can read. */
  asDelivered(message: RemoteMessage, by: RemoteUser): Promise<AsDelivered>
  /** The manager says to which project a client's message belongs. */
  chooseProject(choice: {
    readonly relay: RelayId
    readonly project: string
    readonly by: RemoteUser
  }): Promise<Verdict>
  /**
   * A person has looked: the message of an unsure item did arrive, or did not and shall be sent again. `attempt`: the one they
   * were asked about; absent: whichever.
   */
  resolveUnsure(choice: {
    readonly item: string
    readonly attempt?: number | undefined
    readonly arrived: boolean
    readonly by: RemoteUser
  }): Promise<Verdict>
  /** What a rule would approve by itself waits for a person from now on. */
  stopApproval(choice: { readonly relay: RelayId; readonly by: RemoteUser }): Promise<Verdict>
  /** What waits for this person, oldest first, a page of it (from 0); undefined for somebody who does not work here. */
  queue(by: RemoteUser, page?: number): Promise<Queue | undefined>
  /** Absences, loads, and handing over. */
  readonly cover: Cover
  /** Unknown persons who may become clients. */
  readonly leads: Leads
  readonly alerts: Alerts
  readonly clients: Clients
  /** Contacts that people enter by hand. */
  readonly contacts: ContactLog
  /** What the client's words were about, and complaints. */
  readonly reasons: Reasons
  /** What a person is told besides the cards, after the change; undefined for somebody who does not work here. */
  preferences(
    by: RemoteUser,
    change: { readonly notify?: NotifyLevel | undefined; readonly quiet?: QuietHours | 'off' | undefined },
  ): Promise<
    | {
        readonly locale: Locale
        readonly notify: NotifyLevel
        readonly quiet: QuietHours | undefined
        readonly digestAt: string
      }
    | undefined
  >
  /** The language a member of staff reads; the agency's for anybody else. */
  localeOf(user: RemoteUser): Promise<Locale>
}
