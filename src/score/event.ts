/** One thing said or done between client and agency, as the score sees it. */
import { z } from 'zod'
import { CHANNELS, REASONS } from '../core/interaction.ts'

/** Unix seconds from the year 1 to the year 9999: milliseconds are out of it, so that they are noticed. */
export const instantSchema = z
  .number()
  .min(-62_135_596_800, { error: 'expects-unix-seconds' })
  .max(253_402_300_799, { error: 'expects-unix-seconds' })

/**
 * `dir`: `in` is client to agency. `missed`: a call nobody took. `ref`: on `complaint_resolved`, the `ts` of the complaint.
 * What is unknown may be left out or null.
 */
export const eventSchema = z.object({
  id: z.string().min(1),
  ts: instantSchema,
  ch: z.enum(CHANNELS),
  dir: z.enum(['in', 'out']),
  reason: z.enum(REASONS).nullish(),
  missed: z.boolean().nullish(),
  ref: instantSchema.nullish(),
})

export type ScoreEvent = z.infer<typeof eventSchema>

/** Where an event stands among a client's events. */
export type Position = Pick<ScoreEvent, 'ts' | 'id'>

/** The order of folding: by time, then by id. Negative when `a` comes first. */
export function compare(a: Position, b: Position): number {
  if (a.ts !== b.ts) return a.ts - b.ts
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Each id once, as it came first, in the order of folding. */
export function inOrder(events: Iterable<ScoreEvent>): ScoreEvent[] {
  const byId = new Map<string, ScoreEvent>()
  for (const event of events) if (!byId.has(event.id)) byId.set(event.id, event)
  return [...byId.values()].sort(compare)
}

/** A call or meeting that took place: the client's own voice as well as ours, whoever started it. */
export function isHeld({ ch, missed }: ScoreEvent): boolean {
  return missed !== true && (ch === 'phone' || ch === 'video' || ch === 'in_person')
}
