/** What an alert needs to know besides the score. */
import { after, DAY } from '../../core/clock.ts'
import { preview, richTextSchema } from '../../core/rich-text.ts'
import type { Tx } from '../../db/client.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { COUNTS } from '../store/events.ts'
import type { Facts } from './conditions.ts'

const MOST_OF_A_TEXT = 300

/** At once, of one client. */
const MOST_COMPLAINTS = 20

export async function complaintsOf(tx: Tx, clientId: string): Promise<Facts['complaints']> {
  const open = await tx.complaint.findMany({
    where: { clientId, state: 'open' },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    take: MOST_COMPLAINTS,
    include: { interaction: { include: { contact: true } }, client: true },
  })
  return open.map(({ id, interaction, client }) => ({
    id,
    who: interaction.contact?.name ?? client.name,
    at: interaction.at,
    text: preview(richTextSchema.parse(interaction.body), MOST_OF_A_TEXT),
    onCard: interaction.kind !== 'contact',
  }))
}

/** Within so long, and on at least so many days, contact shows on whom it rests. */
const LOOKED_AT_DAYS = 120
const LEAST_DAYS = 6

/**
 * The one person whose voice all contact of the last months was. Nobody: there were others, if only with them, or somebody whom nobody knows, or
 * too little was said.
 */
export async function soleContactOf(tx: Tx, clientId: string, now: Date): Promise<Facts['soleContact']> {
  const rows = await tx.$queryRaw<{ id: string | null; name: string | null; days: number }[]>`
    select p.id, c.name, count(distinct i.at::date)::int as days
    from "Interaction" i
      cross join lateral (
        select i."contactId" as id
        union all select "contactId" from "InteractionContact" where "interactionId" = i.id) p
      left join "Contact" c on c.id = p.id
    where i."clientId" = ${clientId}::uuid and i.at > ${after(now, -LOOKED_AT_DAYS * DAY)} and i.at <= ${now}
      and ${COUNTS} and ${CLIENTS_VOICE}
    group by p.id, c.name limit 2`
  const [only, ...more] = rows
  if (!only || more.length > 0 || only.id === null || only.days < LEAST_DAYS) return undefined
  return { id: only.id, name: only.name ?? '', days: only.days }
}

/** Of an interaction `i`: the client spoke, or was spoken with. */
const CLIENTS_VOICE = Prisma.sql`(i.direction = 'in'
  or (i.kind = 'contact' and i.channel in ('phone', 'video', 'in_person'))) and not i.missed`
