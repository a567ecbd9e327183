import type { SandboxView } from '../view.ts'

/** The sandbox said no, in its own words. */
export class ActError extends Error {
  override readonly name = 'ActError'

  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message)
  }
}

const SOON_MS = 15_000
/** For whatever carries files. */
export const LONG_MS = 300_000

export async function loadState(): Promise<SandboxView> {
  const answer = await fetch('control/state', { signal: AbortSignal.timeout(10_000) })
  if (!answer.ok) throw new Error(`state: ${answer.status}`)
  return (await answer.json()) as SandboxView
}

/** Somebody does something. Throws ActError when it cannot be done. */
export async function act(path: string, body: object, within = SOON_MS): Promise<void> {
  await call(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(within),
  })
}

export async function remove(path: string): Promise<void> {
  await call(path, { method: 'DELETE', signal: AbortSignal.timeout(SOON_MS) })
}

/** Hands the bytes over; an act then names them by the SHA-256 that it resolves with. */
export async function upload(file: File): Promise<string> {
  const kept = await call('telegram/upload', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
    signal: AbortSignal.timeout(LONG_MS),
  })
  return (kept as { sha256: string }).sha256
}

/** The bytes within the text of a request. */
export function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onerror = () => reject(reader.error ?? new Error(file.name))
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''))
    reader.readAsDataURL(file)
  })
}

async function call(path: string, request: RequestInit): Promise<unknown> {
  const answer = await fetch(`control/${path}`, request)
  const said: unknown = await answer.json().catch(() => ({}))
  if (answer.ok) return said
  const { error, reason } = said as { error?: string; reason?: string }
  throw new ActError(reason ?? error ?? String(answer.status), answer.status)
}
