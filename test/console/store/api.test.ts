import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import { createServer } from '../../../src/console/server/server.ts'
import { transaction } from '../../../src/db/transaction.ts'
import { logInteraction } from '../../../src/interactions/log.ts'
import { viewsOf } from '../../../src/main.ts'
import { foldGrown } from '../../../src/score/store/fold.ts'
import { FIGURE_NAMES } from '../../../src/work/figures/asked.ts'
import { hasDatabase, testDatabase } from '../../support/database.ts'
import { testLog } from '../../support/log.ts'

const TOKEN = 'a'.repeat(40)
const NOW = new Date('2026-10-20T12:00:00Z')

let app: FastifyInstance | undefined
afterEach(async () => {
  await app?.close()
  app = undefined
})

async function started(token: string | undefined = TOKEN) {
  const database = await testDatabase()
  const { prisma } = database
  await prisma.agency.create({ data: { id: 1, name: 'Studio' } })
  const { id: managerId } = await prisma.staff.create({ data: { key: 'anna', name: 'Anna', role: 'manager' } })
  for (const [key, day] of [
    ['fresh', '2026-10-19'],
    ['silent', '2026-08-19'],
    ['new', undefined],
  ] as const) {
    const { id: clientId } = await prisma.client.create({
      data: { key, name: key, ...(key === 'silent' ? { managerId } : {}) },
    })
    if (day === undefined) continue
    await transaction(database, (tx) =>
      logInteraction(tx, {
        clientId,
        kind: 'contact',
        direction: 'in',
        channel: 'phone',
        source: key,
        at: new Date(`${day}T09:00:00Z`),
        body: [],
      }),
    )
  }
  await foldGrown(database)
  const api = token === undefined ? undefined : { token, views: viewsOf(database, { now: () => NOW }), log: testLog }
  app = await createServer({ hooks: {}, intakes: [], database: async () => undefined, api })
  const get = async (url: string, bearer: string | undefined = token) => {
    const headers = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }
    const answer = await app?.inject({ url, headers })
    if (!answer) throw new Error('no answer')
    return { status: answer.statusCode, body: answer.json() }
  }
  return { get, prisma }
}

describe.runIf(hasDatabase)('the API', () => {
  it('opens to nobody without the token, and is not there without one', async () => {
    const { get } = await started()
    for (const bearer of ['', 'b'.repeat(40), TOKEN.slice(1), `${TOKEN}a`]) {
      for (const path of [
        '/api/clients',
        '/api/clients/fresh/score',
        '/api/figures',
        '/api/figures/churn/rows',
        '/api/openapi.json',
      ])
        expect((await get(path, bearer)).status, `${path} ${bearer}`).toBe(401)
    }
    expect((await app?.inject({ url: '/api/clients' }))?.statusCode).toBe(401)
    expect((await get('/api/clients')).status).toBe(200)
    expect((await get('/api/clients/%00/score')).status).toBe(400)
    expect((await app?.inject({ url: '/healthz' }))?.statusCode).toBe(200)
    await app?.close()
    await started(undefined)
    app = await createServer({ hooks: {}, intakes: [], database: async () => undefined })
    expect((await app.inject({ url: '/api/clients', headers: { authorization: `Bearer ${TOKEN}` } })).statusCode).toBe(
      404,
    )
  })

  it('lists clients in the order in which to call them, page by page', async () => {
    const { get } = await started()
    const { body } = await get('/api/clients')
    expect(body.total).toBe(3)
    expect(body.clients.map(({ client }: { client: string }) => client)).toEqual(['silent', 'fresh', 'new'])
    expect(body.clients[0]).toMatchObject({ manager: 'anna', provisional: true, alert: 'breach' })
    expect(body.clients[2]).toMatchObject({ score: null, attention: null })
    expect((await get('/api/clients?limit=1&offset=1')).body.clients).toMatchObject([{ client: 'fresh' }])
    expect((await get('/api/clients?manager=anna')).body).toMatchObject({ total: 1 })
    expect((await get('/api/clients?manager=nobody')).body).toEqual({ total: 0, clients: [] })
    expect(await get('/api/clients?limit=0')).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('limit') },
    })
  })

  it('explains a score in the language that is asked for', async () => {
    const { get } = await started()
    const { body } = await get('/api/clients/fresh/score?locale=ru')
    expect(body.explanation.components[0]).toMatchObject({ name: 'frequency', given: expect.any(Number) })
    expect(body.explanation.components[0].sentence).toMatch(/[а-я]/)
    expect((await get('/api/clients/new/score')).body).toMatchObject({ explanation: null })
    expect((await get('/api/clients/nobody/score')).status).toBe(404)
  })

  it('gives every figure, opens each, and says what is wrong', async () => {
    const { get } = await started()
    const { body } = await get('/api/figures?period=2026-10&by=tier')
    expect(new Set(body.figures.map(({ name }: { name: string }) => name))).toEqual(
      new Set([
        'clients',
        'retention',
        'churn',
        'new_clients',
        'interactions',
        'revenue_retention',
        'ltv',
        'ltv_model',
        'satisfaction',
        'requests_won',
      ]),
    )
    expect(body.figures).toContainEqual(
      expect.objectContaining({
        name: 'churn',
        section: 'standard',
        value: expect.objectContaining({ n: 1, share: 0 }),
      }),
    )
    for (const name of FIGURE_NAMES)
      expect([200, 400], name).toContain((await get(`/api/figures/${name}/rows?period=2026-10`)).status)
    expect((await get('/api/figures/interactions/rows?period=2026-10')).body).toMatchObject({
      total: 1,
      rows: [{ client: 'fresh', labels: { channel: 'phone' } }],
    })
    expect(await get('/api/figures/ltv/rows')).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('no invoices yet') },
    })
    expect(await get('/api/figures?period=soon')).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('last-30-days') },
    })
    expect((await get('/api/figures?manager=vera&locale=ru')).body.error).toContain('Менеджера «vera» нет')
    expect((await get('/api/figures/nothing/rows')).status).toBe(400)
  })

  it('describes itself', async () => {
    const { get } = await started()
    const { body } = await get('/api/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    expect(Object.keys(body.paths).sort()).toEqual([
      '/api/clients',
      '/api/clients/{key}/score',
      '/api/figures',
      '/api/figures/{figure}/rows',
    ])
    expect(body.paths['/api/figures'].get.parameters.map(({ name }: { name: string }) => name)).toContain('period')
    expect(body.security).toEqual([{ token: [] }])
  })

  it('tells no more of a failure than that there was one, and lets nobody ask without end', async () => {
    const { get, prisma } = await started()
    await prisma.$executeRaw`alter table "SlaClock" rename to "Gone"`
    const { status, body } = await get('/api/figures')
    expect(status).toBe(500)
    expect(JSON.stringify(body)).not.toContain('SlaClock')
    const statuses = new Set<number>()
    for (let i = 0; i < 301; i++) statuses.add((await get('/api/clients?limit=0', 'wrong')).status)
    expect(statuses).toEqual(new Set([401, 429]))
  })
})
