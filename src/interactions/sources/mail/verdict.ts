/**
 * Whether a letter is of whom it says it is: what the server that received it found out (RFC 8601), when it is one that we
 * trust. Anybody may write such a header into a letter, so only the topmost counts: a server puts its own above all that came,
 * and is to take away those that bear its name.
 */
import { type AuthResults, readAuthResults } from './auth-results.ts'

/** What a letter says of its sender: every `Authentication-Results`, topmost first, and whether it names one sender. */
export type Claims = { readonly results: readonly string[]; readonly senders: readonly string[] }

export function isVerified({ results, senders }: Claims, verifiers: readonly string[]): boolean {
  const [sender, ...others] = senders
  const [topmost] = results
  // Whoever writes two senders means to be shown as one of them, and judged as the other.
  if (sender === undefined || others.length > 0 || topmost === undefined) return false
  const found = readAuthResults(topmost)
  const isTrusted = found !== undefined && verifiers.some((name) => name.toLowerCase() === found.server)
  return isTrusted && vouchesFor(found, domainOf(sender))
}

/** What DMARC says is the last word, where the server asked; else a signature or a sending server of the very domain will do. */
function vouchesFor({ found }: AuthResults, domain: string): boolean {
  const dmarc = found.filter(({ method, result }) => method === 'dmarc' && result !== 'none')
  if (dmarc.length > 0) return dmarc.every(({ result, said }) => result === 'pass' && isOf(domain, said('header.from')))
  return found.some(
    ({ method, result, said }) =>
      result === 'pass' && (PROOFS.get(method) ?? []).some((property) => isOf(domain, said(property))),
  )
}

/** Which property of a result names whom it vouches for. `auth`: whoever handed the letter in had their password. */
const PROOFS: ReadonlyMap<string, readonly string[]> = new Map([
  ['dkim', ['header.d']],
  ['spf', ['smtp.mailfrom', 'smtp.helo']],
  ['auth', ['smtp.auth', 'smtp.mailfrom']],
])

/** The domain itself or one above it: who signs for the whole signs for its parts. A single word is above too many. */
function isOf(domain: string, named: string | undefined): boolean {
  const other = domainOf(named ?? '')
  return other === domain || (other.includes('.') && domain.endsWith(`.${other}`))
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}
