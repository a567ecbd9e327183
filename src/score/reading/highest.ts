import { ALERT_LEVELS, type AlertLevel } from './alert.ts'
import type { Reading } from './read.ts'

/** The higher of a reading's two alerts. */
export function highestOf({ alerts: { any, client } }: Pick<Reading, 'alerts'>): AlertLevel {
  return ALERT_LEVELS[Math.max(ALERT_LEVELS.indexOf(any.level), ALERT_LEVELS.indexOf(client.level))] ?? 'none'
}
