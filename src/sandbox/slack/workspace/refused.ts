import type { Json } from './facts.ts'

/** Slack's `{ok: false, error}`: the request was understood and is not done. `more` goes into the answer. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'

  constructor(
    readonly error: string,
    readonly more: Json = {},
  ) {
    super(error)
  }
}

/** With the reasons in the places where Slack puts them. */
export function refusedFor(error: string, problems: readonly string[]): RefusedError {
  return new RefusedError(error, {
    ...(error === 'invalid_blocks' ? { errors: problems } : {}),
    response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) },
  })
}
