import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { describe, expect, it } from 'vitest'
import { Bridge, seen } from '../../support/bridge.ts'
import { hasDatabase } from '../../support/database.ts'
import { testFolder } from '../../support/files.ts'
import { growthMb } from '../../support/memory.ts'

/** Several times while a file is on its way from one to the other. */
const OFTEN_MS = 400
const IVAN = { user: 111, chat: 111 }

/** A file on the disk, which is never whole in memory. */
async function large(name: string, megabytes: number): Promise<{ path: string; sha256: string }> {
  const path = join(await testFolder(), name)
  async function* bytes() {
    for (let i = 0; i < megabytes * 16; i++) yield randomBytes(64 * 1024)
  }
  await pipeline(bytes, createWriteStream(path))
  return { path, sha256: await hashOf(createReadStream(path)) }
}

async function hashOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of bytes) hash.update(part)
  return hash.digest('hex')
}

async function hashAt(bridge: Bridge, address: string | undefined): Promise<string> {
  const answer = await fetch(`${bridge.sandbox.url}/${address}`)
  return hashOf(Readable.fromWeb(answer.body as ReadableStream))
}

/** A specialist's file in the thread, through the manager, to the client. */
async function toClient(bridge: Bridge, threadTs: string, path: string): Promise<string> {
  await bridge.act('slack/file', { user: 'U0OLEG', channel: 'C0SEO', threadTs, files: [{ path }] })
  await bridge.settle()
  await bridge.approve()
  return hashAt(bridge, (await bridge.fromBot()).at(-1)?.content?.file?.url)
}

/** A client's file, through the manager, to the team. */
async function toTeam(bridge: Bridge, path: string): Promise<string> {
  await bridge.act('telegram/document', { ...IVAN, path })
  await bridge.settle()
  await bridge.approve()
  return hashAt(bridge, (await bridge.channel('C0SEO')).at(-1)?.files[0]?.address)
}

/**
 * The sandbox and the program are one process here, and each streams: what is measured is both ends of every connection, the
 * database and the store together, held after a collection.
 */
describe.runIf(hasDatabase)('a large file', () => {
  it('crosses from Slack to Telegram whole, and is never held: 45 MB', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Пришлите ролик')
    const small = await large('small.bin', 1)
    expect(await toClient(bridge, threadTs, small.path)).toBe(small.sha256)
    const film = await large('film.bin', 45)
    let arrived = ''
    const megabytes = await growthMb(async () => {
      arrived = await toClient(bridge, threadTs, film.path)
    }, OFTEN_MS)
    report('45 MB to the client', megabytes)
    expect(arrived).toBe(film.sha256)
    expect(megabytes).toBeLessThan(20)
  })

  it('crosses from Telegram to Slack whole, and is never held: 19 MB', async () => {
    const bridge = await Bridge.open()
    const small = await large('small.bin', 1)
    expect(await toTeam(bridge, small.path)).toBe(small.sha256)
    const sources = await large('sources.bin', 19)
    let arrived = ''
    const megabytes = await growthMb(async () => {
      arrived = await toTeam(bridge, sources.path)
    }, OFTEN_MS)
    report('19 MB to the team', megabytes)
    expect(arrived).toBe(sources.sha256)
    expect(megabytes).toBeLessThan(10)
  })

  it('that Telegram would not take: its sender hears so at once, the manager sees its name, the client reads what is missing', async () => {
    const bridge = await Bridge.open()
    const threadTs = await bridge.handOver('Пришлите ролик')
    const { path } = await large('Ролик целиком.mov', 51)
    const shared = { user: 'U0OLEG', channel: 'C0SEO', threadTs, text: 'Вот ролик', files: [{ path }] }
    await bridge.act('slack/file', shared)
    await bridge.settle()
    const told = (await bridge.channel('C0SEO')).filter(({ text }) => text.includes('<@U0OLEG>'))
    expect(told.map((message) => message.threadTs)).toEqual([threadTs])
    expect(seen(told[0])).toContain('50 МБ')
    expect(seen(told[0])).toContain('Ролик целиком.mov')
    expect(seen(await bridge.card())).toContain('Ролик целиком.mov')
    const before = (await bridge.fromBot()).length
    await bridge.approve()
    const arrived = (await bridge.fromBot()).slice(before)
    expect(arrived.map(({ text }) => text).join('\n')).toMatch(/Ролик целиком\.mov.*слишком большой.*Вот ролик/s)
    expect(arrived.every(({ content }) => content?.file === undefined)).toBe(true)
  })
})

function report(what: string, megabytes: number): void {
  if (process.env.LOG_LEVEL === 'debug') process.stdout.write(`${what}: ${megabytes.toFixed(1)} MB\n`)
}
