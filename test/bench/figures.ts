/**
 * `npm run bench:figures`: the API's pages of clients and of figures for thousands of clients with two years of log, over HTTP
 * handlers and all. Prints JSON with the slowest figures, and fails when a page of figures takes more than 300 ms at the slow
 * end. On the embedded database, or with DATABASE_URL on an empty one of a server. `BENCH_PLANS=1` adds the plans of the queries.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from '../../src/console/server/server.ts'
import { systemClock } from '../../src/core/clock.ts'
import { openDatabase } from '../../src/db/client.ts'
import { applyMigrations } from '../../src/db/migrate.ts'
import { Prisma } from '../../src/generated/prisma/client.ts'
import { createLog } from '../../src/log.ts'
import { viewsOf } from '../../src/main.ts'
import { fold } from '../../src/score/fold.ts'
import type { State } from '../../src/score/state.ts'
import { rulesOf } from '../../src/score/store/rules.ts'
import { FIGURE_NAMES } from '../../src/work/figures/asked.ts'
import { FIGURES } from '../../src/work/figures/figures.ts'
import { measure } from '../../src/work/figures/measure.ts'
import { scoped } from '../../src/work/figures/scope.ts'
import { periodOf } from '../../src/work/figures/stats/period.ts'

const CLIENTS = Number(process.env.BENCH_CLIENTS ?? 2_000)
/** Of each client, one every so many hours: eight in a month of 720 hours. */
const LOGGED = Number(process.env.BENCH_LOGGED ?? 200)
const EVERY_HOURS = 90
const MANAGERS = 40
const TIMES = Number(process.env.BENCH_TIMES ?? 40)
const MOST_MS = 300
/** Rows of one statement: it may not take half a minute. */
const CHUNK = 50_000
const TOKEN = 'bench'.repeat(8)

const folder = await mkdtemp(join(tmpdir(), 'liaison-figures-'))
const database = await openDatabase({ url: process.env.DATABASE_URL, folder })
await applyMigrations(database)
await seed()

const log = createLog('error')
const app = await createServer({
  hooks: {},
  intakes: [],
  database: async () => undefined,
  api: { token: TOKEN, views: viewsOf(database, systemClock), log },
})

const pages = {
  figures: await timed('/api/figures?period=last-month'),
  figuresByManager: await timed('/api/figures?period=last-month&by=manager'),
  figuresOfOne: await timed('/api/figures?period=last-month&manager=m1'),
  clients: await timed('/api/clients?limit=50'),
  rows: await timed('/api/figures/interactions/rows?period=last-month&limit=100'),
}

const now = new Date()
const period = periodOf('last-month', 'Europe/Moscow', now)
if (!period) throw new Error('no period')
const moment = { ...period, now }
const each: Record<string, number> = {}
for (const name of FIGURE_NAMES) {
  const figure = FIGURES[name]
  if (figure.kind === 'missing') continue
  const begun = performance.now()
  for (let i = 0; i < 5; i++) await measure(database.prisma, figure, { by: 'none' }, moment)
  each[name] = rounded((performance.now() - begun) / 5)
  if (process.env.BENCH_PLANS === '1') {
    const rows = await database.prisma.$queryRaw<{ 'QUERY PLAN': string }[]>`
      explain (analyze, buffers) select section, current, labels, count(*)
      from (${scoped(figure.relation(moment, moment.zone), { by: 'none' })}) r group by 1, 2, 3`
    console.error(`\n${name}\n${rows.map((row) => row['QUERY PLAN']).join('\n')}`)
  }
}

console.log(
  JSON.stringify(
    {
      node: process.version,
      database: process.env.DATABASE_URL === undefined ? 'embedded' : 'server',
      clients: CLIENTS,
      interactions: CLIENTS * LOGGED,
      pagesMs: pages,
      eachFigureMs: each,
    },
    null,
    2,
  ),
)
await app.close()
await database.close()
await rm(folder, { recursive: true, force: true })
process.exit(pages.figures.p95 > MOST_MS || pages.figuresByManager.p95 > MOST_MS || pages.clients.p95 > MOST_MS ? 1 : 0)

async function timed(url: string): Promise<{ p50: number; p95: number }> {
  const taken: number[] = []
  for (let i = 0; i < TIMES; i++) {
    const begun = performance.now()
    // From an address of its own: the limit is not what is measured.
    const remoteAddress = `10.0.${Math.floor(i / 250)}.${i % 250}`
    const { statusCode, body } = await app.inject({ url, remoteAddress, headers: { authorization: `Bearer ${TOKEN}` } })
    taken.push(performance.now() - begun)
    if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${body.slice(0, 500)}`)
  }
  taken.sort((a, b) => a - b)
  const at = (share: number) => rounded(taken[Math.ceil(taken.length * share) - 1] ?? 0)
  return { p50: at(0.5), p95: at(0.95) }
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10
}

/** Every tenth thing said opens a request with clocks and a relay on its way; some of these were edited or returned. */
async function seed(): Promise<void> {
  const total = CLIENTS * LOGGED
  const opened = Math.floor(total / 10)
  const id = (kind: string, n = 'n') => `md5('${kind}' || ${n})::uuid`
  const client = (n: string) => id('client', `((${n}) % ${CLIENTS})`)
  const at = (n: string) =>
    `date_trunc('minute', now()) - (((${n}) / ${CLIENTS}) * ${EVERY_HOURS} + ((${n}) % 89)) * interval '1 hour'`
  // Another of each ten clients from round to round, so that all of them have some.
  const said = (n: string) => `((${n}) * 10 + ((${n}) / ${CLIENTS / 10}) % 10)`
  const statements = [
    `insert into "Agency" (id, name) values (1, 'Bench')`,
    `insert into "Staff" (id, key, name, role) select ${id('staff')}, 'm' || n, 'M' || n, 'manager' from generate_series(0, ${MANAGERS - 1}) n`,
    `insert into "Client" (id, key, name, tier, "managerId", active, "endedAt", "chainLength")
     select ${id('client')}, 'c' || n, 'Client ' || n, (array['standard', 'vip', 'basic'])[1 + n % 3], ${id('staff', `(n % ${MANAGERS})`)},
       n % 20 <> 0, case n % 20 when 0 then now() - (n % 90) * interval '1 day' end, ${LOGGED} from generate_series(0, ${CLIENTS - 1}) n`,
    `insert into "Request" (id, "clientId", platform, conversation, "openedAt", "lastAt")
     select ${id('request')}, ${client(said('n'))}, 'telegram', 'tg:' || n, ${at(said('n'))}, ${at(said('n'))} from generate_series(0, ${opened - 1}) n`,
    ...Array.from(
      { length: Math.ceil(total / CHUNK) },
      (
        _,
        chunk,
      ) => `insert into "Interaction" (id, "clientId", "chainSeq", "prevHash", hash, kind, direction, channel, reason, "managerId", "requestId", source, at, body, text)
     select ${id('said')}, ${client('n')}, ${LOGGED} - n / ${CLIENTS}, '', 'h' || n, 'message', (array['in', 'out'])[1 + n % 2]::"InteractionDirection",
       (array['messenger', 'phone', 'email', 'video'])[1 + n % 4], (array['question', 'status', 'brief', 'praise', 'invoice'])[1 + n % 5],
       ${id('staff', `((n % ${CLIENTS}) % ${MANAGERS})`)}, case n % 10 when (n / ${CLIENTS}) % 10 then ${id('request', '(n / 10)')} end, 'bench:' || n, ${at('n')}, '[]', 'x'
     from generate_series(${chunk * CHUNK}, ${Math.min(total, (chunk + 1) * CHUNK) - 1}) n`,
    ),
    `insert into "Relay" (id, direction, status, "clientId", "requestId", "openedAt", "gatherUntil", "decidedAt")
     select ${id('relay')}, (array['to_team', 'to_client'])[1 + n % 2]::"RelayDirection", case when n % 50 = 0 then 'waiting' else 'approved' end::"RelayStatus",
       ${client(said('n'))}, ${id('request')}, ${at(said('n'))}, now(), now() from generate_series(0, ${opened - 1}) n`,
    `insert into "RelayPart" (id, "relayId", "interactionId", message, round, at, body)
     select ${id('part')}, ${id('relay')}, ${id('said', said('n'))}, 'bench:' || n, 1, ${at(said('n'))}, '[]' from generate_series(0, ${opened - 1}) n`,
    `insert into "RelayVersion" (id, "relayId", kind, revision, body, text, hash, at)
     select ${id('version')}, ${id('relay')}, 'final', 1, '[]', 'x', 'h', now() from generate_series(0, ${opened - 1}) n where n % 50 <> 0`,
    `insert into "OutboxItem" (id, key, lane, kind, audience, platform, conversation, "relayId", "versionId", "versionKind", "bodyHash", "createdAt", "nextAt", status, "settledAt")
     select ${id('item')}, 'bench:' || n, 'bench:' || n, 'final', 'team', 'slack', 'sl:C', ${id('relay')}, ${id('version')}, 'final', 'h', now(), now(), 'sent',
       ${at(said('n'))} + (n % 300) * interval '1 minute' from generate_series(0, ${opened - 1}) n where n % 50 <> 0`,
    `insert into "RelayActivity" (id, "clientId", "chainSeq", "prevHash", hash, "relayId", kind, note, at)
     select ${id('act')}, ${client(said('n'))}, 1000000 + n, '', 'a' || n, ${id('relay')}, (array['approved_edited', 'returned'])[1 + n % 2]::"ActivityKind", 'no date ' || n % 7, ${at(said('n'))}
     from generate_series(0, ${opened - 1}) n where n % 4 = 0`,
    ...['first_answer', 'decision'].map(
      (
        kind,
      ) => `insert into "SlaClock" (id, "requestId", "clientId", "relayId", kind, state, "startedAt", "stoppedAt", "targetMinutes", "dueAt")
     select ${id(kind)}, ${id('request')}, ${client(said('n'))}, ${id('relay')}, '${kind}', (array['met', 'breached'])[1 + n % 2]::"SlaState", ${at(said('n'))},
       ${at(said('n'))} + (n % 600) * interval '1 minute', 120, ${at(said('n'))} + interval '2 hours' from generate_series(0, ${opened - 1}) n`,
    ),
    `insert into "ScoreSnapshot" ("clientId", day, score, provisional, attention, "alertAny", "alertClient", "managerId")
     select ${id('client')}, (now() - d * interval '1 day')::date, (n * 7 + d) % 100, false, 1, 'none', 'watch', ${id('staff', `(n % ${MANAGERS})`)}
     from generate_series(0, ${CLIENTS - 1}) n, generate_series(0, 90) d`,
    'analyze',
  ]
  for (const statement of statements) await database.prisma.$executeRawUnsafe(statement)
  await seedStates()
}

/** A state of a history of its own for each, by the real fold. */
async function seedStates(): Promise<void> {
  const agency = await database.prisma.agency.findUniqueOrThrow({ where: { id: 1 } })
  const rules = rulesOf(agency, { cadence: [], segment: null })
  const clients = await database.prisma.client.findMany({ select: { id: true } })
  const end = Math.floor(Date.now() / 1_000)
  const rows = clients.map(({ id: clientId }, n) => {
    let state: State | null = null
    for (let i = 60; i > 0; i--)
      state = fold(
        state,
        {
          id: String(100 - i),
          ts: end - i * (3 + (n % 5)) * 86_400 + n,
          ch: i % 3 === 0 ? 'phone' : 'messenger',
          dir: i % 2 === 0 ? 'in' : 'out',
        },
        rules,
      )
    return {
      clientId,
      managerId: '',
      key: rules.key,
      chainSeq: LOGGED,
      state: state === null ? Prisma.DbNull : (state as object),
    }
  })
  await database.prisma.scoreState.createMany({ data: rows })
}
