import { inlinesIn, type RichText } from './rich-text.ts'

/** A link that shows the address of one host and opens another. */
export type FalseLink = { readonly shown: string; readonly leads: string }

/** Each once, in order: whoever approves reads the words, and would pass on what they do not show. */
export function falseLinksIn(body: RichText): readonly FalseLink[] {
  const found = inlinesIn(body).flatMap((inline) => {
    if (inline.type !== 'link') return []
    const shown = shownHost(inline.text)
    const leads = hostOf(inline.url)
    return shown === undefined || leads === undefined || shown === leads ? [] : [{ shown, leads }]
  })
  return [...new Map(found.map((link) => [`${link.shown} ${link.leads}`, link])).values()]
}

/** Words that are an address and nothing else; without `https://` or `www.` only an ending that no file has tells one. */
const ADDRESS = /^(?:https?:\/\/|www\.)[^\s/]+(?:[/?#]\S*)?$/i
const BARE = /^[\p{L}\p{N}.-]{1,200}\.(?:ru|рф|su|com|net|org|info|biz|kz|by)(?:[/?#:]\S*)?$/iu

function shownHost(text: string): string | undefined {
  const words = text.replaceAll(/\p{Cf}/gu, '').trim()
  if (!ADDRESS.test(words) && !BARE.test(words)) return undefined
  return hostOf(/^https?:\/\//i.test(words) ? words : `https://${words}`)
}

function hostOf(url: string): string | undefined {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return undefined
  return new URL(url).hostname.replace(/^www\./, '')
}
