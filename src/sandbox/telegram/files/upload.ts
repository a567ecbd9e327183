/** A multipart form as it comes in: files go to their place while they arrive, never whole into memory. */
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy'
import type { Files } from '../../files.ts'
import type { Json } from '../facts.ts'
import { badRequest, RefusedError } from '../refused.ts'
import { Upload } from './stored.ts'

/** What a bot may send: "up to 50 MB in size" (sendDocument in the Bot API). */
const LARGEST = 50 * 1024 * 1024
const LIMITS = { fileSize: LARGEST, fieldSize: 1024 * 1024, fields: 200, files: 20, headerSize: 16 * 1024 }

/** The form's fields; a file is an `Upload`. Throws RefusedError when it is no form, or a file is too large. */
export async function formOf(body: Readable, headers: BusboyHeaders, files: Files): Promise<Json> {
  const fields: Json = {}
  const keeping: Promise<Upload | Error>[] = []
  const coming = new Set<BusboyFileStream>()
  const busboy = reader(headers)
  const names = new Names()
  busboy.on('field', (name, value) => {
    fields[name] = value
  })
  busboy.on('file', (name, stream, filename) => {
    coming.add(stream)
    const kept = keep(stream, names.whole(filename ?? name), files).then((upload) => {
      fields[name] = upload
      return upload
    }, asError)
    // After a failure the rest still has to be read, or the form would never end.
    void kept.finally(() => stream.resume())
    keeping.push(kept)
  })
  try {
    await pipeline(body, (parts: AsyncIterable<Buffer>) => names.seenIn(parts), busboy)
  } catch {
    for (const stream of coming) stream.destroy(new Error('the form broke off'))
    await Promise.all(keeping)
    throw badRequest("can't parse the multipart form")
  }
  for (const kept of await Promise.all(keeping)) if (kept instanceof Error) throw kept
  return fields
}

function reader(headers: BusboyHeaders): BusboyInstance {
  try {
    return new Busboy({ headers, limits: LIMITS })
  } catch {
    throw badRequest("can't parse the multipart form")
  }
}

async function keep(stream: BusboyFileStream, name: string, files: Files): Promise<Upload> {
  const { sha256, size } = await files.put(whole(stream))
  return new Upload(sha256, size, name)
}

/** Throws at its end when the file was cut at the limit, so that nothing of it stays. */
async function* whole(stream: BusboyFileStream): AsyncGenerator<Uint8Array> {
  for await (const part of stream) yield part as Uint8Array
  if (stream.truncated) throw new RefusedError(413, 'Request Entity Too Large')
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

const MARK = 'filename='
const LONGEST_NAME = 1_024
const NAMES_KEPT = 1_000

/**
 * Names of files as they stand in the form. The reader drops the spaces of one that has no quotes around it, which is how
 * grammY sends it and Telegram takes it.
 */
class Names {
  readonly #seen = new Set<string>()

  /** The same bytes, with an eye on names. */
  async *seenIn(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let before = Buffer.alloc(0)
    for await (const part of parts) {
      this.#note(Buffer.concat([before, part.subarray(0, LONGEST_NAME)]))
      this.#note(part)
      before = Buffer.concat([before, part.subarray(-LONGEST_NAME)]).subarray(-LONGEST_NAME)
      yield part
    }
  }

  #note(bytes: Buffer): void {
    for (let at = bytes.indexOf(MARK); at >= 0 && this.#seen.size < NAMES_KEPT; at = bytes.indexOf(MARK, at + 1)) {
      const line = bytes.subarray(at + MARK.length, at + LONGEST_NAME)
      const end = line.indexOf('\r\n')
      if (end > 0) this.#seen.add(line.toString('utf8', 0, end).trim())
    }
  }

  /** The name with its spaces, when it had any; else the given one. */
  whole(name: string): string {
    for (const seen of this.#seen) if (seen.includes(' ') && seen.replaceAll(' ', '') === name) return seen
    return name
  }
}
