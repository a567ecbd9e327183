import { extname } from 'node:path'
import sanitize from 'sanitize-filename'

/** File systems take 255 bytes; in UTF-8 a Cyrillic letter is two. */
const LONGEST_BYTES = 200
/** What is longer is no ending, but a dot in a sentence. */
const LONGEST_ENDING_BYTES = 32

/** Invisible characters that turn the order of letters around, so that `exe.fdp` reads `pdf.exe`, or that hide in a name. */
const HIDDEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

/**
 * Names of devices, which no file of Windows may have, whatever its ending
 * (https://learn.microsoft.com/windows/win32/fileio/naming-a-file#naming-conventions).
 */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(\.|$)/i

/**
 * A name that can be shown and saved under: no path, no hidden or direction characters, no name that an operating system
 * reserves, not too long; its ending is kept. A name of which nothing is left becomes `file`. Made safe twice, it is the same.
 */
export function safeName(given: string): string {
  // Characters that stood apart may meet when a hidden one between them is gone: only then are they composed.
  const seen = given.toWellFormed().replaceAll(HIDDEN, '').normalize('NFC').replaceAll(/[\\/]/g, '_')
  const bare = withoutEdges(seen)
  // Shortened before it is cleaned: cleaning cuts what is too long at its end, and the ending would be lost.
  const clean = sanitize(shortened(DEVICE.test(bare) ? `_${bare}` : bare), { replacement: '_' })
  return /^_*$/.test(clean) ? 'file' : clean
}

/** Without dots and spaces around it: a file that begins with a dot is hidden, and Windows drops those at the end. */
function withoutEdges(name: string): string {
  let from = 0
  let to = name.length
  while (from < to && isEdge(name[from])) from++
  while (from < to && isEdge(name[to - 1])) to--
  return name.slice(from, to)
}

function isEdge(character: string | undefined): boolean {
  return /[.\s]/.test(character ?? '')
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_BYTES) return name
  const own = extname(name)
  const ending = Buffer.byteLength(own) <= LONGEST_ENDING_BYTES ? own : ''
  let stem = ''
  let room = LONGEST_BYTES - Buffer.byteLength(ending) - Buffer.byteLength('…')
  for (const { segment } of new Intl.Segmenter().segment(name.slice(0, name.length - ending.length))) {
    room -= Buffer.byteLength(segment)
    if (room < 0) break
    stem += segment
  }
  return `${stem}…${ending}`
}
