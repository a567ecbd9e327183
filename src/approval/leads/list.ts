import { DAY } from '../../core/clock.ts'
import type { RemoteUser } from '../../core/ids.ts'
import type { LeadList } from '../../core/leads.ts'
import type { Tx } from '../../db/client.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { clientsOf, isLead, localeOfStaff, staffByUser } from '../../people/staff.ts'

/** As many as a message can show with their buttons. */
const SHOWN = 20

/** What has written and is neither a client nor lost yet, the oldest first, for those who may decide about it. Reads only. */
export async function openLeads(tx: Tx, by: RemoteUser, now: Date): Promise<LeadList | undefined> {
  const staff = await staffByUser(tx, by)
  if (!staff || !(isLead(staff) || staff.role === 'manager' || staff.standsIn.length > 0)) return undefined
  const where = {
    AND: [clientsOf(staff), { stage: 'lead', OR: [{ lead: null }, { lead: { in: ['new', 'qualified'] } }] }],
  } satisfies Prisma.ClientWhereInput
  const rows = await tx.client.findMany({
    where,
    orderBy: [{ leadSince: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    take: SHOWN,
    include: {
      manager: true,
      _count: { select: { relays: { where: { status: { in: ['gathering', 'waiting'] } } } } },
    },
  })
  return {
    locale: localeOfStaff(staff, await agencyOf(tx)),
    leads: rows.map(({ id, name, lead, leadSince, manager, _count }) => ({
      client: id,
      name,
      state: lead ?? 'new',
      days: Math.floor((now.getTime() - (leadSince ?? now).getTime()) / DAY),
      manager: manager?.name,
      waiting: _count.relays,
    })),
    more: rows.length < SHOWN ? 0 : (await tx.client.count({ where })) - rows.length,
  }
}
