/** A file in a message: what people see of it, and where its bytes are kept. */
import { z } from 'zod'
import type { Locale } from './ids.ts'

export const FILE_KINDS = [
  'photo',
  'video',
  'animation',
  'audio',
  'voice',
  'video_note',
  'sticker',
  'document',
] as const
export type FileKind = (typeof FILE_KINDS)[number]

/** Why its bytes are not here. too_big: more than its platform hands to a bot · gone: no longer there · unreachable: it could not be fetched · empty: it has none. */
export const MISSING = ['too_big', 'gone', 'unreachable', 'empty'] as const
export type Missing = (typeof MISSING)[number]

/** executable: runs as a program when opened · type_differs: its bytes are not what its name says. */
export const FILE_WARNINGS = ['executable', 'type_differs'] as const
export type FileWarning = (typeof FILE_WARNINGS)[number]

export const attachmentSchema = z.object({
  kind: z.enum(FILE_KINDS),
  /** Safe to show and to save under: no path, no control or direction characters. */
  name: z.string(),
  /** Bytes. */
  size: z.number().int().nonnegative(),
  /** As its bytes say, not as its sender said. */
  mime: z.string(),
  /** What it is kept under; absent with `missing`. */
  sha256: z.string().optional(),
  missing: z.enum(MISSING).optional(),
  warnings: z.array(z.enum(FILE_WARNINGS)).readonly().optional(),
  /** Seconds, for what plays. */
  duration: z.number().optional(),
  width: z.number().int().optional(),
  height: z.number().int().optional(),
})
export type Attachment = z.infer<typeof attachmentSchema>

const MB = 1024 * 1024
/**
 * Bytes of the largest file that crosses in each direction: Telegram hands its bots 20 MB and takes 50 MB from them
 * (https://core.telegram.org/bots/api#getfile, #sending-files); Slack takes more.
 */
export const LARGEST_FILE = { to_team: 20 * MB, to_client: 50 * MB } as const

export function inMegabytes(bytes: number): number {
  return Math.round(bytes / MB)
}

const SIZES = [
  ['megabyte', MB],
  ['kilobyte', 1024],
  ['byte', 1],
] as const

export function sizeInWords(bytes: number, locale: Locale): string {
  const [unit, per] = SIZES.find(([, least]) => bytes >= least) ?? SIZES[2]
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / per)
}
