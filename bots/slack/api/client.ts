import { type Logger, LogLevel, WebClient } from '@slack/web-api'
import type { Log } from '../log.ts'

const CALL_MS = 10_000
/** A trigger lives three seconds: an answer after that opens nothing. */
const TRIGGER_MS = 2_500

export type Clients = { readonly calls: WebClient; readonly dialogs: WebClient }

export type ClientOptions = { readonly botToken: string; readonly apiUrl: string; readonly log: Log }

/** Clients that make each call once: delivery repeats, since only delivery knows what is certain. */
export function slackClients({ botToken, apiUrl, log }: ClientOptions): Clients {
  const common = callingOnce(apiUrl, log)
  return {
    calls: new WebClient(botToken, { ...common, timeout: CALL_MS }),
    dialogs: new WebClient(botToken, { ...common, timeout: TRIGGER_MS }),
  }
}

export function callingOnce(apiUrl: string, log: Log) {
  return {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    maxRequestConcurrency: 20,
    logger: quiet(log),
  }
}

/** Slack's libraries put whole bodies into their lines: only that something went wrong is kept. */
export function quiet(log: Log): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: () => log.debug({}, 'Slack: a library warned'),
    error: () => log.debug({}, 'Slack: a library reported an error'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  }
}
