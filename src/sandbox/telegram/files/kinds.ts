/** The kinds of files Telegram knows. A file stays of its kind for good. */
export const FILE_KINDS = [
  'photo',
  'document',
  'video',
  'animation',
  'audio',
  'voice',
  'video_note',
  'sticker',
] as const
export type FileKind = (typeof FILE_KINDS)[number]

type Facts = {
  /** TDLib's name of it, which stands in the errors. */
  readonly type: string
  /** How a bot's author knows a file_id at sight. */
  readonly prefix: string
  readonly folder: string
  readonly extension: string
  readonly mime: string
  readonly hasCaption: boolean
  /** Only files of one family stand in one album; nothing: in none. */
  readonly album?: 'photo and video' | 'document' | 'audio'
}

export const KINDS: Readonly<Record<FileKind, Facts>> = {
  photo: {
    type: 'Photo',
    prefix: 'AgACAgIAAxkB',
    folder: 'photos',
    extension: 'jpg',
    mime: 'image/jpeg',
    hasCaption: true,
    album: 'photo and video',
  },
  document: {
    type: 'Document',
    prefix: 'BQACAgIAAxkB',
    folder: 'documents',
    extension: '',
    mime: 'application/octet-stream',
    hasCaption: true,
    album: 'document',
  },
  video: {
    type: 'Video',
    prefix: 'BAACAgIAAxkB',
    folder: 'videos',
    extension: 'mp4',
    mime: 'video/mp4',
    hasCaption: true,
    album: 'photo and video',
  },
  animation: {
    type: 'Animation',
    prefix: 'CgACAgIAAxkB',
    folder: 'animations',
    extension: 'mp4',
    mime: 'video/mp4',
    hasCaption: true,
  },
  audio: {
    type: 'Audio',
    prefix: 'CQACAgIAAxkB',
    folder: 'music',
    extension: 'mp3',
    mime: 'audio/mpeg',
    hasCaption: true,
    album: 'audio',
  },
  voice: {
    type: 'VoiceNote',
    prefix: 'AwACAgIAAxkB',
    folder: 'voice',
    extension: 'oga',
    mime: 'audio/ogg',
    hasCaption: true,
  },
  video_note: {
    type: 'VideoNote',
    prefix: 'DQACAgIAAxkB',
    folder: 'video_notes',
    extension: 'mp4',
    mime: 'video/mp4',
    hasCaption: false,
  },
  sticker: {
    type: 'Sticker',
    prefix: 'CAACAgIAAxkB',
    folder: 'stickers',
    extension: 'webp',
    mime: 'image/webp',
    hasCaption: false,
  },
}

export function isFileKind(kind: string): kind is FileKind {
  return (FILE_KINDS as readonly string[]).includes(kind)
}
