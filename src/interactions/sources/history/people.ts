/** Who the names in a file are. Read once for the whole file. */
import type { ContactPoint } from '../../../core/contact-point.ts'
import { LOCALES } from '../../../core/ids.ts'
import { REASONS, type Reason } from '../../../core/interaction.ts'
import { reasonName } from '../../../core/reasons.ts'
import type { Tx } from '../../../db/client.ts'
import { plainName } from './fields.ts'

export type People = {
  /** By key or name; two of one name: both. */
  readonly clients: (written: string) => readonly string[]
  /** Keys and names, for "did you mean". */
  readonly clientNames: readonly string[]
  readonly staff: (written: string) => string | undefined
  /** Somebody of this client, by name. */
  readonly contact: (clientId: string, written: string) => string | undefined
  /** Somebody of this client, by number or address. */
  readonly contactAt: (clientId: string, point: ContactPoint) => string | undefined
  /** The key of a reason, by key or by its name in either language, the agency's own too. */
  readonly reason: (written: string) => string | undefined
  readonly reasons: readonly string[]
}

export async function peopleOf(tx: Tx): Promise<People> {
  const clients = await tx.client.findMany({ select: { id: true, key: true, name: true } })
  const staff = await tx.staff.findMany({ select: { id: true, key: true, name: true } })
  const contacts = await tx.contact.findMany({
    select: { id: true, clientId: true, key: true, name: true, points: true },
  })
  const own = await tx.agencyReason.findMany({ where: { active: true } })
  const byKey = new Map(clients.map(({ id, key }) => [key.toLowerCase(), id]))
  const byName = groupByName(clients)
  const staffBy = new Map(staff.flatMap(({ id, key, name }) => [key, name].map((word) => [word.toLowerCase(), id])))
  const contactBy = new Map(
    contacts.flatMap(({ id, clientId, key, name }) =>
      [name, key].map((word) => [`${clientId} ${word?.toLowerCase()}`, id]),
    ),
  )
  const pointBy = new Map(
    contacts.flatMap(({ id, clientId, points }) =>
      points.map(({ kind, value }) => [`${clientId} ${kind} ${value}`, id] as const),
    ),
  )
  // What settles a complaint names the complaint: a line of a file cannot.
  const reasons = REASONS.filter((reason) => reason !== 'complaint_resolved')
  const named = (reason: Reason) => LOCALES.map((locale) => reasonName(locale, reason))
  const reasonBy = new Map<string, string>([
    ...reasons.flatMap((reason) => named(reason).map((word) => [plainName(word), reason] as const)),
    ...own.flatMap(({ key, nameRu, nameEn }) => [key, nameRu, nameEn].map((word) => [plainName(word), key] as const)),
    ...reasons.map((reason) => [plainName(reason), reason] as const),
  ])
  return {
    clients: (written) => {
      const key = byKey.get(written.toLowerCase())
      return key === undefined ? (byName.get(written.toLowerCase()) ?? []).map(({ id }) => id) : [key]
    },
    clientNames: clients.flatMap(({ key, name }) => [name, key]),
    staff: (written) => staffBy.get(written.toLowerCase()),
    contact: (clientId, written) => contactBy.get(`${clientId} ${written.toLowerCase()}`),
    contactAt: (clientId, { kind, value }) => pointBy.get(`${clientId} ${kind} ${value}`),
    reason: (written) => reasonBy.get(plainName(written)),
    reasons: [
      ...reasons.map((reason) => `${reason} (${named(reason).join(' / ')})`),
      ...own.map(({ key, nameRu, nameEn }) => `${key} (${nameRu} / ${nameEn})`),
    ],
  }
}

function groupByName<T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(one.name.toLowerCase(), [...(groups.get(one.name.toLowerCase()) ?? []), one])
  return groups
}
