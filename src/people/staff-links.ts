import { createHash, randomBytes } from 'node:crypto'
import { after, DAY } from '../core/clock.ts'
import type { RemoteUser } from '../core/ids.ts'
import type { Tx } from '../db/client.ts'
import type { Staff } from '../generated/prisma/client.ts'

const DAYS = 2

/** A word by which this person becomes known to the clients' bot. It is shown once; only its hash is kept. */
export async function inviteStaff(
  tx: Tx,
  staffId: string,
  now: Date,
): Promise<{ readonly word: string; readonly until: Date }> {
  const word = randomBytes(18).toString('base64url')
  const until = after(now, DAYS * DAY)
  await tx.staffLink.create({ data: { wordHash: hashOf(word), staffId, createdAt: now, expiresAt: until } })
  return { word, until }
}

export type StaffRedeemed =
  | { readonly kind: 'linked'; readonly staff: Staff }
  | { readonly kind: 'refused'; readonly staff: Staff; readonly why: 'used' | 'expired' | 'other_place' | 'is_client' }

/**
 * Somebody came by such a word. Works once: the row is locked; the same person may press again. Undefined: it is none of these.
 * A person of a client stays that: what they write must go on to their manager.
 */
export async function redeemStaffLink(
  tx: Tx,
  used: { readonly word: string; readonly user: RemoteUser; readonly isPrivate: boolean; readonly now: Date },
): Promise<StaffRedeemed | undefined> {
  const { user, now } = used
  const [locked] = await tx.$queryRaw<{ id: string }[]>`
    select id from "StaffLink" where "wordHash" = ${hashOf(used.word)} for update`
  if (!locked) return undefined
  const { staff, usedAt, expiresAt } = await tx.staffLink.findUniqueOrThrow({
    where: { id: locked.id },
    include: { staff: true },
  })
  if (!used.isPrivate) return { kind: 'refused', staff, why: 'other_place' }
  if (usedAt !== null && staff.remoteTelegram === user) return { kind: 'linked', staff }
  if (usedAt !== null) return { kind: 'refused', staff, why: 'used' }
  if (expiresAt <= now || !staff.active) return { kind: 'refused', staff, why: 'expired' }
  const contact = await tx.contact.findUnique({ where: { remoteUser: user }, include: { client: true } })
  if (contact?.client.stage === 'client') return { kind: 'refused', staff, why: 'is_client' }
  await tx.staffLink.update({ where: { id: locked.id }, data: { usedAt: now } })
  await tx.staff.updateMany({ where: { remoteTelegram: user }, data: { remoteTelegram: null } })
  return { kind: 'linked', staff: await tx.staff.update({ where: { id: staff.id }, data: { remoteTelegram: user } }) }
}

function hashOf(word: string): string {
  return createHash('sha256').update(word).digest('hex')
}
