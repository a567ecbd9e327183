/** Fetching a calendar: only what changed, never more than a calendar has, never for longer than it may take. */
import type { Feed } from '../../../core/source.ts'
import { LARGEST_CALENDAR } from './read.ts'

const ALL_MS = 30_000

export type Fetched = { readonly text: string; readonly etag: string | undefined }

/** `kept`: what was fetched last, for a server that says it is still so. Errors never show the address: it is a secret. */
export async function fetchCalendar({ url }: Feed, kept: Fetched | undefined): Promise<Fetched> {
  const headers = { accept: 'text/calendar', ...(kept?.etag === undefined ? {} : { 'if-none-match': kept.etag }) }
  const answer = await fetch(url, { headers, signal: AbortSignal.timeout(ALL_MS) })
  if (answer.status === 304 && kept) return kept
  if (!answer.ok || !answer.body) {
    await answer.body?.cancel()
    throw new Error(`the server answered ${answer.status}`)
  }
  return { text: await textOf(answer.body), etag: answer.headers.get('etag') ?? undefined }
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > LARGEST_CALENDAR) throw new Error(`the calendar is larger than ${LARGEST_CALENDAR / 1024 / 1024} MB`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
