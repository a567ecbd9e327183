import type { Tx } from '../db/client.ts'
import type { Agency } from '../generated/prisma/client.ts'

/** The agency's row; a fresh database has one with the defaults, so that the bridge runs before anything is configured. */
export async function agencyOf(tx: Tx): Promise<Agency> {
  const found = await tx.agency.findUnique({ where: { id: 1 } })
  return found ?? tx.agency.create({ data: { id: 1, name: 'Liaison' } })
}
