/** What people do with files. */
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { z } from 'zod'
import { deleteFile } from '../files/deleting.ts'
import { CANVAS, ELSEWHERE, kindOf, snippetKind } from '../files/kinds.ts'
import { previewOf } from '../files/preview.ts'
import type { Fact, StoredFile } from '../workspace/facts.ts'
import { post } from '../workspace/messages.ts'
import { mintId, type Workspace } from '../workspace/workspace.ts'
import { act, ConflictError, channel, placeOf, ts, user } from './act.ts'
import { rootOf, spoken, words } from './talk.ts'

const named = {
  title: z.string().optional(),
  mimetype: z.string().optional(),
  mode: z.enum(['hosted', 'snippet']).default('hosted'),
  /** As a file of another workspace comes, over Slack Connect. */
  file_access: z.literal('check_file_info').optional(),
}
const fromDisk = z.strictObject({ path: z.string().min(1), name: z.string().min(1).optional(), ...named })
const fromBody = z.strictObject({ base64: z.base64(), name: z.string().min(1), ...named })
/** A canvas, or a document of another service: there is an address, and nothing to download. */
const elsewhere = z.strictObject({
  mode: z.enum(['quip', 'external']),
  name: z.string().min(1),
  permalink: z.url().optional(),
})
const given = z.union([fromDisk, fromBody, elsewhere])
/** As many as Slack's own composer takes. */
const FILES_MAX = 10

const share = act(
  z.strictObject({
    user,
    channel,
    ...words,
    files: z.array(given).min(1).max(FILES_MAX),
    threadTs: ts.optional(),
    broadcast: z.boolean().default(false),
  }),
  async (ws, { user: person, channel: id, files: items, threadTs, broadcast, ...typed }) => {
    const conversation = placeOf(ws, person, id)
    if (conversation.archived) throw new ConflictError('is_archived')
    const thread = threadTs === undefined ? {} : { threadTs: rootOf(conversation, threadTs), broadcast }
    const said = typed.text === '' && typed.blocks === undefined ? { text: '', blocks: [] } : spoken(typed)
    const files = await Promise.all(items.map((item) => stored(ws, person, item)))
    // Known before the message is made, whose event tells of them.
    ws.commit(files.map((file): Fact => ({ type: 'file', file })))
    const refs = files.map((file) => ({ id: file.id }))
    const message = post(ws, conversation, { user: person, ...said, files: refs, clientMsgId: randomUUID(), ...thread })
    return { channel: conversation.id, ts: message.ts, files: refs.map((ref) => ref.id) }
  },
)

const remove = act(z.strictObject({ user, file: z.string().min(1) }), (ws, args) => {
  const file = ws.state.files.get(args.file)
  if (file?.stage !== 'ready') throw new ConflictError('file_not_found')
  if (file.user !== args.user) throw new ConflictError('not_your_file')
  deleteFile(ws, file)
  return {}
})

export const filing = { file: share, 'delete-file': remove }

async function stored(ws: Workspace, person: string, item: z.infer<typeof given>): Promise<StoredFile> {
  const name = 'path' in item ? (item.name ?? basename(item.path)) : item.name
  const about = {
    id: mintId('F'),
    name,
    title: ('title' in item ? item.title : undefined) ?? name,
    user: person,
    created: Math.floor(ws.now() / 1_000),
    stage: 'ready' as const,
  }
  if (!('file_access' in item) && (item.mode === 'quip' || item.mode === 'external')) {
    const address = item.permalink === undefined ? {} : { address: item.permalink }
    return { ...about, size: 0, mode: item.mode, ...(item.mode === 'quip' ? CANVAS : ELSEWHERE), ...address }
  }
  return hosted(ws, about, item as Hosted)
}

type Hosted = z.infer<typeof fromDisk> | z.infer<typeof fromBody>
type About = Pick<StoredFile, 'id' | 'name' | 'title' | 'user' | 'created' | 'stage'>

async function hosted(ws: Workspace, about: About, item: Hosted): Promise<StoredFile> {
  const { sha256, size } = await ws.kernel.files.put(bytesOf(item))
  const { mode, mimetype, file_access } = item
  return {
    ...about,
    size,
    mode,
    sha256,
    ...(mode === 'snippet'
      ? { ...snippetKind(about.name), preview: await previewOf(ws.kernel.files, sha256) }
      : kindOf(about.name, mimetype)),
    ...(file_access === undefined ? {} : { access: file_access }),
  }
}

async function* bytesOf(item: Hosted): AsyncGenerator<Uint8Array> {
  if ('base64' in item) {
    yield Buffer.from(item.base64, 'base64')
    return
  }
  try {
    yield* createReadStream(item.path)
  } catch (error) {
    throw new ConflictError('no_such_file', { reason: String(error) })
  }
}
