import type { PrismaPg } from '@prisma/adapter-pg'
import { InputError } from '../core/errors.ts'
import type { Database } from './client.ts'
import { NO_FILTERS, openEngine, readMigrations } from './engine.ts'

/**
 * Brings the database to the newest migration and returns the names of those it applied. Programs that start at once wait
 * for each other. Throws InputError when the database was changed by hand or by a newer Liaison.
 */
export async function applyMigrations(database: Database): Promise<readonly string[]> {
  return database.exclusively(apply)
}

async function apply(adapter: PrismaPg): Promise<readonly string[]> {
  const engine = await openEngine(adapter)
  try {
    const migrationsList = await readMigrations()
    const found = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: NO_FILTERS,
    })
    const trouble = troubleOf(found)
    if (trouble !== undefined) throw new InputError(trouble)
    return (await engine.applyMigrations({ migrationsList, filters: NO_FILTERS })).appliedMigrationNames
  } finally {
    engine.free()
  }
}

type Diagnosis = Awaited<ReturnType<Awaited<ReturnType<typeof openEngine>>['diagnoseMigrationHistory']>>

function troubleOf(found: Diagnosis): string | undefined {
  const { failedMigrationNames: failed, editedMigrationNames: edited, history } = found
  if (failed.length > 0)
    return `a migration of the database failed half way: ${failed.join(', ')}. Restore a backup, or mend it and mark it with "prisma migrate resolve"`
  if (edited.length > 0)
    return `migrations were edited after they were applied: ${edited.join(', ')}. Take the release's own files back`
  if (history !== null && history.diagnostic !== 'databaseIsBehind') {
    return `the database has migrations that this version does not know: ${history.unpersistedMigrationNames.join(', ')}. Start the version of Liaison that last used it, or a newer one`
  }
  return undefined
}
