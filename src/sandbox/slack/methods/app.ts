/** What the app learns of itself and its workspace, and how it asks for a socket. */
import { z } from 'zod'
import { RefusedError } from '../workspace/refused.ts'
import { flag, method } from './method.ts'

const authTest = method({
  args: z.looseObject({}),
  run(ws) {
    const { bot, team } = ws.seed
    return {
      url: `${ws.baseUrl()}/`,
      team: team.name,
      user: bot.name,
      team_id: team.id,
      user_id: bot.userId,
      bot_id: bot.id,
      is_enterprise_install: false,
    }
  },
})

const botsInfo = method({
  scope: 'users:read',
  args: z.looseObject({ bot: z.string().optional() }),
  run(ws, args) {
    const { id, appId, userId, name } = ws.seed.bot
    if (args.bot !== undefined && args.bot !== id) throw new RefusedError('bot_not_found')
    return { bot: { id, deleted: false, name, updated: 1_700_000_000, app_id: appId, user_id: userId, icons: {} } }
  },
})

const teamInfo = method({
  scope: 'team:read',
  args: z.looseObject({ team: z.string().optional() }),
  run(ws) {
    const { id, name } = ws.seed.team
    return { team: { id, name, domain: 'studio', email_domain: '', icon: { image_default: true } } }
  },
})

/** `debug_reconnects` makes real connections live for 6 minutes only; here `POST /control/slack/disconnect` ends one. */
const connectionsOpen = method({
  token: 'app',
  args: z.looseObject({ debug_reconnects: flag }),
  run(ws) {
    return { url: ws.newSocketUrl() }
  },
})

export const app = {
  'auth.test': authTest,
  'bots.info': botsInfo,
  'team.info': teamInfo,
  'apps.connections.open': connectionsOpen,
}
