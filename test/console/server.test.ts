import { connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createServer, listen } from '../../src/console/server/server.ts'

const MB = 1024 * 1024
const closing: (() => Promise<unknown> | unknown)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

describe('a place that takes large bodies', () => {
  it('has few of them in memory at once, whoever sends them, and goes on when they are gone', async () => {
    const { port, post } = await server()
    const slow = await Promise.all(Array.from({ length: 4 }, () => beginning(port, `X-Key: ${KEY}`)))
    await expect.poll(() => post('large')).toBe(503)
    expect(await post('small')).toBe(200)
    for (const socket of slow) socket.destroy()
    await expect.poll(() => post('large')).toBe(200)
  })

  it('is not held by strangers: they are refused before their bodies have come', async () => {
    const { port, post } = await server()
    const strangers = await Promise.all(Array.from({ length: 8 }, () => beginning(port, 'X-Key: guessed')))
    for (const one of strangers) expect(await heard(one)).toMatch(/^HTTP\/1.1 401 /)
    expect(await post('large')).toBe(200)
    expect(await post('large', 'guessed')).toBe(401)
  })

  it('waits for nobody without end', async () => {
    const { app } = await server()
    expect(app.server).toMatchObject({ headersTimeout: 10_000, requestTimeout: 30_000 })
  })
})

const KEY = 'right'

async function server() {
  const take = async () => ({ status: 200 })
  const intakes = [
    {
      path: 'large',
      limit: 60 * MB,
      mayEnter: (headers: Readonly<Record<string, unknown>>) => headers['x-key'] === KEY,
      take,
    },
    { path: 'small', limit: MB, take },
  ]
  const app = await createServer({ hooks: {}, intakes, database: async () => {} })
  closing.push(() => app.close())
  const url = await listen(app, { host: '127.0.0.1', port: 0 })
  const post = async (path: string, key = KEY) =>
    (await fetch(`${url}/hooks/${path}`, { method: 'POST', body: 'x', headers: { 'x-key': key } })).status
  return { app, port: Number(new URL(url).port), post }
}

/** What is answered to somebody who waits for it. */
function heard(socket: Socket): Promise<string> {
  return new Promise((resolve) => socket.once('data', (bytes) => resolve(bytes.toString())))
}

/** Somebody who says that much will come, and sends next to nothing. */
function beginning(port: number, header: string) {
  const socket = connect(port, '127.0.0.1')
  closing.push(() => socket.destroy())
  return new Promise<typeof socket>((resolve) => {
    socket.on('error', () => {})
    const head = [
      'POST /hooks/large HTTP/1.1',
      'Host: x',
      header,
      'Content-Type: x/x',
      `Content-Length: ${50 * MB}`,
      '',
      'x',
    ]
    socket.write(head.join('\r\n'), () => resolve(socket))
  })
}
