/** Where contacts are read from: how a mailbox and calendars stand in the settings. */

/** Where the mailbox is: `imaps://user:password@host:port/folder`, as the environment has it. */
export type MailboxPlace = {
  readonly host: string
  readonly port: number
  /** TLS from the first byte. Without it the connection becomes TLS when the server can. */
  readonly secure: boolean
  readonly user: string
  readonly password: string
  readonly folder: string
}

const PORTS: Readonly<Record<string, number>> = { 'imaps:': 993, 'imap:': 143 }

/** Undefined: it is no such address. A user or password with `@`, `:` or `/` has them as %40, %3A, %2F. */
export function mailboxPlace(written: string): MailboxPlace | undefined {
  const url = URL.canParse(written) ? new URL(written) : undefined
  const usual = url && PORTS[url.protocol]
  if (!url || usual === undefined || url.hostname === '' || url.username === '' || url.password === '') return undefined
  try {
    return {
      host: url.hostname,
      port: url.port === '' ? usual : Number(url.port),
      secure: url.protocol === 'imaps:',
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      folder: decodeURIComponent(url.pathname.replace(/^\//, '')) || 'INBOX',
    }
  } catch {
    return undefined
  }
}

/** What its cursor is called: without the password. */
export function mailboxName({ user, host, folder }: MailboxPlace): string {
  return `imap:${user}@${host}/${folder}`
}

/** A calendar that is published as iCalendar. */
export type Feed = { readonly name: string; readonly url: string }

/** `anna=https://… boris=https://…`. Undefined: one of them is no such pair, or a name stands there twice. */
export function feedsIn(written: string): readonly Feed[] | undefined {
  const feeds: Feed[] = []
  for (const pair of written.trim().split(/\s+/)) {
    const [, name = '', url = ''] = /^([\p{L}\p{N}._-]{1,64})=(.+)$/u.exec(pair) ?? []
    if (name === '' || !isFeed(url) || feeds.some((other) => other.name === name)) return undefined
    feeds.push({ name, url })
  }
  return feeds
}

/** The address is a secret, so it must not travel in the clear; on this machine it does not travel. */
function isFeed(url: string): boolean {
  const { protocol, hostname } = URL.canParse(url) ? new URL(url) : { protocol: '', hostname: '' }
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
}

/** A host as an address has it, an IPv6 one without brackets. Undefined: it is more than a host. */
export function hostIn(written: string): string | undefined {
  const bare = written.replace(/^\[(.*)\]$/, '$1')
  const authority = bare.includes(':') ? `[${bare}]` : bare
  const url = URL.canParse(`https://${authority}/`) ? new URL(`https://${authority}/`) : undefined
  return url?.host === authority.toLowerCase() ? bare.toLowerCase() : undefined
}
