import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'

const LONGEST_MS = 900_000

/**
 * The bytes of a file in Slack. The token goes to Slack's own hosts only. Without the right to read files Slack answers
 * with its page to sign in: that is no file. Throws, without the address.
 */
export async function download(
  url: string,
  token: string,
  apiUrl: string,
  expected: { readonly mime?: string | undefined },
): Promise<Readable> {
  const target = new URL(url)
  if (!isOfSlack(target, new URL(apiUrl))) throw new Error('Slack: a file lies on a host that is not Slack’s')
  let answer: Response
  try {
    answer = await fetch(target, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(LONGEST_MS),
    })
  } catch (error) {
    throw new Error(`Slack: a file could not be fetched (${error instanceof Error ? error.name : 'unknown'})`)
  }
  const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false
  const wrong = !answer.ok
    ? `HTTP ${answer.status}`
    : isPage && expected.mime !== 'text/html'
      ? 'Slack asks to sign in: the scope files:read is missing'
      : undefined
  if (wrong !== undefined || answer.body === null) {
    await answer.body?.cancel()
    throw new Error(`Slack: a file could not be fetched (${wrong ?? 'no body'})`)
  }
  return Readable.fromWeb(answer.body as ReadableStream)
}

function isOfSlack(target: URL, api: URL): boolean {
  if (target.origin === api.origin) return true
  return target.protocol === 'https:' && (target.hostname === 'slack.com' || target.hostname.endsWith('.slack.com'))
}
