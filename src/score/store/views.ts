/** What the console and its API show of scores. Reads only. */
import type { Locale } from '../../core/ids.ts'
import type { Database } from '../../db/client.ts'
import type { AlertLevel } from '../reading/alert.ts'
import { type Explanation, explain } from '../reading/explain.ts'
import { type Figures, figuresOf } from '../reading/figures.ts'
import { highestOf } from '../reading/highest.ts'
import { type ClientReading, readingsAt, readingsPage } from './readings.ts'

export type ScoreLine = {
  readonly client: string
  readonly name: string
  readonly tier: string
  readonly manager: string | null
  /** Null: nothing has passed between us yet. */
  readonly score: number | null
  readonly attention: number | null
  readonly provisional: boolean
  /** Business days since the last contact, and since the client's own. */
  readonly gap: number | null
  readonly gapClient: number | null
  readonly alert: AlertLevel
  readonly trend: string | null
}

export type ScorePage = { readonly total: number; readonly clients: readonly ScoreLine[] }

/** Active clients in the order in which to call them, so many of them after so many. `manager`: a key. */
export async function scorePage(
  database: Database,
  {
    manager,
    limit,
    offset,
  }: { readonly manager?: string | undefined; readonly limit: number; readonly offset: number },
  now: Date,
): Promise<ScorePage> {
  const staff = manager === undefined ? null : await database.prisma.staff.findUnique({ where: { key: manager } })
  if (manager !== undefined && !staff) return { total: 0, clients: [] }
  const of = staff ? { managerId: staff.id } : {}
  const { total, readings } = await readingsPage(database, now, { of, limit, offset })
  return { total, clients: readings.map(lineOf) }
}

function lineOf({ client, reading }: ClientReading): ScoreLine {
  const { key, name, tier, manager } = client
  const round = (value: number, digits: number) => Number(value.toFixed(digits))
  return {
    client: key,
    name,
    tier,
    manager: manager?.key ?? null,
    score: reading && round(reading.score, 2),
    attention: reading && round(reading.attention, 3),
    provisional: reading?.status !== 'ok',
    gap: reading?.raw.gap ?? null,
    gapClient: reading?.raw.gapClient ?? null,
    alert: reading ? highestOf(reading) : 'none',
    trend: reading?.trend?.label ?? null,
  }
}

export type ScoreOf = ScoreLine & { readonly figures: Figures; readonly explanation: Explanation | null }

/** One client's score, part by part. Undefined: there is no such active client. */
export async function scoreOf(
  database: Database,
  key: string,
  locale: Locale,
  now: Date,
): Promise<ScoreOf | undefined> {
  const client = await database.prisma.client.findUnique({ where: { key }, select: { id: true } })
  const [one] = client ? await readingsAt(database, now, { id: client.id }) : []
  if (!one) return undefined
  const { reading } = one
  return { ...lineOf(one), figures: figuresOf(reading), explanation: reading && explain(reading, locale) }
}
