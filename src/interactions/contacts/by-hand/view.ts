import { type ContactView, LONGEST_NOTE } from '../../../core/contacts/log.ts'
import type { Locale } from '../../../core/ids.ts'
import { CHANNELS, REASONS } from '../../../core/interaction.ts'
import { reasonName } from '../../../core/reasons.ts'
import { inWords } from '../../../core/when.ts'
import type { Tx } from '../../../db/client.ts'
import type { Asking } from './who.ts'

/**
 * An entry as its reader is told of it. What the rules proposed as its reason is no word of theirs, and not told; a note that
 * somebody else wrote may say more than they may read.
 */
export async function viewOf(
  tx: Tx,
  id: string,
  { staff, locale, agency }: Omit<Asking, 'kind'>,
): Promise<ContactView> {
  const row = await tx.interaction.findUniqueOrThrow({ where: { id }, include: { client: true, contact: true } })
  const { client, contact, channel, direction, durationSeconds, missed, reason, confidence, at, text } = row
  return {
    id,
    client: client.name,
    contact: contact?.name,
    channel: CHANNELS.find((known) => known === channel) ?? 'phone',
    direction,
    minutes: durationSeconds === null ? undefined : Math.round(durationSeconds / 60),
    missed,
    reason: reason === null || confidence !== null ? undefined : await nameOf(tx, reason, locale),
    when: inWords(at, agency.timeZone),
    note: row.staffId === staff.id ? text.slice(0, LONGEST_NOTE) : '',
  }
}

async function nameOf(tx: Tx, key: string, locale: Locale): Promise<string> {
  const usual = REASONS.find((reason) => reason === key)
  if (usual !== undefined) return reasonName(locale, usual)
  const own = await tx.agencyReason.findUnique({ where: { key } })
  return own === null ? key : locale === 'ru' ? own.nameRu : own.nameEn
}
