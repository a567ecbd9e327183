import { createLog, type Log } from '../../src/log.ts'

/** Silent, unless somebody wants to see what a test does: LOG_LEVEL=debug npx vitest run test/flow */
export const testLog = createLog(process.env.LOG_LEVEL === 'debug' ? 'debug' : 'silent')

export type Line = {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly what: unknown
  readonly text: string
}

/** A log whose lines a test reads. */
export function heard(): { readonly log: Log; readonly lines: readonly Line[] } {
  const lines: Line[] = []
  const at =
    (level: Line['level']) =>
    (what: unknown, text = ''): void => {
      lines.push({ level, what, text })
    }
  return { log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }, lines }
}
