import type { RichText } from '../core/rich-text.ts'
import type { Tx } from '../db/client.ts'
import { type Wall, wallOf } from '../relay/mask/wall.ts'

/** The wall around the project of a request; undefined where there is none. */
export async function wallAround(tx: Tx, requestId: string | null): Promise<Wall | undefined> {
  const request = requestId === null ? null : await tx.request.findUnique({ where: { id: requestId } })
  return request ? wallOf(tx, request) : undefined
}

/** What a blind specialist wrote with tokens, with the words for which they stand: so it is logged, decided on and sent. */
export async function opened(tx: Tx, requestId: string | null, body: RichText): Promise<RichText> {
  return (await wallAround(tx, requestId))?.open(body) ?? body
}
