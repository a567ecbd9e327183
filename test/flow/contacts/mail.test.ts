import { describe, expect, it } from 'vitest'
import type { RemoteUser } from '../../../src/core/ids.ts'
import { Bridge, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { Mailbox } from '../../support/imap.ts'
import { post, signed, signedAhead } from '../../support/intake.ts'
import { letter } from '../../support/letters.ts'

const SECRET = 'a-secret-of-the-mail'

async function mailServer(env: Record<string, string> = { LIAISON_MAIL_SECRET: SECRET }) {
  const bridge = await Bridge.open({ env })
  const { prisma } = bridge.database
  await prisma.agency.update({ where: { id: 1 }, data: { mailDomains: ['agency.example'] } })
  const ivan = await prisma.contact.findFirstOrThrow({ where: { key: 'ivan' } })
  const anna = await prisma.staff.findUniqueOrThrow({ where: { key: 'anna' } })
  await prisma.contactPoint.createMany({
    skipDuplicates: true,
    data: [
      { kind: 'email', value: 'ivan@parts.example', contactId: ivan.id },
      { kind: 'email', value: 'anna@private.example', staffId: anna.id },
    ],
  })
  const hand = (body: string | Uint8Array, more: Record<string, string> = { 'content-type': 'message/rfc822' }) =>
    post(`${bridge.liaison.url}/hooks/mail`, body, {
      ...signedAhead(body, { secret: SECRET, at: bridge.clock.now() }),
      ...more,
    })
  const logged = () => prisma.interaction.findMany({ where: { kind: 'contact' }, orderBy: { chainSeq: 'asc' } })
  return { bridge, prisma, ivan, anna, hand, logged }
}

async function drawnCard(bridge: Bridge): Promise<string> {
  const { id: channel } = await bridge.direct('U0ANNA')
  await bridge.act('slack/command', { user: 'U0ANNA', channel, command: '/client', text: 'запчаст' })
  await bridge.settle()
  const { messages } = await bridge.direct('U0ANNA')
  const answer = messages.findLast(({ ephemeralFor }) => ephemeralFor === 'U0ANNA')
  return answer === undefined ? '' : seen(answer)
}

describe.runIf(hasDatabase)('a letter', () => {
  it('from a client is in the log, with its conversation and without what it quotes, and only once', async () => {
    const { ivan, anna, hand, logged } = await mailServer()
    const asked = letter(
      { To: 'anna@private.example', References: '<root@agency.example>' },
      'Когда будет отчёт?\n\nOn Fri, 20 Nov 2026 at 10:00, Anna <anna@agency.example> wrote:\n> Добрый день',
    )
    expect(await hand(asked)).toMatchObject({ status: 200, body: { result: 'taken', logged: 1 } })
    expect(await hand(asked)).toMatchObject({ status: 200, body: { known: 1 } })
    expect(await logged()).toMatchObject([
      {
        clientId: ivan.clientId,
        contactId: ivan.id,
        staffId: anna.id,
        channel: 'email',
        direction: 'in',
        thread: 'root@agency.example',
        text: 'Report\n\nКогда будет отчёт?',
        at: new Date('2026-11-20T07:30:00Z'),
      },
    ])
  })

  it('with others of the client in copy shows them all', async () => {
    const { prisma, ivan, bridge, hand, logged } = await mailServer()
    const value = 'petr@parts.example'
    const petr = await prisma.contact.create({
      data: { clientId: ivan.clientId, name: 'Пётр', points: { create: { kind: 'email', value } } },
    })
    await hand(letter({ To: 'anna@private.example', Cc: `${value}, lawyer@other.example` }))
    expect(await logged()).toMatchObject([{ contactId: ivan.id }])
    expect(await prisma.interactionContact.findMany()).toMatchObject([{ contactId: petr.id }])
    expect(await prisma.unmatchedContact.count()).toBe(0)
    await bridge.settle()
    const found = await bridge.liaison.flow.clients.open(ivan.clientId, 'sl:U0ANNA' as RemoteUser)
    expect(found.kind === 'open' && found.card.last).toMatchObject([{ who: 'Иван Петров, Пётр' }])
  })

  it('whose sender nobody verified is shown as that, and ends no silence unless the agency says so', async () => {
    const { prisma, ivan, bridge, hand, logged } = await mailServer()
    await prisma.agency.update({ where: { id: 1 }, data: { mailVerifiers: ['mx.agency.example'] } })
    const card = async () => {
      await bridge.settle()
      const found = await bridge.liaison.flow.clients.open(ivan.clientId, 'sl:U0ANNA' as RemoteUser)
      return found.kind === 'open' ? found.card : undefined
    }
    await hand(letter({ 'Authentication-Results': 'mx.agency.example; dkim=fail header.d=parts.example' }))
    expect(await logged()).toMatchObject([{ unverified: true }])
    expect(await card()).toMatchObject({ standing: undefined, last: [{ unverified: true }] })
    const words = await drawnCard(bridge)
    expect(words).toMatch(/Иван Петров \(:warning: отправитель не подтверждён\)/)

    const results = 'mx.agency.example; dkim=pass header.d=parts.example'
    await hand(letter({ 'Message-ID': '<m-2@parts.example>', 'Authentication-Results': results }))
    expect(await logged()).toMatchObject([{ unverified: true }, { unverified: false }])
    expect((await card())?.standing).toBeDefined()
    const before = await prisma.scoreState.findFirstOrThrow()
    await prisma.agency.update({ where: { id: 1 }, data: { countsUnverified: true } })
    await card()
    expect((await prisma.scoreState.findFirstOrThrow()).key, 'all is folded again').not.toBe(before.key)
  })

  it('counts where nobody has been named to verify senders', async () => {
    const { ivan, bridge, hand, logged } = await mailServer()
    await hand(letter({}))
    expect(await logged()).toMatchObject([{ unverified: false }])
    await bridge.settle()
    const found = await bridge.liaison.flow.clients.open(ivan.clientId, 'sl:U0ANNA' as RemoteUser)
    expect(found.kind === 'open' && found.card.standing).toBeTruthy()
  })

  it('of ours goes out, from the agency’s domain or from a person’s own address', async () => {
    const { hand, logged, prisma, anna } = await mailServer()
    const to = 'Ivan <ivan@parts.example>'
    await hand(letter({ From: 'boris@agency.example', To: to, Cc: 'lawyer@other.example' }))
    await hand(letter({ From: 'anna@private.example', To: to, 'Message-ID': '<m-2@private.example>' }))
    expect(await logged()).toMatchObject([
      { direction: 'out', staffId: null },
      { direction: 'out', staffId: anna.id },
    ])
    expect(await prisma.unmatchedContact.findMany()).toMatchObject([
      { value: 'lawyer@other.example', direction: 'out' },
    ])
  })

  it('from an unknown address waits, with its name, until somebody knows whose it is', async () => {
    const { hand, logged, prisma } = await mailServer()
    await hand(letter({ From: '"Пётр" <petr@new.example>' }))
    expect(await logged()).toEqual([])
    expect(await prisma.unmatchedContact.findMany()).toMatchObject([
      { pointKind: 'email', value: 'petr@new.example', name: 'Пётр', text: expect.stringContaining('Добрый день') },
    ])
  })

  it('inside the agency, or that a machine wrote, is no contact', async () => {
    const { hand, logged, prisma } = await mailServer()
    const none = [
      letter({ From: 'boris@agency.example', To: 'anna@private.example' }),
      letter({ 'Auto-Submitted': 'auto-replied' }),
      letter({ 'List-Id': '<news.parts.example>' }),
      letter({ 'Return-Path': '<>', From: 'mailer-daemon@parts.example' }),
    ]
    for (const one of none) expect(await hand(one)).toMatchObject({ status: 200, body: { result: 'ignored' } })
    expect(await logged()).toEqual([])
    expect(await prisma.unmatchedContact.count()).toBe(0)
  })

  it('may come in JSON, and as bytes of any encoding', async () => {
    const { hand, logged } = await mailServer()
    const asJson = { 'content-type': 'application/json' }
    expect(await hand(JSON.stringify({ raw: letter({}) }), asJson)).toMatchObject({ body: { logged: 1 } })
    const head = letter({ 'Content-Type': 'text/plain; charset=windows-1251', 'Message-ID': '<m-3@x>' }, '').trimEnd()
    const raw = Buffer.concat([Buffer.from(`${head}\r\n\r\n`), Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])])
    expect(await hand(raw)).toMatchObject({ body: { logged: 1 } })
    expect(await hand(JSON.stringify({ raw: raw.toString('base64'), encoding: 'base64' }), asJson)).toMatchObject({
      body: { known: 1 },
    })
    expect((await logged()).map(({ text }) => text)).toEqual(['Report\n\nДобрый день!', 'Report\n\nПривет'])
  })

  it('that nobody signed, or that is none, is refused; nothing is there when nothing is configured', async () => {
    const { bridge, hand, logged } = await mailServer()
    expect(await hand(letter({}), { 'x-liaison-signature': 'v2=00' })).toMatchObject({ status: 401 })
    const at = { secret: SECRET, at: bridge.clock.now() }
    expect(await hand(letter({}), signedAhead('something else', at)), 'another body').toMatchObject({ status: 401 })
    const { 'x-liaison-signature': late = '' } = signed(letter({}), at)
    expect(await hand(letter({}), { 'x-liaison-signature': late })).toMatchObject({ status: 401 })
    for (const nonsense of ['', 'nonsense', '{"raw":1}'])
      expect(await hand(nonsense), nonsense).toMatchObject({ status: 422, body: { result: 'refused' } })
    expect(await hand('{}', { 'content-type': 'application/json' })).toMatchObject({ status: 422 })
    expect(await logged()).toEqual([])
    await bridge.stop()
    const without = await mailServer({})
    expect(await without.hand(letter({}))).toMatchObject({ status: 404 })
  })
})

describe.runIf(hasDatabase)('a mailbox of blind copies', () => {
  it('is read by the timetable, and a letter that also came by the hook is logged once', async () => {
    const mailbox = await Mailbox.open()
    try {
      const { bridge, hand, logged } = await mailServer({ LIAISON_MAIL_SECRET: SECRET, IMAP_URL: mailbox.url })
      await hand(letter({}))
      mailbox.put(letter({}))
      mailbox.put(letter({ 'Message-ID': '<m-2@parts.example>', Subject: 'Invoice' }))
      await bridge.liaison.drain()
      expect((await logged()).map(({ text }) => text)).toEqual(['Report\n\nДобрый день!', 'Invoice\n\nДобрый день!'])
    } finally {
      await mailbox.close()
    }
  })
})
