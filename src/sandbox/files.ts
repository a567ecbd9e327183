import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, type ReadStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/**
 * Bytes by their SHA-256, in a folder beside the journal, or in a folder of the system's temporary place that is removed
 * at the end. Streams, never whole in memory.
 */
export class Files {
  readonly #kept: string | undefined
  #folder: string | undefined

  constructor(folder?: string) {
    this.#kept = folder
  }

  /** Nothing is kept of bytes that break off: the promise is rejected with what they broke off with. */
  async put(bytes: AsyncIterable<Uint8Array>): Promise<{ sha256: string; size: number }> {
    const folder = this.#place()
    const part = join(folder, `${randomUUID()}.part`)
    const hash = createHash('sha256')
    let size = 0
    async function* measured(source: AsyncIterable<Uint8Array>) {
      for await (const chunk of source) {
        hash.update(chunk)
        size += chunk.byteLength
        yield chunk
      }
    }
    try {
      await pipeline(measured(bytes), createWriteStream(part, { flags: 'wx' }))
      const sha256 = hash.digest('hex')
      await rename(part, join(folder, sha256))
      return { sha256, size }
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
  }

  open(sha256: string): ReadStream {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`${sha256} is no SHA-256`)
    return createReadStream(join(this.#place(), sha256))
  }

  async close(): Promise<void> {
    if (this.#kept === undefined && this.#folder !== undefined) {
      await rm(this.#folder, { recursive: true, force: true })
    }
    this.#folder = undefined
  }

  /** Made when it is needed first: most sandboxes never see a file. */
  #place(): string {
    this.#folder ??= this.#kept ?? mkdtempSync(join(tmpdir(), 'sandbox-files-'))
    mkdirSync(this.#folder, { recursive: true })
    return this.#folder
  }
}
