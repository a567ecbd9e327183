/** What a machine that brings us a contact reads: a status it can act on, and one word or reason for its own log. */
import type { HookReply } from '../../core/hook.ts'
import type { TakenIn } from '../contacts/by-point.ts'

/** `ignored`: rightly told, but no contact with a client. */
export type Outcome =
  | { readonly kind: 'taken'; readonly taken: TakenIn }
  | { readonly kind: 'ignored'; readonly why: string }
  | { readonly kind: 'wrong'; readonly why: string }

/** 422 says that sending the same again is of no use; whatever throws becomes a 500, and is sent again. */
export function replyTo(outcome: Outcome): HookReply {
  switch (outcome.kind) {
    case 'ignored':
      return json(200, { result: 'ignored', why: outcome.why })
    case 'wrong':
      return json(422, { result: 'refused', why: outcome.why })
    case 'taken':
      return outcome.taken.refused === undefined
        ? json(200, { result: 'taken', ...outcome.taken })
        : json(422, { result: 'refused', why: TIMES[outcome.taken.refused] })
  }
}

const TIMES = { future: 'its time is in the future', old: 'its time is too long ago' } as const

export function json(status: number, body: object): HookReply {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) }
}
