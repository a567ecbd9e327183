import { sizeInWords } from '../../core/attachment.ts'
import type { Locale } from '../../core/ids.ts'

/** How large a file is. The page shows smaller ones than Liaison ever has to speak of. */
export function sizeOf(bytes: number, locale: Locale): string {
  if (bytes >= 1_024) return sizeInWords(bytes, locale)
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' }).format(bytes)
}
