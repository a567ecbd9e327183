/** Who enters contacts by hand, and of whom. */
import type { ContactRefused } from '../../../core/contacts/log.ts'
import type { Locale, RemoteUser } from '../../../core/ids.ts'
import type { Tx } from '../../../db/client.ts'
import type { Agency, Client, Contact } from '../../../generated/prisma/client.ts'
import { agencyOf } from '../../../people/agency.ts'
import { type Colleague, clientsOf, localeOfStaff, mayDecide, staffByUser } from '../../../people/staff.ts'

export type Asking = {
  readonly kind: 'asking'
  readonly staff: Colleague
  readonly agency: Agency
  readonly locale: Locale
}

/** Those who may answer for clients, whether they have any or not. */
export async function asking(tx: Tx, by: RemoteUser): Promise<Asking | ContactRefused> {
  const agency = await agencyOf(tx)
  const staff = await staffByUser(tx, by)
  if (!staff) return { kind: 'refused', locale: agency.locale, why: 'stranger' }
  const locale = localeOfStaff(staff, agency)
  const mayAnswer = staff.role === 'manager' || staff.role === 'lead' || staff.role === 'admin'
  return mayAnswer ? { kind: 'asking', staff, agency, locale } : { kind: 'refused', locale, why: 'not_answering' }
}

export type Theirs = Client & { readonly contacts: readonly Contact[] }

/** The clients of whom this person may enter contacts, by name. */
export async function theirClients(tx: Tx, staff: Colleague): Promise<Theirs[]> {
  const rows = await tx.client.findMany({
    where: clientsOf(staff),
    orderBy: [{ name: 'asc' }, { key: 'asc' }],
    include: { contacts: { where: { active: true }, orderBy: { name: 'asc' } } },
  })
  return rows.filter((client) => mayDecide(staff, client))
}
