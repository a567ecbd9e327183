import { z } from 'zod'
import type { RemoteConversation, RemoteUser } from '../../core/ids.ts'
import { REASONS } from '../../core/interaction.ts'
import { settingsSchema } from '../../core/score-settings.ts'
import type { Tx } from '../../db/client.ts'
import type { ContactPoint } from '../../generated/prisma/client.ts'
import { dayOf, lastDayBefore } from '../absence/days.ts'
import { NEW_AGENCY } from '../agency.ts'
import { rulesInForce } from '../rules.ts'
import { slaOf } from '../sla.ts'
import type { Ids } from './file/ids.ts'
import {
  type AgencyFile,
  agencyFileSchema,
  type FileAbsence,
  type FileAgency,
  type FileAssignment,
  type FileClient,
  type FileContact,
  type FileDepartment,
  type FileGroup,
  type FilePerson,
  type FileProject,
} from './file/schema.ts'
import { templatesOf } from './templates.ts'

/**
 * The agency as its rows have it now, in the form of its file. People who just appeared (leads, contacts whom nobody wrote
 * down, whoever spoke in a thread) are not the file's business and are not in it.
 */
export async function snapshotOf(tx: Tx, ids: Ids): Promise<AgencyFile> {
  return agencyFileSchema.parse({
    agency: await agency(tx),
    staff: await staff(tx, ids),
    clients: await clients(tx, ids),
    absences: await absences(tx),
    departments: await departments(tx),
    assignment: await assignment(tx),
    templates: await templatesOf(tx),
    rules: await rulesInForce(tx),
  })
}

/** Whoever joined by speaking has a key that the program made (see people/staff.ts). */
export const JOINED = 'joined-'

async function agency(tx: Tx): Promise<FileAgency> {
  // Asking must not write: an agency that has no row yet is what a fresh one would be.
  const row = await tx.agency.findUnique({ where: { id: 1 } })
  if (!row) return agencyFileSchema.shape.agency.parse({ name: NEW_AGENCY })
  return {
    name: row.name,
    timeZone: row.timeZone,
    locale: row.locale,
    hours: { open: row.opensAt, close: row.closesAt },
    holidays: row.holidays,
    bursts: { quiet: row.burstQuietSeconds, longest: row.burstMaxSeconds },
    requestGap: row.requestGapHours,
    typing: row.typingSeconds,
    sla: slaOf(row),
    quiet: row.quietFrom === null || row.quietTo === null ? undefined : { from: row.quietFrom, to: row.quietTo },
    digest: row.digestAt,
    drafts: row.draftHours,
    undo: row.undoSeconds,
    files: row.withholdsFiles ? 'withheld' : 'shown',
    mailDomains: row.mailDomains,
    mail: { verifiers: row.mailVerifiers, unverified: row.countsUnverified ? 'counted' : 'logged' },
    reasons: await reasons(tx),
    cadences: row.cadences as FileAgency['cadences'],
    score: settingsSchema.parse(row.score),
  }
}

async function reasons(tx: Tx): Promise<FileAgency['reasons']> {
  const rows = await tx.agencyReason.findMany({ where: { active: true }, orderBy: { key: 'asc' } })
  return rows.map(({ key, parent, nameRu, nameEn }) => ({
    key,
    parent: z.enum(REASONS).parse(parent),
    ru: nameRu,
    en: nameEn,
  }))
}

function pointsIn(points: readonly ContactPoint[]): Pick<FilePerson, 'phones' | 'emails'> {
  const of = (wanted: ContactPoint['kind']) =>
    points
      .filter(({ kind }) => kind === wanted)
      .map(({ value }) => value)
      .sort()
  return { phones: of('phone'), emails: of('email') }
}

async function staff(tx: Tx, ids: Ids): Promise<FilePerson[]> {
  const rows = await tx.staff.findMany({
    where: { active: true, NOT: { key: { startsWith: JOINED } } },
    orderBy: { key: 'asc' },
    include: { contactPoints: true },
  })
  return rows.map((row) => ({
    key: row.key,
    name: row.name,
    role: row.role,
    grade: row.grade ?? undefined,
    employment: row.employment === 'in_house' ? 'in-house' : 'contractor',
    craft: row.craft ?? undefined,
    seesMoney: row.seesMoney ?? undefined,
    slack: row.remoteUser === null ? undefined : ids.slack.plain(row.remoteUser as RemoteUser),
    locale: row.locale ?? undefined,
    blind: row.blind,
    ...pointsIn(row.contactPoints),
    notify: row.notify === 'all' ? undefined : row.notify,
    quiet: row.quietFrom === null || row.quietTo === null ? undefined : { from: row.quietFrom, to: row.quietTo },
  }))
}

/** Those that are over stay as long as the file names them; what was lent for a while is no matter of the file. */
async function absences(tx: Tx): Promise<FileAbsence[]> {
  const timeZone = (await tx.agency.findUnique({ where: { id: 1 } }))?.timeZone ?? 'Europe/Moscow'
  const rows = await tx.absence.findMany({
    where: { clientId: null, OR: [{ state: { not: 'over' } }, { listed: true }] },
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
    include: { staff: true, standIn: true },
  })
  return rows.map((row) => ({
    who: row.staff.key,
    from: dayOf(row.from, timeZone),
    to: row.until === null ? undefined : lastDayBefore(row.until, timeZone),
    standIn: row.standIn?.key,
    note: row.note ?? undefined,
  }))
}

async function departments(tx: Tx): Promise<FileDepartment[]> {
  const rows = await tx.department.findMany({
    where: { active: true },
    orderBy: { key: 'asc' },
    include: { lead: true, members: { include: { staff: true } } },
  })
  return rows.map(({ key, name, duty, lead, members }) => ({
    key,
    name,
    duty,
    lead: lead?.key,
    members: members.map(({ staff }) => staff.key),
  }))
}

const METHOD_OF = { round_robin: 'round-robin', by_load: 'by-load', named: 'named' } as const

async function assignment(tx: Tx): Promise<FileAssignment[]> {
  const rows = await tx.assignmentRule.findMany({ orderBy: { position: 'asc' } })
  return rows.map((row) => ({
    tier: row.tiers,
    stage: row.stage ?? undefined,
    language: row.languages,
    to: METHOD_OF[row.method],
    people: row.people,
    grades: row.grades,
    employment: row.employments.map((employment) => (employment === 'in_house' ? 'in-house' : employment)),
  }))
}

async function clients(tx: Tx, ids: Ids): Promise<FileClient[]> {
  const rows = await tx.client.findMany({
    where: { active: true, stage: 'client' },
    orderBy: { key: 'asc' },
    include: {
      manager: true,
      deputy: true,
      contacts: { where: { active: true, key: { not: null } }, orderBy: { key: 'asc' }, include: { points: true } },
      chats: { where: { kind: 'group' }, orderBy: { conversation: 'asc' }, include: { project: true } },
      projects: {
        where: { active: true },
        orderBy: { key: 'asc' },
        include: { specialists: { include: { staff: true }, orderBy: { staff: { key: 'asc' } } } },
      },
    },
  })
  return rows.map((row) => ({
    key: row.key,
    name: row.name,
    tier: row.tier,
    segment: row.segment ?? undefined,
    manager: row.manager?.key,
    deputy: row.deputy?.key,
    locale: row.locale ?? undefined,
    timeZone: row.timeZone ?? undefined,
    cadence: row.cadence as FileClient['cadence'],
    contacts: row.contacts.map(
      (contact): FileContact => ({
        key: contact.key ?? '',
        name: contact.name,
        telegram: contact.remoteUser === null ? undefined : ids.telegram.plain(contact.remoteUser as RemoteUser),
        locale: contact.locale ?? undefined,
        ...pointsIn(contact.points),
      }),
    ),
    groups: row.chats.map(
      (chat): FileGroup => ({
        telegram: ids.telegram.plain(chat.conversation as RemoteConversation),
        project: chat.project?.key,
        title: chat.title ?? undefined,
      }),
    ),
    projects: row.projects.map(
      (project): FileProject => ({
        key: project.key,
        name: project.name,
        slackChannel:
          project.teamConversation === null
            ? undefined
            : ids.slack.plain(project.teamConversation as RemoteConversation),
        specialists: project.specialists.map((specialist) => specialist.staff.key),
        replies: project.replies,
        voice: project.voice === 'agency' ? 'agency' : 'first-name',
      }),
    ),
  }))
}
