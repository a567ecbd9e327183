import { extname } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
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
  const found = await fileTypeFromBuffer(beginning)
  const named = extname(name).slice(1).toLowerCase()
  const mime = found?.mime ?? (looksLikeText(beginning) ? textTypeOf(named) : 'application/octet-stream')
  const executable = RUNS.has(named) || isProgram(beginning, found?.mime)
  const differs = named !== '' && found !== undefined && !mayBeNamed(found.ext, named)
  const warnings: FileWarning[] = [
    ...(executable ? (['executable'] as const) : []),
    ...(differs ? (['type_differs'] as const) : []),
  ]
  return { mime, ending: found?.ext, warnings }
}

/** Endings that Windows, macOS, Linux or Android run, or that carry what runs, when somebody opens the file. */
const RUNS: ReadonlySet<string> = new Set(
  `exe com scr pif cpl msi msp mst dll sys drv ocx bat cmd ps1 psm1 psd1 vbs vbe js jse mjs ws wsf wsh wsc hta jar jnlp class
  lnk url desktop inf reg chm hlp scf gadget application appref-ms appx msix app command tool workflow pkg dmg sh bash zsh run
  bin elf so deb rpm apk aab ipa xapk iso img vhd vhdx docm xlsm pptm dotm xltm potm xlam ppam xll sct shb settingcontent-ms`.split(
    /\s+/,
  ),
)

const PROGRAMS: ReadonlySet<string> = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-ms-shortcut',
  'application/vnd.android.package-archive',
  'application/java-vm',
  'application/x-deb',
  'application/x-rpm',
  'application/x-apple-diskimage',
])

function isProgram(beginning: Uint8Array, mime: string | undefined): boolean {
  if (mime !== undefined && PROGRAMS.has(mime)) return true
  const [first, second] = beginning
  // `MZ` begins every program of Windows, `#!` every script of Unix.
  return (first === 0x4d && second === 0x5a) || (first === 0x23 && second === 0x21)
}

/** Other endings that the same bytes rightly go by. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  jpg: ['jpeg', 'jpe', 'jfif'],
  tif: ['tiff', 'dng', 'nef', 'arw', 'cr2'],
  mp4: ['m4v', 'm4a', 'mov', 'f4v'],
  mov: ['qt', 'mp4'],
  m4a: ['mp4', 'aac'],
  mp3: ['mpga'],
  ogg: ['oga', 'ogv', 'ogx', 'opus'],
  opus: ['ogg', 'oga'],
  webm: ['mkv', 'weba'],
  mkv: ['webm', 'mka'],
  heic: ['heif', 'hif'],
  mpg: ['mpeg'],
  gz: ['tgz', 'tgs'],
  cfb: ['doc', 'xls', 'ppt', 'msg', 'pub', 'vsd', 'mpp', 'thumbs'],
  xml: ['svg', 'html', 'htm', 'xhtml', 'rss', 'gpx', 'kml', 'xmind', 'drawio', 'yml', 'plist', 'fb2'],
  ps: ['eps', 'ai'],
  eps: ['ai', 'ps'],
  pdf: ['ai'],
  rtf: ['doc'],
  // Many formats are archives inside; a macro-free office file is found by its own name.
  zip: `docx xlsx pptx odt ods odp epub sketch fig figjam key numbers pages kmz xmind pptm vsdx mmap idml xd 3mf usdz cbz aep`.split(
    ' ',
  ),
  docx: ['docm', 'dotx'],
  xlsx: ['xlsm', 'xltx'],
  pptx: ['pptm', 'potx', 'ppsx'],
}

function mayBeNamed(found: string, named: string): boolean {
  return found === named || (ALSO[found]?.includes(named) ?? false)
}

function looksLikeText(beginning: Uint8Array): boolean {
  if (beginning.includes(0)) return false
  // The last character may be cut in two.
  return !new TextDecoder().decode(beginning, { stream: true }).includes('\uFFFD')
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
