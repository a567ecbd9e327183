/** The home tab: the whole queue of whoever looks at it, and the clients who need a call. */
import type { HomeView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { after, type Clock, SECOND } from '../../../src/core/clock.ts'
import type { Flow } from '../../../src/core/flow.ts'
import { digest } from '../../../src/core/hash.ts'
import { outcomeOf } from '../api/outcome.ts'
import { drawHome, drawNoHome } from '../cards/queue.ts'
import { makeUser } from '../ids.ts'
import type { Log } from '../log.ts'
import { say } from '../text.ts'

export type Home = {
  /** Shows this person the page of their queue; without one, where they were. */
  readonly show: (user: string, page?: number) => Promise<void>
  /** After something this person did: brings their tab up to date when it has been looked at. */
  readonly refresh: (user: string) => Promise<void>
  /** Somebody has done something, or something has come: the tabs may be out of date. */
  readonly changed: () => void
  /** Brings those up to date that are, a few at a time. */
  readonly keepUp: () => Promise<void>
}

/** How long a tab stands at least before it follows what others do. */
const EVERY_MS = 10 * SECOND
/** Of those so many a run. Slack takes about a hundred drawings a minute for the whole workspace; what is clicked comes first. */
const AT_ONCE = 5

/** A tab that has been looked at. */
type Tab = {
  readonly page: number
  /** The hash of what stands there; undefined: nobody knows. */
  readonly shows: string | undefined
  /** The change up to which it was looked up last, and when that was. */
  readonly upTo: number
  readonly at: Date
}

type Made = { readonly page: number; readonly shows: string; readonly view: HomeView; readonly isStaff: boolean }

export function homeOf(
  flow: Pick<Flow, 'queue' | 'clients' | 'localeOf'>,
  client: WebClient,
  clock: Clock,
  log: Log,
): Home {
  /** Who has looked at their tab since we started. A tab that is not here is drawn when it is opened. */
  const tabs = new Map<string, Tab>()
  let changes = 0
  let restsUntil = new Date(0)

  async function make(user: string, page: number): Promise<Made> {
    const by = makeUser(user)
    const queue = await flow.queue(by, page)
    if (!queue) {
      const words = say(await flow.localeOf(by), 'queue-stranger')
      return { page: 0, shows: digest(words), view: drawNoHome(words), isStaff: false }
    }
    const calls = await flow.clients.calls(by)
    const shows = digest({ queue, calls: calls ?? null })
    return { page: queue.page, shows, view: drawHome(queue, calls, clock.now()), isStaff: true }
  }

  /** What was asked for is drawn in any case: it says as of when it is. */
  async function show(user: string, page = tabs.get(user)?.page ?? 0): Promise<void> {
    const upTo = changes
    await draw(user, await make(user, page), upTo)
  }

  async function bringUpToDate(user: string, tab: Tab): Promise<void> {
    const upTo = changes
    const made = await make(user, tab.page)
    if (made.shows === tab.shows) tabs.set(user, { ...tab, upTo, at: clock.now() })
    else await draw(user, made, upTo)
  }

  async function draw(user: string, { page, shows, view, isStaff }: Made, upTo: number): Promise<void> {
    const at = clock.now()
    const drawn = await publish(user, view)
    if (drawn === 'gone' || !isStaff) tabs.delete(user)
    else tabs.set(user, { page, upTo, at, shows: drawn === 'drawn' ? shows : undefined })
  }

  async function publish(user: string, view: HomeView): Promise<'drawn' | 'not_now' | 'gone'> {
    try {
      await client.views.publish({ user_id: user, view })
      return 'drawn'
    } catch (error) {
      const outcome = outcomeOf(error, 'update')
      log.warn({ error: outcome.detail }, 'Slack: a home tab could not be drawn')
      if (outcome.kind !== 'later') return 'gone'
      restsUntil = after(clock.now(), outcome.afterMs)
      // It is tried again, also when nothing more changes.
      changes++
      return 'not_now'
    }
  }

  async function keepUp(): Promise<void> {
    const due = [...tabs]
      .filter(([, { upTo, at }]) => upTo < changes && after(at, EVERY_MS) <= clock.now())
      .sort(([, one], [, other]) => one.at.getTime() - other.at.getTime())
    for (const [user, tab] of due.slice(0, AT_ONCE)) if (restsUntil <= clock.now()) await bringUpToDate(user, tab)
  }

  return {
    show,
    refresh: async (user) => {
      const tab = tabs.get(user)
      if (tab) await bringUpToDate(user, tab)
    },
    changed: () => {
      changes++
    },
    keepUp,
  }
}

/** The page that a button of the tab leads to. */
export const pageSchema = z.coerce.number().int().min(0)
