import type { StoredFile } from '../workspace/facts.ts'
import { changed } from '../workspace/messages.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** A file that is deleted leaves a tombstone on every message it was on; its bytes cannot be had any more. */
export function deleteFile(ws: Workspace, file: StoredFile): void {
  const edits = [...ws.state.conversations.values()].flatMap((conversation) =>
    [...conversation.messages.values()].flatMap((message) => {
      if (!message.files?.some((ref) => ref.id === file.id)) return []
      const files = message.files.map((ref) => (ref.id === file.id ? { id: ref.id, deleted: true as const } : ref))
      return changed(ws, conversation, message, { ...message, files })
    }),
  )
  ws.commit([{ type: 'file', file: { ...file, stage: 'deleted' } }, ...edits])
}
