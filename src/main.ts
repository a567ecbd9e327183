/** Wiring, and nothing else: the one file that sees every folder. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createSlack, type Slack, slackIds } from '../bots/slack/index.ts'
import { createTelegram, type Telegram, telegramIds } from '../bots/telegram/index.ts'
import { turnQueues } from './approval/cover/edges.ts'
import { showAgain } from './approval/cover/show-again.ts'
import { tellAssigned } from './approval/cover/tell.ts'
import { sendDigests } from './approval/digest/digest.ts'
import { sendPlanned } from './approval/due/planned.ts'
import { endSnoozes } from './approval/due/snoozes.ts'
import { approveDue, ruleAnew } from './approval/rules/due.ts'
import { closeBursts } from './approval/show/gathered.ts'
import { takeReceipt } from './approval/show/receipts.ts'
import type { ShowOptions } from './approval/show/show.ts'
import { placesToType } from './approval/show/typing.ts'
import { sweepClocks } from './approval/sla/sweep.ts'
import { adoptClocks } from './approval/sla/tend.ts'
import type { Config } from './config.ts'
import type { Views } from './console/server/api/views.ts'
import { createServer, listen } from './console/server/server.ts'
import { type Clock, systemClock } from './core/clock.ts'
import type { FileBytes } from './core/files.ts'
import type { Finding } from './core/finding.ts'
import type { Bot, Flow } from './core/flow.ts'
import type { Hook } from './core/hook.ts'
import type { Locale, Platform, RemoteConversation } from './core/ids.ts'
import type { Sender } from './core/sender.ts'
import { type Database, openDatabase } from './db/client.ts'
import { failingFindings } from './db/failing.ts'
import { applyMigrations } from './db/migrate.ts'
import { delivery } from './delivery/deliver.ts'
import { s3Store } from './files/s3.ts'
import { type FileStore, folderStore } from './files/store.ts'
import { createFlow } from './flow.ts'
import { releaseDeferred, takeOverEvents } from './inbound/events.ts'
import { takeUp } from './inbound/take-up.ts'
import { callIntakes } from './interactions/sources/calls/hook.ts'
import { mailIntakes } from './interactions/sources/mail/hook.ts'
import { pollMailbox } from './interactions/sources/mail/imap/poll.ts'
import { calendarPoll } from './interactions/sources/meetings/poll.ts'
import { drain } from './jobs/drain.ts'
import { Pump } from './jobs/pump.ts'
import { runTimetable, telling, timetable } from './jobs/timetable.ts'
import type { Log } from './log.ts'
import { createOutward } from './outward.ts'
import { applyDemoAgency } from './people/apply/demo.ts'
import { blindFindings } from './people/blind.ts'
import { seedTemplates } from './people/templates/store.ts'
import { type Sandbox, startSandbox } from './sandbox/sandbox.ts'
import { SEED } from './sandbox/seed.ts'
import { lookAtClients } from './score/alerts/look.ts'
import { forecastNightly } from './score/forecast/night.ts'
import { foldChanged, foldGrown } from './score/store/fold.ts'
import { scoreOf, scorePage } from './score/store/views.ts'
import { tellAlerts } from './work/alerts/tell.ts'
import { reportOf } from './work/figures/report.ts'
import { openFigure } from './work/figures/rows.ts'

export const ids = { slack: slackIds, telegram: telegramIds }

/** How many events are handled, and how many items sent, at the same time. */
const EVENTS_AT_ONCE = 4
const ITEMS_AT_ONCE = 8

export type Platforms = {
  readonly telegram: NonNullable<Config['telegram']>
  readonly slack: NonNullable<Config['slack']>
}

/** A platform's two ports. */
export type Connector = {
  readonly sender: Sender
  readonly bot: (flow: Flow) => Bot & { readonly hook: Hook }
  /** The link by which somebody comes to the bot with a word; undefined: its platform does not say at once. */
  readonly startLink?: (word: string) => Promise<string | undefined>
}

export type Parts = {
  readonly config: Config
  readonly connectors: Record<Platform, Connector>
  /** All cards go here; absent: to each manager's direct messages. */
  readonly queueConversation?: RemoteConversation | undefined
  readonly database: Database
  readonly files: FileStore
  readonly clock: Clock
  readonly log: Log
}

/** The program, put together but not running: a test drives it step by step with `drain`, the command starts it. */
export type Liaison = {
  readonly flow: Flow
  /** Receives from the platforms. */
  readonly start: () => Promise<void>
  /** Does everything that is due now, and what follows from it, and returns when nothing more is. */
  readonly drain: () => Promise<void>
  /** Does what is due as it becomes due, until `close`. */
  readonly run: () => void
  readonly close: () => Promise<void>
  /** The HTTP server's address. */
  readonly url: string
}

export async function createLiaison(parts: Parts): Promise<Liaison> {
  const { config, connectors, queueConversation, database, files, clock, log } = parts
  const { telegram, slack } = connectors
  const owner = randomUUID()
  const show: ShowOptions = { team: slackIds, queueConversation }
  const outward = createOutward(show, clock)
  const senders: Record<Platform, Sender> = { telegram: telegram.sender, slack: slack.sender }

  const inbound = takeUp({ database, bots: () => bots, outward, clock, log, owner })
  const sending = delivery({
    database,
    senders,
    clock,
    log,
    owner,
    onSettled: async (tx, item, now) => {
      await takeReceipt(tx, item, show, now)
      if (item.kind === 'final') await releaseDeferred(tx, item.conversation, now)
    },
  })
  const events = new Pump(
    { name: 'inbound', claim: inbound.claim, work: inbound.handle, concurrency: EVENTS_AT_ONCE },
    log,
  )
  const items = new Pump(
    {
      name: 'delivery',
      claim: sending.claim,
      work: async (item) => {
        await sending.deliver(item)
        if (item.kind === 'final') wake.inbound()
      },
      concurrency: ITEMS_AT_ONCE,
    },
    log,
  )
  const wake = { inbound: () => events.wake(), outbox: () => items.wake() }
  const changed = () => bots.slack.changed?.()
  const flow = createFlow({
    database,
    clock,
    log,
    outward,
    files,
    decisions: { ...show, senders },
    startLink: async (word) => telegram.startLink?.(word),
    answer: async (event) => {
      const answered = await inbound.answer(event)
      wake.outbox()
      return answered
    },
    wake: {
      ...wake,
      outbox: () => {
        wake.outbox()
        changed()
      },
    },
  })
  const bots = { telegram: telegram.bot(flow), slack: slack.bot(flow) }

  const wakeAll = () => {
    wake.inbound()
    wake.outbox()
  }
  const sweeps = timetable({
    closeBursts: () => closeBursts(database, show, clock.now()),
    endSnoozes: () => endSnoozes(database, show, clock.now()),
    sendPlanned: () => sendPlanned(database, { ...show, senders }, clock.now()),
    takeBack: sending.takeBack,
    lookForUnsure: sending.lookForUnsure,
    tellClocks: () => sweepClocks(database, show, clock.now()),
    sendDigests: () => sendDigests(database, slackIds, clock.now()),
    showTyping: async () => {
      const places = await placesToType(database.prisma, clock.now())
      await Promise.all(places.map((to) => senders[to.platform].typing?.(to)))
      return 0
    },
    ruleAnew: () => ruleAnew(database, show, clock.now()),
    approveDue: () => approveDue(database, { ...show, senders }, clock.now()),
    turnQueues: () => turnQueues(database, clock.now()),
    showAgain: () => showAgain(database, show, clock.now()),
    tellAssigned: () => tellAssigned(database, show, clock.now()),
    readMailbox: () => pollMailbox(config.sources.mailbox, { database, clock, log }),
    readCalendars: calendarPoll(config.sources.calendars, {
      database,
      clock,
      log,
      privateHosts: config.sources.privateHosts,
    }),
    foldScores: () => foldGrown(database),
    refoldScores: () => foldChanged(database),
    forecast: () => forecastNightly(database, clock.now()),
    lookAtClients: () => lookAtClients(database, clock.now()),
    tellAlerts: () => tellAlerts(database, show, clock.now()),
    keepUp: async () => {
      await bots.slack.keepUp?.()
      return 0
    },
    wake: async () => {
      wakeAll()
      return 0
    },
  })
  const jobs = telling(sweeps, changed)
  const server = await createServer({
    hooks: { telegram: bots.telegram.hook, slack: bots.slack.hook },
    intakes: [
      ...callIntakes({ database, clock, log, ...config.sources.calls }),
      ...mailIntakes({ database, clock, log, ...config.sources.mail }),
    ],
    database: () => database.prisma.$queryRaw`select 1`,
    api: config.apiToken === undefined ? undefined : { token: config.apiToken, views: viewsOf(database, clock), log },
  })
  const url = await listen(server, config)
  let crons: { stop(): void } | undefined

  return {
    flow,
    url,
    start: async () => {
      await seedTemplates(database)
      // Nobody else can have the embedded database open: what is in hand there is a dead program's.
      if (database.kind === 'embedded') {
        await takeOverEvents(database, owner)
        await sending.takeOver()
        await files.sweep?.()
      }
      await adoptClocks(database, clock.now())
      await Promise.all([bots.telegram.start(), bots.slack.start()])
    },
    drain: () => drain(jobs, [events, items]),
    run: () => {
      crons = runTimetable(jobs, log)
      wakeAll()
    },
    close: async () => {
      crons?.stop()
      await Promise.all([bots.telegram.stop(), bots.slack.stop()])
      await server.close()
      await Promise.all([events.stop(), items.stop()])
    },
  }
}

/** What the API shows. */
export function viewsOf(database: Database, clock: Clock): Views {
  return {
    clients: (asked) => scorePage(database, asked, clock.now()),
    score: (client, locale) => scoreOf(database, client, locale, clock.now()),
    figures: (scope, locale) => reportOf(database, scope, locale, clock.now()),
    rows: (asked, locale) => openFigure(database, asked, locale, clock.now()),
  }
}

/** In a bucket when one is configured, else in a folder beside the database. */
export function fileStore(config: Pick<Config, 's3' | 'dataDir'>): FileStore {
  return config.s3 === undefined ? folderStore(join(config.dataDir, 'files')) : s3Store(config.s3)
}

type Connectors = { readonly telegram: Telegram; readonly slack: Slack }

/** The bots for these platforms, as `Parts` takes them. */
export function connect(
  { telegram, slack }: Platforms,
  config: Pick<Config, 'publicUrl'>,
  bytes: FileBytes,
  clock: Clock,
  log: Log,
): { readonly connectors: Connectors } & Pick<Parts, 'queueConversation'> {
  const webhook =
    telegram.webhookSecret === undefined || config.publicUrl === undefined
      ? undefined
      : { url: `${config.publicUrl}/hooks/telegram`, secret: telegram.webhookSecret }
  return {
    connectors: {
      telegram: createTelegram({ token: telegram.token, apiRoot: telegram.apiRoot, webhook, bytes, log }),
      slack: createSlack({ ...slack, bytes, log, clock }),
    },
    queueConversation: slack.queueChannel === undefined ? undefined : slackIds.conversation(slack.queueChannel),
  }
}

/** What the commands need, whether the program runs or not. */
export type Tools = {
  readonly database: Database
  readonly ids: typeof ids
  /** Asks the platforms whether everything is as it must be. */
  readonly check: (locale: Locale) => Promise<readonly Finding[]>
  /** The Telegram bot's name, for links. Throws when Telegram does not say. */
  readonly username: () => Promise<string>
}

export type Running = {
  readonly liaison: Liaison
  /** Set when there are no tokens: the platforms are those of the sandbox. */
  readonly sandbox: Sandbox | undefined
  readonly tools: Tools
  readonly close: () => Promise<void>
}

/** Opens everything, starts everything; what was opened is closed again when a later part fails. */
export async function startLiaison(config: Config, log: Log): Promise<Running> {
  const opened: (() => Promise<void>)[] = []
  const close = async () => {
    for (const closing of opened.splice(0).reverse()) await closing()
  }
  try {
    const database = await openDatabase({ url: config.databaseUrl, folder: config.dataDir })
    opened.push(database.close)
    const applied = await applyMigrations(database)
    if (applied.length > 0) log.info({ migrations: applied }, 'the database is up to date')
    const { platforms, sandbox } = await platformsFor(config, database)
    if (sandbox) opened.push(sandbox.close)
    const files = fileStore(config)
    const connected = connect(platforms, config, files, systemClock, log)
    const parts = { config, ...connected, database, files, clock: systemClock, log }
    const liaison = await createLiaison(parts)
    opened.push(liaison.close)
    liaison.run()
    await liaison.start()
    return { liaison, sandbox, tools: toolsOf(database, parts.connectors), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** For a command while the program does not run: the database, and the platforms to ask. */
export async function openTools(config: Config, log: Log): Promise<Tools & { readonly close: () => Promise<void> }> {
  const database = await openDatabase({ url: config.databaseUrl, folder: config.dataDir })
  try {
    await applyMigrations(database)
  } catch (error) {
    await database.close()
    throw error
  }
  if (!isConfigured(config)) {
    // The sandbox runs only with the program: there is nobody to ask.
    const tools = { database, ids, check: async () => [], username: async () => SEED.telegram.bot.username }
    return { ...tools, close: database.close }
  }
  return {
    ...toolsOf(database, connect(config, config, fileStore(config), systemClock, log).connectors),
    close: database.close,
  }
}

function toolsOf(database: Database, { telegram, slack }: Connectors): Tools {
  return {
    database,
    ids,
    check: async (locale) => [
      ...(await telegram.check(locale)),
      ...(await slack.check(locale)),
      ...(await blindFindings(database, locale)),
      ...(await failingFindings(database, locale, systemClock.now())),
    ],
    username: telegram.username,
  }
}

function isConfigured(config: Config): config is Config & Platforms {
  return config.telegram !== undefined && config.slack !== undefined
}

/** The real ones, or without tokens Telegram and Slack on this machine, with the people of the demo agency in them. */
async function platformsFor(
  config: Config,
  database: Database,
): Promise<{ readonly platforms: Platforms; readonly sandbox?: Sandbox }> {
  if (isConfigured(config)) return { platforms: config }
  await applyDemoAgency(database, ids)
  const sandbox = await startSandbox({
    port: config.sandboxPort,
    journalFile: join(config.dataDir, 'sandbox.jsonl'),
    pageDir: pageDir(),
  })
  return { platforms: platformsOf(sandbox), sandbox }
}

/** Where `npm run build` puts the page, from the sources and from dist alike. */
function pageDir(): string {
  return fileURLToPath(import.meta.url).replace(/[\\/](dist[\\/])?src[\\/]main\.[jt]s$/, '/dist/page')
}

/** What the sandbox's seed knows the bots by. */
export function platformsOf(sandbox: Pick<Sandbox, 'telegramApiRoot' | 'slackApiUrl'>): Platforms {
  const { telegram, slack } = SEED
  return {
    telegram: { token: telegram.token, apiRoot: sandbox.telegramApiRoot, webhookSecret: undefined },
    slack: {
      botToken: slack.botToken,
      apiUrl: sandbox.slackApiUrl,
      appToken: slack.appToken,
      signingSecret: slack.signingSecret,
      queueChannel: undefined,
    },
  }
}
