import type { Entry, Kernel, PlatformSandbox } from '../kernel.ts'
import { botApi } from './bot-api.ts'
import { controlRoutes } from './control.ts'
import type { Fact } from './facts.ts'
import { METHODS } from './methods/index.ts'
import { updateMethods } from './methods/updates.ts'
import { Telegram } from './platform.ts'
import type { Seed } from './state.ts'
import { telegramView } from './view.ts'
import { Webhook } from './webhook.ts'

/** Telegram's Bot API on this machine, with the people who write to the bot behind the control API. */
export function telegramSandbox(kernel: Kernel, seed: Seed): PlatformSandbox {
  const telegram = new Telegram(kernel, seed)
  const webhook = new Webhook(telegram)
  const updates = updateMethods(telegram, () => webhook.wake())
  telegram.onUpdate = () => {
    updates.wake()
    webhook.wake()
  }
  return {
    routes(app) {
      void app.register(async (scope) => botApi(telegram, { ...METHODS, ...updates.methods }, scope))
      void app.register(async (scope) => controlRoutes(telegram, scope))
    },
    apply(entry) {
      for (const fact of factsOf(entry)) telegram.state.apply(fact)
    },
    view: () => telegramView(telegram),
    start: () => webhook.wake(),
    async stop() {
      updates.stop()
      await webhook.stop()
    },
  }
}

function factsOf(entry: Entry<unknown>): readonly Fact[] {
  return entry.platform === 'telegram' ? (entry.data as readonly Fact[]) : []
}
