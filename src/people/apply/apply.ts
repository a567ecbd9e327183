import { after } from '../../core/clock.ts'
import type { Tx } from '../../db/client.ts'
import type { Client, Project, Staff } from '../../generated/prisma/client.ts'
import { assign } from '../assign/assign.ts'
import { bindContact, bindGroup, bindPrivate } from '../invitations.ts'
import { applyAbsences, applyAssignment, applyDepartments, markListed, unlistedPlaces } from './cover.ts'
import { type Change, differenceOf } from './difference.ts'
import type { Ids } from './file/ids.ts'
import type { AgencyFile, FileClient, FileContact, FilePerson, FileProject } from './file/schema.ts'
import { applyPoints } from './points.ts'
import { applyRules, askRulesAnew } from './rules.ts'
import { JOINED, snapshotOf } from './snapshot.ts'
import { applyTemplates } from './templates.ts'

/**
 * Makes the agency what its file says, and returns what that changed; the same file a second time changes nothing. What is
 * not in the file is switched off, never deleted: the log speaks of it.
 */
export async function applyAgency(tx: Tx, file: AgencyFile, ids: Ids, now = new Date()): Promise<Change[]> {
  const changes = await changesOf(tx, file, ids)
  await markListed(tx, file)
  if (changes.length === 0) return changes
  await applyAgencyRow(tx, file.agency)
  const staff = await applyStaff(tx, file.staff, ids)
  await applyAbsences(tx, file, staff, now)
  await applyDepartments(tx, file.departments, staff)
  await applyAssignment(tx, file.assignment)
  for (const [i, client] of file.clients.entries()) {
    const row = await applyClient(tx, client, staff, ids, file.assignment.length > 0)
    // Round robin goes by who got one last: no two at the same moment.
    await assign(tx, row, after(now, i))
  }
  await applyPoints(tx, file, staff, now)
  await applyTemplates(tx, file.templates)
  await applyRules(tx, file.rules)
  await tx.client.updateMany({
    where: { stage: 'client', listed: true, active: true, key: { notIn: file.clients.map(({ key }) => key) } },
    data: { active: false, endedAt: now },
  })
  await askRulesAnew(tx)
  return changes
}

/** What the file would change. Reads only. */
export async function changesOf(tx: Tx, file: AgencyFile, ids: Ids): Promise<Change[]> {
  return differenceOf(await snapshotOf(tx, ids), file, await unlistedPlaces(tx))
}

async function applyAgencyRow(tx: Tx, agency: AgencyFile['agency']): Promise<void> {
  const data = {
    name: agency.name,
    timeZone: agency.timeZone,
    locale: agency.locale,
    opensAt: agency.hours.open,
    closesAt: agency.hours.close,
    holidays: agency.holidays,
    burstQuietSeconds: agency.bursts.quiet,
    burstMaxSeconds: agency.bursts.longest,
    requestGapHours: agency.requestGap,
    typingSeconds: agency.typing,
    sla: agency.sla,
    quietFrom: agency.quiet?.from ?? null,
    quietTo: agency.quiet?.to ?? null,
    digestAt: agency.digest,
    draftHours: agency.drafts,
    undoSeconds: agency.undo,
    withholdsFiles: agency.files === 'withheld',
    mailDomains: agency.mailDomains,
    mailVerifiers: agency.mail.verifiers,
    countsUnverified: agency.mail.unverified === 'counted',
    cadences: agency.cadences,
    score: agency.score,
  }
  await tx.agency.upsert({ where: { id: 1 }, create: { id: 1, ...data }, update: data })
  // Hours and holidays may have changed: the next sweep reckons anew when each clock that runs is due.
  await tx.slaClock.updateMany({ where: { nextAt: { not: null } }, data: { nextAt: new Date(0) } })
  await applyReasons(tx, agency.reasons)
}

/** One that the file no longer names is not offered any more; what it was given to keeps it. */
async function applyReasons(tx: Tx, reasons: AgencyFile['agency']['reasons']): Promise<void> {
  for (const { key, parent, ru, en } of reasons) {
    const data = { parent, nameRu: ru, nameEn: en, active: true }
    await tx.agencyReason.upsert({ where: { key }, create: { key, ...data }, update: data })
  }
  await tx.agencyReason.updateMany({
    where: { key: { notIn: reasons.map(({ key }) => key) } },
    data: { active: false },
  })
}

/** Ids are taken from whoever has them first, so that two people may swap theirs. */
async function applyStaff(tx: Tx, people: readonly FilePerson[], ids: Ids): Promise<ReadonlyMap<string, Staff>> {
  const users = people.flatMap(({ slack }) => (slack === undefined ? [] : [ids.slack.user(slack) ?? '']))
  await tx.staff.updateMany({ where: { remoteUser: { in: users } }, data: { remoteUser: null } })
  const rows = new Map<string, Staff>()
  for (const person of people) {
    const { key } = person
    const data = {
      name: person.name,
      role: person.role,
      grade: person.grade ?? null,
      employment: person.employment === 'in-house' ? ('in_house' as const) : ('contractor' as const),
      craft: person.craft ?? null,
      seesMoney: person.seesMoney ?? null,
      locale: person.locale ?? null,
      blind: person.blind,
      ...(person.notify === undefined ? {} : { notify: person.notify }),
      ...(person.quiet === undefined ? {} : { quietFrom: person.quiet.from, quietTo: person.quiet.to }),
      remoteUser: person.slack === undefined ? null : (ids.slack.user(person.slack) ?? null),
      active: true,
    }
    rows.set(key, await tx.staff.upsert({ where: { key }, create: { key, ...data }, update: data }))
  }
  await tx.staff.updateMany({
    where: { key: { notIn: people.map(({ key }) => key) }, NOT: { key: { startsWith: JOINED } } },
    data: { active: false },
  })
  return rows
}

async function applyClient(
  tx: Tx,
  client: FileClient,
  staff: ReadonlyMap<string, Staff>,
  ids: Ids,
  isAssigned: boolean,
): Promise<Client> {
  const { key } = client
  const data = {
    name: client.name,
    stage: 'client' as const,
    tier: client.tier,
    segment: client.segment ?? null,
    // Where there are rules, a client that names nobody keeps whom they gave it.
    ...(isAssigned && client.manager === undefined ? {} : { managerId: idOf(staff, client.manager) }),
    deputyId: idOf(staff, client.deputy),
    locale: client.locale ?? null,
    timeZone: client.timeZone ?? null,
    cadence: client.cadence,
    active: true,
    endedAt: null,
  }
  const row = await tx.client.upsert({ where: { key }, create: { key, ...data }, update: data })
  const projects = await applyProjects(tx, row, client.projects, staff, ids)
  await applyContacts(tx, row, client.contacts, ids)
  for (const group of client.groups) {
    const conversation = ids.telegram.conversation(group.telegram)
    if (conversation === undefined) continue
    await bindGroup(tx, conversation, row.id, group.title)
    const project = group.project === undefined ? undefined : projects.get(group.project)
    if (project) await tx.chat.update({ where: { conversation }, data: { projectId: project.id } })
  }
  return row
}

function idOf(staff: ReadonlyMap<string, Staff>, key: string | undefined): string | null {
  return key === undefined ? null : (staff.get(key)?.id ?? null)
}

const VOICE_OF = { agency: 'agency', 'first-name': 'first_name' } as const

async function applyProjects(
  tx: Tx,
  client: Client,
  projects: readonly FileProject[],
  staff: ReadonlyMap<string, Staff>,
  ids: Ids,
): Promise<ReadonlyMap<string, Project>> {
  const rows = new Map<string, Project>()
  for (const { key, name, slackChannel, specialists, replies, voice } of projects) {
    const teamConversation = slackChannel === undefined ? null : (ids.slack.conversation(slackChannel) ?? null)
    const data = { name, replies, teamConversation, voice: VOICE_OF[voice], active: true }
    const row = await tx.project.upsert({
      where: { clientId_key: { clientId: client.id, key } },
      create: { clientId: client.id, key, ...data },
      update: data,
    })
    rows.set(key, row)
    const members = specialists.flatMap((member) => idOf(staff, member) ?? [])
    await tx.specialist.deleteMany({ where: { projectId: row.id, staffId: { notIn: members } } })
    await tx.specialist.createMany({
      skipDuplicates: true,
      data: members.map((staffId) => ({ projectId: row.id, staffId })),
    })
  }
  await tx.project.updateMany({
    where: { clientId: client.id, key: { notIn: projects.map(({ key }) => key) } },
    data: { active: false },
  })
  return rows
}

async function applyContacts(tx: Tx, client: Client, contacts: readonly FileContact[], ids: Ids): Promise<void> {
  for (const { key, name, telegram, locale } of contacts) {
    const data = { name, introduced: true, active: true, ...(locale === undefined ? {} : { locale }) }
    const row = await tx.contact.upsert({
      where: { clientId_key: { clientId: client.id, key } },
      create: { clientId: client.id, key, ...data },
      update: data,
    })
    const user = telegram === undefined ? undefined : ids.telegram.user(telegram)
    if (user === undefined || row.remoteUser === user) continue
    await bindContact(tx, client, row.id, { user, name })
    await bindPrivate(tx, ids.telegram.direct(user), client.id)
  }
  await tx.contact.updateMany({
    where: { clientId: client.id, AND: [{ key: { not: null } }, { key: { notIn: contacts.map(({ key }) => key) } }] },
    data: { active: false },
  })
}
