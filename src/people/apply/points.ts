import type { ContactPoint, ContactPointKind } from '../../core/contact-point.ts'
import type { Tx } from '../../db/client.ts'
import type { Staff } from '../../generated/prisma/client.ts'
import { adoptUnmatched } from '../../interactions/contacts/by-point.ts'
import type { AgencyFile } from './file/schema.ts'

type Owner = { readonly contactId: string | null; readonly staffId: string | null }
type Owned = ContactPoint & Owner

/**
 * Numbers and addresses are those of the file, for the people whom it names; those of others stay. What came from a new one
 * until now, and was nobody's, is logged.
 */
export async function applyPoints(
  tx: Tx,
  { staff: people, clients }: AgencyFile,
  staff: ReadonlyMap<string, Staff>,
  now: Date,
): Promise<void> {
  const contacts = await tx.contact.findMany({
    where: { key: { not: null }, client: { key: { in: clients.map(({ key }) => key) } } },
    select: { id: true, key: true, client: { select: { key: true } } },
  })
  const contactIds = new Map(contacts.map(({ id, key, client }) => [`${client.key} ${key}`, id]))
  const owned: Owned[] = [
    ...people.flatMap((person) => pointsOf(person, { staffId: staff.get(person.key)?.id ?? null, contactId: null })),
    ...clients.flatMap(({ key, contacts: named }) =>
      named.flatMap((one) => pointsOf(one, { staffId: null, contactId: contactIds.get(`${key} ${one.key}`) ?? null })),
    ),
  ]
  const before = await tx.contactPoint.findMany()
  const known = new Map(before.map((point) => [`${point.kind} ${point.value}`, point]))
  const wanted = new Set(owned.map(({ kind, value }) => `${kind} ${value}`))
  const named = new Set([...[...staff.values()].map(({ id }) => id), ...contactIds.values()])
  for (const { kind, value, contactId, staffId } of before) {
    if (wanted.has(`${kind} ${value}`) || !named.has(contactId ?? staffId ?? '')) continue
    await tx.contactPoint.delete({ where: { kind_value: { kind, value } } })
  }
  for (const { kind, value, contactId, staffId } of owned) {
    const there = known.get(`${kind} ${value}`)
    if (there?.contactId === contactId && there.staffId === staffId) continue
    const data = { contactId, staffId }
    await tx.contactPoint.upsert({
      where: { kind_value: { kind, value } },
      create: { kind, value, ...data },
      update: data,
    })
    await adoptUnmatched(tx, { kind, value }, now)
  }
}

function pointsOf(
  { phones, emails }: { readonly phones: readonly string[]; readonly emails: readonly string[] },
  owner: Owner,
): Owned[] {
  const of = (kind: ContactPointKind, values: readonly string[]) => values.map((value) => ({ kind, value, ...owner }))
  return [...of('phone', phones), ...of('email', emails)]
}
