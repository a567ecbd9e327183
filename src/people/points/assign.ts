import type { ContactPoint } from '../../core/contact-point.ts'
import { InputError } from '../../core/errors.ts'
import type { Locale } from '../../core/ids.ts'
import type { Database, Tx } from '../../db/client.ts'
import { transaction } from '../../db/transaction.ts'
import type { Client, Contact } from '../../generated/prisma/client.ts'
import { adoptUnmatched, whoseIs } from '../../interactions/contacts/by-point.ts'
import { say } from './text.ts'
import { pointIn } from './unmatched.ts'

export type Assigned = {
  readonly given: string
  /** Keys; `name`: of somebody whom no file names. With neither: as whoever called or wrote named themselves. */
  readonly client: string
  readonly contact?: string | undefined
  readonly name?: string | undefined
  readonly locale: Locale
}

/** Says whose a number or an address is; what came from there until now is logged. Throws InputError for what is not there. */
export async function assignPoint(database: Database, asked: Assigned, now: Date): Promise<string> {
  const { locale } = asked
  const point = pointIn(asked.given, locale)
  if (asked.contact !== undefined && asked.name !== undefined) throw new InputError(say(locale, 'wrong-both'))
  return transaction(database, async (tx) => {
    const client = await clientOf(tx, asked)
    // Whoever writes the log takes the client first.
    await tx.$queryRaw`select id from "Client" where id = ${client.id}::uuid for update`
    const whose = await whoseIs(tx, point)
    const contact = await contactOf(tx, client, asked, point)
    const owner = whose?.contact ?? whose?.staff
    if (owner && owner.id !== contact.id)
      throw new InputError(say(locale, 'taken', { value: point.value, whose: owner.name }))
    await tx.contactPoint.createMany({ data: [{ ...point, contactId: contact.id }], skipDuplicates: true })
    const count = await adoptUnmatched(tx, point, now)
    const said = say(locale, 'assigned', { value: point.value, contact: contact.name, client: client.name, count })
    return contact.key === null ? said : `${said}\n${say(locale, 'keep', { contact: contact.key })}`
  })
}

async function clientOf(tx: Tx, { client: key, locale }: Assigned): Promise<Client> {
  const found = await tx.client.findUnique({ where: { key } })
  if (found) return found
  const known = await tx.client.findMany({ where: { active: true }, orderBy: { key: 'asc' }, take: 20 })
  throw new InputError(say(locale, 'wrong-client', { given: key, known: keysOf(known, locale) }))
}

async function contactOf(
  tx: Tx,
  client: Client,
  { contact: key, name, locale }: Assigned,
  { kind, value }: ContactPoint,
): Promise<Contact> {
  if (key !== undefined) {
    const found = await tx.contact.findUnique({ where: { clientId_key: { clientId: client.id, key } } })
    if (found) return found
    const known = await tx.contact.findMany({
      where: { clientId: client.id, key: { not: null } },
      orderBy: { key: 'asc' },
    })
    throw new InputError(
      say(locale, 'wrong-contact', { client: client.name, given: key, known: keysOf(known, locale) }),
    )
  }
  const last = await tx.unmatchedContact.findFirst({
    where: { pointKind: kind, value, name: { not: null } },
    orderBy: { at: 'desc' },
  })
  const called = name ?? last?.name ?? value
  const known = await tx.contact.findFirst({ where: { clientId: client.id, name: called, active: true } })
  return known ?? tx.contact.create({ data: { clientId: client.id, name: called, introduced: true } })
}

function keysOf(rows: readonly { readonly key: string | null }[], locale: Locale): string {
  return rows.map(({ key }) => key).join(', ') || say(locale, 'nobody')
}
