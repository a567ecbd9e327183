import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FileBytes } from '../core/files.ts'

export type Stored = { readonly sha256: string; readonly size: number }

/** The bytes that were asked for are not there. */
export class NotKeptError extends Error {
  override readonly name = 'NotKeptError'
  constructor(sha256: string) {
    super(`the file store has nothing under ${sha256 === '' ? 'an empty name' : sha256}`)
  }
}

/** A place for bytes by their SHA-256: what is put twice is kept once, and what is kept never changes. */
export interface FileStore extends FileBytes {
  /** Takes the stream to its end; on an error nothing is left behind. */
  put(bytes: AsyncIterable<Uint8Array>): Promise<Stored>
  has(sha256: string): Promise<boolean>
  /** Takes away what a crash left half written. Only for a program that knows it is alone here. */
  sweep?(): Promise<void>
}

/** Into a folder of this machine: `ab/cdef…`, by the first two digits of the hash. */
export function folderStore(folder: string): FileStore {
  const placeOf = (sha256: string) => join(folder, ...pathOf(sha256).split('/'))
  const has = (sha256: string) => exists(placeOf(sha256))
  const incoming = join(folder, 'incoming')
  return {
    has,
    sweep: () => rm(incoming, { recursive: true, force: true }),
    async put(bytes) {
      const spooled = await spool(bytes, incoming)
      const place = placeOf(spooled.sha256)
      if (await has(spooled.sha256)) await rm(spooled.path)
      else {
        await mkdir(join(place, '..'), { recursive: true })
        await rename(spooled.path, place)
      }
      return { sha256: spooled.sha256, size: spooled.size }
    },
    open: async (sha256): Promise<Readable> => {
      try {
        const handle = await open(placeOf(sha256))
        return handle.createReadStream()
      } catch (error) {
        throw isNotThere(error) ? new NotKeptError(sha256) : error
      }
    },
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (isNotThere(error)) return false
    throw error
  }
}

function isNotThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** `ab/cdef…`. Throws for what is no hash: it could lead anywhere. */
export function pathOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new NotKeptError(sha256)
  return `${sha256.slice(0, 2)}/${sha256.slice(2)}`
}

export type Spooled = Stored & { readonly path: string }

/** Writes the stream into a file of its own in `folder`, safely on the disk when this returns, and says what its bytes are. */
export async function spool(bytes: AsyncIterable<Uint8Array>, folder: string): Promise<Spooled> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, randomUUID())
  const hash = createHash('sha256')
  let size = 0
  const counting = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk)
      size += chunk.byteLength
      done(null, chunk)
    },
  })
  try {
    await pipeline(bytes, counting, createWriteStream(path, { flush: true }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { path, size, sha256: hash.digest('hex') }
}

/** The beginning of a kept file, for looking at what it is. */
export async function beginningOf(store: FileBytes, sha256: string, length: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let read = 0
  const stream = await store.open(sha256)
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    chunks.push(chunk)
    read += chunk.byteLength
    if (read >= length) break
  }
  stream.destroy()
  return Buffer.concat(chunks).subarray(0, length)
}
