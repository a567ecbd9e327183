import { type ShowOptions, showRelay, showState } from './approval/show/show.ts'
import type { Clock } from './core/clock.ts'
import type { RemoteUser } from './core/ids.ts'
import type { Outward } from './inbound/outward.ts'
import { enqueueClientNotice, enqueueStaffNotice, enqueueUpdate, isOpeningThread } from './outbox/items.ts'
import { agencyOf } from './people/agency.ts'
import { leaders, localeOfStaff } from './people/staff.ts'

/** What the inbound step sets going, made of the queue and the outbox. */
export function createOutward(options: ShowOptions, clock: Clock): Outward {
  return {
    relayChanged: async (tx, relayId) => {
      await showRelay(tx, relayId, options, clock.now())
    },
    tellClient: (tx, said) => enqueueClientNotice(tx, { ...said, now: clock.now() }),
    tellTeam: (tx, { to, ...said }) => {
      const there = { platform: options.team.platform, ...to }
      return enqueueStaffNotice(tx, 'team', { ...said, to: there, now: clock.now() })
    },
    keepTeamTold: (tx, { to, ...said }) => {
      const there = { platform: options.team.platform, ...to }
      return enqueueUpdate(tx, 'team', { ...said, to: there, now: clock.now() })
    },
    tellStaff: (tx, said) => enqueueStaffNotice(tx, 'manager', { ...said, now: clock.now() }),
    keepStaffTold: (tx, said) => enqueueUpdate(tx, 'manager', { ...said, now: clock.now() }),
    tellLeaders: async (tx, notice, key) => {
      const agency = await agencyOf(tx)
      for (const person of await leaders(tx)) {
        await enqueueStaffNotice(tx, 'manager', {
          to: { platform: options.team.platform, conversation: options.team.direct(person.remoteUser as RemoteUser) },
          notice: { ...notice, locale: localeOfStaff(person, agency) },
          key: `${key}:${person.id}`,
          now: clock.now(),
        })
      }
    },
    isOpeningThread,
    showState: (tx, to, message, state) => showState(tx, to, message, state, clock.now()),
  }
}
