import type { Locale } from '../../core/ids.ts'
import type { Tx } from '../../db/client.ts'
import type { Staff } from '../../generated/prisma/client.ts'
import { agencyOf } from '../../people/agency.ts'
import type { Values } from '../../people/templates/variables.ts'

export type ForWhom = {
  readonly locale: Locale
  /** Without what is offered instead, which only a refusal has. */
  readonly values: Values
}

/** What a template's variables stand for in an answer to this relay, in its client's language. Reads only. */
export async function valuesFor(tx: Tx, relayId: string, staff: Staff, now: Date): Promise<ForWhom> {
  const agency = await agencyOf(tx)
  const relay = await tx.relay.findUniqueOrThrow({
    where: { id: relayId },
    include: { client: true, contact: true, request: { include: { project: true } } },
  })
  const contact = relay.contact ?? (await lastToSpeak(tx, relay.requestId))
  const locale = contact?.locale ?? relay.client.locale ?? agency.locale
  const timeZone = relay.client.timeZone ?? agency.timeZone
  return {
    locale,
    values: {
      client: relay.client.name,
      contact: (contact?.name ?? relay.client.name).trim().split(/\s+/)[0] ?? '',
      manager: staff.name,
      agency: agency.name,
      project: relay.request.project?.name ?? '',
      alternative: '',
      date: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone }).format(now),
    },
  }
}

async function lastToSpeak(tx: Tx, requestId: string) {
  const last = await tx.relay.findFirst({
    where: { requestId, direction: 'to_team', contactId: { not: null } },
    orderBy: [{ openedAt: 'desc' }, { number: 'desc' }],
    include: { contact: true },
  })
  return last?.contact
}
