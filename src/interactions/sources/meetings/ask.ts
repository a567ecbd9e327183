/** One request to a server that somebody else may have chosen: the address that was checked is the one that is asked. */
import { lookup as resolve } from 'node:dns'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { hopProblem, hostOf, isPublic, PRIVATE, type PrivateHosts } from './hop.ts'

const MOST_REDIRECTS = 5
const REDIRECTS = [301, 302, 303, 307, 308]

export type Asked = {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly privateHosts: PrivateHosts
  /** For all of it together, also for reading what is returned. */
  readonly signal: AbortSignal
}

/** Follows redirects, each looked at like the first address. The body is for the caller to read, or to destroy. */
export async function ask({ url, headers, privateHosts, signal }: Asked): Promise<IncomingMessage> {
  let target = new URL(url)
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const problem = hopProblem(target, privateHosts)
    if (problem !== undefined) throw new Error(problem)
    const answer = await askOnce(target, headers, privateHosts, signal)
    const { statusCode = 0, headers: said } = answer
    if (!REDIRECTS.includes(statusCode)) return answer
    answer.destroy()
    const next = said.location ?? ''
    if (!URL.canParse(next, target)) throw new Error('the server leads nowhere')
    target = new URL(next, target)
  }
  throw new Error('the server leads from one address to another without end')
}

function askOnce(
  url: URL,
  headers: Asked['headers'],
  privateHosts: PrivateHosts,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const lookup = privateHosts.has(hostOf(url)) ? undefined : publicLookup
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((done, failed) => {
    // A connection of its own: one that is kept might have been made to another address.
    const options = { headers, signal, agent: false, ...(lookup ? { lookup } : {}) } as const
    request(url, options, done).on('error', failed).end()
  })
}

/** The names of a host, without those that lead into a private network. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '')
    const found = addresses.filter(({ address }) => isPublic(address))
    const [first] = found
    if (!first) return callback(new Error(PRIVATE), '')
    if (options.all) callback(null, found)
    else callback(null, first.address, first.family)
  })
}
