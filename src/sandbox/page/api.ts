import type { SandboxView } from '../view.ts'

/** The sandbox said no, in its own words. */
export class ActError extends Error {
  override readonly name = 'ActError'
}

export async function loadState(): Promise<SandboxView> {
  const answer = await fetch('control/state', { signal: AbortSignal.timeout(10_000) })
  if (!answer.ok) throw new Error(`state: ${answer.status}`)
  return (await answer.json()) as SandboxView
}

/** Somebody does something. Throws ActError when it cannot be done. */
export async function act(path: string, body: object): Promise<void> {
  await call('POST', path, body)
}

export async function remove(path: string): Promise<void> {
  await call('DELETE', path)
}

async function call(method: string, path: string, body?: object): Promise<void> {
  const answer = await fetch(`control/${path}`, {
    method,
    signal: AbortSignal.timeout(15_000),
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  if (answer.ok) return
  const said = (await answer.json().catch(() => ({}))) as { error?: string; reason?: string }
  throw new ActError(said.reason ?? said.error ?? String(answer.status))
}
