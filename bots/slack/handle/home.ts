/** The home tab: the whole queue of whoever looks at it, and the clients who need a call. */
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Clock } from '../../../src/core/clock.ts'
import { describe } from '../../../src/core/errors.ts'
import type { Flow } from '../../../src/core/flow.ts'
import { drawHome, drawNoHome } from '../cards/queue.ts'
import { makeUser } from '../ids.ts'
import type { Log } from '../log.ts'
import { say } from '../text.ts'

export type Home = {
  /** Shows this person the page of their queue; without one, where they were. */
  readonly show: (user: string, page?: number) => Promise<void>
  /** After something this person did: brings their tab up to date when it has been looked at. */
  readonly refresh: (user: string) => Promise<void>
}

export function homeOf(
  flow: Pick<Flow, 'queue' | 'clients' | 'localeOf'>,
  client: WebClient,
  clock: Clock,
  log: Log,
): Home {
  /** Who has looked at their tab since we started, and at which page. A tab that is not here is drawn when it is opened. */
  const looked = new Map<string, number>()

  async function show(user: string, page = looked.get(user) ?? 0): Promise<void> {
    const by = makeUser(user)
    const queue = await flow.queue(by, page)
    looked.set(user, queue?.page ?? 0)
    const view = queue
      ? drawHome(queue, await flow.clients.calls(by), clock.now())
      : drawNoHome(say(await flow.localeOf(by), 'queue-stranger'))
    try {
      await client.views.publish({ user_id: user, view })
    } catch (error) {
      // The tab is drawn anew whenever it is opened.
      log.warn({ error: describe(error) }, 'Slack: a home tab could not be drawn')
    }
  }

  return { show, refresh: async (user) => (looked.has(user) ? show(user) : undefined) }
}

/** The page that a button of the tab leads to. */
export const pageSchema = z.coerce.number().int().min(0)
