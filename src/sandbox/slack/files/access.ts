import type { StoredFile } from '../workspace/facts.ts'
import { RefusedError } from '../workspace/refused.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { placesOf } from './wire.ts'

/** The app sees its own files, and those in conversations it is in. */
export function appSees(ws: Workspace, file: StoredFile): boolean {
  if (file.stage !== 'ready' && file.stage !== 'completed') return false
  if (file.user === ws.seed.bot.userId) return true
  const { channels, groups, ims } = placesOf(ws, file.id)
  return [...channels, ...groups, ...ims].some((id) => {
    const conversation = ws.state.conversations.get(id)
    return conversation !== undefined && ws.isMember(conversation)
  })
}

/** A file the app asks for by its id. What it may not see does not exist for it. */
export function fileOf(ws: Workspace, id: string): StoredFile {
  const file = ws.state.files.get(id)
  if (file?.stage === 'deleted') throw new RefusedError('file_deleted')
  if (!file || !appSees(ws, file)) throw new RefusedError('file_not_found')
  return file
}
