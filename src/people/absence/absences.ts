import type { Tx } from '../../db/client.ts'
import type { Absence, Prisma } from '../../generated/prisma/client.ts'
import { stateAt } from './state.ts'

export type NewAbsence = {
  readonly staffId: string
  /** Only this client is in other hands. */
  readonly clientId?: string | undefined
  readonly standInId?: string | undefined
  readonly from: Date
  /** The first moment at which they are back; absent: until they say so. */
  readonly until?: Date | undefined
  readonly note?: string | undefined
  readonly setById: string
  /**
   * What becomes of an older one that it overlaps. all: it is over where the new one begins, as when somebody says anew until
   * when they are away · days: it goes on behind the new one's days.
   */
  readonly replaces: 'all' | 'days'
}

/**
 * Writes an absence down; the sweep at its edge makes it count. Whoever says it anew means the new one: what was planned
 * or running and overlaps it ends where the new one begins, so that two of one person never run together.
 */
export async function addAbsence(tx: Tx, added: NewAbsence): Promise<Absence> {
  const { staffId, clientId = null, from, until = null } = added
  const overlapping = await tx.absence.findMany({
    where: {
      staffId,
      clientId,
      state: { not: 'over' },
      ...(until === null ? {} : { from: { lt: until } }),
      OR: [{ until: null }, { until: { gt: from } }],
    },
  })
  for (const absence of overlapping) {
    await endAt(tx, absence, from)
    if (added.replaces === 'days' && until !== null) await goOnAfter(tx, absence, until)
  }
  return tx.absence.create({
    data: {
      staffId,
      clientId,
      from,
      until,
      standInId: added.standInId ?? null,
      note: added.note ?? null,
      setById: added.setById,
    },
  })
}

/** Back now: everything that is planned or running ends. Returns how many did. */
export async function endAbsences(tx: Tx, staffId: string, now: Date): Promise<number> {
  const open = await tx.absence.findMany({ where: { staffId, clientId: null, state: { not: 'over' } } })
  for (const absence of open) await endAt(tx, absence, now)
  return open.length
}

/** What is left of an older one behind a newer. */
async function goOnAfter(
  tx: Tx,
  { staffId, clientId, standInId, note, setById, until }: Absence,
  from: Date,
): Promise<void> {
  if (until !== null && until <= from) return
  await tx.absence.create({ data: { staffId, clientId, standInId, note, setById, from, until } })
}

/** One that had not begun by then never was. */
async function endAt(tx: Tx, { id, from }: Pick<Absence, 'id' | 'from'>, at: Date): Promise<void> {
  if (from < at) await tx.absence.update({ where: { id }, data: { until: at } })
  else await tx.absence.update({ where: { id }, data: { state: 'over' } })
}

/** Whose cards must be looked at anew. `clientId`: only of this client. */
export type Turned = { readonly staffId: string; readonly clientId: string | null; readonly leads: boolean }

/**
 * The absences at whose edge the clock has come, turned, each once. Whoever stood in for others and goes away, or comes
 * back, turns their queues too.
 */
export async function turnAbsences(tx: Tx, now: Date): Promise<Turned[]> {
  const due = await tx.absence.findMany({ where: dueAt(now), orderBy: { id: 'asc' }, include: { staff: true } })
  const turned: Turned[] = []
  for (const absence of due) {
    const state = stateAt(absence, now)
    const { count } = await tx.absence.updateMany({
      where: { id: absence.id, state: absence.state },
      data: { state },
    })
    if (count === 0 || (absence.state === 'planned' && state === 'over')) continue
    const { staffId, clientId, staff } = absence
    turned.push({ staffId, clientId, leads: staff.role === 'lead' || staff.role === 'admin' })
    turned.push(...(await stoodInFor(tx, staffId)))
  }
  return turned
}

function dueAt(now: Date): Prisma.AbsenceWhereInput {
  return {
    OR: [
      { state: 'planned', from: { lte: now } },
      { state: { in: ['planned', 'running'] }, until: { lte: now } },
    ],
  }
}

async function stoodInFor(tx: Tx, standInId: string): Promise<Turned[]> {
  const running = await tx.absence.findMany({ where: { standInId, state: 'running' }, include: { staff: true } })
  return running.map(({ staffId, clientId, staff }) => ({
    staffId,
    clientId,
    leads: staff.role === 'lead' || staff.role === 'admin',
  }))
}
