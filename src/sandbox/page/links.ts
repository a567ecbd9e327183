const SAFE = /^(https?|mailto|tel|tg):/i

/** Props for a link to what a person wrote; undefined for an address that a page must not lead to. */
export function linkProps(url: string) {
  return SAFE.test(url) ? { href: url, target: '_blank', rel: 'noopener noreferrer' } : undefined
}
