import type { RemoteUser } from '../../core/ids.ts'
import type { Database, Tx } from '../../db/client.ts'
import { sweepEach } from '../../db/sweep-each.ts'
import { transaction } from '../../db/transaction.ts'
import type { Client, Staff } from '../../generated/prisma/client.ts'
import { enqueueStaffNotice } from '../../outbox/items.ts'
import { agencyOf } from '../../people/agency.ts'
import { leaders, localeOfStaff } from '../../people/staff.ts'
import { lineFor } from '../show/for-reader.ts'
import type { ShowOptions } from '../show/show.ts'

type Told = {
  readonly client: Client
  readonly to: Staff
  /** Who gave it; absent: a rule. */
  readonly by?: string | undefined
  /** The last day, when it is lent. */
  readonly until?: string | undefined
  readonly note?: string | undefined
  /** What makes the telling one. */
  readonly key: string
}

/** A manager hears that a client is theirs now. */
export async function tellOfClient(tx: Tx, told: Told, options: ShowOptions, now: Date): Promise<void> {
  const { client, to, by, until, note, key } = told
  if (to.remoteUser === null) return
  await enqueueStaffNotice(tx, 'manager', {
    to: { platform: options.team.platform, conversation: options.team.direct(to.remoteUser as RemoteUser) },
    notice: {
      template: 'assigned',
      locale: localeOfStaff(to, await agencyOf(tx)),
      client: client.name,
      lead: client.stage === 'lead',
      ...(by === undefined ? {} : { by }),
      ...(until === undefined ? {} : { until }),
      ...(note === undefined || note.trim() === '' ? {} : { note: lineFor(note.trim(), to) }),
    },
    key,
    now,
  })
}

/** How many at once; the next run, a second later, takes more. */
const AT_ONCE = 100

/** Clients that a rule has given to somebody, or could give to nobody: the manager, or those who lead, hear it once. */
export async function tellAssigned(database: Database, options: ShowOptions, now: Date): Promise<number> {
  const waiting = (resting: readonly string[]) =>
    database.prisma.client.findMany({
      where: { id: { notIn: [...resting] }, tellManager: true },
      take: AT_ONCE,
      orderBy: { id: 'asc' },
      select: { id: true },
    })
  return sweepEach(database, { name: 'assigned', now }, waiting, ({ id }) =>
    transaction(database, async (tx) => {
      const mine = await tx.client.updateMany({ where: { id, tellManager: true }, data: { tellManager: false } })
      if (mine.count > 0) await tellOne(tx, id, options, now)
      return mine.count > 0
    }),
  )
}

async function tellOne(tx: Tx, id: string, options: ShowOptions, now: Date): Promise<void> {
  const { manager, ...client } = await tx.client.findUniqueOrThrow({ where: { id }, include: { manager: true } })
  const key = `assigned:${id}:${client.managerId ?? 'nobody'}:${client.assignedAt?.getTime() ?? 0}`
  if (manager) return tellOfClient(tx, { client, to: manager, key }, options, now)
  const agency = await agencyOf(tx)
  for (const person of await leaders(tx)) {
    await enqueueStaffNotice(tx, 'manager', {
      to: { platform: options.team.platform, conversation: options.team.direct(person.remoteUser as RemoteUser) },
      notice: {
        template: 'unassigned',
        locale: localeOfStaff(person, agency),
        client: client.name,
        lead: client.stage === 'lead',
      },
      key: `${key}:${person.id}`,
      now,
    })
  }
}
