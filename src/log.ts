import { type Logger, pino, stdTimeFunctions } from 'pino'

/** Lines at `info` say which step a message took, by its relay's id; never its text, and no secret. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** JSON lines on standard error; readable ones where a person looks on. */
export function createLog(level: (typeof LOG_LEVELS)[number]): Logger {
  const readable = process.stderr.isTTY
  return pino({
    level,
    timestamp: stdTimeFunctions.isoTime,
    redact: {
      paths: ['token', '*.token', 'secret', '*.secret', 'headers.authorization', '*.headers.authorization'],
      censor: '[hidden]',
    },
    transport: readable
      ? { target: 'pino-pretty', options: { destination: 2, ignore: 'pid,hostname' } }
      : { target: 'pino/file', options: { destination: 2 } },
  })
}
