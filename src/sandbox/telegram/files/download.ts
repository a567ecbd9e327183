/** `/telegram/file/bot<token>/<path>`: the bytes of a file that getFile was asked for. */
import { Readable } from 'node:stream'
import type { StoredFile } from '../facts.ts'
import { badRequest, RefusedError } from '../refused.ts'

/** "bots can download files of up to 20MB in size" (getFile in the Bot API). */
const LARGEST = 20 * 1024 * 1024
/** "It is guaranteed that the link will be valid for at least 1 hour." */
const LINK_SECONDS = 3_600

/** The links that hold, by path. A restart forgets them: a bot has to ask again, as it must expect to. */
export class Links {
  readonly #until = new Map<string, { readonly file: StoredFile; readonly second: number }>()

  /** From this second on. Throws RefusedError for a file that a bot may not have. */
  give(file: StoredFile | undefined, second: number): StoredFile {
    if (!file) throw badRequest('invalid file_id')
    if (file.size > LARGEST) throw badRequest('file is too big')
    this.#until.set(file.path, { file, second: second + LINK_SECONDS })
    return file
  }

  /** Throws RefusedError for a link that was never given, or is over. */
  follow(path: string, second: number): StoredFile {
    const link = this.#until.get(path)
    if (!link || link.second < second) throw new RefusedError(404, 'Not Found')
    return link.file
  }
}

/** Half of the bytes, after which the connection breaks. */
export function halfOf(file: StoredFile, bytes: Readable): Readable {
  const half = Math.floor(file.size / 2)
  async function* first(): AsyncGenerator<Uint8Array> {
    let left = half
    for await (const part of bytes) {
      const piece = (part as Uint8Array).subarray(0, left)
      left -= piece.length
      yield piece
      if (left <= 0) break
    }
    throw new Error('cut')
  }
  return Readable.from(first(), { objectMode: false })
}
