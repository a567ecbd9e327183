import type { TelegramContentView } from '../../view.ts'

const SIGNS: Readonly<Record<string, string>> = {
  document: '📄',
  video: '🎬',
  animation: '🎞',
  audio: '🎵',
  voice: '🎤',
  video_note: '⏺',
  location: '📍',
  venue: '📍',
  contact: '👤',
  poll: '📊',
  story: '◌',
  checklist: '☑',
}
const PICTURES = ['photo', 'sticker']
const FILMS = ['video', 'animation', 'video_note']

/** What a message carries beside words: a picture, something that plays, a file to load, or a line that tells what it is. */
export function ContentOf({ content }: { content: TelegramContentView }) {
  const { kind, label, file } = content
  if (file && PICTURES.includes(kind) && file.mime.startsWith('image/')) {
    return <img className={`media ${kind}`} src={file.url} alt={label || kind} />
  }
  if (file && FILMS.includes(kind)) {
    // biome-ignore lint/a11y/useMediaCaption: what people send each other has no captions
    return <video className={`media ${kind}`} src={file.url} controls aria-label={label || kind} />
  }
  if (file && (kind === 'audio' || kind === 'voice')) {
    return (
      <div className="thing">
        {`${SIGNS[kind]} ${label}`}
        {/* biome-ignore lint/a11y/useMediaCaption: what people send each other has no captions */}
        <audio src={file.url} controls aria-label={label || kind} />
      </div>
    )
  }
  const line = `${SIGNS[kind] ?? '✳'} ${label || kind}`
  return (
    <div className="thing">
      {file ? (
        <a href={file.url} download={label || kind}>
          {line} <small>{sizeOf(file.size)}</small>
        </a>
      ) : (
        line
      )}
    </div>
  )
}

function sizeOf(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`
  return bytes < 1_048_576 ? `${(bytes / 1_024).toFixed(1)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`
}
