/** https://docs.slack.dev/messaging/working-with-files: a place to upload, the bytes, then the promise of a message. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { contentOf } from '../methods/content.ts'
import { flag, joinedConversation, json, limit, method } from '../methods/method.ts'
import type { Fact, Share, StoredFile } from '../workspace/facts.ts'
import { RefusedError } from '../workspace/refused.ts'
import { mintId, type Workspace } from '../workspace/workspace.ts'
import { appSees, fileOf } from './access.ts'
import { deleteFile } from './deleting.ts'
import { kindOf, snippetKind } from './kinds.ts'
import { fileInfoJson, placesOf } from './wire.ts'

const FILE_MAX = 1024 ** 3
const SNIPPET_MAX = 1024 ** 2
const ALT_TEXT_MAX = 1_000
const id = z.string().min(1)

const getUploadUrl = method({
  scope: 'files:write',
  args: z.looseObject({
    filename: z.string().min(1),
    length: z.coerce.number().int().min(1),
    alt_txt: z.string().optional(),
    snippet_type: z.string().optional(),
  }),
  run(ws, { filename, length, alt_txt, snippet_type }) {
    if (length > FILE_MAX) throw new RefusedError('file_upload_size_restricted')
    if (snippet_type && length > SNIPPET_MAX) throw new RefusedError('snippet_too_large')
    if ((alt_txt ?? '').length > ALT_TEXT_MAX) throw new RefusedError('alt_txt_too_large')
    const fileId = mintId('F')
    const uploadKey = `${fileId}-${randomBytes(24).toString('hex')}`
    const file: StoredFile = {
      id: fileId,
      name: filename,
      title: filename,
      user: ws.seed.bot.userId,
      created: Math.floor(ws.now() / 1_000),
      size: length,
      mode: snippet_type ? 'snippet' : 'hosted',
      ...(snippet_type ? snippetKind(filename, snippet_type) : kindOf(filename)),
      stage: 'awaited',
      uploadKey,
      ...(alt_txt ? { altText: alt_txt } : {}),
    }
    ws.commit([{ type: 'file', file }])
    return { upload_url: `${ws.baseUrl()}/slack/upload/v1/${uploadKey}`, file_id: fileId }
  },
})

const completedSchema = z.array(z.looseObject({ id, title: z.string().optional() })).min(1)

/** The answer comes before the message does: `shares` is empty, and stays so until `files.info` is asked later. */
const completeUpload = method({
  scope: 'files:write',
  args: z.looseObject({
    files: json.pipe(completedSchema),
    channel_id: z.string().optional(),
    thread_ts: z
      .string()
      .regex(/^\d+\.\d{6}$/, 'invalid ts')
      .optional(),
    initial_comment: z.string().optional(),
    blocks: json,
  }),
  run(ws, args) {
    const completed = args.files.map((given) => completedFile(ws, given))
    if (new Set(completed.map((file) => file.id)).size < completed.length) throw new RefusedError('invalid_arguments')
    const share: Share = { id: mintId('Sh'), files: completed.map((file) => file.id), ...placed(ws, args) }
    ws.commit([
      ...completed.map((file): Fact => ({ type: 'file', file })),
      ...[{ type: 'share-queued' as const, share }],
    ])
    return { files: completed.map((file) => fileInfoJson(ws, file)) }
  },
})

const info = method({
  scope: 'files:read',
  args: z.looseObject({ file: id }),
  run(ws, args) {
    const file = fileOf(ws, args.file)
    const content = file.preview === undefined ? {} : { content: file.preview }
    return { file: fileInfoJson(ws, file), ...content, comments: [], response_metadata: { next_cursor: '' } }
  },
})

const list = method({
  scope: 'files:read',
  args: z.looseObject({
    channel: z.string().optional(),
    user: z.string().optional(),
    count: limit(100, 1_000),
    page: limit(1, 100_000),
    show_files_hidden_by_limit: flag,
  }),
  run(ws, { channel, user, count, page }) {
    if (channel) joinedConversation(ws, channel)
    const found = [...ws.state.files.values()]
      .filter((file) => appSees(ws, file) && (!user || file.user === user) && (!channel || isIn(ws, file, channel)))
      .reverse()
    const files = found.slice((page - 1) * count, page * count).map((file) => fileInfoJson(ws, file))
    return { files, paging: { count, total: found.length, page, pages: Math.ceil(found.length / count) } }
  },
})

const remove = method({
  scope: 'files:write',
  args: z.looseObject({ file: id }),
  run(ws, args) {
    const file = fileOf(ws, args.file)
    if (file.user !== ws.seed.bot.userId) throw new RefusedError('cant_delete_file')
    deleteFile(ws, file)
    return {}
  },
})

export const files = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': completeUpload,
  'files.info': info,
  'files.list': list,
  'files.delete': remove,
}

/** Once only, and after the bytes have come; otherwise Slack knows no such file. */
function completedFile(ws: Workspace, given: { id: string; title?: string | undefined }): StoredFile {
  const file = ws.state.files.get(given.id)
  if (file?.stage !== 'uploaded') throw new RefusedError('file_not_found')
  return { ...file, title: given.title || file.title, stage: 'completed' }
}

type Place = { channel_id?: string | undefined; thread_ts?: string | undefined }
type Said = { initial_comment?: string | undefined; blocks?: unknown }

/** Blocks count only when there is no comment, as the method's page says. */
function placed(ws: Workspace, { channel_id, thread_ts, initial_comment, blocks }: Place & Said) {
  const { text = '', blocks: made = [] } = contentOf(initial_comment ? { text: initial_comment } : { blocks })
  if (!channel_id) return { text, blocks: made }
  const conversation = joinedConversation(ws, channel_id)
  if (conversation.archived) throw new RefusedError('is_archived')
  return { text, blocks: made, channel: conversation.id, ...(thread_ts ? { threadTs: thread_ts } : {}) }
}

function isIn(ws: Workspace, file: StoredFile, channel: string): boolean {
  const { channels, groups, ims } = placesOf(ws, file.id)
  return [channels, groups, ims].some((places) => places.includes(channel))
}
