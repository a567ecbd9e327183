/** `/slack/api/<method>`: who asks, with what, and what goes back. What the methods do is in methods/. */
import { randomUUID, timingSafeEqual } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Fault } from '../kernel.ts'
import { METHODS } from './methods/index.ts'
import { type Method, requireScope } from './methods/method.ts'
import type { Json } from './workspace/facts.ts'
import { RefusedError } from './workspace/refused.ts'
import type { Workspace } from './workspace/workspace.ts'

export function webApi(ws: Workspace, app: FastifyInstance): void {
  app.route<{ Params: { method: string } }>({
    method: ['GET', 'POST'],
    url: '/slack/api/:method',
    handler: (request, reply) => serve(ws, request.params.method, request, reply),
  })
}

type Answer = { readonly status: number; readonly body: Json; readonly headers?: Readonly<Record<string, string>> }

async function serve(ws: Workspace, name: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const fault = ws.kernel.takeFault('slack', name)?.do
  if (fault?.kind === 'cut' && fault.when === 'before') return cut(ws, name, request, reply)
  if (fault?.kind === 'delay') await sleep(fault.ms)
  const answer = faulty(fault) ?? call(ws, name, request)
  if (fault?.kind === 'cut') return cut(ws, name, request, reply)
  note(ws, name, answer)
  return reply
    .code(answer.status)
    .headers({ 'x-slack-req-id': randomUUID(), 'x-oauth-scopes': ws.seed.scopes.join(','), ...answer.headers })
    .send(answer.body)
}

/** The connection ends without an answer: the caller cannot know whether it was done. */
function cut(ws: Workspace, name: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  ws.kernel.note({ platform: 'slack', method: name, status: 0, ok: false, error: 'cut' })
  reply.hijack()
  request.raw.socket.destroy()
  return reply
}

function faulty(fault: Fault['do'] | undefined): Answer | undefined {
  if (fault?.kind === 'error') return { status: 200, body: { ok: false, error: fault.error } }
  if (fault?.kind === 'status') return { status: fault.status, body: { ok: false, error: 'internal_error' } }
  if (fault?.kind !== 'rate-limit') return undefined
  const headers = { 'retry-after': String(fault.retryAfter) }
  return { status: 429, body: { ok: false, error: 'ratelimited' }, headers }
}

function call(ws: Workspace, name: string, request: FastifyRequest): Answer {
  try {
    const args = argsOf(request)
    const method = METHODS.get(name)
    if (!method) throw new RefusedError('unknown_method', { req_method: name })
    admit(ws, method, tokenOf(request, args))
    return { status: 200, body: { ok: true, ...method.run(ws, args) } }
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    return { status: 200, body: { ok: false, error: error.error, ...error.more } }
  }
}

function argsOf(request: FastifyRequest): Json {
  const given = request.body ?? {}
  if (typeof given !== 'object' || Array.isArray(given)) throw new RefusedError('json_not_object')
  return { ...(request.query as Json), ...given }
}

function tokenOf(request: FastifyRequest, args: Json): string | undefined {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  return bearer ?? (typeof args.token === 'string' && args.token !== '' ? args.token : undefined)
}

function admit(ws: Workspace, method: Method, token: string | undefined): void {
  const { botToken, appToken } = ws.seed
  if (token === undefined) throw new RefusedError('not_authed')
  const kind = same(token, botToken) ? 'bot' : same(token, appToken) ? 'app' : undefined
  if (kind === undefined) throw new RefusedError('invalid_auth')
  if (kind !== method.token) throw new RefusedError('not_allowed_token_type')
  if (method.scope !== undefined) requireScope(ws, method.scope)
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function note(ws: Workspace, name: string, { status, body }: Answer): void {
  const ok = body.ok === true
  const error = typeof body.error === 'string' ? { error: body.error } : {}
  ws.kernel.note({ platform: 'slack', method: name, status, ok, ...error })
}
