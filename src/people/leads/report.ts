import type { Locale } from '../../core/ids.ts'
import { LEAD_STATES, type LeadState } from '../../core/leads.ts'
import { texts } from '../../core/text.ts'
import type { Database } from '../../db/client.ts'
import { dayOf } from '../absence/days.ts'
import { agencyOf } from '../agency.ts'

const en = `
none = There are no leads yet: unknown persons who write to the bot become leads.
state-new = new
state-qualified = qualified
state-won = won
state-lost = lost
line = { $state } · { $name } · since { $since }{ $manager }{ $ended }
manager = { " " }· { $name }
ended = { " " }· { $day }
reason = { " " }· { $day }: { $reason }
more = … and { $count } more before these.
counts = { $all } in all: { $new } new, { $qualified } qualified, { $won } won, { $lost } lost.
conversion = Of { $decided } decided { $won } became clients: { $share } %. Of all { $all }: { $shareOfAll } %.
undecided = None is decided yet.
`

const ru = `
none = Лидов пока нет: ими становятся незнакомые люди, которые пишут боту.
state-new = новый
state-qualified = квалифицирован
state-won = выигран
state-lost = потерян
line = { $state } · { $name } · с { $since }{ $manager }{ $ended }
manager = { " " }· { $name }
ended = { " " }· { $day }
reason = { " " }· { $day }: { $reason }
more = … и ещё { $count } до них.
counts = Всего { $all }: новых { $new }, квалифицированных { $qualified }, выиграно { $won }, потеряно { $lost }.
conversion = Из решённых ({ $decided }) клиентами стали { $won }: { $share } %. Из всех ({ $all }): { $shareOfAll } %.
undecided = Ни по одному ещё не решено.
`

export const SOURCES = { en, ru }
const say = texts(SOURCES)

export type Counts = Readonly<Record<LeadState, number>>

/** Won among those that came to an end, and among all; in per cent, rounded to a tenth. Undefined: none has ended. */
export function conversionOf({ won, lost, ...open }: Counts): { ofDecided: number; ofAll: number } | undefined {
  const decided = won + lost
  if (decided === 0) return undefined
  const share = (whole: number) => Math.round((won / whole) * 1_000) / 10
  return { ofDecided: share(decided), ofAll: share(decided + open.new + open.qualified) }
}

/** As many lines as anybody reads. */
const MOST = 100

/** The newest leads, and of all there ever were how many became clients. Reads only. */
export async function leadsReport({ prisma }: Database, locale: Locale): Promise<string> {
  const { timeZone } = await agencyOf(prisma)
  const rows = await prisma.client.findMany({
    where: { lead: { not: null } },
    orderBy: [{ leadSince: 'desc' }, { id: 'desc' }],
    take: MOST,
    include: { manager: true },
  })
  if (rows.length === 0) return say(locale, 'none')
  const lines = rows.map(({ name, lead, leadSince, wonAt, lostAt, lostReason, manager }) => {
    const endedAt = lead === 'won' ? wonAt : lead === 'lost' ? lostAt : null
    const day = endedAt ? dayOf(endedAt, timeZone) : ''
    const ended = lostReason === null ? 'ended' : 'reason'
    return say(locale, 'line', {
      state: say(locale, `state-${lead}`),
      name,
      since: leadSince ? dayOf(leadSince, timeZone) : '',
      manager: manager ? say(locale, 'manager', { name: manager.name }) : '',
      ended: endedAt ? say(locale, ended, { day, reason: lostReason ?? '' }) : '',
    })
  })
  const counts = await countsOf(prisma)
  const more = LEAD_STATES.reduce((sum, state) => sum + counts[state], 0) - rows.length
  const rest = more > 0 ? [say(locale, 'more', { count: more })] : []
  return [...lines, ...rest, '', ...summaryOf(counts, locale)].join('\n')
}

async function countsOf(prisma: Database['prisma']): Promise<Counts> {
  const groups = await prisma.client.groupBy({ by: ['lead'], where: { lead: { not: null } }, _count: true })
  const of = (state: LeadState) => groups.find(({ lead }) => lead === state)?._count ?? 0
  return { new: of('new'), qualified: of('qualified'), won: of('won'), lost: of('lost') }
}

function summaryOf(counts: Counts, locale: Locale): string[] {
  const all = LEAD_STATES.reduce((sum, state) => sum + counts[state], 0)
  const conversion = conversionOf(counts)
  const { won, lost } = counts
  return [
    say(locale, 'counts', { ...counts, all }),
    conversion === undefined
      ? say(locale, 'undecided')
      : say(locale, 'conversion', {
          all,
          won,
          decided: won + lost,
          share: conversion.ofDecided,
          shareOfAll: conversion.ofAll,
        }),
  ]
}
