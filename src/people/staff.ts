import { createHash } from 'node:crypto'
import type { Person } from '../core/flow.ts'
import type { Locale, RemoteUser } from '../core/ids.ts'
import type { Tx } from '../db/client.ts'
import type { Client, ClientStage, Prisma, Staff } from '../generated/prisma/client.ts'

/** Absences that hold now: the person's own, and those in which they stand in for somebody. */
const withCover = {
  absences: { where: { state: 'running' } },
  standsIn: { where: { state: 'running' }, include: { staff: true } },
} satisfies Prisma.StaffInclude
/** A member of staff who asks for something, with whom they stand in for just now. */
export type Colleague = Prisma.StaffGetPayload<{ include: typeof withCover }>

/** Whose decision something is: a client's, or one relay's of that client (`assigneeId`). */
export type Answered = Pick<Client, 'id' | 'managerId' | 'deputyId'> & {
  readonly assigneeId?: string | null
  readonly stage?: ClientStage
}

/** By who they are on the team's platform, or in the clients' bot. */
export async function staffByUser(tx: Tx, user: RemoteUser): Promise<Colleague | undefined> {
  const found = await tx.staff.findFirst({
    where: { OR: [{ remoteUser: user }, { remoteTelegram: user }] },
    include: withCover,
  })
  return found?.active ? found : undefined
}

/** These people, with whom they stand in for just now; always in the same order. */
export function staffByIds(tx: Tx, ids: readonly string[]): Promise<Colleague[]> {
  return tx.staff.findMany({ where: { id: { in: [...ids] } }, orderBy: { key: 'asc' }, include: withCover })
}

/** Whoever speaks in a project's thread works here: a person whom the agency's file does not know is a specialist. */
export async function staffSpeaking(tx: Tx, person: Person): Promise<Staff> {
  const known = await tx.staff.findUnique({ where: { remoteUser: person.user } })
  if (known) return known
  const key = `joined-${createHash('sha256').update(person.user).digest('hex').slice(0, 10)}`
  return tx.staff.create({ data: { key, name: person.name, role: 'specialist', remoteUser: person.user } })
}

/**
 * May this person decide about this client's messages? The client's manager and deputy, whoever it was handed over to,
 * those who stand in for them, leads and admins; of a client that nobody answers for (an unknown person), every manager
 * of the house. Whoever is absent still may: one decision is all there is, whoever takes it, and nothing is left lying
 * because the only person who knows has the wrong card before them.
 */
export function mayDecide(staff: Colleague, of: Answered): boolean {
  if (!staff.active) return false
  if (isLead(staff) || answersFor(staff, of)) return true
  const nobodys = of.managerId === null && of.deputyId === null
  if (nobodys && staff.role === 'manager' && staff.employment === 'in_house') return true
  return staff.standsIn.some(
    (absence) =>
      (absence.clientId === null || absence.clientId === of.id) &&
      (answersFor(absence.staff, of) || (isLead(absence.staff) && staff.employment === 'in_house')),
  )
}

/** The clients that a person may decide about (`mayDecide`), as a query. */
export function clientsOf(staff: Colleague): Prisma.ClientWhereInput {
  const isTheirs = (id: string) => [{ managerId: id }, { deputyId: id }]
  const there = { active: true } as const
  if (isLead(staff)) return there
  const nobodys = staff.employment === 'in_house' ? [{ managerId: null, deputyId: null }] : []
  const others = staff.standsIn.map(({ clientId, staff: person }) => ({
    ...(clientId === null ? {} : { id: clientId }),
    ...(isLead(person) && staff.employment === 'in_house' ? {} : { OR: isTheirs(person.id) }),
  }))
  return { ...there, OR: [...isTheirs(staff.id), ...nobodys, ...others] }
}

export function isLead(staff: Pick<Staff, 'role'>): boolean {
  return staff.role === 'admin' || staff.role === 'lead'
}

function answersFor(staff: Staff, of: Answered): boolean {
  const theirs = [of.assigneeId, of.managerId, of.deputyId].includes(staff.id)
  return theirs && (staff.role === 'manager' || isLead(staff))
}

/**
 * Who gets the cards of this: whoever it was handed over to, else the client's manager, else its deputy, each by their
 * stand-in while they are absent; else the department whose duty it is, else everybody who leads. Only people who are
 * there and can be reached on the team's platform; empty means that nobody can be told.
 */
export async function deciders(tx: Tx, of: Answered): Promise<Staff[]> {
  for (const id of [of.assigneeId, of.managerId, of.deputyId]) {
    const person = id === null || id === undefined ? undefined : await presentFor(tx, id, of.id)
    if (person) return [person]
  }
  const department = of.stage === undefined ? [] : await departmentFor(tx, of.stage)
  return department.length > 0 ? department : leaders(tx)
}

/** The person, or whoever stands in for them with this client just now. */
async function presentFor(tx: Tx, id: string, clientId: string): Promise<Staff | undefined> {
  const person = await tx.staff.findUnique({
    where: { id },
    include: {
      absences: {
        where: { state: 'running', OR: [{ clientId: null }, { clientId }] },
        orderBy: [{ clientId: { sort: 'asc', nulls: 'last' } }, { from: 'asc' }, { id: 'asc' }],
        include: {
          standIn: { include: { absences: { where: { state: 'running', OR: [{ clientId: null }, { clientId }] } } } },
        },
      },
    },
  })
  if (!person?.active) return undefined
  if (person.absences.length === 0) return isReachable(person) ? person : undefined
  const standIns = person.absences.flatMap(({ standIn }) => standIn ?? [])
  return standIns.find((standIn) => isReachable(standIn) && standIn.absences.length === 0)
}

/**
 * Who of these is away, from everything or from this client, each with the stand-ins whom they named and who are there.
 * One query.
 */
export async function standInsOf(tx: Tx, ids: readonly string[], clientId: string): Promise<Map<string, Staff[]>> {
  const away = await tx.absence.findMany({
    where: { staffId: { in: [...ids] }, state: 'running', OR: [{ clientId: null }, { clientId }] },
    orderBy: [{ clientId: { sort: 'asc', nulls: 'last' } }, { from: 'asc' }, { id: 'asc' }],
    include: {
      standIn: { include: { absences: { where: { state: 'running', OR: [{ clientId: null }, { clientId }] } } } },
    },
  })
  const found = new Map<string, Staff[]>()
  for (const { staffId, standIn } of away) {
    const isThere = standIn && isReachable(standIn) && standIn.absences.length === 0
    found.set(staffId, [...(found.get(staffId) ?? []), ...(isThere ? [standIn] : [])])
  }
  return found
}

function isReachable(person: Pick<Staff, 'active' | 'remoteUser'>): boolean {
  return person.active && person.remoteUser !== null
}

const present = {
  active: true,
  remoteUser: { not: null },
  absences: { none: { state: 'running', clientId: null } },
} satisfies Prisma.StaffWhereInput

/** Where work is divided by duty: those who lead the department that takes in strangers, or runs clients; else its managers. */
async function departmentFor(tx: Tx, stage: ClientStage): Promise<Staff[]> {
  const own = { active: true, duty: stage === 'lead' ? ('intake' as const) : ('running' as const) }
  const heads = await tx.staff.findMany({ where: { ...present, leads: { some: own } }, orderBy: { key: 'asc' } })
  if (heads.length > 0) return heads
  return tx.staff.findMany({
    where: {
      ...present,
      departments: { some: { department: own } },
      OR: [{ role: 'manager', employment: 'in_house' }, { role: { in: ['lead', 'admin'] } }],
    },
    orderBy: { key: 'asc' },
  })
}

/**
 * Leads and admins who are there; an agency that has none is led by its managers of the house. When all of them are absent:
 * their stand-ins, else all of them, for something without an owner is worse. `except`: somebody who cannot be asked, because
 * it is about what they said.
 */
export async function leaders(tx: Tx, except: string | null = null): Promise<Staff[]> {
  const others = except === null ? {} : { id: { not: except } }
  const reachable = { active: true, remoteUser: { not: null } }
  const ranks: Prisma.StaffWhereInput[] = [
    { role: { in: ['lead', 'admin'] } },
    { role: 'manager', employment: 'in_house' },
  ]
  for (const rank of ranks) {
    const there = await tx.staff.findMany({ where: { ...present, ...rank, ...others }, orderBy: { key: 'asc' } })
    if (there.length > 0) return there
    const instead = {
      standsIn: { some: { state: 'running', clientId: null, staff: { ...reachable, ...rank } } },
    } as const
    const standIns = await tx.staff.findMany({ where: { ...present, ...instead, ...others }, orderBy: { key: 'asc' } })
    if (standIns.length > 0) return standIns
    const all = await tx.staff.findMany({ where: { ...reachable, ...rank, ...others }, orderBy: { key: 'asc' } })
    if (all.length > 0) return all
  }
  return []
}

/** Managers and those above speak inside unless they mark what they say for the client. */
export function speaksInside(staff: Pick<Staff, 'role'>): boolean {
  return staff.role !== 'specialist'
}

/** Subcontracted managers see no amounts of money unless an admin allowed it; others see them unless an admin forbade it. */
export function seesMoney(staff: Pick<Staff, 'role' | 'employment' | 'seesMoney'>): boolean {
  return staff.seesMoney ?? (staff.role !== 'manager' || staff.employment === 'in_house')
}

export function localeOfStaff(staff: Pick<Staff, 'locale'>, agency: { readonly locale: Locale }): Locale {
  return staff.locale ?? agency.locale
}
