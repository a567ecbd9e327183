/** A phone number or a mail address in the one form in which two ways of writing it are the same. */
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { z } from 'zod'

export const CONTACT_POINT_KINDS = ['phone', 'email'] as const
export type ContactPointKind = (typeof CONTACT_POINT_KINDS)[number]

export type ContactPoint = { readonly kind: ContactPointKind; readonly value: string }

/** Numbers without a country are Russian: `8 (912) 345-67-89` and `+7 912 345 67 89` are one. */
const HOME: CountryCode = 'RU'

const address = z.email().max(254)

/** Undefined: it is none. */
export function contactPoint(kind: ContactPointKind, written: string): ContactPoint | undefined {
  const value = READ[kind](written.trim())
  return value === undefined ? undefined : { kind, value }
}

const READ: Record<ContactPointKind, (written: string) => string | undefined> = {
  phone: (written) => {
    const number = parsePhoneNumberFromString(written, HOME)
    return number?.isPossible() ? number.number : undefined
  },
  email: (written) => {
    const read = address.safeParse(written.toLowerCase())
    return read.success ? read.data : undefined
  },
}
