/** Who may bring us contacts over HTTP: whoever signs with our secret, or knows the secret word in the path. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IntakeRequest } from '../../core/hook.ts'

/** Older or newer by more than this is refused: a request that was recorded, or whose time is made up. */
const TOLERANCE_SECONDS = 300

export const TIMESTAMP = 'x-liaison-timestamp'
export const SIGNATURE = 'x-liaison-signature'
/** The SHA-256 of the body in hex: with it a signature can be checked before the body is there. */
export const CONTENT = 'x-liaison-content-sha256'

/** `v1=` and the HMAC-SHA256 in hex over `v1:`, the Unix seconds, `:` and the bytes of the body. */
export function signatureOf(bytes: Uint8Array, timestamp: string, secret: string): string {
  return `v1=${createHmac('sha256', secret).update(`v1:${timestamp}:`).update(bytes).digest('hex')}`
}

/** `v2=` and the HMAC-SHA256 in hex over `v2:`, the Unix seconds, `:` and the SHA-256 of the body in hex. */
export function headSignatureOf(content: string, timestamp: string, secret: string): string {
  return `v2=${createHmac('sha256', secret).update(`v2:${timestamp}:${content}`).digest('hex')}`
}

type Headers = IntakeRequest['headers']

/** Whether these bytes were signed just now, in either way. */
export function isSigned({ headers, bytes }: IntakeRequest, secret: string, now: Date): boolean {
  const { [CONTENT]: content, [SIGNATURE]: signature } = headers
  if (content !== undefined) {
    return isHeadSigned(headers, secret, now) && same(String(content), createHash('sha256').update(bytes).digest('hex'))
  }
  const timestamp = timestampIn(headers, now)
  if (timestamp === undefined || typeof signature !== 'string') return false
  return same(signature, signatureOf(bytes, timestamp, secret))
}

/** Whether what is said of a body that has not come yet was signed just now. */
export function isHeadSigned(headers: Headers, secret: string, now: Date): boolean {
  const { [CONTENT]: content, [SIGNATURE]: signature } = headers
  const timestamp = timestampIn(headers, now)
  if (timestamp === undefined || typeof signature !== 'string' || typeof content !== 'string') return false
  return same(signature, headSignatureOf(content, timestamp, secret))
}

function timestampIn({ [TIMESTAMP]: timestamp }: Headers, now: Date): string | undefined {
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return undefined
  return Math.abs(now.getTime() / 1_000 - Number(timestamp)) > TOLERANCE_SECONDS ? undefined : timestamp
}

/** Takes the same time whatever differs. */
export function same(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(a), hash(b))
}
