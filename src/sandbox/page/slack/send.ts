/** What a person says in Slack: words, a command, or files with words. */
import { act, base64Of, LONG_MS } from '../api.ts'
import type { Draft, Limits, Sent, Tell } from '../writing/draft.ts'
import { NOTHING } from '../writing/draft.ts'

/** As many as Slack's own composer takes; the bytes go within one request. */
export const SLACK_LIMITS: Limits = { files: 10, bytes: 40 * 1024 ** 2 }

export type Place = { readonly user: string; readonly channel: string; readonly threadTs?: string }

export async function sendInSlack(place: Place, draft: Draft, tell: Tell): Promise<Sent> {
  try {
    if (draft.files.length > 0) await share(place, draft, tell)
    else await say(place, draft.text)
    return { left: NOTHING }
  } catch (problem) {
    return { left: draft, problem }
  }
}

async function share(place: Place, { text, files }: Draft, tell: Tell): Promise<void> {
  const read: object[] = []
  for (const [i, file] of files.entries()) {
    tell({ number: i + 1, count: files.length, name: file.name })
    read.push({ name: file.name, base64: await base64Of(file) })
  }
  await act('slack/file', { ...place, text, files: read }, LONG_MS)
}

/** A command is known by its first word, and never lies in a thread. */
function say(place: Place, text: string): Promise<void> {
  const command = /^(\/[a-z]\S*)\s*(.*)$/is.exec(text)
  if (!command) return act('slack/say', { ...place, text })
  const { user, channel } = place
  return act('slack/command', { user, channel, command: command[1], text: command[2] ?? '' })
}
