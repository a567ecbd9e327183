import type { Flow } from '../../../src/core/flow.ts'
import { type EnvelopeType, rowOf } from './envelope.ts'

/** Slack waits three seconds; what takes longer is acknowledged without an answer and goes on. */
const ANSWER_MS = 2_500

/**
 * Takes over one envelope. When it returns the event is stored and may be acknowledged, with what it returns; when it
 * throws it must not be, so that Slack sends it again.
 */
export async function take(
  flow: Pick<Flow, 'receive' | 'answer'>,
  type: EnvelopeType,
  payload: unknown,
): Promise<unknown> {
  const row = rowOf(type, payload)
  if (!row) return undefined
  if (type === 'events_api') {
    await flow.receive([row])
    return undefined
  }
  return inTime(flow.answer(row))
}

async function inTime(answer: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ANSWER_MS, undefined)
  })
  try {
    return await Promise.race([answer, limit])
  } finally {
    clearTimeout(timer)
  }
}
