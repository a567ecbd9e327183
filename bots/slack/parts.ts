import type { Clock } from '../../src/core/clock.ts'
import type { Clients } from './api/client.ts'
import type { Identity } from './api/identity.ts'
import type { Directory } from './api/people.ts'
import type { Log } from './log.ts'

/** What sender and bot share. */
export type SlackParts = {
  readonly options: {
    readonly botToken: string
    readonly apiUrl: string
    readonly appToken?: string | undefined
    readonly signingSecret?: string | undefined
    readonly log: Log
    readonly clock: Clock
  }
  readonly clients: Clients
  readonly people: Directory
  readonly identity: () => Promise<Identity>
}
