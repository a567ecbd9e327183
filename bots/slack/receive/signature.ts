import { createHmac, timingSafeEqual } from 'node:crypto'

/** Older or newer by more than this is refused: a request that was recorded, or whose time is made up. */
const TOLERANCE_SECONDS = 300

export type Signed = {
  readonly signature: unknown
  readonly timestamp: unknown
  readonly body: string
}

/** Whether Slack signed these bytes just now. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function isSigned({ signature, timestamp, body }: Signed, secret: string, now: Date): boolean {
  if (typeof signature !== 'string' || typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) > TOLERANCE_SECONDS) return false
  const expected = Buffer.from(`v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`)
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
