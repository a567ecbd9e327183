import { setTimeout as pause } from 'node:timers/promises'
import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { Attachment } from '../../../src/core/attachment.ts'
import type { FileBytes } from '../../../src/core/files.ts'
import type { Address, RemoteMessage, RemoteThread } from '../../../src/core/ids.ts'
import type { Found, Outcome, Prepared } from '../../../src/core/sender.ts'
import { outcomeOf } from '../api/outcome.ts'
import { upload } from '../api/upload.ts'
import { makeMessage, makeThread, parsePlace } from '../ids.ts'
import { channelOf } from './find.ts'
import { blocksOf, type SlackPiece } from './pieces.ts'

/** The ids of what was uploaded: kept with the item, so that nothing is uploaded twice. */
const traceSchema = z.array(z.object({ id: z.string(), title: z.string() })).min(1)

/** Slack shows a file some time after it has taken it; asked for after each of these pauses. */
const LOOKS_MS = [100, 200, 400, 800, 1_500, 3_000, 4_000] as const

/** Uploads the bytes; nobody sees them before `shareFiles`. */
export async function uploadFiles(
  client: WebClient,
  bytes: FileBytes,
  files: readonly Attachment[],
): Promise<Prepared | Exclude<Outcome, { kind: 'sent' | 'unsure' }>> {
  const uploaded: z.infer<typeof traceSchema> = []
  try {
    for (const { name, size, sha256 = '' } of files) {
      const { upload_url: url = '', file_id: id = '' } = await client.files.getUploadURLExternal({
        filename: name,
        length: size,
      })
      await upload(url, await bytes.open(sha256), size)
      uploaded.push({ id, title: name })
    }
    return { kind: 'prepared', trace: JSON.stringify(uploaded) }
  } catch (error) {
    // Nothing is seen of it, so nothing is unsure.
    const outcome = outcomeOf(error, 'update')
    return outcome.kind === 'unsure' ? { kind: 'later', afterMs: 0, detail: outcome.detail } : outcome
  }
}

/** Shows what was uploaded, with its words, as one message. */
export async function shareFiles(
  client: WebClient,
  to: Address,
  piece: SlackPiece,
  speaker: string | undefined,
  trace: string,
): Promise<Outcome> {
  const files = traceSchema.parse(JSON.parse(trace))
  const thread = to.thread === undefined ? undefined : parsePlace(to.thread)?.ts
  const blocks = blocksOf(piece, speaker)
  try {
    const channel = await channelOf(client, to)
    await client.apiCall('files.completeUploadExternal', {
      files,
      channel_id: channel,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      ...(blocks.length === 0 ? {} : { blocks }),
    })
  } catch (error) {
    return outcomeOf(error, 'post')
  }
  for (const ms of LOOKS_MS) {
    await pause(ms)
    const found = await findShared(client, to, trace)
    if (found.kind === 'found') return { ...found, kind: 'sent' }
  }
  return { kind: 'unsure', detail: 'Slack took the files, but does not say where they are' }
}

const sharesSchema = z.record(
  z.string(),
  z.record(z.string(), z.array(z.looseObject({ ts: z.string(), thread_ts: z.string().optional() }))),
)

/**
 * Where the uploaded files stand. absent: Slack does not know them as files, so they were never shown · unknown: it has them,
 * but they stand nowhere yet; they must not be uploaded again.
 */
export async function findShared(client: WebClient, to: Address, trace: string): Promise<Found> {
  const [first] = traceSchema.parse(JSON.parse(trace))
  try {
    const channel = await channelOf(client, to)
    const { file } = await client.files.info({ file: first?.id ?? '' })
    const shares = sharesSchema.safeParse(file?.shares ?? {}).data ?? {}
    const share = Object.values(shares).flatMap((channels) => channels[channel] ?? [])[0]
    if (!share) return { kind: 'unknown', detail: 'the files are not shown yet' }
    return standsAt(channel, share.ts, share.thread_ts)
  } catch (error) {
    const outcome = outcomeOf(error, 'update')
    return /file_not_found|file_deleted/.test(outcome.detail)
      ? { kind: 'absent' }
      : { kind: 'unknown', detail: outcome.detail }
  }
}

function standsAt(channel: string, ts: string, root: string | undefined): Extract<Found, { kind: 'found' }> {
  const message: RemoteMessage = makeMessage(channel, ts)
  const thread: RemoteThread = makeThread(channel, root ?? ts)
  return { kind: 'found', messages: [message], thread }
}
