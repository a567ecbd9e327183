/** Who may bring us contacts over HTTP: whoever signs with our secret, or knows the secret word in the path. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IntakeRequest } from '../../core/hook.ts'

/** Older or newer by more than this is refused: a request that was recorded, or whose time is made up. */
const TOLERANCE_SECONDS = 300

export const TIMESTAMP = 'x-liaison-timestamp'
export const SIGNATURE = 'x-liaison-signature'

/** `v1=` and the HMAC-SHA256 in hex over `v1:`, the Unix seconds, `:` and the bytes of the body. */
export function signatureOf(bytes: Uint8Array, timestamp: string, secret: string): string {
  return `v1=${createHmac('sha256', secret).update(`v1:${timestamp}:`).update(bytes).digest('hex')}`
}

/** Whether these bytes were signed just now. */
export function isSigned({ headers, bytes }: IntakeRequest, secret: string, now: Date): boolean {
  const { [TIMESTAMP]: timestamp, [SIGNATURE]: signature } = headers
  if (typeof signature !== 'string' || typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) > TOLERANCE_SECONDS) return false
  return same(signature, signatureOf(bytes, timestamp, secret))
}

/** Takes the same time whatever differs. */
export function same(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(a), hash(b))
}
