import { describe, expect, it } from 'vitest'
import { contactPoint } from '../../../../src/core/contact-point.ts'
import { transaction } from '../../../../src/db/transaction.ts'
import { adoptUnmatched, type ContactByPoint, logByPoint } from '../../../../src/interactions/contacts/by-point.ts'
import { logContact, takeBackContact } from '../../../../src/interactions/contacts/log-contact.ts'
import { hasDatabase, testDatabase } from '../../../support/database.ts'

const NOW = new Date('2026-11-23T08:00:00Z')
const EARLIER = new Date('2026-11-20T08:00:00Z')

const point = (kind: 'phone' | 'email', written: string) => {
  const read = contactPoint(kind, written)
  if (!read) throw new Error(`${written} is no ${kind}`)
  return read
}
const IVAN = point('phone', '8 (912) 345-67-89')
const PETR = point('email', 'Petr@Parts.Example')
const ANNA = point('email', 'anna@agency.example')

async function twoClients() {
  const database = await testDatabase()
  const { prisma } = database
  const client = async (key: string) => (await prisma.client.create({ data: { key, name: key } })).id
  const parts = await client('parts')
  const books = await client('books')
  const ivan = await prisma.contact.create({ data: { clientId: parts, name: 'Ivan', points: { create: IVAN } } })
  const anna = await prisma.staff.create({
    data: { key: 'anna', name: 'Anna', role: 'manager', contactPoints: { create: ANNA } },
  })
  const take = (given: Partial<ContactByPoint>) =>
    transaction(database, (tx) =>
      logByPoint(
        tx,
        { channel: 'phone', direction: 'in', at: EARLIER, text: '', source: 'call:1', points: [IVAN], ...given },
        NOW,
      ),
    )
  return { database, prisma, parts, books, ivan, anna, take }
}

describe('a number or an address', () => {
  it('is the same however it is written, and nothing else is one', () => {
    expect(contactPoint('phone', '+7 912 345 67 89')).toEqual(IVAN)
    expect(IVAN.value).toBe('+79123456789')
    expect(PETR.value).toBe('petr@parts.example')
    expect(contactPoint('phone', '12')).toBeUndefined()
    expect(contactPoint('email', 'petr at parts')).toBeUndefined()
  })
})

describe.runIf(hasDatabase)('a contact that comes with a number or an address', () => {
  it('is logged with its client at its own time, once, however often it is told', async () => {
    const { prisma, parts, ivan, take } = await twoClients()
    expect(await take({ durationSeconds: 720, missed: false })).toEqual({ logged: 1, known: 0, unmatched: 0 })
    expect(await take({})).toEqual({ logged: 0, known: 1, unmatched: 0 })
    expect(await prisma.interaction.findMany()).toMatchObject([
      { clientId: parts, contactId: ivan.id, kind: 'contact', channel: 'phone', durationSeconds: 720, at: EARLIER },
    ])
  })

  it('of the future is refused, and nothing is kept', async () => {
    const { prisma, take } = await twoClients()
    const at = new Date('2026-11-23T08:06:00Z')
    expect(await take({ at, points: [IVAN, PETR] })).toMatchObject({ refused: 'future' })
    expect(await prisma.interaction.count()).toBe(0)
    expect(await prisma.unmatchedContact.count()).toBe(0)
  })

  it('of a time before all logs is refused', async () => {
    const { prisma, take } = await twoClients()
    expect(await take({ at: new Date('1970-01-01T00:00:00Z') })).toMatchObject({ refused: 'old' })
    expect(await prisma.interaction.count()).toBe(0)
  })

  it('of nobody known is kept, and logged when somebody says whose it is', async () => {
    const { database, prisma, parts, books, take } = await twoClients()
    const meeting = { channel: 'video', source: 'ics:1', points: [IVAN, PETR, ANNA], text: 'Plan' } as const
    expect(await take(meeting), 'our own are no clients').toEqual({ logged: 1, known: 0, unmatched: 1 })
    await take(meeting)
    expect(await prisma.unmatchedContact.count()).toBe(1)
    await prisma.contact.create({ data: { clientId: books, name: 'Petr', points: { create: PETR } } })
    const adopt = () => transaction(database, (tx) => adoptUnmatched(tx, PETR, NOW))
    expect(await adopt()).toBe(1)
    expect(await adopt()).toBe(0)
    expect(await prisma.interaction.findMany({ orderBy: { source: 'asc' } })).toHaveLength(2)
    expect(await prisma.interaction.findFirst({ where: { clientId: books } })).toMatchObject({
      at: EARLIER,
      text: 'Plan',
      channel: 'video',
    })
    expect(await take(meeting), 'told again, it is known to both').toEqual({ logged: 0, known: 2, unmatched: 0 })
    expect(await prisma.interaction.count({ where: { clientId: parts } })).toBe(1)
  })

  it('is one meeting for a client whose second person is known later', async () => {
    const { database, prisma, parts, take } = await twoClients()
    await take({ channel: 'video', source: 'ics:1', points: [IVAN, PETR] })
    const petr = await prisma.contact.create({ data: { clientId: parts, name: 'Petr', points: { create: PETR } } })
    expect(await transaction(database, (tx) => adoptUnmatched(tx, PETR, NOW))).toBe(0)
    expect(await prisma.interaction.count()).toBe(1)
    expect(await prisma.interactionContact.findMany(), 'and was there').toMatchObject([
      { contactId: petr.id, knownAt: NOW },
    ])
    expect(await prisma.unmatchedContact.count({ where: { matchedAt: null } })).toBe(0)
  })

  it('is one contact of a client with all of them who were there', async () => {
    const { prisma, parts, ivan, take } = await twoClients()
    const petr = await prisma.contact.create({ data: { clientId: parts, name: 'Petr', points: { create: PETR } } })
    const meeting = { channel: 'video', source: 'ics:1', points: [IVAN, PETR, IVAN] } as const
    expect(await take(meeting)).toEqual({ logged: 1, known: 0, unmatched: 0 })
    expect(await take(meeting)).toEqual({ logged: 0, known: 1, unmatched: 0 })
    expect(await prisma.interaction.findMany({ include: { alsoThere: true } })).toMatchObject([
      { contactId: ivan.id, alsoThere: [{ contactId: petr.id, knownAt: null }] },
    ])
  })

  it('knows those in copy of what came in as people of the sender’s client, and of nobody else', async () => {
    const { prisma, parts, books, ivan, take } = await twoClients()
    const petr = await prisma.contact.create({ data: { clientId: parts, name: 'Petr', points: { create: PETR } } })
    const other = point('email', 'olga@books.example')
    await prisma.contact.create({ data: { clientId: books, name: 'Olga', points: { create: other } } })
    const copied = [PETR, other, point('email', 'nobody@known.example')]
    expect(await take({ channel: 'email', copied })).toEqual({ logged: 1, known: 0, unmatched: 0 })
    expect(await prisma.interaction.findMany({ include: { alsoThere: true } })).toMatchObject([
      { clientId: parts, contactId: ivan.id, alsoThere: [{ contactId: petr.id }] },
    ])
  })

  it('can be taken back once; the log keeps both', async () => {
    const { database, prisma, parts, anna } = await twoClients()
    const contact = { clientId: parts, channel: 'phone', direction: 'out', at: EARLIER, text: '', source: 'x' } as const
    const done = await transaction(database, (tx) => logContact(tx, contact, NOW))
    if (done.kind === 'refused') throw new Error('refused')
    for (const _ of [1, 2]) await transaction(database, (tx) => takeBackContact(tx, done.interaction, anna.id, NOW))
    expect(await prisma.interaction.findMany({ orderBy: { chainSeq: 'asc' } })).toMatchObject([
      { kind: 'contact' },
      { kind: 'removal', previousId: done.interaction.id, staffId: anna.id },
    ])
  })
})
