import { type Block, type Inline, inlinesIn, type RichText } from './rich-text.ts'

/**
 * Whoever is mentioned in what was said is mentioned by the same name in the rewritten words, too. A dialogue shows names as
 * text, so that it calls nobody; left as text, `@oleg` of Slack would find a stranger of that name in Telegram.
 */
export function withMentionsOf(said: RichText, words: RichText): RichText {
  const users = new Map(mentionsIn(said))
  if (users.size === 0) return words
  const names = [...users.keys()].sort((a, b) => b.length - a.length).map(escaped)
  // Not the end of an e-mail address, nor the beginning of a longer name.
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_.+-])(${names.join('|')})(?![\\p{L}\\p{N}_])`, 'u')
  const named = (inline: Inline): Inline[] => {
    if (inline.type !== 'text') return [inline]
    return inline.text.split(pattern).flatMap((text, i): Inline[] => {
      const user = i % 2 === 1 ? users.get(text) : undefined
      if (text === '') return []
      return [user === undefined ? { ...inline, text } : { ...inline, type: 'mention', user, text }]
    })
  }
  return words.map((block) => changed(block, named))
}

function mentionsIn(body: RichText): [name: string, user: string][] {
  return inlinesIn(body).flatMap((inline): [string, string][] =>
    inline.type === 'mention' && inline.user !== undefined && /^[@#]./.test(inline.text)
      ? [[inline.text, inline.user]]
      : [],
  )
}

function changed(block: Block, change: (inline: Inline) => Inline[]): Block {
  switch (block.type) {
    case 'paragraph':
      return { ...block, content: block.content.flatMap(change) }
    case 'quote':
      return { ...block, content: block.content.map((inner) => changed(inner, change)) }
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((inner) => changed(inner, change))) }
    case 'code':
    case 'files':
      return block
  }
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
