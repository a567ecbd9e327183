import type { LookupAddress } from 'node:dns'
import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { publicLookup } from '../../../../src/interactions/sources/meetings/ask.ts'
import { fetchCalendar } from '../../../../src/interactions/sources/meetings/fetch.ts'
import { hopProblem, isPublic } from '../../../../src/interactions/sources/meetings/hop.ts'
import { listenLocal } from '../../../support/port.ts'

const servers: Server[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done)))))

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener)
  servers.push(server)
  return listenLocal(server)
}

const feed = (port: number, path = '/') => ({ name: 'anna', url: `http://127.0.0.1:${port}${path}` })

describe('an address that may be asked', () => {
  it.each([
    ['93.184.216.34', true],
    ['172.15.0.1', true],
    ['2606:4700::1111', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.31.255.255', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['::ffff:10.0.0.1', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['64:ff9b::a00:1', false],
    ['2002:a00:1::', false],
    ['2001::1', false],
    ['calendar.example', false],
  ])('%s: %s', (address, expected) => {
    expect(isPublic(address)).toBe(expected)
  })

  it('is https; a private one only when it is named', () => {
    const problem = (url: string, ...allowed: string[]) => hopProblem(new URL(url), new Set(allowed))
    expect(problem('https://calendar.example/a.ics')).toBeUndefined()
    expect(problem('http://calendar.example/a.ics')).toMatch('not https')
    expect(problem('http://10.0.0.5/', '10.0.0.5'), 'its address is a secret').toMatch('not https')
    expect(problem('file:///etc/passwd')).toMatch('not https')
    for (const url of ['https://10.0.0.5/', 'https://[fd00::5]/', 'https://0x7f.1/', 'https://2130706433/'])
      expect(problem(url), url).toMatch('private')
    expect(problem('https://10.0.0.5/', '10.0.0.5')).toBeUndefined()
    expect(problem('https://[fd00::5]/', 'fd00::5')).toBeUndefined()
  })

  it('is the one that was looked at: a name of a private network has none', async () => {
    const found = new Promise<LookupAddress[] | string>((done) =>
      publicLookup('localhost', { all: true }, (error, addresses) =>
        done(error ? error.message : (addresses as LookupAddress[])),
      ),
    )
    expect(await found).toMatch('private')
  })
})

describe('a calendar', () => {
  it('is fetched from where its server leads', async () => {
    const port = await serve(({ url }, response) => {
      if (url === '/moved') return void response.end('BEGIN:VCALENDAR')
      response.writeHead(302, { location: '/moved' }).end()
    })
    expect(await fetchCalendar(feed(port), [], undefined)).toMatchObject({ text: 'BEGIN:VCALENDAR' })
  })

  it('does not lead into the network of whoever asks', async () => {
    let asked = 0
    const inside = await serve((_request, response) => {
      asked++
      response.end('secrets')
    })
    const elsewhere = [
      `http://localhost:${inside}/`,
      `https://localhost:${inside}/`,
      'http://169.254.169.254/latest/meta-data',
      'https://10.0.0.1/',
      'file:///etc/passwd',
    ]
    for (const location of elsewhere) {
      const port = await serve((_request, response) => response.writeHead(307, { location }).end())
      await expect(fetchCalendar(feed(port, '/secret-path'), [], undefined), location).rejects.toThrow(/it leads/)
    }
    expect(asked).toBe(0)
  })

  it('ends: also one that leads in a ring, or is larger than any', async () => {
    const ring = await serve((_request, response) => response.writeHead(301, { location: '/' }).end())
    await expect(fetchCalendar(feed(ring), [], undefined)).rejects.toThrow('without end')
    const large = await serve((_request, response) => {
      const chunk = Buffer.alloc(1024 * 1024, 'x')
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      }
      response.on('drain', more)
      more()
    })
    await expect(fetchCalendar(feed(large), [], undefined)).rejects.toThrow('larger than 20 MB')
  })
})
