import { imageSize } from 'image-size'
import type { Files } from '../../files.ts'

/** Where a picture says how large it is, even behind a camera's notes. */
const HEAD_BYTES = 512 * 1024

export type Size = { readonly width: number; readonly height: number }

/** How large the picture is; nothing for bytes that are no picture. */
export async function pictureSize(files: Files, sha256: string): Promise<Size | undefined> {
  const head = await headOf(files, sha256)
  try {
    const { width, height, orientation = 1 } = imageSize(head)
    // A camera that was held upright: the sides change places when it is shown.
    return orientation > 4 ? { width: height, height: width } : { width, height }
  } catch {
    return undefined
  }
}

async function headOf(files: Files, sha256: string): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of files.open(sha256)) {
    parts.push(part as Buffer)
    length += (part as Buffer).length
    if (length >= HEAD_BYTES) break
  }
  return Buffer.concat(parts)
}

const SIDES = [90, 320, 1_280] as const

/** The sizes in which Telegram keeps a picture, from the smallest. */
export function sizesOf({ width, height }: Size): Size[] {
  return SIDES.map((side) => {
    const scale = Math.min(1, side / Math.max(width, height))
    return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
  })
}
