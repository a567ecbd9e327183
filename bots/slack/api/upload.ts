import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A line slower than this many bytes a second is as good as none. */
const SLOWEST_BYTES_A_SECOND = 64 * 1024
const AT_LEAST_MS = 20_000

/**
 * Puts bytes where Slack said they belong, as a stream with its length said before. Nobody sees them yet. Throws, with no
 * address in the error: it is a key to the upload.
 */
export async function upload(url: string, bytes: Readable, size: number): Promise<void> {
  const target = new URL(url)
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest
  const outgoing = send(target, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'content-length': size },
    signal: AbortSignal.timeout(AT_LEAST_MS + Math.ceil((size / SLOWEST_BYTES_A_SECOND) * 1_000)),
  })
  const answered = new Promise<number>((resolve, reject) => {
    outgoing.once('response', (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    outgoing.once('error', reject)
  })
  // Whichever fails first is what is thrown; the other must not be left unheard.
  const [, status] = await Promise.all([pipeline(bytes, outgoing), answered])
  if (status !== 200) throw new Error(`Slack: an upload was answered with HTTP ${status}`)
}
