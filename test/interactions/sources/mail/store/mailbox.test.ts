import { afterEach, describe, expect, it } from 'vitest'
import { mailboxName, mailboxPlace } from '../../../../../src/core/source.ts'
import { pollMailbox } from '../../../../../src/interactions/sources/mail/imap/poll.ts'
import { testClock } from '../../../../support/clock.ts'
import { hasDatabase, testDatabase } from '../../../../support/database.ts'
import { Mailbox } from '../../../../support/imap.ts'
import { letter } from '../../../../support/letters.ts'
import { heard } from '../../../../support/log.ts'

let mailbox: Mailbox | undefined
afterEach(() => mailbox?.close())

async function copies() {
  const box = await Mailbox.open()
  mailbox = box
  const database = await testDatabase()
  const { prisma } = database
  await prisma.agency.create({ data: { id: 1, name: 'A', mailDomains: ['agency.example'] } })
  const client = await prisma.client.create({ data: { key: 'parts', name: 'Parts' } })
  await prisma.contact.create({
    data: { clientId: client.id, name: 'Ivan', points: { create: { kind: 'email', value: 'ivan@parts.example' } } },
  })
  const place = mailboxPlace(box.url)
  if (!place) throw new Error(box.url)
  const { log, lines } = heard()
  const poll = () => pollMailbox(place, { database, clock: testClock(), log })
  const texts = async () =>
    (await prisma.interaction.findMany({ orderBy: { chainSeq: 'asc' } })).map(({ text }) => text)
  const cursor = () => prisma.sourceCursor.findUnique({ where: { source: mailboxName(place) } })
  const put = (n: number, more: Record<string, string> = {}) =>
    box.put(letter({ Subject: `№ ${n}`, 'Message-ID': `<m-${n}@parts.example>`, ...more }, 'Текст'))
  return { box, prisma, poll, texts, cursor, put, lines }
}

describe.runIf(hasDatabase)('a mailbox of blind copies', () => {
  it('is read once, the oldest first, and again for what is new', async () => {
    const { box, poll, texts, cursor, put } = await copies()
    put(1)
    put(2, { From: 'anna@agency.example', To: 'ivan@parts.example' })
    expect(await poll()).toBe(2)
    expect(await texts()).toEqual(['№ 1\n\nТекст', '№ 2\n\nТекст'])
    expect(await poll()).toBe(0)
    put(3)
    expect(await poll()).toBe(1)
    expect(box.fetched).toEqual([1, 2, 3])
    expect(await cursor()).toMatchObject({ position: { uidValidity: '1000', uid: 3 }, error: null })
  })

  it('that was made anew is read again, and nothing is logged twice', async () => {
    const { box, poll, texts, put } = await copies()
    put(1)
    await poll()
    box.uidValidity = 2_000
    put(2)
    expect(await poll()).toBe(2)
    expect(await texts()).toHaveLength(2)
  })

  it('passes over what is no contact and what is no letter', async () => {
    const { box, poll, texts, put, lines, cursor } = await copies()
    put(1, { 'Auto-Submitted': 'auto-replied' })
    box.put(`X-Long: ${'x'.repeat(600_000)}\r\n\r\nbody`)
    put(2)
    expect(await poll()).toBe(3)
    expect(await texts()).toEqual(['№ 2\n\nТекст'])
    expect(await cursor()).toMatchObject({ position: { uid: 3 } })
    expect(lines.filter(({ level }) => level === 'warn')).toHaveLength(1)
  })

  it('goes on where a broken connection left it', async () => {
    const { box, poll, texts, put, cursor } = await copies()
    for (const n of [1, 2, 3]) put(n)
    box.fault = 'breaks'
    box.breaksAt = 2
    expect(await poll()).toBe(1)
    expect(await cursor()).toMatchObject({ position: { uid: 1 }, error: expect.any(String) })
    box.fault = 'none'
    expect(await poll()).toBe(2)
    expect(await texts()).toHaveLength(3)
    expect(await cursor()).toMatchObject({ position: { uid: 3 }, error: null })
  })

  it('that refuses us is told once, and so is that it does no more', async () => {
    const { box, poll, cursor, put, lines } = await copies()
    put(1)
    box.fault = 'refuses'
    for (const _ of [1, 2, 3]) expect(await poll()).toBe(0)
    expect(await cursor()).toMatchObject({ error: expect.stringMatching(/./) })
    box.fault = 'none'
    expect(await poll()).toBe(1)
    await poll()
    expect(lines.map(({ level }) => level)).toEqual(['error', 'info'])
    expect(JSON.stringify(lines), 'no password').not.toContain('p@ss')
  })
})
