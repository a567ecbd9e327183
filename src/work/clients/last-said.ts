import { cutFor, type Reader } from '../../approval/show/for-reader.ts'
import { richTextSchema } from '../../core/rich-text.ts'
import type { Tx } from '../../db/client.ts'

export type Said = {
  readonly side: 'client' | 'agency'
  readonly who: string
  readonly at: string
  readonly channel: string
  readonly text: string
  /** Nobody has verified that this letter is of whom it says it is. */
  readonly unverified?: true
}

type Named = { readonly name: string } | null
type WithPeople = { readonly contact: Named; readonly alsoThere: readonly { readonly contact: Named }[] }

const LENGTH = 200

/** What passed between client and agency last, on whatever channel, as this reader may see it; oldest first. */
export async function lastSaid(tx: Tx, clientId: string, count: number, reader: Reader): Promise<Said[]> {
  const rows = await tx.interaction.findMany({
    where: {
      clientId,
      channel: { not: 'team' },
      kind: { in: ['message', 'delivery', 'contact'] },
      replacedBy: { none: { kind: 'removal' } },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: count,
    include: { contact: true, staff: true, alsoThere: { include: { contact: true } } },
  })
  return rows.reverse().map((row) => ({
    side: row.direction === 'in' ? ('client' as const) : ('agency' as const),
    who: (row.direction === 'in' ? theirs(row) : row.staff?.name) ?? '',
    at: row.at.toISOString(),
    channel: row.channel,
    ...(row.unverified ? { unverified: true as const } : {}),
    text: cutFor(richTextSchema.parse(row.body), LENGTH, reader),
  }))
}

function theirs({ contact, alsoThere }: WithPeople): string {
  return [contact, ...alsoThere.map((one) => one.contact)].flatMap((one) => one?.name ?? []).join(', ')
}
