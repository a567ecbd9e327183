/**
 * `npm run bench:queue`: a queue of thousands of waiting relays, on a log of many more that are decided: how long it takes to
 * open the queue and to decide one. Prints JSON, with the plan of the query behind a page. On the embedded database, or with
 * DATABASE_URL on an empty one of a server.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decide } from '../../src/approval/decide/decide.ts'
import { queueOf } from '../../src/approval/show/queue.ts'
import { readConfig } from '../../src/config.ts'
import { systemClock } from '../../src/core/clock.ts'
import type { RelayId, RemoteUser } from '../../src/core/ids.ts'
import { openDatabase } from '../../src/db/client.ts'
import { applyMigrations } from '../../src/db/migrate.ts'
import { transaction } from '../../src/db/transaction.ts'
import { createLog } from '../../src/log.ts'
import { connect, fileStore, ids } from '../../src/main.ts'
import { applyFile } from '../../src/people/apply/commands.ts'

const WAITING = Number(process.env.BENCH_WAITING ?? 5_000)
const DECIDED = Number(process.env.BENCH_DECIDED ?? 20_000)
const CLIENTS = 100
const MANAGERS = 5
const TIMES = Number(process.env.BENCH_TIMES ?? 200)

const folder = await mkdtemp(join(tmpdir(), 'liaison-queue-'))
const database = await openDatabase({ url: process.env.DATABASE_URL, folder })
await applyMigrations(database)
await applyFile(database, ids, { text: agency(), file: 'bench', dryRun: false, locale: 'en' })
await seed()

const config = readConfig({ PORT: '0', LIAISON_DATA: folder })
const nowhere = {
  telegram: { token: '1:x', apiRoot: 'http://127.0.0.1:9', webhookSecret: undefined },
  slack: slackNowhere(),
}
const parts = connect(nowhere, config, fileStore(config), systemClock, createLog('error'))
const senders = { telegram: parts.connectors.telegram.sender, slack: parts.connectors.slack.sender }
const manager = (n: number) => `sl:U0MAN${n % MANAGERS}` as RemoteUser

const opening = await timed(TIMES, async (i) => {
  const begun = performance.now()
  await queueOf(database.prisma, manager(i), i % 10)
  return performance.now() - begun
})
const deciding = await timed(TIMES, async (i) => {
  const [entry] = (await queueOf(database.prisma, manager(i), i % 10))?.entries ?? []
  if (!entry) throw new Error('nothing waits')
  const begun = performance.now()
  const verdict = await transaction(database, (tx) =>
    decide(
      tx,
      { ...entry, relay: entry.relay as RelayId, by: manager(i), act: { kind: 'approve' } },
      { team: ids.slack, senders },
      new Date(),
    ),
  )
  if (verdict.kind !== 'done') throw new Error(`not decided: ${verdict.kind}`)
  return performance.now() - begun
})

const plan = await database.prisma.$queryRaw<{ 'QUERY PLAN': string }[]>`
  explain (analyze, buffers)
  select r.id from "Relay" r join "Client" c on c.id = r."clientId"
  where r.status in ('gathering', 'waiting') and c."managerId" = (select id from "Staff" where key = 'm0')
  order by r."openedAt", r.number limit 15`

console.log(
  JSON.stringify(
    {
      node: process.version,
      database: process.env.DATABASE_URL === undefined ? 'embedded' : 'server',
      waiting: WAITING,
      decided: DECIDED,
      openingTheQueueMs: opening,
      oneDecisionMs: deciding,
      plan: plan.map((row) => row['QUERY PLAN']),
    },
    null,
    2,
  ),
)
await database.close()
await rm(folder, { recursive: true, force: true })
process.exit(0)

/** The middle and the slow end of so many runs, in milliseconds. `run` says how long it took. */
async function timed(times: number, run: (i: number) => Promise<number>): Promise<{ p50: number; p95: number }> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) taken.push(await run(i))
  taken.sort((a, b) => a - b)
  const at = (share: number) => Math.round((taken[Math.floor(taken.length * share)] ?? 0) * 10) / 10
  return { p50: at(0.5), p95: at(0.95) }
}

/** Half of it clients' questions, half specialists' answers; what is decided is older than what waits. */
async function seed(): Promise<void> {
  const total = WAITING + DECIDED
  const body = JSON.stringify([{ type: 'paragraph', content: [{ type: 'text', text: 'Сколько займёт аудит?' }] }])
  const id = (kind: string) => `md5('${kind}' || n)::uuid`
  const numbered = `generate_series(0, ${total - 1}) n join (select id, row_number() over (order by key) - 1 as k from "Client") c on c.k = n % ${CLIENTS}`
  const at = `now() - interval '1 day' - n * interval '1 minute'`
  const statements = [
    `insert into "Request" (id, "clientId", "projectId", platform, conversation, "openedAt", "lastAt")
     select ${id('request')}, c.id, (select id from "Project" p where p."clientId" = c.id), 'telegram', 'tg:' || (1000 + n), ${at}, ${at} from ${numbered}`,
    `insert into "Interaction" (id, "clientId", "chainSeq", "prevHash", hash, kind, direction, channel, "requestId", source, at, body, text)
     select ${id('said')}, c.id, 1 + n / ${CLIENTS}, '', 'h' || n, 'message', 'in', 'messenger', ${id('request')}, 'bench:' || n, ${at}, '${body}', 'x' from ${numbered}`,
    `insert into "Relay" (id, direction, status, "clientId", "requestId", "openedAt", "gatherUntil")
     select ${id('relay')}, case n % 2 when 0 then 'to_team' else 'to_client' end::"RelayDirection",
       case when n < ${WAITING} then 'waiting' else 'rejected' end::"RelayStatus", c.id, ${id('request')}, ${at}, ${at} from ${numbered}`,
    `insert into "RelayPart" (id, "relayId", "interactionId", message, round, at, body)
     select ${id('part')}, ${id('relay')}, ${id('said')}, 'bench:' || n, 1, ${at}, '${body}' from ${numbered}`,
    `insert into "RelayVersion" (id, "relayId", kind, revision, body, text, hash, at)
     select ${id('version')}, ${id('relay')}, 'original', 1, '${body}', 'x', 'h', ${at} from ${numbered}`,
    `update "Client" set "chainLength" = ${Math.ceil(total / CLIENTS) + 1}`,
    'analyze',
  ]
  for (const statement of statements) await database.prisma.$executeRawUnsafe(statement)
}

function agency(): string {
  const managers = Array.from({ length: MANAGERS }, (_, n) => n)
  const clients = Array.from({ length: CLIENTS }, (_, n) => n)
  return [
    // Nobody is asked whether what has waited for long still holds.
    'agency: { name: Bench, locale: en, drafts: 1000 }',
    'staff:',
    ...managers.map((n) => `  - { key: m${n}, name: Manager ${n}, role: manager, slack: U0MAN${n} }`),
    'clients:',
    ...clients.map(
      (n) =>
        `  - { key: c${n}, name: Client ${n}, manager: m${n % MANAGERS}, projects: [{ key: w, name: Work, slackChannel: C0W${n} }] }`,
    ),
  ].join('\n')
}

function slackNowhere() {
  return {
    botToken: 'xoxb-x',
    apiUrl: 'http://127.0.0.1:9/api/',
    appToken: undefined,
    signingSecret: 'x',
    queueChannel: undefined,
  }
}
