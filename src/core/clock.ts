/** The time as the program sees it; a test turns it. All instants are UTC. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

export function after(from: Date, ms: number): Date {
  return new Date(from.getTime() + ms)
}

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
