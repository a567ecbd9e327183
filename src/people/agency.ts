import type { Tx } from '../db/client.ts'
import type { Agency } from '../generated/prisma/client.ts'

/** What an agency is called before anybody has said. */
export const NEW_AGENCY = 'Liaison'

/** The agency's row; a fresh database has one with the defaults, so that the bridge runs before anything is configured. */
export async function agencyOf(tx: Tx): Promise<Agency> {
  const found = await tx.agency.findUnique({ where: { id: 1 } })
  return found ?? tx.agency.create({ data: { id: 1, name: NEW_AGENCY } })
}
