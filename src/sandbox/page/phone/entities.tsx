import type { ReactNode } from 'react'
import type { TelegramEntity } from '../../view.ts'
import { linkProps } from '../links.ts'

/** A text of Telegram with its entities, as the app draws it. */
export function EntityText({ text, entities }: { text: string; entities: readonly TelegramEntity[] }) {
  return <>{drawn(text, entities, 0, text.length)}</>
}

const BLOCKS = ['blockquote', 'expandable_blockquote', 'pre']

/** From the outermost entity inwards; what begins inside another and ends outside is cut at its end. */
function drawn(text: string, entities: readonly TelegramEntity[], from: number, to: number): ReactNode[] {
  const nodes: ReactNode[] = []
  let at = from
  const sorted = entities.toSorted(
    (a, b) => a.offset - b.offset || b.length - a.length || Number(BLOCKS.includes(b.type)) - 1,
  )
  for (const [i, entity] of sorted.entries()) {
    const start = Math.max(entity.offset, from)
    const end = Math.min(entity.offset + entity.length, to)
    if (start < at || end <= start) continue
    nodes.push(text.slice(at, start))
    const inner = sorted.filter((other, j) => j !== i && other.offset < end && other.offset + other.length > start)
    const within = inner.filter((other) => other.offset >= start)
    nodes.push(
      <Marked
        key={`${start}-${entity.type}`}
        entity={entity}
        text={text.slice(start, end)}
        inside={drawn(text, within, start, end)}
      />,
    )
    at = end
  }
  nodes.push(text.slice(at, to))
  return nodes
}

function Marked({ entity, text, inside }: { entity: TelegramEntity; text: string; inside: ReactNode[] }) {
  switch (entity.type) {
    case 'bold':
      return <strong>{inside}</strong>
    case 'italic':
      return <em>{inside}</em>
    case 'underline':
      return <u>{inside}</u>
    case 'strikethrough':
      return <s>{inside}</s>
    case 'spoiler':
      return <span className="spoiler">{inside}</span>
    case 'code':
      return <code>{text}</code>
    case 'pre':
      return <pre>{text}</pre>
    case 'blockquote':
    case 'expandable_blockquote':
      return <blockquote>{inside}</blockquote>
    case 'url':
      return <a {...linkProps(text)}>{inside}</a>
    case 'text_link':
      return <a {...linkProps(entity.url ?? '')}>{inside}</a>
    case 'email':
      return <a {...linkProps(`mailto:${text}`)}>{inside}</a>
    case 'mention':
    case 'text_mention':
    case 'hashtag':
    case 'bot_command':
      return <span className="mention">{inside}</span>
    default:
      return <>{inside}</>
  }
}
