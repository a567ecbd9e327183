/** `/slack/api/<method>`: who asks, with what, and what goes back. What the methods do is in methods/. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { METHODS } from '../methods/index.ts'
import { type Method, requireScope } from '../methods/method.ts'
import type { Json } from '../workspace/facts.ts'
import { RefusedError } from '../workspace/refused.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { type Answer, serve } from './serve.ts'
import { bearerOf, isToken } from './tokens.ts'

export function webApi(ws: Workspace, app: FastifyInstance): void {
  app.route<{ Params: { method: string } }>({
    method: ['GET', 'POST'],
    url: '/slack/api/:method',
    handler: (request, reply) => {
      const { method } = request.params
      return serve(ws, { name: method, refused }, request, reply, () => call(ws, method, request))
    },
  })
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
    return refused(error.error, error.more)
  }
}

function argsOf(request: FastifyRequest): Json {
  const given = request.body ?? {}
  if (typeof given !== 'object' || Array.isArray(given)) throw new RefusedError('json_not_object')
  return { ...(request.query as Json), ...given }
}

function tokenOf(request: FastifyRequest, args: Json): string | undefined {
  return bearerOf(request) ?? (typeof args.token === 'string' && args.token !== '' ? args.token : undefined)
}

function admit(ws: Workspace, method: Method, token: string | undefined): void {
  const { botToken, appToken } = ws.seed
  if (token === undefined) throw new RefusedError('not_authed')
  const kind = isToken(token, botToken) ? 'bot' : isToken(token, appToken) ? 'app' : undefined
  if (kind === undefined) throw new RefusedError('invalid_auth')
  if (kind !== method.token) throw new RefusedError('not_allowed_token_type')
  if (method.scope !== undefined) requireScope(ws, method.scope)
}

/** Slack says no with a 200. */
function refused(error: string, more: Json = {}): Answer {
  return { status: 200, body: { ok: false, error, ...more }, error }
}
