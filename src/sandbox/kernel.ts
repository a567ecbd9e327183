/**
 * What the sandbox's two platforms share. The sandbox stands in for Telegram and Slack on this machine; it knows nothing
 * of Liaison, and a bot that talks to it over HTTP and WebSocket cannot tell it from the platform.
 *
 * All state is a fold of recorded entries: a platform changes nothing but by `record`, which appends the entry to the
 * journal before it is applied, so a sandbox that was killed comes back with every chat, message and unconfirmed update.
 */
import type { FastifyInstance } from 'fastify'
import type { Files } from './files.ts'

/** One thing that happened, as the journal keeps it. `at` is Unix milliseconds by the sandbox's clock. */
export type Entry<T> = { readonly platform: 'telegram' | 'slack'; readonly at: number; readonly data: T }

/** A live change for the pages and for tests that wait: `topic` is e.g. `telegram:111` or `slack:C0SEO`. */
export type Change = { readonly platform: 'telegram' | 'slack'; readonly topic: string }

/** What the sandbox does to requests when a test or a person asks it to misbehave. */
export type Fault = {
  readonly platform: 'telegram' | 'slack'
  /** An API method (`sendMessage`, `chat.postMessage`), case-insensitive, or `*`. */
  readonly method: string
  readonly do:
    | { readonly kind: 'cut'; readonly when: 'before' | 'after' } // close the socket before or after the request took effect
    | { readonly kind: 'status'; readonly status: number } // answer this status with a body as the platform sends it
    | { readonly kind: 'rate-limit'; readonly retryAfter: number } // seconds
    | { readonly kind: 'delay'; readonly ms: number }
    | { readonly kind: 'error'; readonly error: string; readonly code?: number | undefined } // a platform error: Slack `error`, Telegram description with code
  /** How many requests it applies to; absent: until it is removed. */
  readonly times?: number | undefined
}
export type ActiveFault = Fault & { readonly id: string; readonly left: number | 'always'; readonly hits: number }

export interface Kernel {
  /** Unix milliseconds; a test may set it. */
  now(): number
  /** The bytes of whatever people and programs send. */
  readonly files: Files
  /** Appends to the journal, then hands the entry to the platform's `apply`. Synchronous. */
  record<T>(platform: 'telegram' | 'slack', data: T): void
  changed(change: Change): void
  /** The fault that applies to this request, counted down; the platform carries it out. */
  takeFault(platform: 'telegram' | 'slack', method: string): Fault | undefined
  /** One line per request served, kept in a ring of 500 for the page and tests: who called what and what was answered. */
  note(call: { platform: 'telegram' | 'slack'; method: string; status: number; ok: boolean; error?: string }): void
}

/** One platform, as the sandbox mounts it. */
export interface PlatformSandbox {
  /** Registers the platform's own API and the control routes under `/control/<platform>/`. */
  routes(app: FastifyInstance): void
  /** Replays one journal entry. Pure over its own state: no timers, no network. */
  apply(entry: Entry<unknown>): void
  /** What the page draws; see view.ts. */
  view(): unknown
  /** Starts redelivery and webhook pushes; called once the server listens and the journal is replayed. */
  start(): void
  stop(): Promise<void>
}
