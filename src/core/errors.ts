/** Bad input from a person: what was wrong, where, and what to do. Shown as it is, without a stack. */
export class InputError extends Error {
  override readonly name = 'InputError'
}

/** What is logged and stored of an unknown failure: its name and message, never its payload. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : ''
  return `${error.name}: ${error.message}${cause}`.slice(0, 2_000)
}
