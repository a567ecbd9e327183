/** The same of the agency's own log: each client by what was agreed with it, up to now. Reads only. */
import type { Database } from '../../db/client.ts'
import { parentsOfReasons } from '../../interactions/reasons/correct.ts'
import { agencyOf } from '../../people/agency.ts'
import { COUNTS, eventsAfter } from '../store/events.ts'
import { ANYBODY } from '../store/fold.ts'
import { rulesOf } from '../store/rules.ts'
import { type Backtest, judge, type Walked, walk } from './backtest.ts'

/** Every client there ever was: those that left are what it is about. One history is in memory at a time. */
export async function backtestLog({ prisma }: Database, now: Date): Promise<Backtest> {
  const agency = await agencyOf(prisma)
  const parents = await parentsOfReasons(prisma)
  const end = Math.floor(now.getTime() / 1_000)
  const [first] = await prisma.$queryRaw<{ start: number | null }[]>`
    select floor(extract(epoch from min(i.at)))::float8 as start from "Interaction" i where ${COUNTS}`
  const start = first?.start ?? end
  const clients = await prisma.client.findMany({
    orderBy: { id: 'asc' },
    select: { id: true, cadence: true, segment: true },
  })
  const walked: Walked[] = []
  let contacts = 0
  for (const { id, ...agreement } of clients) {
    const events = (await eventsAfter(prisma, { clientId: id, managerId: ANYBODY }, null, parents)).filter(
      ({ ts }) => ts <= end,
    )
    if (events.length === 0) continue
    contacts += events.length
    walked.push(walk(events, { start, end }, rulesOf(agency, agreement)))
  }
  return judge(walked, { start, end, contacts })
}
