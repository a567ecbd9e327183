import { extname } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import mime from 'mime'
import type { FileWarning } from '../core/attachment.ts'

/** How much of a file tells what it is. */
export const BEGINNING_BYTES = 8_192

export type Sniffed = {
  readonly mime: string
  /** The usual ending of such files, without the dot; absent where the bytes do not tell. */
  readonly ending?: string | undefined
  readonly warnings: readonly FileWarning[]
}

/** What the bytes say, and what is wrong with the name they go by. Nothing that a sender says of a file is believed. */
export async function sniff(beginning: Uint8Array, name: string): Promise<Sniffed> {
  // What begins a text in UTF-16 also begins a frame of MPEG's layer I, which nobody has used for decades.
  const found = isUtf16(beginning) ? undefined : await fileTypeFromBuffer(beginning)
  const isText = found === undefined && looksLikeText(beginning)
  const named = endingOf(name, found?.ext, isText)
  const runs = RUNS.has(named) || (found !== undefined && RUNS.has(found.ext)) || isScript(beginning)
  const warnings: FileWarning[] = [
    ...(runs ? (['executable'] as const) : []),
    ...(differs(found?.ext, named, isText) ? (['type_differs'] as const) : []),
  ]
  return {
    mime: found?.mime ?? (isText ? textTypeOf(named) : 'application/octet-stream'),
    ending: found?.ext,
    warnings,
  }
}

/**
 * Without its dot, in small letters. `.com` is also how sites end (“a picture of example.com”): it counts only where the bytes
 * are nothing else that is known.
 */
function endingOf(name: string, found: string | undefined, isText: boolean): string {
  const ending = extname(name).slice(1).toLowerCase()
  return ending === 'com' && (isText || (found !== undefined && !RUNS.has(found))) ? '' : ending
}

/**
 * What Windows, macOS, Linux or Android run when somebody opens it, that carries what runs, or that leads to it: by its
 * ending, and by what the bytes are. After Outlook's list of blocked attachments
 * (https://support.microsoft.com/office/434752e1-02d3-4e90-9124-8b81e49a8519) without Access and the formats of servers. A page
 * (`html`, `svg`) is no program: it runs in the browser's own room. A folder (`app` of macOS) cannot be sent as a file.
 */
const RUNS: ReadonlySet<string> = new Set(
  `exe com scr pif cpl msi msp mst msu msc dll sys drv ocx bat cmd ps1 ps1xml ps2 psc1 psd1 psm1 vb vbs vbe js jse mjs ws wsf wsh
  wsc wsb hta jar jnlp class lnk url website desktop inf reg chm hlp scf gadget application appref-ms appcontent-ms
  settingcontent-ms search-ms searchconnector-ms library-ms appx appxbundle msix msixbundle diagcab theme themepack xbap
  command tool terminal fileloc inetloc webloc mobileconfig alias pkg mpkg dmg macho sh bash zsh csh ksh run bin elf so deb rpm
  flatpakref snap appimage apk apks aab ipa xapk iso img vhd vhdx docm xlsm pptm dotm xltm potm ppsm xlam ppam xll sct shb py pyw
  pyz crx xpi`.split(/\s+/),
)

/** Every script of Unix begins so. */
function isScript([first, second]: Uint8Array): boolean {
  return first === 0x23 && second === 0x21
}

/** A name says something only where it ends in what is known as an ending: `v1.2` and `12.05.2026` do not. */
function differs(found: string | undefined, named: string, isText: boolean): boolean {
  if (named === '' || (mime.getType(named) === null && !RUNS.has(named))) return false
  if (found === undefined || TEXTS.has(found)) return (isText || found !== undefined) && NEVER_TEXT.has(named)
  return found !== named && !(ALSO[found]?.includes(named) ?? false)
}

/** Texts that can be told from others, but go by a hundred names (a feed, a map, a drawing). */
const TEXTS: ReadonlySet<string> = new Set(['xml', 'ics', 'vcf', 'vtt', 'pgp', 'ps', 'eps', 'rtf'])

/** What everybody takes for a picture, a film, a document or an archive, and whose bytes are never a text. */
const NEVER_TEXT: ReadonlySet<string> = new Set(
  `pdf png jpg jpeg gif webp heic bmp psd mp4 mov avi mkv webm mp3 m4a ogg wav docx xlsx pptx odt ods odp zip rar 7z gz`.split(
    /\s+/,
  ),
)

/** Other endings that the same bytes rightly go by. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  jpg: ['jpeg', 'jpe', 'jfif', 'mpo'],
  tif: ['tiff', 'dng', 'nef', 'arw', 'cr2', 'pef', 'srw'],
  mp4: ['m4v', 'm4a', 'mov', 'f4v', 'mp4v', 'mpg4'],
  m4v: ['mp4'],
  mov: ['qt', 'mp4', 'm4v'],
  m4a: ['mp4', 'aac', 'm4b', 'm4r'],
  '3gp': ['3gpp', 'mp4', 'm4a', 'amr'],
  '3g2': ['3gp', '3gpp', 'mp4'],
  mp3: ['mpga', 'mp2'],
  ogg: ['oga', 'ogv', 'ogx', 'opus', 'spx'],
  oga: ['ogg', 'flac'],
  ogv: ['ogg'],
  opus: ['ogg', 'oga'],
  webm: ['mkv', 'weba'],
  mkv: ['webm', 'mka', 'mk3d'],
  asf: ['wmv', 'wma'],
  aif: ['aiff', 'aifc', 'iff'],
  mid: ['midi', 'kar', 'rmi'],
  heic: ['heif', 'hif'],
  mpg: ['mpeg', 'mpe', 'vob', 'm2v'],
  mts: ['m2ts', 'm2t', 'ts'],
  apng: ['png'],
  png: ['apng'],
  psd: ['psb'],
  otf: ['ttf'],
  ttf: ['otf'],
  sqlite: ['db', 'db3', 'sqlite3'],
  mobi: ['prc', 'azw', 'azw3'],
  gz: ['tgz', 'tgs', 'svgz', 'emz', 'wmz', 'sketch'],
  'tar.gz': ['gz', 'tgz'],
  bz2: ['tbz2', 'tbz'],
  xz: ['txz'],
  rar: ['cbr'],
  exe: ['dll', 'scr', 'com', 'cpl', 'sys', 'ocx', 'drv'],
  elf: ['so', 'bin', 'run', 'o', 'appimage'],
  cfb: ['doc', 'dot', 'xls', 'xlt', 'ppt', 'pps', 'pot', 'msg', 'pub', 'vsd', 'mpp', 'max', 'msi', 'msp', 'mst'].concat(
    // An office file with a password is wrapped in the old format.
    ['docx', 'xlsx', 'pptx', 'docm', 'xlsm', 'pptm'],
  ),
  pdf: ['ai'],
  // Many formats are archives inside.
  zip: `docx xlsx pptx docm xlsm pptm xlsb dotx xltx potx ppsx vsdx odt ods odp odg epub sketch fig figjam key numbers pages kmz
  xmind mmap idml xd 3mf usdz cbz aep cdr kra ora whl nupkg vsix jar war apk apks xapk aab ipa msix appx thmx jnlp`.split(
    /\s+/,
  ),
  jar: ['war', 'ear', 'aar', 'apk', 'zip'],
  docx: ['docm', 'dotx'],
  xlsx: ['xlsm', 'xltx', 'xlsb'],
  pptx: ['pptm', 'potx', 'ppsx'],
  docm: ['dotm'],
  xlsm: ['xltm', 'xlam'],
  pptm: ['potm', 'ppsm', 'ppam'],
}

/** As browsers tell a text: no byte that only binary data has (https://mimesniff.spec.whatwg.org/#binary-data-byte), in whatever letters. */
function looksLikeText(beginning: Uint8Array): boolean {
  return isUtf16(beginning) || !beginning.some(isBinary)
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe)
}

function isBinary(byte: number): boolean {
  return byte <= 0x08 || byte === 0x0b || (byte >= 0x0e && byte <= 0x1a) || (byte >= 0x1c && byte <= 0x1f)
}

const TEXT_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  html: 'text/html',
  htm: 'text/html',
  json: 'application/json',
  md: 'text/markdown',
  svg: 'image/svg+xml',
  xml: 'application/xml',
}

function textTypeOf(named: string): string {
  return TEXT_TYPES[named] ?? 'text/plain'
}
