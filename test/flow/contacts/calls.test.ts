import { describe, expect, it } from 'vitest'
import { Bridge } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { post, signed } from '../../support/intake.ts'

const SECRET = 'a-secret-of-the-telephony'
const TOKEN = 'word-in-the-path-0123456789'
const IVAN = '+79123456789'
const ANNA = '+79990000001'
const STRANGER = '+79165550000'

async function telephony(env: Record<string, string> = { LIAISON_CALLS_SECRET: SECRET, LIAISON_CALLS_TOKEN: TOKEN }) {
  const bridge = await Bridge.open({ env })
  const { prisma } = bridge.database
  const ivan = await prisma.contact.findFirstOrThrow({ where: { key: 'ivan' } })
  const anna = await prisma.staff.findUniqueOrThrow({ where: { key: 'anna' } })
  await prisma.contactPoint.createMany({
    skipDuplicates: true,
    data: [
      { kind: 'phone', value: IVAN, contactId: ivan.id },
      { kind: 'phone', value: ANNA, staffId: anna.id },
    ],
  })
  const hook = `${bridge.liaison.url}/hooks/calls`
  const tell = (call: object, headers?: Record<string, string>) => {
    const body = JSON.stringify(call)
    return post(hook, body, headers ?? signed(body, { secret: SECRET, at: bridge.clock.now() }))
  }
  const logged = () => prisma.interaction.findMany({ where: { kind: 'contact' }, orderBy: { chainSeq: 'asc' } })
  return { bridge, prisma, ivan, anna, hook, tell, logged }
}

const CALL = {
  id: 'c-1',
  from: '8 (912) 345-67-89',
  to: ANNA,
  startedAt: '2026-11-23T10:30:00+03:00',
  durationSeconds: 420,
  note: 'Спросил про отчёт',
}

describe.runIf(hasDatabase)('a phone call', () => {
  it('told by the telephony is in the log, with who called whom, and only once', async () => {
    const { ivan, anna, tell, logged } = await telephony()
    expect(await tell(CALL)).toMatchObject({ status: 200, body: { result: 'taken', logged: 1 } })
    expect(await tell(CALL)).toMatchObject({ status: 200, body: { logged: 0, known: 1 } })
    expect(await logged()).toMatchObject([
      {
        clientId: ivan.clientId,
        contactId: ivan.id,
        staffId: anna.id,
        channel: 'phone',
        direction: 'in',
        durationSeconds: 420,
        missed: false,
        text: 'Спросил про отчёт',
        at: new Date('2026-11-23T07:30:00Z'),
      },
    ])
  })

  it('comes from Zadarma once that has been told that the address is ours', async () => {
    const { hook } = await telephony()
    const ask = async (path: string) => {
      const answer = await fetch(`${hook}/${path}`)
      return { status: answer.status, body: await answer.text(), type: answer.headers.get('content-type') }
    }
    expect(await ask(`zadarma/${TOKEN}?zd_echo=a1B2`)).toEqual({
      status: 200,
      body: 'a1B2',
      type: 'text/plain; charset=utf-8',
    })
    for (const path of [`zadarma/wrong?zd_echo=a`, `mango/${TOKEN}?zd_echo=a`, `zadarma/${TOKEN}?zd_echo=<b>`])
      expect((await ask(path)).status, path).toBe(404)
  })

  it('of ours goes out, whatever the telephony says; a missed one is known as such', async () => {
    const { tell, logged } = await telephony()
    await tell({ ...CALL, from: ANNA, to: IVAN, direction: 'in', missed: true, durationSeconds: 0 })
    expect(await logged()).toMatchObject([{ direction: 'out', missed: true, durationSeconds: 0 }])
  })

  it('between two of us is none, and one without a number is nobody’s', async () => {
    const { prisma, tell, logged } = await telephony()
    expect(await tell({ ...CALL, from: ANNA, to: ANNA })).toMatchObject({ status: 200, body: { result: 'ignored' } })
    expect(await tell({ ...CALL, from: 'anonymous', direction: 'in' })).toMatchObject({ body: { result: 'ignored' } })
    expect(await logged()).toEqual([])
    expect(await prisma.unmatchedContact.count()).toBe(0)
  })

  it('from an unknown number waits until somebody knows whose it is', async () => {
    const { prisma, anna, tell, logged } = await telephony()
    expect(await tell({ ...CALL, from: STRANGER })).toMatchObject({ body: { logged: 0, unmatched: 1 } })
    await tell({ ...CALL, from: STRANGER })
    expect(await logged()).toEqual([])
    expect(await prisma.unmatchedContact.findMany()).toMatchObject([
      {
        pointKind: 'phone',
        value: STRANGER,
        channel: 'phone',
        direction: 'in',
        staffId: anna.id,
        durationSeconds: 420,
      },
    ])
  })

  it('needs a direction when neither number is known', async () => {
    const { tell } = await telephony()
    expect(await tell({ ...CALL, from: STRANGER, to: '+74950000000' })).toMatchObject({
      status: 422,
      body: { why: expect.stringContaining('direction') },
    })
    expect(await tell({ ...CALL, from: STRANGER, to: '+74950000000', direction: 'in' })).toMatchObject({ status: 200 })
  })

  it('that nobody signed, or signed with another secret, or long ago, is refused', async () => {
    const { bridge, tell, logged } = await telephony()
    const body = JSON.stringify(CALL)
    const now = bridge.clock.now()
    const wrongs: Record<string, string>[] = [
      {},
      { ...signed(body, { secret: SECRET, at: now }), 'x-liaison-signature': 'v1=00' },
      signed(body, { secret: 'another secret, as long', at: now }),
      signed(`${body} `, { secret: SECRET, at: now }),
      signed(body, { secret: SECRET, at: new Date(now.getTime() - 301_000) }),
      signed(body, { secret: SECRET, at: new Date(now.getTime() + 301_000) }),
    ]
    for (const headers of wrongs) expect(await tell(CALL, headers)).toEqual({ status: 401, body: {} })
    expect(await logged()).toEqual([])
    const recorded = signed(body, { secret: SECRET, at: now })
    expect(await tell(CALL, recorded)).toMatchObject({ status: 200 })
    bridge.clock.pass(301_000)
    expect(await tell(CALL, recorded), 'recorded and sent again').toMatchObject({ status: 401 })
  })

  it('that is not over yet, or not readable, or too large, says why', async () => {
    const { tell, logged, hook, bridge } = await telephony()
    const later = { ...CALL, startedAt: '2026-11-23T08:06:00Z' }
    expect(await tell(later)).toMatchObject({ status: 422, body: { why: expect.stringContaining('future') } })
    const { id: _, ...without } = { ...CALL, startedAt: 'yesterday', durationSeconds: -1 }
    const { status, body } = await tell(without)
    expect(status).toBe(422)
    for (const field of ['id', 'startedAt', 'durationSeconds']) expect(body.why).toContain(field)
    const large = JSON.stringify({ ...CALL, note: 'x'.repeat(70_000) })
    expect(await post(hook, large, signed(large, { secret: SECRET, at: bridge.clock.now() }))).toMatchObject({
      status: 413,
    })
    expect(await logged()).toEqual([])
  })

  it('at no time that a clock can show, or before all logs, is refused for good, and odd signs harm nothing', async () => {
    const { tell, hook, logged } = await telephony()
    expect(await tell({ ...CALL, startedAt: '0001-01-01T00:00:00Z' })).toMatchObject({ status: 422 })
    for (const timestamp of ['99999999999999', '1']) {
      const form = new URLSearchParams({ id: '1', callerphone: '79123456789', timestamp, duration: '4' }).toString()
      const asForm = { 'content-type': 'application/x-www-form-urlencoded' }
      expect(await post(`${hook}/calltouch/${TOKEN}`, form, asForm), timestamp).toMatchObject({ status: 422 })
    }
    expect(await logged()).toEqual([])
    expect(await tell({ ...CALL, id: 'c\u0000\ud800' })).toMatchObject({ status: 200, body: { logged: 1 } })
  })

  it('comes from a service that cannot sign by the word in its path, and by no other', async () => {
    const { hook, logged } = await telephony()
    const form = new URLSearchParams({
      json: JSON.stringify({
        entry_id: 'MTIz',
        call_direction: 1,
        from: { number: '79123456789' },
        to: { extension: '101', number: 'sip:anna@office.example' },
        line_number: '74951234567',
        create_time: 1_795_420_800,
        talk_time: 0,
        end_time: 1_795_420_830,
        entry_result: 0,
      }),
    }).toString()
    const asForm = { 'content-type': 'application/x-www-form-urlencoded' }
    for (const path of ['mango/wrong-word-0123456789abc', `mango/${TOKEN}x`, `mongo/${TOKEN}`, `constructor/${TOKEN}`])
      expect(await post(`${hook}/${path}`, form, asForm), path).toMatchObject({ status: 404 })
    expect(await logged()).toEqual([])
    const at = `${hook}/mango/${TOKEN}/events/summary`
    expect(await post(at, form, asForm)).toMatchObject({ status: 200, body: { logged: 1 } })
    expect(await post(at, form, asForm)).toMatchObject({ status: 200, body: { known: 1 } })
    expect(await logged()).toMatchObject([{ direction: 'in', missed: true, at: new Date(1_795_420_800_000) }])
  })

  it('has no address where nothing is configured', async () => {
    const { hook, tell } = await telephony({})
    expect(await tell(CALL)).toMatchObject({ status: 404 })
    expect(await post(`${hook}/mango/${TOKEN}`, '{}')).toMatchObject({ status: 404 })
  })
})
