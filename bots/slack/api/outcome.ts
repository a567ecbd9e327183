/** What a failed call means for delivery: Slack's errors, as data. */
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api'
import { MINUTE, SECOND } from '../../../src/core/clock.ts'
import type { Outcome, Refusal } from '../../../src/core/sender.ts'

type Failed = Exclude<Outcome, { kind: 'sent' }>

/** post: a second try could be seen twice · update: doing it again does no harm. */
export type Doing = 'post' | 'update'

const REFUSALS: Readonly<Record<string, Refusal>> = {
  channel_not_found: 'chat_gone',
  is_archived: 'chat_gone',
  not_in_channel: 'chat_gone',
  user_not_found: 'chat_gone',
  cannot_dm_bot: 'chat_gone',
  users_not_found: 'chat_gone',
  msg_too_long: 'too_long',
  msg_blocks_too_long: 'too_long',
  no_text: 'empty',
  missing_scope: 'not_allowed',
  restricted_action: 'not_allowed',
  restricted_action_read_only_channel: 'not_allowed',
  restricted_action_thread_only_channel: 'not_allowed',
  ekm_access_denied: 'not_allowed',
  message_not_found: 'target_gone',
  cant_update_message: 'target_gone',
  edit_window_closed: 'target_gone',
  cant_delete_message: 'not_allowed',
  file_too_large: 'too_long',
  file_upload_size_restricted: 'too_long',
  storage_limit_reached: 'too_long',
}

/** The operator's mistake, soon mended: the message waits, since refusing it would throw an approved message away. */
const NOT_ACCEPTED = new Set(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired'])
/** Slack's own trouble: whether the call had an effect is not known. */
const OWN_TROUBLE = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])
/** No connection was made, so nothing was sent. */
const NO_CONNECTION = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

const AGAIN_MS = 5 * SECOND

export function outcomeOf(error: unknown, doing: Doing): Failed {
  const later = (afterMs: number, detail: string): Failed => ({ kind: 'later', afterMs, detail })
  const unknown = (detail: string): Failed =>
    doing === 'update' ? later(AGAIN_MS, detail) : { kind: 'unsure', detail }

  if (error instanceof WebAPIRateLimitedError) return later(error.retryAfter * SECOND, 'rate limited')
  if (error instanceof WebAPIPlatformError) {
    const name = error.data.error
    if (name === 'ratelimited' || name === 'rate_limited') return later(AGAIN_MS, name)
    if (NOT_ACCEPTED.has(name)) return later(MINUTE, `${name}: check SLACK_BOT_TOKEN`)
    if (OWN_TROUBLE.has(name)) return unknown(name)
    return { kind: 'refused', reason: REFUSALS[name] ?? 'bad_request', detail: detailOf(error) }
  }
  if (error instanceof WebAPIHTTPError) {
    const detail = `HTTP ${error.statusCode}`
    return error.statusCode >= 500 || error.statusCode === 408
      ? unknown(detail)
      : { kind: 'refused', reason: 'bad_request', detail }
  }
  const code = error instanceof WebAPIRequestError ? codeOf(error.original) : codeOf(error)
  if (code !== undefined && NO_CONNECTION.has(code)) return later(AGAIN_MS, `no connection (${code})`)
  return unknown(`no answer (${code ?? (error instanceof Error ? error.name : 'unknown')})`)
}

/** What Slack says about its error, such as which block is wrong: names of places, not words of people. */
function detailOf(error: WebAPIPlatformError): string {
  const messages = error.data.response_metadata?.messages ?? []
  return [error.data.error, ...messages].join('; ').slice(0, 300)
}

/** fetch puts the system's name for what happened into `cause`. */
function codeOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && !at.code.startsWith('slack_')) return at.code
  }
  return undefined
}
