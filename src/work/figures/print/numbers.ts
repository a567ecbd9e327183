/** Numbers as people read them. */
import type { Locale } from '../../../core/ids.ts'

export function rounded(value: number, digits = 1): number {
  // Adding zero makes of -0 a 0.
  return Number(value.toFixed(digits)) + 0
}

export function percentOf(share: number): number {
  return rounded(100 * share)
}

export function shown(value: number | null, locale: Locale, digits = 1): string {
  return value === null
    ? '—'
    : new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(rounded(value, digits))
}

/** With its sign. */
export function moved(value: number, locale: Locale, digits = 1): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits, signDisplay: 'exceptZero' }).format(
    rounded(value, digits),
  )
}
