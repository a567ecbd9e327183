import type { WebClient } from '@slack/web-api'
import type { SourceState } from '../../../src/core/notice.ts'
import type { Outcome } from '../../../src/core/sender.ts'
import { outcomeOf } from '../api/outcome.ts'
import { makeMessage, parsePlace } from '../ids.ts'

/** How each state looks: reactions on the specialist's own message. */
export const REACTIONS = {
  inside: ['lock'],
  waiting: ['hourglass_flowing_sand'],
  edited: ['pencil2'],
  returned: ['leftwards_arrow_with_hook'],
  rejected: ['no_entry'],
  delivered: ['white_check_mark'],
  delivered_edited: ['pencil2', 'white_check_mark'],
  failed: ['x'],
  withdrawn: [],
} as const satisfies Record<SourceState, readonly string[]>

const OURS: ReadonlySet<string> = new Set(Object.values(REACTIONS).flat())

/** Brings our reactions on a message to what its state says; other people's are their own. */
export async function showState(
  client: WebClient,
  message: string,
  state: SourceState,
  self: string,
): Promise<Outcome> {
  const place = parsePlace(message)
  if (!place) return { kind: 'refused', reason: 'chat_gone', detail: 'not a message of Slack' }
  const where = { channel: place.channel, timestamp: place.ts }
  try {
    const present = await ownReactions(client, where, self)
    const wanted: readonly string[] = REACTIONS[state]
    for (const name of wanted)
      if (!present.includes(name)) await unless('already_reacted', client.reactions.add({ ...where, name }))
    for (const name of present) {
      if (OURS.has(name) && !wanted.includes(name))
        await unless('no_reaction', client.reactions.remove({ ...where, name }))
    }
    return { kind: 'sent', messages: [makeMessage(place.channel, place.ts)] }
  } catch (error) {
    const outcome = outcomeOf(error, 'update')
    // A message that is gone needs no state; it must not be waited for.
    return outcome.kind === 'refused' && outcome.reason === 'target_gone'
      ? { ...outcome, reason: 'chat_gone' }
      : outcome
  }
}

async function ownReactions(
  client: WebClient,
  where: { channel: string; timestamp: string },
  self: string,
): Promise<string[]> {
  const { message } = await client.reactions.get({ ...where, full: true })
  return (message?.reactions ?? []).flatMap(({ name, users }) =>
    name !== undefined && users?.includes(self) ? [name] : [],
  )
}

/** What is so already is no failure. */
async function unless(expected: string, call: Promise<unknown>): Promise<void> {
  try {
    await call
  } catch (error) {
    const data = error instanceof Error && 'data' in error ? error.data : undefined
    if (typeof data === 'object' && data !== null && 'error' in data && data.error === expected) return
    throw error
  }
}
