/** Fetching a calendar: only what changed, never more than a calendar has, never for longer than it may take. */
import type { Feed } from '../../../core/source.ts'
import { ask } from './ask.ts'
import { hostOf, isLoopback } from './hop.ts'
import { LARGEST_CALENDAR } from './read.ts'

const ALL_MS = 30_000

export type Fetched = { readonly text: string; readonly etag: string | undefined }

/**
 * `kept`: what was fetched last, for a server that says it is still so. `privateHosts`: those that may be in a private
 * network, besides this machine when the feed itself names it. Errors never show the address: it is a secret.
 */
export async function fetchCalendar(
  { url }: Feed,
  privateHosts: readonly string[],
  kept: Fetched | undefined,
): Promise<Fetched> {
  const own = hostOf(new URL(url))
  const answer = await ask({
    url,
    headers: {
      accept: 'text/calendar',
      'accept-encoding': 'identity',
      'user-agent': 'liaison',
      ...(kept?.etag === undefined ? {} : { 'if-none-match': kept.etag }),
    },
    privateHosts: new Set([...privateHosts, ...(isLoopback(own) ? [own] : [])]),
    signal: AbortSignal.timeout(ALL_MS),
  })
  const { statusCode: status = 0, headers } = answer
  if (status === 304 && kept) {
    answer.destroy()
    return kept
  }
  if (status < 200 || status > 299) {
    answer.destroy()
    throw new Error(`the server answered ${status}`)
  }
  return { text: await textOf(answer), etag: headers.etag }
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  // Leaving the loop ends the connection.
  for await (const chunk of body) {
    size += chunk.length
    if (size > LARGEST_CALENDAR) throw new Error(`the calendar is larger than ${LARGEST_CALENDAR / 1024 / 1024} MB`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
