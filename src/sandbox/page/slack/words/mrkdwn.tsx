import { Fragment, type ReactNode } from 'react'
import { linkProps } from '../../links.ts'
import { signOf } from './emoji.ts'
import { useNames } from './names.ts'

/** Slack's mrkdwn, as its client draws it. */
export function Mrkdwn({ text }: { text: string }) {
  const lines = text.split('\n')
  return (
    <>
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text's lines have no other name
        <Fragment key={i}>
          {i > 0 && <br />}
          {line.startsWith('&gt;') ? (
            <span className="quoted">
              <Line text={line.replace(/^&gt; ?/, '')} />
            </span>
          ) : (
            <Line text={line} />
          )}
        </Fragment>
      ))}
    </>
  )
}

const TOKEN = /<([^<>]+)>|:([a-z0-9_+-]+):|(?<![\p{L}\p{N}])([*_~`])(?!\s)(.*?\S)\3(?![\p{L}\p{N}])/gu

function Line({ text }: { text: string }) {
  const nodes: ReactNode[] = []
  let at = 0
  for (const match of text.matchAll(TOKEN)) {
    const [whole, special, emoji, sign, inner] = match
    nodes.push(unescaped(text.slice(at, match.index)))
    if (special !== undefined) nodes.push(<Special key={match.index} special={special} />)
    else if (emoji !== undefined) nodes.push(signOf(emoji))
    else nodes.push(<Marked key={match.index} sign={sign ?? ''} text={inner ?? ''} />)
    at = match.index + whole.length
  }
  nodes.push(unescaped(text.slice(at)))
  return <>{nodes}</>
}

function Marked({ sign, text }: { sign: string; text: string }) {
  if (sign === '`') return <code>{unescaped(text)}</code>
  const Tag = sign === '*' ? 'strong' : sign === '_' ? 'em' : 's'
  return (
    <Tag>
      <Line text={text} />
    </Tag>
  )
}

function Special({ special }: { special: string }) {
  const names = useNames()
  const [target = '', label] = special.split('|')
  if (target.startsWith('@')) return <span className="mention">@{label ?? names.user(target.slice(1))}</span>
  if (target.startsWith('#')) return <span className="mention">#{label ?? names.channel(target.slice(1))}</span>
  if (target.startsWith('!date^')) return <time>{names.moment(Number(target.split('^')[1]))}</time>
  if (target.startsWith('!')) return <span className="mention">@{label ?? target.slice(1)}</span>
  return <a {...linkProps(unescaped(target))}>{unescaped(label ?? target)}</a>
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
