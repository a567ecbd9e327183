/** What a failed call means for delivery: Telegram's error table, as data. */
import { MINUTE, SECOND } from '../../../src/core/clock.ts'
import type { Outcome, Refusal } from '../../../src/core/sender.ts'
import { makeConversation } from '../ids.ts'
import { type Failure, inWords } from './api.ts'

type Failed = Exclude<Outcome, { kind: 'sent' }>

/** post: a second try could be seen twice · edit: doing it again does no harm. */
export type Doing = 'post' | 'edit'

const REFUSALS: readonly { readonly says: RegExp; readonly reason: Refusal }[] = [
  { says: /bot was blocked by the user/i, reason: 'blocked' },
  { says: /bot can't send messages to (the user|bots)/i, reason: 'blocked' },
  { says: /user is deactivated/i, reason: 'chat_gone' },
  { says: /can't initiate conversation/i, reason: 'chat_gone' },
  { says: /bot was kicked|bot is not a member/i, reason: 'chat_gone' },
  { says: /chat not found|chat was deleted|chat was deactivated|PEER_ID_INVALID/i, reason: 'chat_gone' },
  { says: /message thread not found|TOPIC_(DELETED|ID_INVALID)/i, reason: 'chat_gone' },
  {
    says: /not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|TOPIC_CLOSED/i,
    reason: 'not_allowed',
  },
  { says: /message is too long|MESSAGE_TOO_LONG/i, reason: 'too_long' },
  { says: /text is empty|must be non-empty|MESSAGE_EMPTY/i, reason: 'empty' },
  { says: /message to edit not found|MESSAGE_ID_INVALID|message can't be edited/i, reason: 'target_gone' },
  { says: /message can't be deleted/i, reason: 'not_allowed' },
  { says: /caption is too long|MEDIA_CAPTION_TOO_LONG/i, reason: 'too_long' },
  { says: /file is too big|Request Entity Too Large/i, reason: 'too_long' },
]

/** An edit that changes nothing has reached what it was for. */
export function isUnchanged(failure: Failure): boolean {
  return failure.kind === 'answered' && failure.code === 400 && /message is not modified/i.test(failure.description)
}

/** What was to be taken away is no longer there. */
export function isGone(failure: Failure): boolean {
  return failure.kind === 'answered' && /message to delete not found|MESSAGE_ID_INVALID/i.test(failure.description)
}

/** An id of bytes that Telegram no longer takes, or not for this kind: the bytes themselves must be sent. */
export function isStaleHandle(failure: Failure): boolean {
  return (
    failure.kind === 'answered' &&
    failure.code === 400 &&
    /wrong (remote )?file id|wrong file identifier|file reference|can't use file of type/i.test(failure.description)
  )
}

/** A picture that Telegram does not take as one: too large a side, or bytes it cannot read. */
export function isNoPicture(failure: Failure): boolean {
  return (
    failure.kind === 'answered' &&
    failure.code === 400 &&
    /PHOTO_INVALID|PHOTO_SAVE_FILE_INVALID|IMAGE_PROCESS_FAILED|PHOTO_EXT_INVALID/i.test(failure.description)
  )
}

/**
 * A token that is not accepted is the operator's mistake, soon mended: the message waits, since refusing it would throw
 * an approved message away for good.
 */
const BAD_TOKEN_AFTER_MS = MINUTE
const REPEAT_AFTER_MS = 5 * SECOND
/** By then the conversation has its new id, by what this call was told or by the service message. */
const MOVED_AFTER_MS = 3 * SECOND

export function outcomeOf(failure: Failure, doing: Doing): Failed {
  const detail = inWords(failure)
  const later = (afterMs: number): Failed => ({ kind: 'later', afterMs, detail })
  const unknown = (): Failed => (doing === 'edit' ? later(REPEAT_AFTER_MS) : { kind: 'unsure', detail })

  if (failure.kind === 'no_connection') return later(REPEAT_AFTER_MS)
  if (failure.kind === 'no_answer' || failure.code >= 500) return unknown()
  if (failure.code === 429) return later((failure.retryAfterSeconds ?? 5) * SECOND)
  if (failure.code === 401 || failure.code === 404) return later(BAD_TOKEN_AFTER_MS)
  // What was said before has no id in the new group: it can be neither changed nor taken away.
  if (failure.movedTo !== undefined) {
    if (doing === 'edit') return { kind: 'refused', reason: 'target_gone', detail }
    return { kind: 'later', afterMs: MOVED_AFTER_MS, detail, movedTo: makeConversation(failure.movedTo) }
  }
  if (failure.code === 409) return later(REPEAT_AFTER_MS)
  const reason = REFUSALS.find((row) => row.says.test(failure.description))?.reason
  return { kind: 'refused', reason: reason ?? (failure.code === 403 ? 'not_allowed' : 'bad_request'), detail }
}
