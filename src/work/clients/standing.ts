import type { Standing } from '../../core/clients.ts'
import type { Reading } from '../../score/reading/read.ts'

export function standingOf(reading: Reading | null): Standing | undefined {
  if (!reading) return undefined
  const { score, status, attention, trend } = reading
  return { score, provisional: status === 'provisional', attention, trend: trend?.label }
}
