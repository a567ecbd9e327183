/** A phone call as every telephony is translated into it; see README, "Phone calls". */
import { z } from 'zod'
import { contactPoint } from '../../../core/contact-point.ts'

const LONGEST_NOTE = 4_000
const DAY_SECONDS = 86_400

export const number = z.string().trim().max(64)
export const seconds = z.coerce.number().min(0).max(DAY_SECONDS).transform(Math.round)

export const callSchema = z.object({
  /** What makes it one: the same call told twice is logged once. */
  id: z.union([z.string(), z.number()]).transform(String).pipe(z.string().trim().min(1).max(200)),
  from: number,
  to: number,
  /** `in`: the client called. May be left out when one of the numbers is known. */
  direction: z.enum(['in', 'out']).optional(),
  startedAt: z.iso.datetime({ offset: true }).transform((at) => new Date(at)),
  durationSeconds: seconds.optional(),
  missed: z.boolean().optional(),
  note: z.string().max(LONGEST_NOTE).optional(),
})
export type Call = z.infer<typeof callSchema>

/** What a service told: a call that is over, something else of its, or what nobody can read. */
export type Told =
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'other'; readonly what: string }
  | { readonly kind: 'wrong'; readonly why: string }

/** Each field that is wrong, by its name; never what was given, which may be somebody's number. */
export function wrong(error: z.ZodError): Told {
  return {
    kind: 'wrong',
    why: error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; '),
  }
}

/** A number as services write it: often with the country but without the plus; 8 and ten digits are dialled so at home, 00 is a plus elsewhere. */
export function phone(written: string) {
  const digits = written
    .trim()
    .replace(/^sip:/i, '')
    .replace(/@.*$/, '')
    .replace(/^00(?=[1-9])/, '+')
  return contactPoint('phone', /^(?!8\d{10}$)[1-9]\d{10,14}$/.test(digits) ? `+${digits}` : digits)
}
