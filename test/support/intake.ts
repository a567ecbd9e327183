/** What machines do that bring us contacts: they sign, and they post. */
import { createHash, createHmac } from 'node:crypto'

export type Signing = { readonly secret: string; readonly at: Date }

/** As README describes it, and not by the code that checks it. */
export function signed(body: string | Uint8Array, { secret, at }: Signing): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000))
  const signature = createHmac('sha256', secret)
    .update(Buffer.concat([Buffer.from(`v1:${timestamp}:`), Buffer.from(body)]))
    .digest('hex')
  return { 'x-liaison-timestamp': timestamp, 'x-liaison-signature': `v1=${signature}` }
}

/** The way that shows before the body has come. */
export function signedAhead(body: string | Uint8Array, { secret, at }: Signing): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000))
  const content = createHash('sha256').update(body).digest('hex')
  const signature = createHmac('sha256', secret).update(`v2:${timestamp}:${content}`).digest('hex')
  return {
    'x-liaison-timestamp': timestamp,
    'x-liaison-content-sha256': content,
    'x-liaison-signature': `v2=${signature}`,
  }
}

export async function post(
  url: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : Buffer.from(body),
  })
  const text = await answer.text()
  return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : {} }
}
