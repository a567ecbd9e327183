import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, mkdtempSync, type ReadStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Bytes by their SHA-256, in a folder beside the journal, or in a folder of the system's temporary place that is removed at the end. Streams, never whole in memory. */
export class Files {
  readonly #folder: string | undefined
  /** Made when the first bytes come. */
  #temporary: string | undefined

  constructor(folder?: string) {
    this.#folder = folder
  }

  /** Rejects with whatever the source threw; nothing is kept then. */
  async put(bytes: AsyncIterable<Uint8Array>): Promise<{ sha256: string; size: number }> {
    const unfinished = join(this.#place(), `${randomUUID()}.part`)
    const hash = createHash('sha256')
    let size = 0
    try {
      await pipeline(
        bytes,
        async function* (parts: AsyncIterable<Uint8Array>) {
          for await (const part of parts) {
            hash.update(part)
            size += part.length
            yield part
          }
        },
        createWriteStream(unfinished),
      )
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    }
    const sha256 = hash.digest('hex')
    await rename(unfinished, this.#pathOf(sha256))
    return { sha256, size }
  }

  /** Throws for what was never put here. */
  open(sha256: string): ReadStream {
    const path = this.#pathOf(sha256)
    if (!existsSync(path)) throw new Error(`there are no bytes ${sha256} in ${this.#place()}`)
    return createReadStream(path)
  }

  async close(): Promise<void> {
    if (this.#temporary !== undefined) await rm(this.#temporary, { recursive: true, force: true })
  }

  #place(): string {
    if (this.#folder !== undefined) {
      mkdirSync(this.#folder, { recursive: true })
      return this.#folder
    }
    this.#temporary ??= mkdtempSync(join(tmpdir(), 'sandbox-files-'))
    return this.#temporary
  }

  /** A name that is no hash could lead out of the folder. */
  #pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`no SHA-256: ${sha256}`)
    return join(this.#place(), sha256)
  }
}
