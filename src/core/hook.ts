/** A platform's request with its body as it came: signatures are made over the bytes. Header names are lower case. */
export type HookRequest = {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}
export type HookReply = {
  readonly status: number
  readonly body?: string | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}
/** Answers one request of a platform; main mounts it under `/hooks/<platform>`. */
export type Hook = (request: HookRequest) => Promise<HookReply>
