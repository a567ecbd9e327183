import type { Tx } from '../../db/client.ts'
import type { Client } from '../../generated/prisma/client.ts'
import { agencyOf } from '../agency.ts'
import { loads } from '../loads.ts'
import { assigneeOf, type Candidate } from './rules.ts'

/**
 * Gives a client that has no manager to somebody by the agency's rules; without rules nothing happens. Whoever gets it, or
 * those who lead when nobody fits, are told by a sweep, once. Returns the client as it is then.
 */
export async function assign(tx: Tx, client: Client, now: Date): Promise<Client> {
  if (client.managerId !== null) return client
  const rules = await tx.assignmentRule.findMany({ orderBy: { position: 'asc' } })
  if (rules.length === 0) return client
  const { locale } = await agencyOf(tx)
  const newcomer = { tier: client.tier, stage: client.stage, language: client.locale ?? locale }
  const chosen = assigneeOf(newcomer, rules, await candidates(tx, now))
  return tx.client.update({
    where: { id: client.id },
    data: { tellManager: true, assignedAt: now, ...(chosen === undefined ? {} : { managerId: chosen.id }) },
  })
}

async function candidates(tx: Tx, now: Date): Promise<Candidate[]> {
  const staff = await tx.staff.findMany({
    where: { role: { in: ['manager', 'lead', 'admin'] } },
    include: {
      leads: { where: { active: true } },
      departments: { where: { department: { active: true } }, include: { department: true } },
      managed: { where: { assignedAt: { not: null } }, orderBy: { assignedAt: 'desc' }, take: 1 },
      absences: {
        where: {
          clientId: null,
          state: { not: 'over' },
          from: { lte: now },
          OR: [{ until: null }, { until: { gt: now } }],
        },
      },
    },
  })
  const inHand = new Map((await loads(tx)).map((load) => [load.id, load]))
  return staff.map(({ leads, departments, managed, absences, ...person }) => ({
    id: person.id,
    key: person.key,
    role: person.role,
    grade: person.grade,
    employment: person.employment,
    there: person.active && person.remoteUser !== null && absences.length === 0,
    duties: [...leads, ...departments.map(({ department }) => department)].map(({ duty }) => duty),
    clients: inHand.get(person.id)?.clients ?? 0,
    open: inHand.get(person.id)?.open ?? 0,
    lastAssigned: managed[0]?.assignedAt ?? null,
  }))
}
