import type { Database } from '../../db/client.ts'
import { transaction } from '../../db/transaction.ts'
import { DEMO_AGENCY } from '../demo-agency.ts'
import { applyAgency } from './apply.ts'
import type { Ids } from './file/ids.ts'
import { readAgencyFile } from './file/read.ts'

/** Fills a database that has no people yet with the agency of the sandbox; one that has is left alone. */
export async function applyDemoAgency(database: Database, ids: Ids): Promise<void> {
  const file = readAgencyFile({ text: DEMO_AGENCY, file: 'demo-agency' }, ids)
  await transaction(database, async (tx) => {
    const people = (await tx.staff.count()) + (await tx.client.count({ where: { stage: 'client' } }))
    if (people === 0) await applyAgency(tx, file, ids)
  })
}
