import type { Json } from './facts.ts'

/** Telegram says no: the code and the words that a bot's author will look up. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
  constructor(
    readonly code: number,
    readonly description: string,
    readonly parameters?: Json,
  ) {
    super(description)
  }
}

export function badRequest(what: string, parameters?: Json): RefusedError {
  return new RefusedError(400, `Bad Request: ${what}`, parameters)
}
