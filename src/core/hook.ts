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

/** What a machine sends us that is no platform: the bytes as they came, and the named parts of the path. */
export type IntakeRequest = {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly params: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
}
export type IntakeProbe = Pick<IntakeRequest, 'params'> & { readonly query: Readonly<Record<string, unknown>> }

/** A place where contacts come in: `POST /hooks/<path>`. Parts of the path may be named, `:service`; `*` is any rest. */
export type Intake = {
  readonly path: string
  /** Bytes; a larger request is refused before it is read. */
  readonly limit: number
  /** Whether to read the body at all, by what stands before it; absent: whoever comes. */
  readonly mayEnter?: ((headers: IntakeRequest['headers']) => boolean) | undefined
  readonly take: (request: IntakeRequest) => Promise<HookReply>
  /** What is answered to a GET there, by which a service looks whether the address is ours; absent: it is not found. */
  readonly probe?: (request: IntakeProbe) => HookReply
}
