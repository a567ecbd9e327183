/** Numbers and addresses that nobody knows: who called and wrote from there, whose they are, or that they are nobody's. */
import { type ContactPoint, type ContactPointKind, contactPoint } from '../../core/contact-point.ts'
import { InputError } from '../../core/errors.ts'
import type { Locale } from '../../core/ids.ts'
import { inWords } from '../../core/when.ts'
import type { Database } from '../../db/client.ts'
import { transaction } from '../../db/transaction.ts'
import { agencyOf } from '../agency.ts'
import { say } from './text.ts'

type Unmatched = {
  readonly kind: ContactPointKind
  readonly value: string
  readonly count: number
  readonly last: Date
  readonly name: string | null
}

/** As many lines as anybody reads. */
const MOST = 100

export async function listUnmatched(
  { prisma }: Database,
  { locale, format }: { readonly locale: Locale; readonly format: 'table' | 'json' },
): Promise<string> {
  const rows = await prisma.$queryRaw<Unmatched[]>`
    select "pointKind"::text as kind, value, count(*)::int as count, max(at) as last,
      (array_agg(name order by at desc) filter (where name is not null))[1] as name
    from "UnmatchedContact" where "matchedAt" is null and "dismissedAt" is null
    group by "pointKind", value order by count desc, last desc, value`
  if (format === 'json') return JSON.stringify(rows, null, 2)
  if (rows.length === 0) return say(locale, 'none')
  const { timeZone } = await agencyOf(prisma)
  const lines = rows.slice(0, MOST).map(({ value, count, last, name }) =>
    say(locale, 'line', {
      value,
      count,
      last: inWords(last, timeZone),
      name: name === null ? '' : say(locale, 'named', { name }),
    }),
  )
  return [
    say(locale, 'head', { points: rows.length }),
    ...lines.map((line) => `  ${line}`),
    ...(rows.length > MOST ? [`  ${say(locale, 'more', { count: rows.length - MOST })}`] : []),
    say(locale, 'next'),
  ].join('\n')
}

/** What came from there is nobody's. Throws InputError for what is no number or address, or waits no more. */
export async function dismissPoint(
  database: Database,
  { given, locale }: { readonly given: string; readonly locale: Locale },
  now: Date,
): Promise<string> {
  const { kind, value } = pointIn(given, locale)
  const { count } = await transaction(database, (tx) =>
    tx.unmatchedContact.updateMany({
      where: { pointKind: kind, value, matchedAt: null, dismissedAt: null },
      data: { dismissedAt: now },
    }),
  )
  if (count === 0) throw new InputError(say(locale, 'nothing-waits', { value }))
  return say(locale, 'dismissed', { value, count })
}

/** Throws InputError for text that is neither. */
export function pointIn(given: string, locale: Locale): ContactPoint {
  const read = contactPoint(given.includes('@') ? 'email' : 'phone', given)
  if (!read) throw new InputError(say(locale, 'wrong-point', { given }))
  return read
}
