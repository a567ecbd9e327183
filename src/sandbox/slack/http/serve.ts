/** How every request of the app is answered: the faults that were ordered for it, and the line it leaves in the calls. */
import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Fault } from '../../kernel.ts'
import type { Json } from '../workspace/facts.ts'
import type { Workspace } from '../workspace/workspace.ts'

export type Answer = {
  readonly status: number
  readonly body: Json | string | Readable
  readonly headers?: Readonly<Record<string, string>>
  /** What was wrong; absent: it went well. */
  readonly error?: string
}

export type Endpoint = {
  /** As faults and the list of calls name it. */
  readonly name: string
  /** How it says no. */
  readonly refused: (error: string) => Answer
}

export async function serve(
  ws: Workspace,
  { name, refused }: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
  run: () => Answer | Promise<Answer>,
): Promise<FastifyReply> {
  const fault = ws.kernel.takeFault('slack', name)?.do
  if (fault?.kind === 'cut' && fault.when === 'before') return cut(ws, name, request, reply)
  if (fault?.kind === 'delay') await sleep(fault.ms)
  const answer = faulty(fault, refused) ?? (await run())
  if (fault?.kind === 'cut') {
    await sendHalf(answer, reply)
    return cut(ws, name, request, reply)
  }
  const { status, error, headers } = answer
  const wrong = error === undefined ? {} : { error }
  ws.kernel.note({ platform: 'slack', method: name, status, ok: error === undefined, ...wrong })
  return reply
    .code(status)
    .headers({ 'x-slack-req-id': randomUUID(), 'x-oauth-scopes': ws.seed.scopes.join(','), ...headers })
    .send(answer.body)
}

function faulty(fault: Fault['do'] | undefined, refused: Endpoint['refused']): Answer | undefined {
  if (fault?.kind === 'error') return refused(fault.error)
  if (fault?.kind === 'status') return { ...problem('internal_error'), status: fault.status }
  if (fault?.kind !== 'rate-limit') return undefined
  return { ...problem('ratelimited'), status: 429, headers: { 'retry-after': String(fault.retryAfter) } }
}

function problem(error: string) {
  return { body: { ok: false, error }, error }
}

/** A download breaks in the middle; of any other answer nothing is seen. */
async function sendHalf({ status, headers, body }: Answer, reply: FastifyReply): Promise<void> {
  if (typeof body === 'string' || !(Symbol.asyncIterator in body)) return
  const half = Number(headers?.['content-length'] ?? 0) / 2
  let sent = 0
  reply.raw.writeHead(status, headers)
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    const rest = chunk.subarray(0, Math.ceil(half - sent))
    await new Promise<void>((resolve) => reply.raw.write(rest, () => resolve()))
    sent += rest.length
    if (sent >= half) return
  }
}

/** The connection ends without an answer: the caller cannot know whether it was done. */
function cut(ws: Workspace, name: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  ws.kernel.note({ platform: 'slack', method: name, status: 0, ok: false, error: 'cut' })
  reply.hijack()
  request.raw.socket.destroy()
  return reply
}
