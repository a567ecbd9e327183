/** `/telegram/bot<token>/<method>`: who asks, with what, and what goes back. What the methods do is in methods/. */
import { timingSafeEqual } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Fault } from '../kernel.ts'
import type { Json } from './facts.ts'
import type { Method } from './methods/method.ts'
import type { Telegram } from './platform.ts'
import { badRequest, RefusedError } from './refused.ts'

type Answer = { readonly status: number; readonly body: Json }

export function botApi(telegram: Telegram, methods: Readonly<Record<string, Method>>, app: FastifyInstance): void {
  const byName = new Map(Object.entries(methods).map(([name, method]) => [name.toLowerCase(), method]))
  app.removeAllContentTypeParsers()
  app.addContentTypeParser<string>(
    ['application/json', 'application/x-www-form-urlencoded'],
    { parseAs: 'string' },
    (request, body, done) => {
      done(
        null,
        request.headers['content-type']?.startsWith('application/json')
          ? body
          : Object.fromEntries(new URLSearchParams(body)),
      )
    },
  )
  app.route<{ Params: { bot: string; method: string } }>({
    method: ['GET', 'POST'],
    url: '/telegram/:bot/:method',
    handler: (request, reply) => serve(request.params, request, reply),
  })

  async function serve(
    params: { bot: string; method: string },
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const name = params.method
    const fault = telegram.kernel.takeFault('telegram', name)?.do
    if (fault?.kind === 'cut' && fault.when === 'before') return cut(name, request, reply)
    if (fault?.kind === 'delay') await pause(fault.ms)
    const answer = faulty(fault) ?? (await call(params, request, reply))
    if (fault?.kind === 'cut') return cut(name, request, reply)
    const ok = answer.body.ok === true
    const error = ok ? {} : { error: String(answer.body.description) }
    telegram.kernel.note({ platform: 'telegram', method: name, status: answer.status, ok, ...error })
    return reply.code(answer.status).send(answer.body)
  }

  /** The connection ends without an answer: the caller cannot know whether it was done. */
  function cut(name: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    telegram.kernel.note({ platform: 'telegram', method: name, status: 0, ok: false, error: 'cut' })
    reply.hijack()
    request.raw.socket.destroy()
    return reply
  }

  async function call(
    params: { bot: string; method: string },
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Answer> {
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    try {
      admit(params.bot)
      const method = byName.get(params.method.toLowerCase())
      if (!method) throw new RefusedError(404, 'Not Found: method not found')
      return { status: 200, body: { ok: true, result: await method.run(telegram, argsOf(request), gone.signal) } }
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      return refusal(error.code, error.description, error.parameters)
    }
  }

  function admit(bot: string): void {
    const [given, expected] = [Buffer.from(bot), Buffer.from(`bot${telegram.seed.token}`)]
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      throw new RefusedError(401, 'Unauthorized')
  }
}

function faulty(fault: Fault['do'] | undefined): Answer | undefined {
  if (fault?.kind === 'error') return refusal(fault.code ?? 400, fault.error)
  if (fault?.kind === 'status') return refusal(fault.status, STATUS_CODES[fault.status] ?? 'Internal Server Error')
  if (fault?.kind !== 'rate-limit') return undefined
  return refusal(429, `Too Many Requests: retry after ${fault.retryAfter}`, { retry_after: fault.retryAfter })
}

function refusal(code: number, description: string, parameters?: Json): Answer {
  const more = parameters === undefined ? {} : { parameters }
  return { status: code, body: { ok: false, error_code: code, description, ...more } }
}

/** Forms carry objects as JSON text. */
function argsOf(request: FastifyRequest): Json {
  const body = typeof request.body === 'string' ? parsed(request.body) : (request.body ?? {})
  const query = Object.entries({
    ...(request.query as Json),
    ...(typeof request.body === 'string' ? {} : (body as Json)),
  })
  const form = Object.fromEntries(query.map(([name, value]) => [name, isJson(value) ? parsed(String(value)) : value]))
  return typeof request.body === 'string' ? { ...form, ...(body as Json) } : form
}

function isJson(value: unknown): boolean {
  return typeof value === 'string' && /^\s*[[{]/.test(value)
}

function parsed(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    throw badRequest("can't parse JSON")
  }
}
