import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { s3Store } from '../../src/files/s3.ts'
import { beginningOf, type FileStore, folderStore, NotKeptError } from '../../src/files/store.ts'
import { testFolder } from '../support/files.ts'
import { growthMb } from '../support/memory.ts'
import { sha256 } from '../support/samples.ts'

const MB = 1024 * 1024
const NOTHING = '0'.repeat(64)

/** `kept`: the names under which bytes are there. `unfinished`: what is left of what was begun. */
type Subject = {
  readonly store: FileStore
  readonly kept: () => Promise<string[]>
  readonly unfinished: () => Promise<string[]>
}

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function inFolder(): Promise<Subject> {
  const folder = await testFolder()
  return {
    store: folderStore(folder),
    kept: async () => (await filesUnder(folder)).filter((path) => !path.startsWith('incoming')),
    unfinished: () => filesUnder(join(folder, 'incoming')),
  }
}

/** A server of S3's protocol on this machine. `refuses`: it takes nothing, and says so before it has read it. */
async function server(refuses = () => false): Promise<{ endpoint: string; folder: string }> {
  const folder = await testFolder()
  const s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'liaison', configs: [] }],
  })
  const listen = s3.callback()
  const { createServer } = await import('node:http')
  await s3.configureBuckets()
  const http = createServer((request, response) => {
    if (request.method === 'PUT' && refuses()) response.writeHead(403, { connection: 'close' }).end()
    else listen(request, response)
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  open.push(async () => {
    http.closeAllConnections()
    await new Promise((resolve) => http.close(resolve))
  })
  const address = http.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  return { endpoint: `http://127.0.0.1:${address.port}`, folder }
}

const OPTIONS = { region: 'us-east-1', bucket: 'liaison', prefix: 'files/' } as const
const KEYS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' } as const

async function inBucket(refuses?: () => boolean): Promise<Subject> {
  const temporary = await testFolder()
  vi.stubEnv('TMPDIR', temporary)
  const { endpoint, folder } = await server(refuses)
  const store = s3Store({ endpoint, ...OPTIONS, ...KEYS })
  open.push(async () => store.close())
  return {
    store,
    kept: async () =>
      (await filesUnder(join(folder, 'liaison')))
        .filter((path) => path.endsWith('._S3rver_object'))
        .map((path) => path.replace('files/', '').replace('._S3rver_object', '')),
    unfinished: () => filesUnder(join(tmpdir(), 'liaison-files')),
  }
}

async function filesUnder(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

const of = (...parts: (string | Uint8Array)[]) => Readable.from(parts.map((part) => Buffer.from(part)))

async function textOf(store: FileStore, hash: string): Promise<string> {
  return (await buffer(await store.open(hash))).toString()
}

/** Files and connections that this process holds open, but those of its own running. */
function descriptors(): string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)]
    } catch {
      // The one by which the folder itself was read.
      return []
    }
  })
}

const openFiles = (): string[] => descriptors().filter((target) => /liaison-test-/.test(target))

describe.each([
  ['a folder', inFolder],
  ['a bucket', inBucket],
])('files in %s', (_, subject) => {
  it('are what was put, under their SHA-256', async () => {
    const { store, kept } = await subject()
    const stored = await store.put(of('раз, ', 'два'))
    expect(stored).toEqual({ sha256: sha256(Buffer.from('раз, два')), size: Buffer.byteLength('раз, два') })
    expect(await store.has(stored.sha256)).toBe(true)
    expect(await textOf(store, stored.sha256)).toBe('раз, два')
    expect(await kept()).toEqual([`${stored.sha256.slice(0, 2)}/${stored.sha256.slice(2)}`])
  })

  it('are kept once, however often and under whatever pieces they come', async () => {
    const { store, kept, unfinished } = await subject()
    const first = await store.put(of('раз, ', 'два'))
    expect(await store.put(of('раз', ', два'))).toEqual(first)
    expect(await kept()).toHaveLength(1)
    expect(await unfinished()).toEqual([])
  })

  it('are kept once when they come twice at the same time', async () => {
    const { store, kept, unfinished } = await subject()
    const bytes = randomBytes(MB)
    const both = await Promise.all([store.put(of(bytes)), store.put(of(bytes))])
    expect(both[0]).toEqual(both[1])
    expect(await kept()).toHaveLength(1)
    expect(await unfinished()).toEqual([])
    expect((await buffer(await store.open(both[0].sha256))).equals(bytes)).toBe(true)
  })

  it('may be empty', async () => {
    const { store } = await subject()
    const { sha256: hash, size } = await store.put(of())
    expect(size).toBe(0)
    expect(await textOf(store, hash)).toBe('')
    expect(await beginningOf(store, hash, 10)).toHaveLength(0)
  })

  it.each([
    ['at once', 0],
    ['halfway', 5],
  ])('leave nothing behind when their stream fails %s', async (__, chunks) => {
    const { store, kept, unfinished } = await subject()
    async function* failing() {
      for (let i = 0; i < chunks; i++) yield randomBytes(64 * 1024)
      throw new Error('the line is dead')
    }
    await expect(store.put(failing())).rejects.toThrow('the line is dead')
    await expect.poll(unfinished).toEqual([])
    await expect.poll(openFiles).toEqual([])
    expect(await kept()).toEqual([])
  })

  it('that are not there are said not to be there', async () => {
    const { store } = await subject()
    await store.put(of('другое'))
    expect(await store.has(NOTHING)).toBe(false)
    await expect(store.open(NOTHING)).rejects.toThrow(NotKeptError)
    await expect(store.open(NOTHING)).rejects.toThrow(`nothing under ${NOTHING}`)
  })

  it.each(['', '..', '../../etc/passwd', 'ab/../../x', NOTHING.toUpperCase().replaceAll('0', 'A')])(
    'are never looked for under %j, which is no hash',
    async (name) => {
      const { store } = await subject()
      await expect(store.open(name)).rejects.toThrow(NotKeptError)
    },
  )

  it('tell how they begin, however large they are', async () => {
    const { store } = await subject()
    const bytes = randomBytes(3 * MB)
    const { sha256: hash } = await store.put(of(bytes))
    expect(Buffer.from(await beginningOf(store, hash, 8_192)).equals(bytes.subarray(0, 8_192))).toBe(true)
  })

  it('leave nothing open when nobody reads them to their end', async () => {
    const { store } = await subject()
    const { sha256: hash } = await store.put(of(randomBytes(3 * MB)))
    for (let i = 0; i < 30; i++) {
      const stream = await store.open(hash)
      if (i % 3 === 0) await stream[Symbol.asyncIterator]().next()
      stream.destroy()
      await beginningOf(store, hash, 100)
    }
    // The bucket keeps a few connections for its next calls.
    await vi.waitFor(() => expect(openFiles()).toEqual([]), 5_000)
    const sockets = descriptors().filter((target) => target.startsWith('socket:')).length
    expect(sockets).toBeLessThan(20)
  })

  it('pass through without being held: 64 MB', async () => {
    const { store } = await subject()
    const chunk = randomBytes(64 * 1024)
    async function* bytes(megabytes: number, look: () => void) {
      for (let i = 0; i < megabytes * 16; i++) {
        if (i % 100 === 99) look()
        yield chunk
      }
    }
    const through = async (megabytes: number, look: () => void) => {
      const { sha256: hash, size } = await store.put(bytes(megabytes, look))
      let read = 0
      let parts = 0
      for await (const part of await store.open(hash)) {
        read += (part as Uint8Array).length
        if (++parts % 100 === 99) look()
      }
      expect([size, read]).toEqual([megabytes * MB, megabytes * MB])
    }
    await through(1, () => {})
    const megabytes = await growthMb((look) => through(64, look))
    if (process.env.LOG_LEVEL === 'debug') process.stdout.write(`64 MB: ${megabytes.toFixed(1)} MB\n`)
    expect(megabytes).toBeLessThan(16)
  })
})

describe('a bucket whose server refuses', () => {
  it('leaves neither a file on this machine nor one that is open', async () => {
    let refusing = true
    const { store, unfinished, kept } = await inBucket(() => refusing)
    for (let i = 0; i < 3; i++) await expect(store.put(of(randomBytes(5 * MB)))).rejects.toThrow()
    expect(await unfinished()).toEqual([])
    await vi.waitFor(() => expect(openFiles()).toEqual([]), 5_000)
    refusing = false
    await store.put(of('теперь'))
    expect(await kept()).toHaveLength(1)
  })
})

describe('what a crash left half written', () => {
  it('is gone after the next start, and what is kept stays', async () => {
    const folder = await testFolder()
    const store = folderStore(folder)
    const { sha256: hash } = await store.put(Readable.from([Buffer.from('kept')]))
    await writeFile(join(folder, 'incoming', 'half'), 'hal')
    await store.sweep?.()
    expect(await filesUnder(join(folder, 'incoming'))).toEqual([])
    expect((await buffer(await store.open(hash))).toString()).toBe('kept')
    await store.put(Readable.from([Buffer.from('more')]))
  })
})
