/** `/queue settings`: what a person is told, and when, chosen by themselves. */
import type { Flow } from '../../../src/core/flow.ts'
import { NOTIFY_LEVELS, type NotifyLevel, type QuietHours } from '../../../src/core/sla.ts'
import { escaped } from '../format/mrkdwn.ts'
import { makeUser } from '../ids.ts'
import { say } from './text.ts'

type Asked = { readonly user_id: string; readonly text?: string }
type Change = { readonly notify?: NotifyLevel; readonly quiet?: QuietHours | 'off' }

const SETTINGS = /^\s*settings\b\s*(.*?)\s*$/i
const QUIET = /^quiet\s+(?:(off)|((?:[01]\d|2[0-3]):[0-5]\d)\s*[-–]\s*((?:[01]\d|2[0-3]):[0-5]\d))$/i

/** The answer to the command; undefined: it does not ask for settings, or the person does not work here. */
export async function onSettings(flow: Flow, command: Asked): Promise<string | undefined> {
  const given = SETTINGS.exec(command.text ?? '')?.[1]
  if (given === undefined) return undefined
  const change = changeIn(given)
  const set = await flow.preferences(makeUser(command.user_id), change ?? {})
  if (!set) return undefined
  const { locale, notify, quiet, digestAt } = set
  return [
    ...(change === undefined ? [`:warning: ${say(locale, 'settings-wrong', { given: escaped(given) })}`] : []),
    `*${say(locale, 'settings-head')}* ${say(locale, `settings-${notify}`)}`,
    quiet === undefined ? say(locale, 'settings-no-quiet') : say(locale, 'settings-quiet', { ...quiet }),
    say(locale, 'settings-digest-at', { at: digestAt }),
    say(locale, 'settings-how'),
  ].join('\n')
}

/** Undefined: that cannot be set. */
export function changeIn(given: string): Change | undefined {
  if (given === '') return {}
  const level = NOTIFY_LEVELS.find((one) => one === given.toLowerCase())
  if (level) return { notify: level }
  const [, off, from, to] = QUIET.exec(given) ?? []
  if (off !== undefined) return { quiet: 'off' }
  return from === undefined || to === undefined ? undefined : { quiet: { from, to } }
}
