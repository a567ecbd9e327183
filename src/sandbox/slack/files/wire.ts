/** Files as Slack's API and events spell them. */
import type { Json, Message, StoredFile } from '../workspace/facts.ts'
import type { Conversation } from '../workspace/state.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** The `files` of a message; nothing when it has none. */
export function filesJson(ws: Workspace, { kind }: Conversation, { files }: Message): Json {
  if (files === undefined) return {}
  const shown = (id: string) => fileJson(ws, fileAt(ws, id), kind === 'channel')
  return { files: files.map((ref) => (ref.deleted ? tombstone(ref.id) : shown(ref.id))) }
}

/** As above, as events tell it: https://docs.slack.dev/apis/slack-connect/#check_file_info */
export function pushedFiles(ws: Workspace, { kind }: Conversation, { files }: Message): Json {
  if (files === undefined) return {}
  const told = (file: StoredFile) => (file.access === undefined ? fileJson(ws, file, kind === 'channel') : stub(file))
  return { files: files.map((ref) => (ref.deleted ? tombstone(ref.id) : told(fileAt(ws, ref.id)))) }
}

/** With where it is shared, as `files.info` tells it. */
export function fileInfoJson(ws: Workspace, file: StoredFile): Json {
  const { channels, groups, ims, shares } = placesOf(ws, file.id)
  return {
    ...fileJson(ws, file, channels.length > 0),
    channels,
    groups,
    ims,
    shares,
    has_more_shares: false,
    comments_count: 0,
  }
}

/** The conversations a file is in, by their kinds, and the messages it is on. */
export function placesOf(ws: Workspace, id: string) {
  const places = { channels: [] as string[], groups: [] as string[], ims: [] as string[] }
  const shares: { public?: Record<string, Json[]>; private?: Record<string, Json[]> } = {}
  for (const conversation of ws.state.conversations.values()) {
    const messages = [...conversation.messages.values()].filter(({ files }) =>
      files?.some((ref) => ref.id === id && !ref.deleted),
    )
    if (messages.length === 0) continue
    places[LISTS[conversation.kind]].push(conversation.id)
    const side = conversation.kind === 'channel' ? 'public' : 'private'
    shares[side] = { ...shares[side], [conversation.id]: messages.map((message) => shareJson(ws, message)) }
  }
  return { ...places, shares }
}

const LISTS = { channel: 'channels', private: 'groups', im: 'ims' } as const

function shareJson(ws: Workspace, { ts, threadTs, user }: Message): Json {
  return {
    ts,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    reply_users: [],
    reply_users_count: 0,
    reply_count: 0,
    team_id: ws.seed.team.id,
    share_user_id: user,
    source: 'UNKNOWN',
  }
}

function fileJson(ws: Workspace, file: StoredFile, isPublic: boolean): Json {
  const { id, name, title, user, created, size, mode, preview, altText } = file
  // Until Slack has looked into an app's file, its kind is not known: https://github.com/slackapi/node-slack-sdk/issues/1865
  const known = file.stage === 'ready'
  return {
    id,
    created,
    timestamp: created,
    name,
    title,
    mimetype: known ? file.mimetype : '',
    filetype: known ? file.filetype : '',
    pretty_type: known ? file.prettyType : '',
    user,
    user_team: ws.seed.team.id,
    editable: mode === 'snippet',
    size,
    mode,
    is_external: mode === 'external',
    external_type: mode === 'external' ? file.filetype : '',
    is_public: isPublic,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    ...addressesOf(ws, file),
    ...(preview === undefined ? {} : previewJson(preview, size)),
    ...(altText === undefined ? {} : { alt_txt: altText }),
    has_rich_preview: false,
    file_access: 'visible',
  }
}

/** What lies elsewhere has an address for people only. */
function addressesOf(ws: Workspace, { id, name, user, mode, address }: StoredFile): Json {
  const root = `${ws.baseUrl()}/slack`
  const safe = encodeURIComponent(name)
  const permalink = address ?? `${root}/files/${user}/${id}/${safe}`
  if (mode === 'external' || mode === 'quip') return { permalink }
  const place = `${root}/files-pri/${ws.seed.team.id}-${id}`
  return { url_private: `${place}/${safe}`, url_private_download: `${place}/download/${safe}`, permalink }
}

function previewJson(preview: string, size: number): Json {
  const lines = preview.split('\n').length
  return { preview, preview_is_truncated: Buffer.byteLength(preview) < size, lines, lines_more: 0 }
}

function stub({ id, access }: StoredFile): Json {
  return { id, mode: 'file_access', file_access: access, created: 0, timestamp: 0, user: '' }
}

function tombstone(id: string): Json {
  return { id, mode: 'tombstone' }
}

/** A file is recorded before the message that has it, and never forgotten. */
function fileAt(ws: Workspace, id: string): StoredFile {
  const file = ws.state.files.get(id)
  if (!file) throw new Error(`there is no file ${id}`)
  return file
}
