/** What every listener needs of a click: its value, where it was made, and how whoever clicked is told something. */
import type { BlockAction, RespondFn } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { describe } from '../../../src/core/errors.ts'
import { AS_WRITTEN } from '../format/mrkdwn.ts'
import type { Log } from '../log.ts'
import type { Tell } from './decisions.ts'

/** What a listener of one noun is given besides its part of the port. */
export type Dialogs = { readonly dialogs: WebClient; readonly log: Log }

export function valueIn(action: object): unknown {
  return 'value' in action ? action.value : undefined
}

/** Where a dialogue opens: on top of the one in which the click was made, when it was made in one. */
export function placeOf(body: BlockAction): { readonly trigger: string; readonly inDialog: boolean } {
  return { trigger: body.trigger_id, inDialog: body.view?.type === 'modal' }
}

/** The thread in which this message is a reply; one that others reply to, as a card with its files, is read in the channel. */
export function threadOf(
  message: { readonly ts?: unknown; readonly thread_ts?: unknown } | undefined,
): string | undefined {
  const { ts, thread_ts: thread } = message ?? {}
  return typeof thread === 'string' && thread !== ts ? thread : undefined
}

/** Beside the message that was clicked; without the thread it is in, Slack would say it in the channel. */
export function tellBy(respond: RespondFn, log: Log, thread?: string): Tell {
  return async (text) => {
    try {
      const place = thread === undefined ? {} : { thread_ts: thread }
      await respond({ text, ...AS_WRITTEN, ...place, response_type: 'ephemeral', replace_original: false })
    } catch (error) {
      // Only a word to whoever clicked: what they did is done or not done all the same.
      log.warn({ error: describe(error) }, 'Slack: somebody could not be told how their click ended')
    }
  }
}
