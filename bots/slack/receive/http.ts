import { z } from 'zod'
import type { Clock } from '../../../src/core/clock.ts'
import { describe } from '../../../src/core/errors.ts'
import type { Hook, HookReply } from '../../../src/core/hook.ts'
import type { Log } from '../log.ts'
import type { EnvelopeType } from './envelope.ts'
import { isSigned } from './signature.ts'

export type HttpOptions = {
  readonly signingSecret: string
  readonly clock: Clock
  readonly log: Log
  readonly take: (type: EnvelopeType, payload: unknown) => Promise<unknown>
}

const challengeSchema = z.looseObject({ type: z.literal('url_verification'), challenge: z.string() })

/** Events, clicks, dialogues and commands over HTTP, all at one address; each stored before it is acknowledged. */
export function httpHook({ signingSecret, clock, log, take }: HttpOptions): Hook {
  return async ({ headers, body }) => {
    const signed = { signature: headers['x-slack-signature'], timestamp: headers['x-slack-request-timestamp'], body }
    if (!isSigned(signed, signingSecret, clock.now())) return { status: 401 }
    const read = readBody(String(headers['content-type'] ?? ''), body)
    if (!read) return { status: 400 }
    const challenge = challengeSchema.safeParse(read.payload)
    if (challenge.success) return json({ challenge: challenge.data.challenge })
    try {
      const answer = await take(read.type, read.payload)
      return answer === undefined ? { status: 200 } : json(answer)
    } catch (error) {
      log.error({ type: read.type, error: describe(error) }, 'Slack: a request was not taken over, it comes again')
      return { status: error instanceof z.ZodError ? 400 : 500 }
    }
  }
}

function readBody(contentType: string, body: string): { type: EnvelopeType; payload: unknown } | undefined {
  try {
    if (contentType.startsWith('application/json')) return { type: 'events_api', payload: JSON.parse(body) }
    const form = new URLSearchParams(body)
    const payload = form.get('payload')
    if (payload !== null) return { type: 'interactive', payload: JSON.parse(payload) }
    return form.has('command') ? { type: 'slash_commands', payload: Object.fromEntries(form) } : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function json(value: unknown): HookReply {
  return { status: 200, body: JSON.stringify(value), headers: { 'content-type': 'application/json' } }
}
