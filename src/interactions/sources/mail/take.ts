import type { Tx } from '../../../db/client.ts'
import { agencyOf } from '../../../people/agency.ts'
import { logByPoint } from '../../contacts/by-point.ts'
import type { Outcome } from '../reply.ts'
import type { Letter, Person } from './letter.ts'
import { domainOf, sidesOf } from './sides.ts'

/** Logs a letter with the clients whose people are in it, once for its Message-ID, by whichever way it comes to us. */
export async function takeLetter(tx: Tx, letter: Letter, now: Date): Promise<Outcome> {
  const staff = await staffIn(tx, letter)
  const { mailDomains } = await agencyOf(tx)
  const domains = new Set(mailDomains.map((domain) => domain.toLowerCase()))
  const sides = sidesOf(letter, ({ value }: Person) => staff.has(value) || domains.has(domainOf(value)))
  if (sides.kind === 'none') return { kind: 'ignored', why: sides.why }
  const taken = await logByPoint(
    tx,
    {
      channel: 'email',
      direction: sides.direction,
      at: letter.at,
      staffId: sides.ours.map(({ value }) => staff.get(value)).find((id) => id !== undefined),
      thread: letter.thread,
      text: letter.text,
      source: `mail:${letter.id}`,
      points: sides.theirs,
    },
    now,
  )
  return { kind: 'taken', taken }
}

/** Who of us is in it, by address. */
async function staffIn(tx: Tx, { from, to }: Letter): Promise<ReadonlyMap<string, string>> {
  const values = [...(from ? [from] : []), ...to].map(({ value }) => value)
  const points = await tx.contactPoint.findMany({
    where: { kind: 'email', value: { in: values }, staffId: { not: null } },
  })
  return new Map(points.flatMap(({ value, staffId }) => (staffId === null ? [] : [[value, staffId] as const])))
}
