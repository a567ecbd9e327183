/** What the command line asks of this folder. */
import type { Locale } from '../../core/ids.ts'
import type { Database } from '../../db/client.ts'
import { transaction } from '../../db/transaction.ts'
import { applyAgency, changesOf } from './apply.ts'
import { describeChanges } from './difference.ts'
import { exportAgency } from './export.ts'
import type { Ids } from './file/ids.ts'
import { readAgencyFile } from './file/read.ts'

export type ApplyArguments = {
  readonly text: string
  /** How the file is called in complaints. */
  readonly file: string
  readonly dryRun: boolean
  readonly locale: Locale
}

/** Makes the agency what the file says, or only says what that would change. Throws InputError for a file with mistakes. */
export async function applyFile(
  database: Database,
  ids: Ids,
  { text, file, dryRun, locale }: ApplyArguments,
): Promise<string> {
  const agency = readAgencyFile({ text, file, locale }, ids)
  const changes = await transaction(database, async (tx) =>
    dryRun ? changesOf(tx, agency, ids) : applyAgency(tx, agency, ids),
  )
  return describeChanges(changes, locale)
}

/** The agency as text for `file`. */
export function exportFile(database: Database, ids: Ids, file: string, locale: Locale): Promise<string> {
  return transaction(database, (tx) => exportAgency(tx, ids, file, locale))
}
