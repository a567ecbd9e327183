import closeWithGrace from 'close-with-grace'
import type { Config } from '../config.ts'
import { describe } from '../core/errors.ts'
import type { Locale } from '../core/ids.ts'
import { createLog } from '../log.ts'
import { type Running, startLiaison } from '../main.ts'
import { runCommand } from './commands.ts'
import { serveCommands, socketPath } from './local-socket.ts'
import { say } from './text.ts'

/** Longer than one send may take: what is in hand is finished. */
const GRACE_MS = 25_000

/** Runs until it is told to stop; finishes or gives back what is in hand then. */
export async function start(config: Config, locale: Locale): Promise<void> {
  const log = createLog(config.logLevel)
  const running = await startLiaison(config, log)
  const commands = await serveCommands(socketPath(config.dataDir), (command) =>
    runCommand(command, running.tools, config),
  )
  console.log(`\n${await greeting(running, config, locale)}\n`)
  closeWithGrace({ delay: GRACE_MS, logger: false }, async ({ err }) => {
    if (err) log.error({ error: describe(err) }, 'an error nobody expected: stopping')
    else console.log(say(locale, 'stopping'))
    await commands.close()
    await running.close()
  })
}

async function greeting({ sandbox, liaison, tools }: Running, config: Config, locale: Locale): Promise<string> {
  if (sandbox) return say(locale, 'running-sandbox', { page: sandbox.url, data: config.dataDir })
  const sockets = config.slack?.appToken !== undefined
  return say(locale, 'running-real', {
    url: liaison.url,
    telegram: await botName(tools),
    slack: sockets ? say(locale, 'slack-sockets') : say(locale, 'slack-http', { url: config.publicUrl ?? liaison.url }),
  })
}

/** Telegram may be out of reach just now: that is in the log, and no reason not to run. */
async function botName(tools: Running['tools']): Promise<string> {
  try {
    return `@${await tools.username()}`
  } catch {
    return '(Telegram: …)'
  }
}
