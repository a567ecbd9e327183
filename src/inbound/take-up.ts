import type { Clock } from '../core/clock.ts'
import { describe, NotYetError } from '../core/errors.ts'
import type { Bot, RawEvent } from '../core/flow.ts'
import type { Platform } from '../core/ids.ts'
import type { Database } from '../db/client.ts'
import { holding } from '../db/lease.ts'
import { transaction } from '../db/transaction.ts'
import type { InboundEvent } from '../generated/prisma/client.ts'
import type { Log } from '../log.ts'
import { claimEvents, markDeferred, markFailed, markHandled, renewEvent, storeClaimed } from './events.ts'
import type { Outward } from './outward.ts'

export type TakeUpOptions = {
  readonly database: Database
  readonly bots: () => Record<Platform, Pick<Bot, 'handle'>>
  readonly outward: Pick<Outward, 'tellLeaders'>
  readonly clock: Clock
  readonly log: Log
  readonly owner: string
}

/** Stored events, handed to their bot from the row: again after a crash, again after an error, at last set aside and told. */
export function takeUp({ database, bots, outward, clock, log, owner }: TakeUpOptions) {
  const claim = (limit: number) => claimEvents(database, owner, limit, clock.now())

  async function handle(event: InboundEvent): Promise<unknown> {
    try {
      const answer = await holding(
        () => renewEvent(database, event, owner, clock.now()),
        () => bots()[event.platform].handle(event.body),
      )
      await markHandled(database, event, clock.now())
      log.debug({ step: 'inbound', event: event.eventId, platform: event.platform }, 'event handled')
      return answer
    } catch (error) {
      if (error instanceof NotYetError) await markDeferred(database, event, error.conversation, clock.now())
      else await fail(event, describe(error))
      return undefined
    }
  }

  async function fail(event: InboundEvent, error: string): Promise<void> {
    const setAside = await transaction(database, async (tx) => {
      const aside = await markFailed(tx, event, error, clock.now())
      if (aside) await outward.tellLeaders(tx, trouble(event, error), `set-aside:${event.seq}`)
      return aside
    })
    log.error(
      { step: 'inbound', event: event.eventId, platform: event.platform, attempts: event.attempts, setAside, error },
      'an event failed',
    )
  }

  /** Stores an event and handles it at once. One that came before is answered with nothing: its first copy is handled. */
  async function answer(raw: RawEvent): Promise<unknown> {
    const event = await storeClaimed(database, raw, owner, clock.now())
    return event === undefined ? undefined : handle(event)
  }

  return { claim, handle, answer }
}

function trouble(event: InboundEvent, error: string) {
  return {
    template: 'trouble' as const,
    locale: 'en' as const,
    what: 'event_set_aside' as const,
    about: `${event.platform} ${event.eventId}`,
    detail: error,
  }
}
