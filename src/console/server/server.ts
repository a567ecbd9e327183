import helmet from '@fastify/helmet'
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type onRequestAsyncHookHandler,
} from 'fastify'
import { InputError } from '../../core/errors.ts'
import type { Hook, HookReply, Intake } from '../../core/hook.ts'
import { type ApiOptions, api } from './api/api.ts'

export type ServerOptions = {
  /** Platform hooks by name: POST /hooks/<name>. */
  readonly hooks: Readonly<Record<string, Hook>>
  /** Where calls and letters come in; what is not configured is not here, and so not found. */
  readonly intakes: readonly Intake[]
  /** Resolves when the database answers. */
  readonly database: () => Promise<unknown>
  /** Absent: there is no API. */
  readonly api?: ApiOptions | undefined
}

/** Nothing that a platform sends is larger. */
const BODY_LIMIT = 4 * 1024 * 1024

/** Bodies in memory at once, of a place that takes larger ones; only those of whoever may send them are counted. */
const MOST_LARGE = 4

/** What stands before a body comes at once, from whoever; a body may take a while. */
const HEADERS_MS = 10_000
const REQUEST_MS = 30_000
/** How often it is looked for who takes longer. */
const CHECK_MS = 2_000

/** The program's own HTTP server: health for whoever keeps it running, the platforms' hooks, and the API. */
export async function createServer({ hooks, intakes, database, api: asked }: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    logger: false,
    forceCloseConnections: true,
    requestTimeout: REQUEST_MS,
    http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: CHECK_MS },
  })
  await app.register(helmet)
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const ready = await answers(database)
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'the database does not answer' })
  })
  await app.register(async (raw) => {
    raw.removeAllContentTypeParsers()
    raw.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    for (const [name, hook] of Object.entries(hooks)) {
      raw.post(`/hooks/${name}`, async (request, reply) => {
        return answerWith(reply, await hook({ headers: request.headers, body: bytesOf(request).toString('utf8') }))
      })
    }
    for (const { path, limit, mayEnter, take, probe } of intakes) {
      const known = mayEnter ? [onlyWho(mayEnter)] : []
      const onRequest = [...known, ...(limit > BODY_LIMIT ? [fewAtOnce(MOST_LARGE)] : [])]
      raw.post(`/hooks/${path}`, { bodyLimit: limit, onRequest }, async (request, reply) => {
        const params = request.params as Record<string, string>
        return answerWith(reply, await take({ headers: request.headers, params, bytes: bytesOf(request) }))
      })
      if (!probe) continue
      raw.get(`/hooks/${path}`, async (request, reply) => {
        const params = request.params as Record<string, string>
        return answerWith(reply, probe({ params, query: request.query as Record<string, unknown> }))
      })
    }
  })
  if (asked) await app.register(api, { ...asked, prefix: '/api' })
  return app
}

/** Refuses whoever may not enter, before their body is read; what of it comes all the same ends with the connection. */
function onlyWho(mayEnter: NonNullable<Intake['mayEnter']>): onRequestAsyncHookHandler {
  return async ({ headers }, reply) => {
    if (!mayEnter(headers)) return reply.code(401).header('connection', 'close').send('')
  }
}

/** Refuses, before its body is read, what comes while so many are in hand; it is to be sent again. */
function fewAtOnce(most: number): onRequestAsyncHookHandler {
  let inHand = 0
  return async (_request, reply) => {
    if (inHand >= most) return reply.code(503).header('retry-after', '30').send('')
    inHand++
    reply.raw.once('close', () => {
      inHand--
    })
  }
}

/** A request without a body has none to parse. */
function bytesOf({ body }: FastifyRequest): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0)
}

function answerWith(reply: FastifyReply, { status, headers, body }: HookReply): FastifyReply {
  return reply
    .code(status)
    .headers(headers ?? {})
    .send(body ?? '')
}

const DATABASE_LIMIT_MS = 5_000

async function answers(database: () => Promise<unknown>): Promise<boolean> {
  const limit = AbortSignal.timeout(DATABASE_LIMIT_MS)
  const tooLong = new Promise<false>((resolve) => limit.addEventListener('abort', () => resolve(false)))
  return Promise.race([
    database().then(
      () => true,
      () => false,
    ),
    tooLong,
  ])
}

/** Binds the server and returns its address. Throws InputError when the port is taken. */
export async function listen(
  app: FastifyInstance,
  where: { readonly host: string; readonly port: number },
): Promise<string> {
  try {
    return await app.listen({ host: where.host, port: where.port })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new InputError(
        `port ${where.port} is taken by another program. Stop that one, or choose another port with PORT`,
      )
    }
    throw error
  }
}
