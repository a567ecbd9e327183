import { describe, expect, it } from 'vitest'
import { transaction } from '../../../../src/db/transaction.ts'
import { logContact, type NewContact } from '../../../../src/interactions/contacts/log-contact.ts'
import { agencyOf } from '../../../../src/people/agency.ts'
import { lookAtClients } from '../../../../src/score/alerts/look.ts'
import { foldGrown } from '../../../../src/score/store/fold.ts'
import { hasDatabase, testDatabase } from '../../../support/database.ts'

/** A Monday, an hour after opening in Moscow. */
const MONDAY = new Date('2026-11-23T08:00:00Z')
const at = (date: string) => new Date(`${date}T08:00:00Z`)

async function oneClient() {
  const database = await testDatabase()
  const { prisma } = database
  await transaction(database, agencyOf)
  const client = await prisma.client.create({ data: { key: 'parts', name: 'Parts' } })
  const [ivan, petr] = await Promise.all(
    ['Ivan', 'Petr'].map((name) => prisma.contact.create({ data: { clientId: client.id, name } })),
  )
  let count = 0
  const log = async (given: Partial<NewContact> & { readonly at: Date }) => {
    const contact: NewContact = {
      clientId: client.id,
      contactId: ivan?.id,
      channel: 'phone',
      direction: 'in',
      text: '',
      source: `test:${count++}`,
      ...given,
    }
    await transaction(database, (tx) => logContact(tx, contact, given.at))
  }
  const look = async (now: Date) => {
    await foldGrown(database)
    return lookAtClients(database, now)
  }
  return { database, prisma, client, petr, log, look }
}

describe.runIf(hasDatabase)('looking at a client', () => {
  it('keeps each day’s score, once a day and whenever something was said', async () => {
    const { prisma, log, look } = await oneClient()
    await log({ at: MONDAY })
    expect(await look(MONDAY)).toBe(1)
    expect(await look(MONDAY), 'nothing is new').toBe(0)
    await log({ at: MONDAY, channel: 'email' })
    expect(await look(MONDAY)).toBe(1)
    expect(await look(new Date('2026-11-24T06:59:00Z')), 'not open yet').toBe(0)
    expect(await look(new Date('2026-11-24T07:00:00Z'))).toBe(1)
    const kept = await prisma.scoreSnapshot.findMany({ orderBy: { day: 'asc' } })
    expect(kept.map(({ day }) => day.toISOString().slice(0, 10))).toEqual(['2026-11-23', '2026-11-24'])
    expect(kept[0]).toMatchObject({ provisional: true, alertAny: 'none' })
  })

  it('opens an alert of a silence that is longer than agreed, and ends it when it is broken', async () => {
    const { prisma, log, look } = await oneClient()
    await log({ at: MONDAY })
    await look(MONDAY)
    for (const day of ['2026-11-30', '2026-12-07']) await look(at(day))
    expect(await prisma.scoreAlert.count(), 'ten business days are twice the agreed five').toBe(0)
    await look(at('2026-12-08'))
    await look(at('2026-12-09'))
    expect(await prisma.scoreAlert.findMany()).toMatchObject([
      { kind: 'breach', state: 'open', why: { voice: 'any', gap: 11 }, openedAt: at('2026-12-08') },
    ])
    await log({ at: at('2026-12-09') })
    await look(at('2026-12-09'))
    expect(await prisma.scoreAlert.findMany()).toMatchObject([
      { kind: 'breach', state: 'over', endedAt: at('2026-12-09') },
    ])
  })

  it('gathers what stood before anybody looked, or came to light with something old; not what begins', async () => {
    const { prisma, log, look } = await oneClient()
    await log({ at: at('2026-09-01') })
    await look(MONDAY)
    await log({ at: MONDAY })
    await look(MONDAY)
    await log({ at: at('2026-10-01'), text: 'Опять всё сломано' })
    await look(MONDAY)
    await look(at('2026-12-07'))
    await look(at('2026-12-08'))
    expect(await prisma.scoreAlert.findMany({ orderBy: { openedAt: 'asc' } })).toMatchObject([
      { kind: 'breach', gathered: true, state: 'over' },
      { kind: 'complaint', gathered: true, state: 'open' },
      { kind: 'breach', gathered: false, state: 'open' },
    ])
  })

  it('does so neither for a lead nor for a client who has left', async () => {
    const { prisma, client, log, look } = await oneClient()
    await log({ at: MONDAY })
    await prisma.client.update({ where: { id: client.id }, data: { stage: 'lead' } })
    await look(at('2026-12-09'))
    expect(await prisma.scoreAlert.count()).toBe(0)
  })

  it('sees that all contact rests on one person, and that it does no more', async () => {
    const { prisma, petr, log, look } = await oneClient()
    for (const day of ['02', '04', '06', '10', '12']) await log({ at: at(`2026-11-${day}`) })
    await look(at('2026-11-12'))
    expect(await prisma.scoreAlert.count()).toBe(0)
    await log({ at: at('2026-11-16') })
    await look(at('2026-11-16'))
    expect(await prisma.scoreAlert.findMany()).toMatchObject([
      { kind: 'single_threaded', state: 'open', why: { who: 'Ivan', days: 6 } },
    ])
    await log({ at: at('2026-11-17'), contactId: petr?.id })
    await look(at('2026-11-17'))
    expect(await prisma.scoreAlert.findMany()).toMatchObject([{ kind: 'single_threaded', state: 'over' }])
  })

  it('does not rest on one person when others were with them', async () => {
    const { prisma, petr, log, look } = await oneClient()
    const others = petr ? [petr.id] : []
    for (const day of ['02', '04', '06', '10', '12']) await log({ at: at(`2026-11-${day}`), channel: 'video' })
    await log({ at: at('2026-11-16'), channel: 'video', otherIds: others })
    await look(at('2026-11-16'))
    expect(await prisma.scoreAlert.count()).toBe(0)
    expect(await prisma.interaction.count(), 'each meeting is one').toBe(6)
  })

  it('sees an open complaint until it is closed', async () => {
    const { prisma, log, look } = await oneClient()
    await log({ at: MONDAY, text: 'Опять всё сломано' })
    const { id } = await prisma.complaint.findFirstOrThrow()
    await look(MONDAY)
    expect(await prisma.scoreAlert.findMany()).toMatchObject([
      { kind: 'complaint', about: id, state: 'open', why: { who: 'Ivan', text: 'Опять всё сломано' } },
    ])
    await prisma.complaint.update({ where: { id }, data: { state: 'resolved', closedAt: MONDAY } })
    await log({ at: MONDAY, direction: 'out' })
    await look(MONDAY)
    expect(await prisma.scoreAlert.findMany()).toMatchObject([{ kind: 'complaint', state: 'over' }])
  })
})
