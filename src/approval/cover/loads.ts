import type { Load } from '../../core/cover.ts'
import type { Locale, RemoteUser } from '../../core/ids.ts'
import type { Tx } from '../../db/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { loads } from '../../people/loads.ts'
import { isLead, localeOfStaff, staffByUser } from '../../people/staff.ts'

/** What each manager has in hand, for those who lead. Undefined: not for this person. Reads only. */
export async function loadsFor(
  tx: Tx,
  by: RemoteUser,
): Promise<{ readonly locale: Locale; readonly loads: Load[] } | undefined> {
  const staff = await staffByUser(tx, by)
  if (!staff || !isLead(staff)) return undefined
  const rows = await loads(tx)
  return { locale: localeOfStaff(staff, await agencyOf(tx)), loads: rows.map(({ id: _id, ...load }) => load) }
}
