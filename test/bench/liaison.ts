import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/config.ts'
import { systemClock } from '../../src/core/clock.ts'
import { openDatabase } from '../../src/db/client.ts'
import { applyMigrations } from '../../src/db/migrate.ts'
import { createLog } from '../../src/log.ts'
import { connect, createLiaison, fileStore, ids, platformsOf } from '../../src/main.ts'
import { applyFile } from '../../src/people/apply/commands.ts'
import { channelFor, managerFor, personFor, type Stage } from './stage.ts'

/** Liaison as it runs by default: on the embedded database, every commit flushed to disk. */
export async function liaisonUnderTest(stage: Stage): Promise<{ folder: string; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'liaison-bench-'))
  const config = readConfig({ PORT: '0', LIAISON_DATA: folder })
  const log = createLog('error')
  const database = await openDatabase({ url: process.env.DATABASE_URL, folder })
  await applyMigrations(database)
  await applyFile(database, ids, { text: agency(stage.lanes), file: 'bench', dryRun: false, locale: 'en' })
  const files = fileStore(config)
  const parts = connect(platformsOf(stage.sandbox), config, files, systemClock, log)
  const liaison = await createLiaison({ config, ...parts, database, files, clock: systemClock, log })
  liaison.run()
  await liaison.start()
  return {
    folder,
    close: async () => {
      await liaison.close()
      await database.close()
    },
  }
}

function agency(lanes: number): string {
  const each = Array.from({ length: lanes }, (_, lane) => lane)
  const staff = each.map((n) => `  - { key: m${n}, name: Manager ${n}, role: manager, slack: ${managerFor(n)} }`)
  const clients = each.map(
    (n) =>
      `  - { key: c${n}, name: Client ${n}, manager: m${n}, contacts: [{ key: p, name: Person, telegram: ${personFor(n)} }], projects: [{ key: w, name: Work, slackChannel: ${channelFor(n)} }] }`,
  )
  return [
    'agency: { name: Bench, locale: en, bursts: { quiet: 0, longest: 0 }, undo: 0 }',
    'staff:',
    ...staff,
    'clients:',
    ...clients,
  ].join('\n')
}
