/** Absences, departments and rules of assignment, made what the agency's file says; and what no file has named yet. */
import type { Tx } from '../../db/client.ts'
import type { Absence, AssignmentMethod, Staff } from '../../generated/prisma/client.ts'
import { dayOf, endOf, startOf } from '../absence/days.ts'
import type { AgencyFile, FileAbsence, FileAssignment, FileDepartment } from './file/schema.ts'

/** Places of what was made in the team's platform: a file that does not know them leaves them alone. */
export async function unlistedPlaces(tx: Tx): Promise<Set<string>> {
  const clients = await tx.client.findMany({ where: { stage: 'client', active: true, listed: false } })
  const absences = await tx.absence.findMany({
    where: { clientId: null, listed: false, state: { not: 'over' } },
    include: { staff: true },
  })
  const timeZone = await timeZoneOf(tx)
  return new Set([
    ...clients.map(({ key }) => `clients ${key}`),
    ...absences.map(({ staff, from }) => `absences ${staff.key} ${dayOf(from, timeZone)}`),
  ])
}

/** What a file has named once is the file's from then on: left out later, it is switched off like everything else. */
export async function markListed(tx: Tx, { clients, absences }: AgencyFile): Promise<void> {
  await tx.client.updateMany({
    where: { listed: false, key: { in: clients.map(({ key }) => key) } },
    data: { listed: true },
  })
  for (const absence of await unlistedAbsences(tx)) {
    if (absences.some((named) => named.who === absence.staff.key && named.from === absence.day))
      await tx.absence.update({ where: { id: absence.id }, data: { listed: true } })
  }
}

async function unlistedAbsences(tx: Tx) {
  const rows = await tx.absence.findMany({
    where: { clientId: null, listed: false, state: { not: 'over' } },
    include: { staff: true },
  })
  const timeZone = await timeZoneOf(tx)
  return rows.map((row) => ({ ...row, day: dayOf(row.from, timeZone) }))
}

async function timeZoneOf(tx: Tx): Promise<string> {
  return (await tx.agency.findUnique({ where: { id: 1 } }))?.timeZone ?? 'Europe/Moscow'
}

/** An absence is the same when it is of the same person and begins on the same day. Those the file no longer names end now. */
export async function applyAbsences(
  tx: Tx,
  { agency: { timeZone }, absences }: AgencyFile,
  staff: ReadonlyMap<string, Staff>,
  now: Date,
): Promise<void> {
  const rows = await tx.absence.findMany({
    where: { clientId: null, OR: [{ listed: true }, { state: { not: 'over' } }] },
    include: { staff: true },
  })
  const placeOf = (absence: (typeof rows)[number]) => `${absence.staff.key} ${dayOf(absence.from, timeZone)}`
  const before = new Map(rows.map((row) => [placeOf(row), row]))
  for (const named of absences) {
    const row = before.get(`${named.who} ${named.from}`)
    before.delete(`${named.who} ${named.from}`)
    await applyAbsence(tx, named, row, { staff, timeZone })
  }
  for (const gone of before.values()) if (gone.listed) await endAbsence(tx, gone, now)
}

async function applyAbsence(
  tx: Tx,
  { who, from, to, standIn, note }: FileAbsence,
  row: Absence | undefined,
  { staff, timeZone }: { readonly staff: ReadonlyMap<string, Staff>; readonly timeZone: string },
): Promise<void> {
  const staffId = staff.get(who)?.id
  if (staffId === undefined) return
  const until = to === undefined ? null : endOf(to, timeZone)
  const data = { until, standInId: (standIn && staff.get(standIn)?.id) ?? null, note: note ?? null, listed: true }
  // What is over stays over: one that the file makes longer begins anew.
  const isRevived = row?.state === 'over' && row.until?.getTime() !== until?.getTime()
  if (row && !isRevived) await tx.absence.update({ where: { id: row.id }, data })
  else {
    if (row) await tx.absence.delete({ where: { id: row.id } })
    await tx.absence.create({ data: { ...data, staffId, from: startOf(from, timeZone) } })
  }
}

/** One that runs ends by the sweep, which brings the queue back; one that has not begun never will. */
async function endAbsence(tx: Tx, absence: Absence, now: Date): Promise<void> {
  const data = absence.state === 'running' ? { until: now } : { state: 'over' as const }
  await tx.absence.update({ where: { id: absence.id }, data: { ...data, listed: false } })
}

export async function applyDepartments(
  tx: Tx,
  departments: readonly FileDepartment[],
  staff: ReadonlyMap<string, Staff>,
): Promise<void> {
  for (const { key, name, duty, lead, members } of departments) {
    const data = { name, duty, leadId: (lead && staff.get(lead)?.id) ?? null, active: true }
    const { id } = await tx.department.upsert({ where: { key }, create: { key, ...data }, update: data })
    const ids = members.flatMap((member) => staff.get(member)?.id ?? [])
    await tx.departmentMember.deleteMany({ where: { departmentId: id, staffId: { notIn: ids } } })
    await tx.departmentMember.createMany({
      skipDuplicates: true,
      data: ids.map((staffId) => ({ departmentId: id, staffId })),
    })
  }
  await tx.department.updateMany({
    where: { key: { notIn: departments.map(({ key }) => key) } },
    data: { active: false },
  })
}

const METHOD_OF = {
  'round-robin': 'round_robin',
  'by-load': 'by_load',
  named: 'named',
} as const satisfies Record<FileAssignment['to'], AssignmentMethod>

/** The order is what counts, so the list is written anew. */
export async function applyAssignment(tx: Tx, rules: readonly FileAssignment[]): Promise<void> {
  await tx.assignmentRule.deleteMany()
  await tx.assignmentRule.createMany({
    data: rules.map((rule, position) => ({
      position,
      tiers: rule.tier,
      stage: rule.stage ?? null,
      languages: rule.language,
      method: METHOD_OF[rule.to],
      people: rule.people,
      grades: rule.grades,
      employments: rule.employment.map((employment) => (employment === 'in-house' ? 'in_house' : employment)),
    })),
  })
}
