/** What Telegram allows, as numbers. Lengths are UTF-16 code units: never fewer than the characters Telegram counts. */
export const TELEGRAM_LIMITS = {
  text: 4096,
  caption: 1024,
  /** Formatting beyond this many entities is silently dropped. */
  entities: 100,
  /** Messages in an album. */
  album: 10,
  /** Bytes of a picture that is sent as one. */
  photo: 10 * 1024 * 1024,
  /** Bytes. */
  callbackData: 64,
  startPayload: 64,
  updatesPerBatch: 100,
} as const
