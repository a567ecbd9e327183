import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { InputError } from '../core/errors.ts'
import type { Locale } from '../core/ids.ts'
import { say } from './text.ts'

/**
 * Packed with gzip or not, and without the mark that Windows puts before UTF-8. Throws InputError that names the file and what
 * the system says.
 */
export function readText(file: string, locale: Locale): string {
  try {
    const bytes = readFileSync(file === '-' ? 0 : file)
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
    return (isPacked ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    throw new InputError(say(locale, 'file-unreadable', { file, why: whyOf(error) }))
  }
}

/** `force`: over a file that is there. */
export function writeTo(file: string, content: string | Uint8Array, force: boolean, locale: Locale): void {
  try {
    writeFileSync(file, content, { flag: force ? 'w' : 'wx', mode: 0o600 })
  } catch (error) {
    const why = whyOf(error)
    throw new InputError(say(locale, why === 'EEXIST' ? 'file-exists' : 'file-unwritable', { file, why }))
  }
}

function whyOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
