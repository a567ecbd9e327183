import type { Clock } from '../../src/core/clock.ts'
import type { FileBytes } from '../../src/core/files.ts'
import type { Finding } from '../../src/core/finding.ts'
import type { Bot, Flow } from '../../src/core/flow.ts'
import type { Hook } from '../../src/core/hook.ts'
import type { Locale } from '../../src/core/ids.ts'
import type { Sender } from '../../src/core/sender.ts'
import { slackClients } from './api/client.ts'
import { identityOf } from './api/identity.ts'
import { Directory } from './api/people.ts'
import { SlackBot } from './bot.ts'
import { checkSlack } from './check.ts'
import type { Log } from './log.ts'
import type { SlackParts } from './parts.ts'
import { slackSender } from './send/sender.ts'

export { slackIds } from './ids.ts'

export type SlackOptions = {
  readonly botToken: string
  readonly apiUrl: string
  /** Set: Socket Mode, by two connections. */
  readonly appToken?: string | undefined
  /** For HTTP mode, when there is no app token. */
  readonly signingSecret?: string | undefined
  /** Where the files are that leave. */
  readonly bytes: FileBytes
  readonly log: Log
  readonly clock: Clock
}

export type Slack = {
  readonly sender: Sender
  readonly bot: (flow: Flow) => Bot & { readonly hook: Hook }
  /** For `liaison doctor`. */
  readonly check: (locale: Locale) => Promise<readonly Finding[]>
}

export function createSlack(options: SlackOptions): Slack {
  const clients = slackClients(options)
  const people = new Directory(clients.calls, options.clock)
  const identity = identityOf(clients.calls)
  const parts: SlackParts = { options, clients, people, identity }
  return {
    sender: slackSender({
      client: clients.calls,
      self: async () => (await identity()).botUserId,
      // A link that Slack leads on by itself, when it does not say where the workspace is.
      workspace: () =>
        identity().then(
          ({ url }) => url,
          () => 'https://slack.com/',
        ),
      bytes: options.bytes,
    }),
    bot: (flow) => new SlackBot(parts, flow),
    check: (locale) => checkSlack(clients.calls, options, locale),
  }
}
