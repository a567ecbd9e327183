/** `/telegram/bot<token>/<method>`, `/telegram/file/bot<token>/<path>`: who asks, with what, and what goes back. What the methods do is in methods/. */
import { timingSafeEqual } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Fault } from '../kernel.ts'
import { argsOf, takeAnyBody } from './args.ts'
import type { Json, StoredFile } from './facts.ts'
import { halfOf } from './files/download.ts'
import type { Method } from './methods/method.ts'
import type { Telegram } from './platform.ts'
import { RefusedError } from './refused.ts'

type Answer = { readonly status: number; readonly body: Json | StoredFile }
type Refusal = { readonly status: number; readonly body: Json }
/** The name under which the page, the calls and the faults know a download. */
const DOWNLOAD = 'file'

export function botApi(telegram: Telegram, methods: Readonly<Record<string, Method>>, app: FastifyInstance): void {
  const byName = new Map(Object.entries(methods).map(([name, method]) => [name.toLowerCase(), method]))
  takeAnyBody(app)
  app.route<{ Params: { bot: string; method: string } }>({
    method: ['GET', 'POST'],
    url: '/telegram/:bot/:method',
    handler: (request, reply) =>
      serve(request.params.method, request, reply, () => call(request.params, request, reply)),
  })
  app.get<{ Params: { bot: string; '*': string } }>('/telegram/file/:bot/*', (request, reply) =>
    serve(DOWNLOAD, request, reply, async () => {
      admit(request.params.bot)
      return telegram.links.follow(request.params['*'], telegram.now())
    }),
  )
  app.all('/telegram/*', async (_request, reply) => send(reply, refusal(404, 'Not Found')))
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const code = error.statusCode ?? 500
    return send(reply, refusal(code, STATUS_CODES[code] ?? 'Internal Server Error'))
  })

  async function serve(
    name: string,
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<Answer['body']>,
  ): Promise<FastifyReply> {
    const fault = telegram.kernel.takeFault('telegram', name)?.do
    if (fault?.kind === 'cut' && fault.when === 'before') return cut(name, request, reply)
    if (fault?.kind === 'delay') await pause(fault.ms, undefined, { ref: false })
    const answer = faulty(fault) ?? (await answered(work))
    if (isFile(answer.body)) return sendBytes(name, answer.body, fault?.kind === 'cut', reply)
    if (fault?.kind === 'cut') return cut(name, request, reply)
    const ok = answer.body.ok === true
    const error = ok ? {} : { error: String(answer.body.description) }
    telegram.kernel.note({ platform: 'telegram', method: name, status: answer.status, ok, ...error })
    return reply.code(answer.status).send(answer.body)
  }

  /** Cut: the connection breaks in the middle. */
  function sendBytes(name: string, file: StoredFile, isCut: boolean, reply: FastifyReply): FastifyReply {
    telegram.kernel.note({
      platform: 'telegram',
      method: name,
      status: 200,
      ok: !isCut,
      ...(isCut ? { error: 'cut' } : {}),
    })
    const bytes = telegram.kernel.files.open(file.sha256)
    reply.headers({ 'content-type': 'application/octet-stream', 'content-length': file.size })
    return reply.send(isCut ? halfOf(file, bytes) : bytes)
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
  ): Promise<Json> {
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    admit(params.bot)
    const method = byName.get(params.method.toLowerCase())
    if (!method) throw new RefusedError(404, 'Not Found: method not found')
    const args = await argsOf(request, telegram.kernel.files)
    return { ok: true, result: await method.run(telegram, args, gone.signal) }
  }

  function admit(bot: string): void {
    const [given, expected] = [Buffer.from(bot), Buffer.from(`bot${telegram.seed.token}`)]
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      throw new RefusedError(401, 'Unauthorized')
  }
}

async function answered(work: () => Promise<Answer['body']>): Promise<Answer> {
  try {
    return { status: 200, body: await work() }
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    return refusal(error.code, error.description, error.parameters)
  }
}

function isFile(body: Answer['body']): body is StoredFile {
  return 'sha256' in body
}

function faulty(fault: Fault['do'] | undefined): Refusal | undefined {
  if (fault?.kind === 'error') return refusal(fault.code ?? 400, fault.error)
  if (fault?.kind === 'status') return refusal(fault.status, STATUS_CODES[fault.status] ?? 'Internal Server Error')
  if (fault?.kind !== 'rate-limit') return undefined
  return refusal(429, `Too Many Requests: retry after ${fault.retryAfter}`, { retry_after: fault.retryAfter })
}

function send(reply: FastifyReply, { status, body }: Refusal): FastifyReply {
  return reply.code(status).send(body)
}

function refusal(code: number, description: string, parameters?: Json): Refusal {
  const more = parameters === undefined ? {} : { parameters }
  return { status: code, body: { ok: false, error_code: code, description, ...more } }
}
