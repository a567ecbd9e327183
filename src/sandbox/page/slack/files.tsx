import { useState } from 'react'
import type { SlackFileView } from '../../view.ts'
import { sizeOf } from '../size.ts'
import { useLocale } from '../text.ts'

/** The files of a message: pictures as they are, what plays, and of every file the name and the size. */
export function Files({ files }: { readonly files: readonly SlackFileView[] }) {
  return files.map((file) => (
    <div key={file.id} className="file" data-testid={`slack-file-${file.id}`}>
      <Shown file={file} />
      <Caption file={file} />
      {file.preview !== undefined && !file.deleted && <pre className="small">{file.preview}</pre>}
    </div>
  ))
}

/** What the sandbox serves to be shown; anything else a browser saves. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

function Shown({ file: { address, mimetype, name } }: { readonly file: SlackFileView }) {
  // What this browser cannot draw or play has its name, by which it is loaded.
  const [isBroken, setBroken] = useState(false)
  if (address === undefined || isBroken) return null
  const media = { src: address, onError: () => setBroken(true) }
  if (PICTURES.has(mimetype)) return <img className="file-picture" alt={name} {...media} />
  if (mimetype.startsWith('video/')) return <video className="file-picture" controls aria-label={name} {...media} />
  if (mimetype.startsWith('audio/')) return <audio className="file-picture" controls aria-label={name} {...media} />
  return null
}

function Caption({ file: { name, size, deleted, address } }: { readonly file: SlackFileView }) {
  const locale = useLocale()
  if (deleted) return <s className="dim small">{name}</s>
  return (
    <span className="small">
      📎{' '}
      {address === undefined ? (
        name
      ) : (
        <a href={address} download={name}>
          {name}
        </a>
      )}{' '}
      {size > 0 && <span className="dim">{sizeOf(size, locale)}</span>}
    </span>
  )
}
