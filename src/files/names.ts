import { extname } from 'node:path'
import sanitize from 'sanitize-filename'

/** File systems take 255 bytes; in UTF-8 a Cyrillic letter is two. */
const LONGEST_BYTES = 200

/** Invisible characters that turn the order of letters around, so that `exe.fdp` reads `pdf.exe`, or that hide in a name. */
const HIDDEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

/**
 * A name that can be shown and saved under: no path, no hidden or direction characters, no name that an operating system
 * reserves, not too long; its ending is kept. A name of which nothing is left becomes `file`.
 */
export function safeName(given: string): string {
  const bare = given.normalize('NFC').replaceAll(HIDDEN, '').replaceAll(/[\\/]/g, '_').trim()
  const clean = sanitize(bare, { replacement: '_' })
    .replace(/^[.\s]+/, '')
    .trim()
  if (clean === '' || /^_+$/.test(clean)) return 'file'
  return shortened(clean)
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_BYTES) return name
  const ending = extname(name).slice(0, 16)
  let stem = ''
  let room = LONGEST_BYTES - Buffer.byteLength(ending) - Buffer.byteLength('…')
  for (const { segment } of new Intl.Segmenter().segment(name.slice(0, name.length - extname(name).length))) {
    room -= Buffer.byteLength(segment)
    if (room < 0) break
    stem += segment
  }
  return `${stem}…${ending}`
}
