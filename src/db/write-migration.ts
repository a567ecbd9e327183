/**
 * `npm run migration -- <name>`: writes prisma/migrations/<time>_<name>/migration.sql from the difference between the
 * migrations and schema.prisma. `npm run migration -- --check` writes nothing and fails when there is one (CI runs it).
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { schemaDifference } from './difference.ts'
import { MIGRATIONS_DIR } from './engine.ts'

const name = process.argv[2]
const difference = await schemaDifference()

if (name === '--check') {
  if (difference !== '') {
    console.error(
      `prisma/schema.prisma and prisma/migrations differ. Run: npm run migration -- <name>\n\n${difference}`,
    )
    process.exitCode = 1
  } else console.log('prisma/schema.prisma and prisma/migrations agree')
} else if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error(
    'Usage: npm run migration -- <name>, small latin letters, digits and "_", such as add_due_date; or --check',
  )
  process.exitCode = 2
} else if (difference === '') {
  console.log('Nothing to write: prisma/schema.prisma and prisma/migrations agree')
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(MIGRATIONS_DIR, `${stamp}_${name}`)
  await mkdir(folder)
  await writeFile(join(folder, 'migration.sql'), difference)
  console.log(`Wrote ${join(folder, 'migration.sql')}. Read it before you commit it.`)
}
