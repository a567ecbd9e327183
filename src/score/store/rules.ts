/** The rules by which a client's score is made: the agency's weights and calendar, and what was agreed with the client. */
import { z } from 'zod'
import { calendarSchema } from '../../core/calendar/settings.ts'
import { digest } from '../../core/hash.ts'
import { CHANNELS, type Reason } from '../../core/interaction.ts'
import { settingsSchema } from '../../core/score-settings.ts'
import type { Agency, Client } from '../../generated/prisma/client.ts'
import { type Rules, rulesFor } from '../rules.ts'

/** A cadence as the agency's file has it. */
const agreedSchema = z
  .array(z.object({ every: z.number().positive(), channel: z.enum(CHANNELS) }))
  .transform((agreed) => agreed.map(({ every, channel }) => ({ every, ch: channel })))

const bySegmentSchema = z.record(z.string(), z.unknown())

export type Scoring = Pick<
  Agency,
  'timeZone' | 'opensAt' | 'closesAt' | 'holidays' | 'score' | 'cadences' | 'countsUnverified'
>
/** What is agreed with a client: its own cadence, else that of its segment. */
export type Agreement = Pick<Client, 'cadence' | 'segment'>

/** More than the cadences that one agency agrees on. */
const KEPT = 256
const kept = new Map<string, Rules>()

/** The same agency and agreement give the same rules; what they are made of is read once. */
export function rulesOf(agency: Scoring, agreement: Agreement): Rules {
  const cadence = cadenceOf(agency, agreement)
  const { timeZone: zone, opensAt: open, closesAt: close, holidays, score } = agency
  const name = JSON.stringify([zone, open, close, holidays, score, cadence])
  const known = kept.get(name)
  if (known) return known
  const agreed = agreedSchema.parse(cadence)
  const calendar = calendarSchema.parse({ zone, hours: { open, close }, holidays })
  const made = rulesFor(settingsSchema.parse(score), calendar, agreed.length === 0 ? undefined : agreed)
  if (kept.size >= KEPT) kept.clear()
  kept.set(name, made)
  return made
}

function cadenceOf({ cadences }: Scoring, { cadence, segment }: Agreement): unknown {
  const isOwn = !Array.isArray(cadence) || cadence.length > 0
  return isOwn || segment === null
    ? cadence
    : (new Map(Object.entries(bySegmentSchema.parse(cadences))).get(segment) ?? cadence)
}

/** For folding: what the agency's own reasons count as, and which letters count, is a part of the rules. `parents`: reasons by their key. */
export function foldingRulesOf(agency: Scoring, agreement: Agreement, parents: ReadonlyMap<string, Reason>): Rules {
  const rules = rulesOf(agency, agreement)
  const own = [...parents].filter(([key, parent]) => key !== parent).sort()
  const more = [...(own.length === 0 ? [] : [digest(own)]), ...(agency.countsUnverified ? ['unverified'] : [])]
  return more.length === 0 ? rules : { ...rules, key: [rules.key, ...more].join(':') }
}
