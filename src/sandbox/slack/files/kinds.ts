/** What Slack calls a kind of file: `filetype` is its own word, not the ending of the name (`javascript` for `.js`). */
export type Kind = { readonly mimetype: string; readonly filetype: string; readonly prettyType: string }

const kind = (mimetype: string, filetype: string, prettyType: string): Kind => ({ mimetype, filetype, prettyType })
const OOXML = 'application/vnd.openxmlformats-officedocument'

/** By the ending of the name. https://docs.slack.dev/reference/objects/file-object lists all; these are enough to try with. */
const KINDS: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    png: kind('image/png', 'png', 'PNG'),
    jpg: kind('image/jpeg', 'jpg', 'JPEG'),
    jpeg: kind('image/jpeg', 'jpg', 'JPEG'),
    gif: kind('image/gif', 'gif', 'GIF'),
    webp: kind('image/webp', 'webp', 'WebP'),
    heic: kind('image/heic', 'heic', 'HEIC'),
    svg: kind('image/svg+xml', 'svg', 'SVG'),
    mp4: kind('video/mp4', 'mp4', 'MPEG 4 Video'),
    mov: kind('video/quicktime', 'mov', 'QuickTime Movie'),
    webm: kind('video/webm', 'webm', 'WebM'),
    mp3: kind('audio/mpeg', 'mp3', 'MP3'),
    m4a: kind('audio/mp4', 'm4a', 'MPEG 4 Audio'),
    ogg: kind('audio/ogg', 'ogg', 'OGG'),
    wav: kind('audio/wav', 'wav', 'WAV'),
    pdf: kind('application/pdf', 'pdf', 'PDF'),
    docx: kind(`${OOXML}.wordprocessingml.document`, 'docx', 'Word Document'),
    xlsx: kind(`${OOXML}.spreadsheetml.sheet`, 'xlsx', 'Excel Spreadsheet'),
    pptx: kind(`${OOXML}.presentationml.presentation`, 'pptx', 'PowerPoint Presentation'),
    zip: kind('application/zip', 'zip', 'Zip'),
    csv: kind('text/csv', 'csv', 'CSV'),
    txt: kind('text/plain', 'text', 'Plain Text'),
    md: kind('text/markdown', 'markdown', 'Markdown (raw)'),
    js: kind('text/plain', 'javascript', 'JavaScript'),
    py: kind('text/plain', 'python', 'Python'),
    json: kind('text/plain', 'json', 'JSON'),
    html: kind('text/html', 'html', 'HTML'),
  }),
)
const BINARY = kind('application/octet-stream', 'binary', 'Binary')
export const CANVAS = kind('application/vnd.slack-docs', 'quip', 'Canvas')
export const ELSEWHERE = kind('', 'gdrive', 'Google Drive File')

export function kindOf(name: string, mimetype?: string): Kind {
  const found = KINDS.get(/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '') ?? BINARY
  return mimetype === undefined ? found : { ...found, mimetype }
}

/** A snippet is text, whatever it is called. */
export function snippetKind(name: string, filetype?: string): Kind {
  const byName = kindOf(name)
  const text = byName.mimetype.startsWith('text/') ? byName : kind('text/plain', 'text', 'Plain Text')
  return filetype === undefined ? text : { ...text, filetype }
}
