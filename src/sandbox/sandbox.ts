/** Telegram and Slack on this machine: one HTTP server on the loopback address, with both platforms, a control API and a page. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance } from 'fastify'
import { InputError } from '../core/errors.ts'
import { controlRoutes, guard } from './control.ts'
import { Faults } from './faults.ts'
import { Files } from './files.ts'
import { Journal } from './journal.ts'
import type { Change, Kernel, PlatformSandbox } from './kernel.ts'
import { SEED } from './seed.ts'
import { slackSandbox } from './slack/index.ts'
import { telegramSandbox } from './telegram/index.ts'
import type { SandboxSeed, SandboxView, SlackView, TelegramView } from './view.ts'

export type SandboxOptions = {
  /** 0: any that is free. */
  readonly port: number
  readonly seed?: SandboxSeed
  /** Absent: nothing is kept from one start to the next. */
  readonly journalFile?: string
  /** Unix milliseconds; a test turns the clock. */
  readonly now?: () => number
  /** The built page; absent, or not there: `/` says so. */
  readonly pageDir?: string
}

export type Sandbox = {
  readonly url: string
  readonly telegramApiRoot: string
  readonly slackApiUrl: string
  /** What people and programs see now, as `/control/state` answers it. */
  readonly view: () => SandboxView
  /** Calls the listener at every change until what it returns is called. */
  readonly subscribe: (listener: (change: Change) => void) => () => void
  readonly close: () => Promise<void>
}

const CALLS_KEPT = 500
const CALLS_SHOWN = 50
/** The addresses of files end in their names: 255 signs, each of up to nine in an address. */
const LONGEST_NAME = 255 * 9

/** Throws InputError when the port is taken. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { port, seed = SEED, journalFile, now = Date.now, pageDir } = options
  const app = Fastify({ logger: false, forceCloseConnections: true, routerOptions: { maxParamLength: LONGEST_NAME } })
  const journal = new Journal(journalFile)
  const files = new Files(journalFile === undefined ? undefined : `${journalFile}.files`)
  const faults = new Faults()
  const listeners = new Set<(change: Change) => void>()
  const calls: SandboxView['calls'] = []
  const changed = (change: Change) => {
    for (const listener of listeners) listener(change)
  }
  const kernel: Kernel = {
    now,
    files,
    record(platform, data) {
      const entry = { platform, at: now(), data }
      journal.append(entry)
      platforms[platform].apply(entry)
    },
    changed,
    takeFault: (platform, method) => faults.take(platform, method),
    note(call) {
      calls.push({ ...call, at: now() })
      if (calls.length > CALLS_KEPT) calls.shift()
    },
  }
  const platforms: Record<'telegram' | 'slack', PlatformSandbox> = {
    telegram: telegramSandbox(kernel, seed.telegram),
    slack: slackSandbox(kernel, seed.slack),
  }
  for (const entry of journal.read()) platforms[entry.platform].apply(entry)

  const view = (): SandboxView => ({
    now: now(),
    telegram: platforms.telegram.view() as TelegramView,
    slack: platforms.slack.view() as SlackView,
    faults: [...faults.list()],
    calls: calls.slice(-CALLS_SHOWN),
  })
  const subscribe = (listener: (change: Change) => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  guard(app)
  controlRoutes(app, { view, faults, changed, subscribe })
  for (const platform of Object.values(platforms)) platform.routes(app)
  await servePage(app, pageDir)
  const url = await listen(app, port)
  for (const platform of Object.values(platforms)) await platform.start()
  return {
    url,
    telegramApiRoot: `${url}/telegram`,
    slackApiUrl: `${url}/slack/api/`,
    view,
    subscribe,
    close: async () => {
      for (const platform of Object.values(platforms)) await platform.stop()
      await app.close()
      await files.close()
    },
  }
}

const NOTHING_FROM_ELSEWHERE =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

async function servePage(app: FastifyInstance, pageDir: string | undefined): Promise<void> {
  if (pageDir === undefined || !existsSync(join(pageDir, 'index.html'))) {
    app.get('/', async (_request, reply) => reply.type('text/plain').send('The page is not built: npm run build\n'))
    return
  }
  await app.register(fastifyStatic, {
    root: pageDir,
    setHeaders: (response) => {
      response.setHeader('content-security-policy', NOTHING_FROM_ELSEWHERE)
      response.setHeader('x-content-type-options', 'nosniff')
    },
  })
}

async function listen(app: FastifyInstance, port: number): Promise<string> {
  try {
    return await app.listen({ port, host: '127.0.0.1' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new InputError(
        `port ${port} is taken by another program. Stop that one, or choose another port for the sandbox with SANDBOX_PORT`,
      )
    }
    throw error
  }
}
