/** Small real files, made here, so that no test believes a name. */
import { createHash } from 'node:crypto'

export type Sample = { readonly name: string; readonly base64: string; readonly sha256: string }

function sample(name: string, bytes: Buffer): Sample {
  return { name, base64: bytes.toString('base64'), sha256: sha256(bytes) }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A picture of one pixel; `salt` makes another file of it. */
export function png(name: string, salt = ''): Sample {
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  return sample(name, Buffer.concat([Buffer.from(pixel, 'base64'), Buffer.from(salt)]))
}

export function jpeg(name: string, salt = ''): Sample {
  const head = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')
  const frame = Buffer.from('ffc0000b080001000101011100', 'hex')
  return sample(name, Buffer.concat([head, frame, Buffer.from(salt), Buffer.from('ffd9', 'hex')]))
}

export function pdf(name: string, salt = ''): Sample {
  return sample(name, Buffer.from(`%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%${salt}\n%%EOF\n`))
}

export function mp4(name: string): Sample {
  return sample(
    name,
    Buffer.concat([
      Buffer.from('0000001866747970697366f60000000069736f6d61766331', 'hex').fill('isom', 8, 12),
      Buffer.alloc(64),
    ]),
  )
}

export function mp3(name: string): Sample {
  return sample(
    name,
    Buffer.concat([
      Buffer.from('ID3\x04\x00\x00\x00\x00\x00\x00', 'latin1'),
      Buffer.from('fffb9064', 'hex'),
      Buffer.alloc(400),
    ]),
  )
}

export function ogg(name: string): Sample {
  const page = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead'), Buffer.alloc(32)])
  page[26] = 1
  return sample(name, page)
}

export function gif(name: string): Sample {
  return sample(name, Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'))
}

export function webp(name: string): Sample {
  return sample(name, Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64'))
}

/** A program of Windows, whatever it is called. */
export function program(name: string): Sample {
  return sample(name, Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)]))
}

export function text(name: string, words: string): Sample {
  return sample(name, Buffer.from(words))
}
