import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createServer, listen } from '../../src/console/server/server.ts'

const MB = 1024 * 1024
const closing: (() => Promise<unknown> | unknown)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

describe('a place that takes large bodies', () => {
  it('has few of them in memory at once, whoever sends them, and goes on when they are gone', async () => {
    const take = async () => ({ status: 200 })
    const intakes = [
      { path: 'large', limit: 60 * MB, take },
      { path: 'small', limit: MB, take },
    ]
    const app = await createServer({ hooks: {}, intakes, database: async () => {} })
    closing.push(() => app.close())
    const url = await listen(app, { host: '127.0.0.1', port: 0 })
    const post = async (path: string) => (await fetch(`${url}/hooks/${path}`, { method: 'POST', body: 'x' })).status
    const slow = await Promise.all(Array.from({ length: 4 }, () => beginning(Number(new URL(url).port))))
    await expect.poll(() => post('large')).toBe(503)
    expect(await post('small')).toBe(200)
    for (const socket of slow) socket.destroy()
    await expect.poll(() => post('large')).toBe(200)
  })
})

/** Somebody who says that much will come, and sends next to nothing. */
function beginning(port: number) {
  const socket = connect(port, '127.0.0.1')
  closing.push(() => socket.destroy())
  return new Promise<typeof socket>((resolve) => {
    socket.on('error', () => {})
    const head = ['POST /hooks/large HTTP/1.1', 'Host: x', 'Content-Type: x/x', `Content-Length: ${50 * MB}`, '', 'x']
    socket.write(head.join('\r\n'), () => resolve(socket))
  })
}
