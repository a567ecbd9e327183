import type { WebClient } from '@slack/web-api'
import type { Sender } from '../../../src/core/sender.ts'
import { findByKey } from './find.ts'
import { sendNotice } from './notices.ts'
import { postFinal, refusalOf } from './words.ts'

/** The port out to Slack. One call a message, no retry: what is certain and what is not is said in the outcome. */
export function slackSender(client: WebClient, self: () => Promise<string>): Sender {
  return {
    platform: 'slack',
    check: (content) => (content.kind === 'final' ? refusalOf(content) : undefined),
    async send(to, outgoing, key) {
      const { content } = outgoing
      if (content.kind === 'notice') return sendNotice({ client, self }, to, outgoing, key)
      const refusal = refusalOf(content)
      if (refusal) return { kind: 'refused', reason: refusal, detail: 'found before the call' }
      return postFinal(client, to, content, key)
    },
    find: (to, key, since) => findByKey(client, to, key, since),
  }
}
