import type { Answered } from '../core/answered.ts'
import type { ClientSaid } from '../core/flow.ts'
import type { Tx } from '../db/client.ts'

/** What this message answers, and from whose side that is. Undefined: nothing. */
export async function answeredIn(
  tx: Tx,
  { answers, author }: Pick<ClientSaid, 'answers' | 'author'>,
): Promise<Answered | undefined> {
  if (answers === undefined) return undefined
  const { by, who, ...rest } = answers
  switch (by) {
    case 'us':
      // Words that they picked out of a notice are what they speak of; a notice as a whole says nothing to the team.
      return !rest.part && (await isNotice(tx, rest.message)) ? undefined : { ...rest, by: 'agency' }
    case 'person':
      if (who?.user === author.user) return { ...rest, by: 'self' }
      return (await isOurs(tx, who?.user)) ? { ...rest, by: 'agency' } : { ...rest, who, by: 'client' }
    case 'other':
    case 'elsewhere':
      return { ...rest, who, by }
  }
}

/** Whether the bot said this itself, in nobody's words. */
async function isNotice(tx: Tx, message: string | undefined): Promise<boolean> {
  if (message === undefined) return false
  const known = await tx.remoteMessage.findUnique({ where: { message } })
  if (known?.itemId == null) return false
  const item = await tx.outboxItem.findUnique({ where: { id: known.itemId }, select: { kind: true } })
  return item?.kind === 'notice'
}

/** Somebody who works here writes in the group themselves. */
async function isOurs(tx: Tx, user: string | undefined): Promise<boolean> {
  if (user === undefined) return false
  const isClients = (await tx.contact.count({ where: { remoteUser: user, client: { stage: 'client' } } })) > 0
  return !isClients && (await tx.staff.count({ where: { remoteTelegram: user } })) > 0
}
