/** Files to send, in a folder that goes away with the test. */
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterwards, type Opened, TOKEN } from './support.ts'

/** As much of a PNG as says how large it is, and something of its own. */
export function png(width = 800, height = 600): Buffer {
  const head = Buffer.alloc(33)
  head.write('89504e470d0a1a0a0000000d49484452', 'hex')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return Buffer.concat([head, randomBytes(64)])
}

export async function sample(name: string, bytes: Uint8Array = randomBytes(3_000)): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'liaison-sample-'))
  afterwards(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

/** A file of that size, which is never whole in memory. */
export async function largeSample(name: string, megabytes: number): Promise<string> {
  const path = await sample(name, new Uint8Array())
  const megabyte = randomBytes(1024 * 1024)
  const parts = (async function* () {
    for (let i = 0; i < megabytes; i++) yield megabyte
  })()
  await pipeline(parts, createWriteStream(path))
  return path
}

export async function hashOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of bytes) hash.update(part)
  return hash.digest('hex')
}

export const hashOfFile = (path: string) => hashOf(createReadStream(path))

/** The way a bot gets the bytes: getFile, and the link. */
export async function download({ api, url }: Opened, fileId: string): Promise<string> {
  const { file_path: path } = await api.getFile(fileId)
  const answer = await fetch(`${url}/telegram/file/bot${TOKEN}/${path}`)
  if (!answer.ok || !answer.body) throw new Error(`${answer.status}`)
  return hashOf(Readable.fromWeb(answer.body as never))
}
