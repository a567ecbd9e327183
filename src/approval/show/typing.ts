import { after, SECOND } from '../../core/clock.ts'
import type { Address } from '../../core/ids.ts'
import type { Tx } from '../../db/client.ts'
import { agencyOf } from '../../people/agency.ts'
import { clientSide } from '../decide/send.ts'

/** Where a client shall see that somebody is writing: an answer of a specialist's came to the queue a moment ago. Reads only. */
export async function placesToType(tx: Tx, now: Date): Promise<Address[]> {
  const { typingSeconds } = await agencyOf(tx)
  if (typingSeconds === 0) return []
  const waiting = await tx.relay.findMany({
    where: {
      direction: 'to_client',
      kind: 'message',
      status: { in: ['gathering', 'waiting'] },
      openedAt: { gte: after(now, -typingSeconds * SECOND) },
    },
    include: { request: true },
  })
  const places = waiting.map(({ request }) => clientSide(request))
  return [...new Map(places.map((place) => [`${place.conversation} ${place.thread ?? ''}`, place])).values()]
}
