/** Letters that no person wrote are no contact: answers of machines, bounces, mailing lists (RFC 3834, 2919, 2369). */
import type { Email } from 'postal-mime'

type Rule = { readonly because: string; readonly holds: (email: Email) => boolean }

const RULES: readonly Rule[] = [
  { because: 'an automatic answer', holds: (email) => has(email, 'auto-submitted', /^(?!no\b)./i) },
  {
    because: 'an automatic answer',
    holds: (email) => has(email, 'x-autoreply', /./) || has(email, 'x-autorespond', /./),
  },
  { because: 'bulk mail', holds: (email) => has(email, 'precedence', /^(bulk|junk|list|auto_reply)\b/i) },
  { because: 'a mailing list', holds: (email) => ['list-id', 'list-unsubscribe'].some((key) => has(email, key, /./)) },
  { because: 'a notice of a mail server', holds: (email) => has(email, 'return-path', /^<\s*>$/) },
  { because: 'a notice of a mail server', holds: (email) => has(email, 'content-type', /^multipart\/report\b/i) },
  {
    because: 'a notice of a mail server',
    holds: ({ from }) => /^(mailer-daemon|postmaster)@/i.test(from?.address ?? ''),
  },
  {
    because: 'an answer to an invitation',
    holds: ({ attachments }) => attachments.some(({ method }) => method === 'REPLY'),
  },
]

export function automaticBecause(email: Email): string | undefined {
  return RULES.find(({ holds }) => holds(email))?.because
}

function has({ headers }: Email, key: string, shape: RegExp): boolean {
  return headers.some((header) => header.key === key && shape.test(header.value.trim()))
}
