import { useState } from 'react'
import type { TelegramContentView, TelegramMessageView } from '../../view.ts'
import { sizeOf } from '../size.ts'
import { useLocale, useWords } from '../text.ts'

const SIGNS: Readonly<Record<string, string>> = {
  photo: '🖼',
  document: '📄',
  video: '🎬',
  animation: '🎞',
  audio: '🎵',
  voice: '🎤',
  video_note: '⏺',
  sticker: '🩹',
  location: '📍',
  venue: '📍',
  contact: '👤',
  poll: '📊',
  dice: '🎲',
  story: '◌',
  checklist: '☑',
  other: '✳',
}
const PICTURES = ['photo', 'sticker']
/** A picture that came as a document, with all its pixels. */
const DRAWN = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']
const FILMS = ['video', 'animation', 'video_note']
const SOUNDS = ['audio', 'voice']

type ContentProps = { readonly content: TelegramContentView }

/** What a message carries beside words: a picture, something that plays, a file to load, or a line that tells what it is. */
export function ContentOf({ content }: ContentProps) {
  const nameOf = useNameOf()
  // A file that this browser cannot draw or play is still there to be loaded.
  const [isBroken, setBroken] = useState(false)
  const { kind, file } = content
  if (!file || isBroken) return <Line content={content} />
  const onError = () => setBroken(true)
  if (PICTURES.includes(kind) && file.mime.startsWith('image/')) {
    return <img className={`media ${kind}`} src={file.url} alt={nameOf(content)} onError={onError} />
  }
  if (kind === 'document' && DRAWN.includes(file.mime)) {
    return (
      <>
        <img className="media" src={file.url} alt={nameOf(content)} onError={onError} />
        <Line content={content} />
      </>
    )
  }
  if (FILMS.includes(kind)) {
    // biome-ignore lint/a11y/useMediaCaption: what people send each other has no captions
    return <video className={`media ${kind}`} src={file.url} controls aria-label={nameOf(content)} onError={onError} />
  }
  if (SOUNDS.includes(kind)) {
    return (
      <>
        <Line content={content} />
        {/* biome-ignore lint/a11y/useMediaCaption: what people send each other has no captions */}
        <audio className="media" src={file.url} controls aria-label={nameOf(content)} onError={onError} />
      </>
    )
  }
  return <Line content={content} />
}

function Line({ content }: ContentProps) {
  const nameOf = useNameOf()
  const locale = useLocale()
  const { kind, file } = content
  const line = `${SIGNS[kind] ?? SIGNS.other} ${nameOf(content)}`
  return (
    <div className="thing">
      {file ? (
        <a href={file.url} download={content.label || kind}>
          {line} <small>{sizeOf(file.size, locale)}</small>
        </a>
      ) : (
        line
      )}
    </div>
  )
}

/** What it is called, or what it is. */
function useNameOf(): (content: TelegramContentView) => string {
  const words = useWords()
  return ({ kind, label }) => label || words(kind in SIGNS ? `thing-${kind}` : 'thing-other')
}

/** A message in a line: its words, or what it carries. */
export function useGist(): (message: TelegramMessageView) => string {
  const nameOf = useNameOf()
  return ({ text, content }) => text || (content ? `${SIGNS[content.kind] ?? SIGNS.other} ${nameOf(content)}` : '')
}
