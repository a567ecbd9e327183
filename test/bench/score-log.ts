/**
 * `npm run bench:score-log`: the kept scores of many clients on a log of a million interactions: recomputing all of them, one
 * new interaction of a client with a short and with a very long history, and reading them all for a page. Prints JSON. On the
 * embedded database, or with DATABASE_URL on an empty one of a server.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../src/db/client.ts'
import { applyMigrations } from '../../src/db/migrate.ts'
import { transaction } from '../../src/db/transaction.ts'
import { logContact } from '../../src/interactions/contacts/log-contact.ts'
import { agencyOf } from '../../src/people/agency.ts'
import { foldGrown, foldOne } from '../../src/score/store/fold.ts'
import { readingsAt } from '../../src/score/store/readings.ts'
import { recompute } from '../../src/score/store/recompute.ts'

const CLIENTS = Number(process.env.BENCH_CLIENTS ?? 2_000)
const INTERACTIONS = Number(process.env.BENCH_INTERACTIONS ?? 1_000_000)
const SHORT = 1_000
const LONG = Number(process.env.BENCH_LONG ?? 1_000_000)
const TIMES = 50
const MANAGERS = 20

const folder = await mkdtemp(join(tmpdir(), 'liaison-score-'))
const database = await openDatabase({ url: process.env.DATABASE_URL, folder })
const { prisma } = database
await applyMigrations(database)
await transaction(database, agencyOf)

for (let n = 0; n < MANAGERS; n++)
  await prisma.staff.create({ data: { key: `m${n}`, name: `Manager ${n}`, role: 'manager' } })
await addClients('c', CLIENTS)
await addInteractions('c', INTERACTIONS / CLIENTS)
await prisma.$executeRaw`analyze`
// Kept already, as in a program that runs.
while ((await foldGrown(database)) > 0);
const recomputing = await seconds(() => recompute(database, undefined))
await addClients('short', 1)
await addInteractions('short', SHORT)
await addClients('long', 1)
await addInteractions('long', LONG)
const short = await prisma.client.findFirstOrThrow({ where: { key: 'short-1' } })
const long = await prisma.client.findFirstOrThrow({ where: { key: 'long-1' } })
await foldOne(database, short.id)
const foldingLong = await seconds(() => foldOne(database, long.id))
const one = { afterShort: await oneMore(short.id), afterLong: await oneMore(long.id) }

const pages: number[] = []
for (let i = 0; i < TIMES; i++) {
  const begun = performance.now()
  const readings = await readingsAt(database, new Date('2026-06-01T09:00:00Z'))
  if (readings.length !== CLIENTS + 2) throw new Error(`${readings.length} clients`)
  pages.push(performance.now() - begun)
}

console.log(
  JSON.stringify(
    {
      node: process.version,
      database: process.env.DATABASE_URL === undefined ? 'embedded' : 'server',
      clients: CLIENTS,
      interactions: INTERACTIONS,
      recomputeSeconds: recomputing.seconds,
      differ: recomputing.result.differ.length,
      foldFromTheBeginningSeconds: { events: LONG, seconds: foldingLong.seconds },
      oneNewInteractionMs: one,
      allClientsMs: shares(pages),
    },
    null,
    2,
  ),
)
await database.close()
await rm(folder, { recursive: true })

async function addClients(name: string, count: number): Promise<void> {
  await prisma.$executeRaw`
    insert into "Client" (id, key, name, stage, tier, cadence, active, "managerId")
    select gen_random_uuid(), ${name} || '-' || n, 'Client ' || n, 'client', 'standard', '[]', true,
      (select id from "Staff" where key = 'm' || n % ${MANAGERS})
    from generate_series(1, ${count}::int) n`
}

/** Three years, on all channels, both ways and with all reasons; the links of the chain are not reckoned here. */
async function addInteractions(name: string, each: number): Promise<void> {
  const piece = 100_000
  const clients = await prisma.client.count({ where: { key: { startsWith: `${name}-` } } })
  for (let from = 0; from < each; from += Math.max(1, Math.floor(piece / clients))) {
    const to = Math.min(each, from + Math.max(1, Math.floor(piece / clients)))
    await prisma.$executeRaw`
      insert into "Interaction" (id, "clientId", "chainSeq", "prevHash", hash, kind, direction, channel, reason, "managerId", source,
        at, body, text)
      select gen_random_uuid(), c.id, n, '', '', 'contact', (array['in', 'out'])[1 + (n / 3) % 2]::"InteractionDirection",
        (array['in_person', 'video', 'phone', 'email', 'messenger'])[1 + (n * 13) % 5],
        (array['question', 'request', 'status', 'ack', 'praise', 'complaint', 'other', null])[1 + (n * 11) % 8], c."managerId",
        c.key || ':' || n, timestamptz '2023-01-01' + (n * 94608000::bigint / ${each}::bigint) * interval '1 second', '[]', ''
      from "Client" c, generate_series(${from + 1}::int, ${to}::int) n where c.key like ${`${name}-%`}`
  }
  await prisma.$executeRaw`update "Client" set "chainLength" = ${each}::int where key like ${`${name}-%`}`
}

async function seconds<T>(step: () => Promise<T>): Promise<{ readonly seconds: number; readonly result: T }> {
  const begun = performance.now()
  const result = await step()
  return { seconds: Math.round((performance.now() - begun) / 100) / 10, result }
}

/** From the log to the score: the row is written, and the score is brought up to it. */
async function oneMore(clientId: string): Promise<ReturnType<typeof shares>> {
  const times: number[] = []
  for (let i = 0; i < TIMES; i++) {
    const at = new Date(Date.parse('2026-02-01T09:00:00Z') + i * 3_600_000)
    const source = `more:${clientId}:${i}`
    await transaction(database, (tx) =>
      logContact(tx, { clientId, channel: 'phone', direction: 'in', at, text: '', source }, at),
    )
    const begun = performance.now()
    if ((await foldGrown(database)) !== 1) throw new Error('nothing to fold')
    times.push(performance.now() - begun)
  }
  return shares(times)
}

function shares(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) * 10) / 10
  return { p50: at(0.5), p95: at(0.95) }
}
