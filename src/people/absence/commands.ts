import type { AbsenceView, Away, AwayAnswer, CoverRefusal, Named } from '../../core/cover.ts'
import type { Locale, RemoteUser } from '../../core/ids.ts'
import type { Tx } from '../../db/client.ts'
import type { Absence, Agency, Client, Prisma, Staff } from '../../generated/prisma/client.ts'
import { agencyOf } from '../agency.ts'
import { type Colleague, isLead, localeOfStaff, staffByUser } from '../staff.ts'
import { addAbsence, endAbsences } from './absences.ts'
import { dayOf, endOf, lastDayBefore, resolved, startOf } from './days.ts'

/** Somebody is away, or will be. It counts when the sweep has come to its edge. */
export async function away(tx: Tx, asked: Away, now: Date): Promise<AwayAnswer> {
  const asking = await askedFor(tx, asked)
  if (asking.kind === 'refused') return asking
  const { agency, by, who, locale } = asking
  const refused = (why: CoverRefusal, given?: string): AwayAnswer => ({ kind: 'refused', locale, why, given })
  if (!answers(who)) return refused('not_answering', who.name)
  const today = dayOf(now, agency.timeZone)
  const firstDay = asked.from === undefined ? today : resolved(asked.from, today)
  const lastDay = asked.to === undefined ? undefined : resolved(asked.to, firstDay)
  const from = later(startOf(firstDay, agency.timeZone), now)
  const until = lastDay === undefined ? undefined : endOf(lastDay, agency.timeZone)
  if (until !== undefined && until <= now) return refused('over_already', asked.to)
  if (until !== undefined && until <= from) return refused('ends_before_it_begins', asked.to)
  const standIn = asked.standIn === undefined ? undefined : await personNamed(tx, asked.standIn)
  if (asked.standIn !== undefined && !standIn) return refused('nobody', nameGiven(asked.standIn))
  if (standIn && !answers(standIn)) return refused('not_answering', standIn.name)
  if (standIn?.id === who.id) return refused('their_own_stand_in')
  const gone = standIn && (await absenceWithin(tx, standIn.id, from, until))
  if (standIn && gone && isAllOf(gone, from, until)) return refused('stand_in_away', standIn.name)
  const added = await addAbsence(tx, {
    staffId: who.id,
    standInId: standIn?.id,
    from,
    until,
    note: asked.note,
    setById: by.id,
    replaces: asked.from === undefined ? 'all' : 'days',
  })
  const absence = viewOf({ ...added, staff: who, standIn: standIn ?? null, client: null }, agency)
  const standInAway = gone && daysOf(gone, agency)
  return { kind: 'away', locale, absence: { ...absence, running: from <= now }, standInAway }
}

/** Somebody is back. */
export async function back(tx: Tx, asked: Pick<Away, 'by' | 'who'>, now: Date): Promise<AwayAnswer> {
  const asking = await askedFor(tx, asked)
  if (asking.kind === 'refused') return asking
  const { who, locale } = asking
  return { kind: 'back', locale, name: who.name, ended: await endAbsences(tx, who.id, now) }
}

/** As many as anybody reads. */
const MOST = 40

/**
 * Who is away or will be, the nearest first. Whose clients somebody else answers for meanwhile is for those who answer for
 * clients; whoever must not know for whom they work reads no notes, for these may say it. Reads only.
 */
export async function absencesOf(
  tx: Tx,
  by: RemoteUser,
): Promise<{ locale: Locale; absences: AbsenceView[]; more: number } | undefined> {
  const staff = await staffByUser(tx, by)
  if (!staff) return undefined
  const agency = await agencyOf(tx)
  const where: Prisma.AbsenceWhereInput = { state: { not: 'over' }, ...(answers(staff) ? {} : { clientId: null }) }
  const count = await tx.absence.count({ where })
  const rows = await tx.absence.findMany({
    where,
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
    take: MOST,
    include: { staff: true, standIn: true, client: true },
  })
  const readable = (row: Told) => (staff.blind ? { ...row, note: null } : row)
  return {
    locale: localeOfStaff(staff, agency),
    absences: rows.map((row) => viewOf(readable(row), agency)),
    more: count - rows.length,
  }
}

type Asking = {
  readonly kind: 'asking'
  readonly agency: Agency
  readonly by: Colleague
  readonly who: Staff
  readonly locale: Locale
}

/** Who asks, for whom, and whether they may. */
async function askedFor(
  tx: Tx,
  asked: Pick<Away, 'by' | 'who'>,
): Promise<Asking | Extract<AwayAnswer, { kind: 'refused' }>> {
  const agency = await agencyOf(tx)
  const by = await staffByUser(tx, asked.by)
  if (!by) return { kind: 'refused', locale: agency.locale, why: 'stranger' }
  const locale = localeOfStaff(by, agency)
  const who = asked.who === undefined ? by : await personNamed(tx, asked.who)
  if (!who) return { kind: 'refused', locale, why: 'nobody', given: asked.who && nameGiven(asked.who) }
  if (who.id !== by.id && !isLead(by)) return { kind: 'refused', locale, why: 'not_yours' }
  return { kind: 'asking', agency, by, who, locale }
}

async function personNamed(tx: Tx, named: Named): Promise<Staff | undefined> {
  const where = 'user' in named ? { remoteUser: named.user } : { key: named.key }
  const found = await tx.staff.findUnique({ where })
  return found?.active ? found : undefined
}

function nameGiven(named: Named): string {
  return 'user' in named ? named.user.replace(/^\w+:/, '') : named.key
}

function answers({ role }: Staff): boolean {
  return role === 'manager' || role === 'lead' || role === 'admin'
}

/** The first absence of somebody in this time. Undefined: they are there. */
async function absenceWithin(
  tx: Tx,
  staffId: string,
  from: Date,
  until: Date | undefined,
): Promise<Absence | undefined> {
  const found = await tx.absence.findFirst({
    where: {
      staffId,
      clientId: null,
      state: { not: 'over' },
      ...(until === undefined ? {} : { from: { lt: until } }),
      OR: [{ until: null }, { until: { gt: from } }],
    },
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
  })
  return found ?? undefined
}

/** Whoever is away all of the time cannot stand in. Of one without an end: when it begins. */
function isAllOf(gone: Absence, from: Date, until: Date | undefined): boolean {
  return gone.from <= from && (gone.until === null || until === undefined || gone.until >= until)
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b
}

type Told = Absence & {
  readonly staff: Staff
  readonly standIn: Staff | null
  readonly client: Client | null
}

function daysOf({ from, until }: Absence, { timeZone }: Agency): Pick<AbsenceView, 'from' | 'to'> {
  return { from: dayOf(from, timeZone), to: until === null ? undefined : lastDayBefore(until, timeZone) }
}

function viewOf(absence: Told, agency: Agency): AbsenceView {
  const { staff, standIn, client, note, state } = absence
  return {
    name: staff.name,
    ...daysOf(absence, agency),
    standIn: standIn?.name,
    client: client?.name,
    note: note ?? undefined,
    running: state === 'running',
  }
}
