import type { WebClient } from '@slack/web-api'
import type { Attachment } from '../../../src/core/attachment.ts'
import type { FileBytes } from '../../../src/core/files.ts'
import type { RemoteMessage } from '../../../src/core/ids.ts'
import type { Notice } from '../../../src/core/notice.ts'
import type { Content, Final, Outcome, Piece, Refusal, Sender } from '../../../src/core/sender.ts'
import { outcomeOf } from '../api/outcome.ts'
import { fromBlocks } from '../format/from-blocks.ts'
import { AS_WRITTEN } from '../format/mrkdwn.ts'
import { makeThread, parsePlace } from '../ids.ts'
import { findShared, shareFiles, uploadFiles } from './files.ts'
import { findByKey } from './find.ts'
import { sendNotice } from './notices.ts'
import { piecesOf, type SlackPiece } from './pieces.ts'
import { postWords, wordsOf } from './words.ts'

/** More messages at once than anybody reads. */
const MOST_PIECES = 20

export type SlackSenderOptions = {
  readonly client: WebClient
  /** Our own user id. */
  readonly self: () => Promise<string>
  /** Where the workspace is, with a slash at its end: links to cards begin with it. */
  readonly workspace: () => Promise<string>
  readonly bytes: FileBytes
}

/** The port out to Slack. One visible call a message, no retry: what is certain and what is not is said in the outcome. */
export function slackSender({ client, self, workspace, bytes }: SlackSenderOptions): Sender {
  return {
    platform: 'slack',
    pieces: (content) => (content.kind === 'final' ? piecesOf(content).map(asPiece) : [{ body: [], files: [] }]),
    check: refusalOf,
    async prepare(_to, { content, piece = 0 }) {
      const files = content.kind === 'final' ? (piecesOf(content)[piece]?.files ?? []) : filesOfNotice(content.notice)
      return files.length === 0 ? undefined : uploadFiles(client, bytes, files)
    },
    async send(to, outgoing, key) {
      const { content, piece: index = 0, target, trace } = outgoing
      if (content.kind === 'notice') return sendNotice({ client, self, workspace }, to, outgoing, key)
      const refusal = refusalOf(content)
      if (refusal) return refused(refusal, 'found before the call')
      const piece = piecesOf(content)[index]
      if (!piece) return refused('empty', 'there is no such piece')
      if (target !== undefined) return rewrite(client, target, piece, content)
      if (piece.files.length === 0) return postWords(client, to, piece, content.speaker, key)
      return trace === undefined
        ? refused('bad_request', 'the files were not uploaded')
        : shareFiles(client, to, piece, content.speaker, trace)
    },
    remove: (message) => remove(client, message),
    find: (to, key, since, trace) =>
      trace === undefined ? findByKey(client, to, key, since) : findShared(client, to, trace),
  }
}

function refusalOf(content: Content): Refusal | undefined {
  if (content.kind === 'notice') return undefined
  const pieces = piecesOf(content)
  if (pieces.length === 0) return 'empty'
  return pieces.length > MOST_PIECES ? 'too_long' : undefined
}

function filesOfNotice(notice: Notice): readonly Attachment[] {
  return notice.template === 'card_files' ? notice.files : []
}

/** As a reader of Slack sees it. */
function asPiece({ files, words }: SlackPiece): Piece {
  const names = { user: (id: string) => id, channel: (id: string) => id }
  return { files, body: words === undefined ? [] : fromBlocks([words], names) }
}

async function rewrite(client: WebClient, target: RemoteMessage, piece: SlackPiece, final: Final): Promise<Outcome> {
  const place = parsePlace(target)
  if (!place) return refused('target_gone', 'not a message of Slack')
  try {
    const words = wordsOf(piece, final.speaker)
    await client.apiCall('chat.update', { channel: place.channel, ts: place.ts, ...words, ...AS_WRITTEN })
    return { kind: 'sent', messages: [target], thread: makeThread(place.channel, place.ts) }
  } catch (error) {
    return outcomeOf(error, 'update')
  }
}

async function remove(client: WebClient, target: RemoteMessage): Promise<Outcome> {
  const place = parsePlace(target)
  if (!place) return refused('target_gone', 'not a message of Slack')
  try {
    await client.chat.delete({ channel: place.channel, ts: place.ts })
    return { kind: 'sent', messages: [target] }
  } catch (error) {
    const outcome = outcomeOf(error, 'update')
    return outcome.kind === 'refused' && outcome.reason === 'target_gone'
      ? { kind: 'sent', messages: [target] }
      : outcome
  }
}

function refused(reason: Refusal, detail: string): Outcome {
  return { kind: 'refused', reason, detail }
}
