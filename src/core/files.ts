/** Bytes by what they are: kept once under their SHA-256, whoever sent them and however often. Implemented by src/files. */
import type { Readable } from 'node:stream'
import type { Attachment, FileKind, FileWarning } from './attachment.ts'
import type { Platform } from './ids.ts'

export interface FileBytes {
  /** A stream of the whole file. Throws when there is none under this hash. */
  open(sha256: string): Promise<Readable>
}

/** A file as a platform hands it over. */
export type IncomingFile = {
  readonly platform: Platform
  /** The platform's own name of these bytes, the same whenever they come again. */
  readonly remote: string
  readonly kind: FileKind
  /** What the platform takes in place of the bytes when they are sent there again. */
  readonly handle?: string | undefined
  /** What the sender called it; absent where the platform has no names. */
  readonly name?: string | undefined
  /** As the sender's program said; used for a name where there is none. */
  readonly mime?: string | undefined
  /** Asked only when these bytes are not here yet. */
  readonly fetch: () => Promise<AsyncIterable<Uint8Array>>
}

/** What is known of a file once it is kept. */
export type KeptFile = Pick<Attachment, 'name' | 'size' | 'mime'> & {
  readonly sha256: string
  readonly warnings?: readonly FileWarning[] | undefined
}

/** What a platform takes in place of bytes that it has already, by the bytes' hash. */
export type Handle = {
  readonly sha256: string
  readonly kind: FileKind
  readonly remote: string
  readonly handle: string
  /** What the platform shows it under: bytes that are to be shown under another name must be sent anew. */
  readonly name?: string | undefined
}
