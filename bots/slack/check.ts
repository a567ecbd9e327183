import { WebClient } from '@slack/web-api'
import type { Finding } from '../../src/core/finding.ts'
import type { Locale } from '../../src/core/ids.ts'
import { texts } from '../../src/core/text.ts'
import { callingOnce } from './api/client.ts'
import { outcomeOf } from './api/outcome.ts'
import type { Log } from './log.ts'

/** What each scope is needed for stands beside it in manifest.yaml. */
export const SCOPES = [
  'channels:history',
  'channels:read',
  'chat:write',
  'chat:write.customize',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:write',
  'reactions:read',
  'reactions:write',
  'users:read',
] as const

const en = `
token-ok = Slack: the token is that of { $bot } in { $team }
token-wrong = Slack does not take the token: { $detail }
token-advice = Take the Bot User OAuth Token from “OAuth & Permissions” of the app and set SLACK_BOT_TOKEN.
scopes-ok = Slack: all scopes are there
scopes-missing = Slack: scopes are missing: { $scopes }
scopes-advice = Add them under “OAuth & Permissions”, or create the app anew from bots/slack/manifest.yaml, and install it again.
socket-ok = Slack: Socket Mode opens a connection
socket-wrong = Slack: Socket Mode does not open a connection: { $detail }
socket-advice = Take an app-level token with connections:write from “Basic Information” and set SLACK_APP_TOKEN; switch Socket Mode on.
http = Slack: requests come over HTTP, at { $path }
`
const ru = `
token-ok = Slack: токен принадлежит { $bot } в { $team }
token-wrong = Slack не принимает токен: { $detail }
token-advice = Возьмите Bot User OAuth Token в разделе «OAuth & Permissions» приложения и задайте SLACK_BOT_TOKEN.
scopes-ok = Slack: все права на месте
scopes-missing = Slack: не хватает прав: { $scopes }
scopes-advice = Добавьте их в «OAuth & Permissions» или создайте приложение заново из bots/slack/manifest.yaml и установите его снова.
socket-ok = Slack: соединение Socket Mode открывается
socket-wrong = Slack: соединение Socket Mode не открывается: { $detail }
socket-advice = Возьмите токен уровня приложения с connections:write в «Basic Information», задайте SLACK_APP_TOKEN и включите Socket Mode.
http = Slack: запросы приходят по HTTP, адрес { $path }
`
export const SOURCES = { en, ru }
const say = texts(SOURCES)

export type CheckOptions = { readonly appToken?: string | undefined; readonly apiUrl: string; readonly log: Log }

/** What `liaison doctor` says of Slack. */
export async function checkSlack(
  client: WebClient,
  options: CheckOptions,
  locale: Locale,
): Promise<readonly Finding[]> {
  const good = (id: string, args = {}): Finding => ({ ok: true, what: say(locale, id, args) })
  const bad = (id: string, advice: string, args = {}): Finding => ({
    ok: false,
    what: say(locale, id, args),
    advice: say(locale, advice),
  })
  return [...(await token()), await receiving()]

  async function token(): Promise<Finding[]> {
    try {
      const me = await client.auth.test()
      const missing = SCOPES.filter((scope) => !me.response_metadata?.scopes?.includes(scope))
      return [
        good('token-ok', { bot: me.user ?? '', team: me.team ?? '' }),
        missing.length === 0
          ? good('scopes-ok')
          : bad('scopes-missing', 'scopes-advice', { scopes: missing.join(', ') }),
      ]
    } catch (error) {
      return [bad('token-wrong', 'token-advice', { detail: outcomeOf(error, 'update').detail })]
    }
  }

  async function receiving(): Promise<Finding> {
    if (options.appToken === undefined) return good('http', { path: '/hooks/slack' })
    try {
      await new WebClient(options.appToken, {
        ...callingOnce(options.apiUrl, options.log),
        timeout: 10_000,
      }).apps.connections.open({})
      return good('socket-ok')
    } catch (error) {
      return bad('socket-wrong', 'socket-advice', { detail: outcomeOf(error, 'update').detail })
    }
  }
}
