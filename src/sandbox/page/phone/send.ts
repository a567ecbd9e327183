/** What a person sends from their phone, as Telegram's own apps send it. */
import { act, upload } from '../api.ts'
import type { Draft, Limits, Sent, Tell } from '../writing/draft.ts'

/** Telegram takes far more; what a bot cannot fetch (20 MB) can be tried, too. */
export const PHONE_LIMITS: Limits = { files: 30, bytes: 200 * 1024 ** 2 }

/** Who says it where, in answer to what. */
export type Where = { readonly user: number; readonly chat: number; readonly replyTo?: number; readonly quote?: string }

type Family = 'picture' | 'audio' | 'document'
type Kind = 'photo' | 'video' | 'audio' | 'document'
type Group = { readonly family: Family; readonly files: readonly File[] }

/** Anything else is a document. */
const KIND_OF: Readonly<Record<string, Kind>> = {
  'image/jpeg': 'photo',
  'image/png': 'photo',
  'image/webp': 'photo',
  'video/mp4': 'video',
  'audio/mpeg': 'audio',
}
const FAMILY_OF: Readonly<Record<Kind, Family>> = {
  photo: 'picture',
  video: 'picture',
  audio: 'audio',
  document: 'document',
}
/** Of one album (https://core.telegram.org/bots/api#sendmediagroup). */
const ALBUM_MAX = 10

/** Words alone, or files album by album, the words under the first. What could not be sent is left. */
export async function sendFromPhone(where: Where, draft: Draft, tell: Tell): Promise<Sent> {
  let left = draft
  let number = 0
  try {
    if (draft.files.length === 0) await act('telegram/say', { ...where, text: draft.text })
    for (const group of albumsOf(draft.files)) {
      const items: object[] = []
      for (const file of group.files) {
        number += 1
        tell({ number, count: draft.files.length, name: file.name })
        items.push({ sha256: await upload(file), name: file.name, kind: kindOf(file) })
      }
      await sendGroup(where, left.text, items)
      left = { text: '', files: left.files.filter((file) => !group.files.includes(file)) }
    }
    return { left: { text: '', files: [] } }
  } catch (problem) {
    return { left, problem }
  }
}

/** Pictures and films first, as they are looked at first; only files of one family stand in an album. */
export function albumsOf(files: readonly File[]): Group[] {
  return (['picture', 'audio', 'document'] as const).flatMap((family) => {
    const all = files.filter((file) => FAMILY_OF[kindOf(file)] === family)
    const count = Math.ceil(all.length / ALBUM_MAX)
    return Array.from({ length: count }, (_, i) => ({ family, files: all.slice(i * ALBUM_MAX, (i + 1) * ALBUM_MAX) }))
  })
}

function kindOf({ type }: File): Kind {
  return KIND_OF[type] ?? 'document'
}

async function sendGroup(where: Where, text: string, items: readonly object[]): Promise<void> {
  const [first, ...others] = items
  if (others.length > 0) return act('telegram/album', { ...where, items: [{ ...first, text }, ...others] })
  const { kind, ...file } = first as { kind: Kind }
  await act(`telegram/${kind}`, { ...where, ...file, text })
}
