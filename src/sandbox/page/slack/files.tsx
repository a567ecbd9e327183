import type { SlackFileView } from '../../view.ts'

/** The files of a message: pictures as they are, of others the name and the size. */
export function Files({ files }: { readonly files: readonly SlackFileView[] }) {
  return files.map((file) => (
    <div key={file.id} data-testid={`slack-file-${file.id}`}>
      {file.address !== undefined && PICTURES.has(file.mimetype) && (
        <img src={file.address} alt={file.name} style={{ display: 'block', maxWidth: 320, maxHeight: 240 }} />
      )}
      <Caption file={file} />
      {file.preview !== undefined && !file.deleted && <pre className="small">{file.preview}</pre>}
    </div>
  ))
}

/** What the sandbox serves to be shown; anything else a browser saves. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

function Caption({ file: { name, size, deleted, address } }: { readonly file: SlackFileView }) {
  if (deleted) return <s className="dim small">{name}</s>
  return (
    <span className="small">
      📎 {address === undefined ? name : <a href={address}>{name}</a>}{' '}
      {size > 0 && <span className="dim">{sizeText(size)}</span>}
    </span>
  )
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

function sizeText(bytes: number): string {
  const step = Math.min(Math.floor(Math.log(bytes) / Math.log(1_000)), UNITS.length - 1)
  const format = { style: 'unit', unit: UNITS[step] ?? 'byte', unitDisplay: 'short', maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat([], format).format(bytes / 1_000 ** step)
}
