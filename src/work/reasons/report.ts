/** What `liaison reasons report` prints. Reads only. */
import { after, DAY } from '../../core/clock.ts'
import type { Locale } from '../../core/ids.ts'
import type { Reason } from '../../core/interaction.ts'
import { type KeyedReason, reasonName, weightiest } from '../../core/reasons.ts'
import { texts } from '../../core/text.ts'
import type { Database, Tx } from '../../db/client.ts'
import { parentsOfReasons } from '../../interactions/reasons/correct.ts'
import type { Rate } from '../figures/stats/interval.ts'
import { type Judged, type Measured, measure } from './measure.ts'

const en = `
head = Reasons proposed on cards that people decided in the last { NUMBER($days, useGrouping: 0) } days: { $cards }, of them put right { $corrected }.
none = Nobody has decided a card with a proposed reason in the last { NUMBER($days, useGrouping: 0) } days.
basis = Counted as right is what nobody has corrected: whoever overlooks a wrong reason makes the figure better than it is.
interval = [a–b]: 95 % interval (Wilson). “meant”: cards with this reason in the end. An agency’s own reasons count as those they stand for.
reason = reason
proposed = proposed
kept = kept
share = share kept
meant = meant
all = all
mixed-up = Most often put right:
pair = { $proposed } → { $holds }: { NUMBER($count, useGrouping: 0) }
`

const ru = `
head = Причины, предположенные на карточках, которые решили люди, за последние { NUMBER($days, useGrouping: 0) } дн.: { $cards }, из них исправлено { $corrected }.
none = За последние { NUMBER($days, useGrouping: 0) } дн. никто не решил ни одной карточки с предположенной причиной.
basis = Верным считается то, чего никто не исправил: кто не заметил ошибку, тот улучшил этот показатель.
interval = [a–b]: интервал 95 % (Уилсон). «на деле»: карточки, у которых в итоге эта причина. Свои причины агентства считаются как те, которым они соответствуют.
reason = причина
proposed = предложено
kept = оставлено
share = доля оставленных
meant = на деле
all = все
mixed-up = Чаще всего исправляли:
pair = { $proposed } → { $holds }: { NUMBER($count, useGrouping: 0) }
`

export const SOURCES = { en, ru }
const say = texts(SOURCES)

export type Asked = { readonly locale: Locale; readonly format: 'table' | 'json'; readonly days: number }

export async function reasonsReport(
  { prisma }: Pick<Database, 'prisma'>,
  { locale, format, days }: Asked,
  now: Date,
): Promise<string> {
  const measured = measure(await judgedSince(prisma, after(now, -days * DAY), now))
  return format === 'json' ? JSON.stringify({ days, ...measured }, null, 2) : inWords(measured, days, locale)
}

type Row = { readonly relay: string; readonly proposed: string; readonly holds: string }

/**
 * The client's messages on cards that a person decided: at what a rule has let through nobody need have looked. That something
 * settled a complaint says nothing of what was proposed for it.
 */
async function judgedSince(tx: Tx, since: Date, now: Date): Promise<Judged[]> {
  const parents = await parentsOfReasons(tx)
  const rows = await tx.$queryRaw<Row[]>`
    select r.id as relay, coalesce(e.reason, i.reason) as proposed, coalesce(c.reason, e.reason, i.reason) as holds
    from "Relay" r
      join "RelayPart" p on p."relayId" = r.id and p."withdrawnAt" is null
      join "Interaction" i on i.source = p.message
      join "Interaction" e on e.id = p."interactionId"
      left join lateral (select reason from "ReasonCorrection" where "interactionId" = i.id
        and reason <> 'complaint_resolved' order by "chainSeq" desc limit 1) c on true
    where r.direction = 'to_team' and r.kind = 'message' and r."decidedById" is not null
      and r."decidedAt" >= ${since} and r."decidedAt" <= ${now} and coalesce(e.confidence, i.confidence) is not null
    order by r.number, p.at`
  const byRelay = new Map<string, Row[]>()
  for (const row of rows) byRelay.set(row.relay, [...(byRelay.get(row.relay) ?? []), row])
  const keyed = (key: string): KeyedReason => ({ key, parent: parents.get(key) ?? 'other' })
  const first = (keys: readonly string[]): Reason => weightiest(keys.map(keyed))?.parent ?? 'other'
  return [...byRelay.values()].map((of) => ({
    proposed: first(of.map(({ proposed }) => proposed)),
    holds: first(of.map(({ holds }) => holds)),
  }))
}

function inWords({ all, classes, mixedUp }: Measured, days: number, locale: Locale): string {
  if (all.n === 0) return say(locale, 'none', { days })
  const rows = [
    ['reason', 'proposed', 'kept', 'share', 'meant'].map((id) => say(locale, id)),
    ...classes.map(({ reason, rate, meant }) => [...lineOf(reasonName(locale, reason), rate, locale), String(meant)]),
    [...lineOf(say(locale, 'all'), all, locale), String(all.n)],
  ]
  const pairs = mixedUp.map(({ proposed, holds, count }) => {
    const names = { proposed: reasonName(locale, proposed), holds: reasonName(locale, holds) }
    return `- ${say(locale, 'pair', { ...names, count })}`
  })
  return [
    say(locale, 'head', { days, cards: all.n, corrected: all.n - all.hits }),
    '',
    ...aligned(rows),
    ...(pairs.length === 0 ? [] : ['', say(locale, 'mixed-up'), ...pairs]),
    '',
    say(locale, 'basis'),
    say(locale, 'interval'),
  ].join('\n')
}

function lineOf(name: string, { n, hits, share, interval }: Rate, locale: Locale): string[] {
  const percent = (of: number) => Math.round(100 * of).toLocaleString(locale)
  const words =
    share === null || interval === null
      ? '—'
      : `${percent(share)} % [${percent(interval.low)}–${percent(interval.high)}]`
  return [name, String(n), String(hits), words]
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('   '),
  )
}
