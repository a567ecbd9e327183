import type { ReactNode } from 'react'
import { linkProps } from '../../links.ts'
import { signOf } from './emoji.ts'
import { useNames } from './names.ts'

type Style = { bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean; underline?: boolean }
export type Leaf = {
  type: string
  text?: string
  url?: string
  name?: string
  unicode?: string
  user_id?: string
  channel_id?: string
  range?: string
  timestamp?: number
  style?: Style
}
export type Element = { type: string; elements: (Leaf & Element)[]; style?: string; indent?: number; offset?: number }
export type RichTextBlock = { type: 'rich_text'; elements: Element[] }

export function RichText({ block }: { block: RichTextBlock }) {
  return (
    <div className="rich" dir="auto">
      {block.elements.map((element, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a block have no other name
        <Part key={i} element={element} />
      ))}
    </div>
  )
}

function Part({ element }: { element: Element }): ReactNode {
  switch (element.type) {
    case 'rich_text_list': {
      const Tag = element.style === 'ordered' ? 'ol' : 'ul'
      return (
        <Tag start={(element.offset ?? 0) + 1} style={{ marginInlineStart: (element.indent ?? 0) * 20 }}>
          {element.elements.map((item, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no other name
            <li key={i}>
              <Leaves leaves={item.elements} />
            </li>
          ))}
        </Tag>
      )
    }
    case 'rich_text_quote':
      return (
        <blockquote>
          <Leaves leaves={element.elements} />
        </blockquote>
      )
    case 'rich_text_preformatted':
      return (
        <pre>
          <Leaves leaves={element.elements} />
        </pre>
      )
    default:
      return (
        <p>
          <Leaves leaves={element.elements} />
        </p>
      )
  }
}

function Leaves({ leaves }: { leaves: readonly Leaf[] }) {
  return (
    <>
      {leaves.map((leaf, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: leaves have no other name
        <Styled key={i} style={leaf.style}>
          <LeafText leaf={leaf} />
        </Styled>
      ))}
    </>
  )
}

function Styled({ style, children }: { style: Style | undefined; children: ReactNode }): ReactNode {
  let node = children
  if (style?.code) node = <code>{node}</code>
  if (style?.bold) node = <strong>{node}</strong>
  if (style?.italic) node = <em>{node}</em>
  if (style?.strike) node = <s>{node}</s>
  if (style?.underline) node = <u>{node}</u>
  return node
}

function LeafText({ leaf }: { leaf: Leaf }): ReactNode {
  const names = useNames()
  switch (leaf.type) {
    case 'link':
      return <a {...linkProps(leaf.url ?? '')}>{leaf.text || leaf.url}</a>
    case 'emoji':
      return signOf(leaf.name ?? '', leaf.unicode)
    case 'user':
      return <span className="mention">@{names.user(leaf.user_id ?? '')}</span>
    case 'channel':
      return <span className="mention">#{names.channel(leaf.channel_id ?? '')}</span>
    case 'broadcast':
      return <span className="mention">@{leaf.range}</span>
    case 'date':
      return <time>{names.moment(leaf.timestamp ?? 0)}</time>
    default:
      return leaf.text ?? ''
  }
}
