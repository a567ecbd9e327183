import { createServer, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { Bridge } from '../../support/bridge.ts'
import { calendar, type Event, MEETING } from '../../support/calendars.ts'
import { hasDatabase } from '../../support/database.ts'
import { listenLocal } from '../../support/port.ts'

/** A server of calendars that says when one is as it was. */
class Calendars {
  text = calendar([])
  status = 200
  asked: (number | 'unchanged')[] = []
  #server: Server = createServer((request, response) => {
    const etag = `"${this.text.length}"`
    const isSame = request.headers['if-none-match'] === etag
    const status = this.status === 200 && isSame ? 304 : this.status
    this.asked.push(status === 304 ? 'unchanged' : status)
    response.writeHead(status, { etag, 'content-type': 'text/calendar' }).end(status === 200 ? this.text : '')
  })

  async open(): Promise<string> {
    return `http://127.0.0.1:${await listenLocal(this.#server)}/secret-path.ics`
  }

  close(): Promise<void> {
    return new Promise((done) => this.#server.close(() => done()))
  }
}

let calendars = new Calendars()
afterEach(() => calendars.close())

async function agency(...events: Event[]) {
  calendars = new Calendars()
  calendars.text = calendar(events)
  const url = await calendars.open()
  const bridge = await Bridge.open({ env: { ICS_FEEDS: `anna=${url} boris=${url}` } })
  const { prisma } = bridge.database
  await prisma.agency.update({ where: { id: 1 }, data: { mailDomains: ['agency.example'] } })
  const ivan = await prisma.contact.findFirstOrThrow({ where: { key: 'ivan' } })
  const anna = await prisma.staff.findUniqueOrThrow({ where: { key: 'anna' } })
  const point = { kind: 'email', value: 'ivan@parts.example', contactId: ivan.id } as const
  await prisma.contactPoint.createMany({ skipDuplicates: true, data: [point] })
  const logged = async () => {
    await bridge.liaison.drain()
    return prisma.interaction.findMany({ where: { kind: 'contact' }, orderBy: { at: 'asc' } })
  }
  const cursors = () => prisma.sourceCursor.findMany({ orderBy: { source: 'asc' } })
  return { bridge, prisma, ivan, anna, logged, cursors }
}

/** Ends an hour after the story begins. */
const SOON: Event = { ...MEETING, DTSTART: '20261123T080000Z', DTEND: '20261123T090000Z' }
const HOUR = 3_600_000

describe.runIf(hasDatabase)('a meeting in a calendar of ours', () => {
  it('is logged when it is over, once, in however many calendars it stands', async () => {
    const { bridge, ivan, anna, logged } = await agency({ ...SOON, LOCATION: 'Ленина, 1' })
    expect(await logged(), 'it is not over').toEqual([])
    bridge.clock.pass(HOUR)
    expect(await logged()).toMatchObject([
      {
        clientId: ivan.clientId,
        contactId: ivan.id,
        staffId: anna.id,
        channel: 'in_person',
        direction: 'out',
        durationSeconds: 3_600,
        text: 'Отчёт за ноябрь',
        at: new Date('2026-11-23T08:00:00Z'),
      },
    ])
    bridge.clock.pass(HOUR)
    expect(await logged()).toHaveLength(1)
    expect(
      calendars.asked.filter((status) => status === 'unchanged').length,
      'unchanged, it is not sent',
    ).toBeGreaterThan(0)
  })

  it('counts as it was in the end: moved, cancelled or declined before it was over', async () => {
    const { bridge, logged } = await agency(SOON, { ...SOON, UID: 'u-2' }, { ...SOON, UID: 'u-3' })
    await logged()
    calendars.text = calendar([
      { ...SOON, DTSTART: '20261123T093000Z', DTEND: '20261123T100000Z' },
      { ...SOON, UID: 'u-2', STATUS: 'CANCELLED' },
      { ...SOON, UID: 'u-3', 'ATTENDEE;CN=Ivan;PARTSTAT=ACCEPTED': 'mailto:anna@agency.example' },
    ])
    bridge.clock.pass(HOUR)
    expect(await logged(), 'none of them was').toEqual([])
    bridge.clock.pass(HOUR)
    expect(await logged()).toMatchObject([{ at: new Date('2026-11-23T09:30:00Z'), durationSeconds: 1_800 }])
  })

  it('with people whom nobody knows waits until somebody does', async () => {
    const { prisma, logged } = await agency({ ...MEETING, 'ATTENDEE;CN=Petr': 'mailto:petr@new.example' })
    expect(await logged()).toHaveLength(1)
    expect(await prisma.unmatchedContact.findMany()).toMatchObject([{ value: 'petr@new.example', name: 'Petr' }])
  })

  it('is found after a calendar could not be read, and its secret address is never told', async () => {
    const { bridge, logged, cursors } = await agency(MEETING)
    calendars.status = 500
    expect(await logged()).toEqual([])
    expect(await cursors()).toMatchObject([
      { source: 'ics:anna', error: expect.stringContaining('500') },
      { source: 'ics:boris', error: expect.stringContaining('500') },
    ])
    calendars.status = 200
    calendars.text = 'BEGIN:NONSENSE'
    await logged()
    for (const { error } of await cursors()) expect(error).not.toContain('secret-path')
    calendars.text = calendar([MEETING])
    bridge.clock.pass(HOUR)
    expect(await logged()).toHaveLength(1)
    for (const { error } of await cursors()) expect(error).toBeNull()
  })
})
