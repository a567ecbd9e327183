/** Who of the people in a letter or a meeting is one of us: by an address of their own, or by the agency's domain. */
import type { Tx } from '../../db/client.ts'
import { agencyOf } from '../../people/agency.ts'

export type Ours = {
  readonly isOurs: (address: string) => boolean
  /** Undefined: one of us whom nobody has written down, or none of us. */
  readonly staffId: (address: string) => string | undefined
}

export async function oursAmong(tx: Tx, addresses: readonly string[]): Promise<Ours> {
  const points = await tx.contactPoint.findMany({
    where: { kind: 'email', value: { in: [...addresses] }, staffId: { not: null } },
  })
  const staff = new Map(points.map(({ value, staffId }) => [value, staffId ?? undefined]))
  const { mailDomains } = await agencyOf(tx)
  const domains = new Set(mailDomains.map((domain) => domain.toLowerCase()))
  return {
    isOurs: (address) => staff.has(address) || domains.has(address.slice(address.lastIndexOf('@') + 1)),
    staffId: (address) => staff.get(address),
  }
}
