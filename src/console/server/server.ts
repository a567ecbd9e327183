import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance } from 'fastify'
import { InputError } from '../../core/errors.ts'
import type { Hook } from '../../core/hook.ts'
import { type ApiOptions, api } from './api/api.ts'

export type ServerOptions = {
  /** Platform hooks by name: POST /hooks/<name>. */
  readonly hooks: Readonly<Record<string, Hook>>
  /** Resolves when the database answers. */
  readonly database: () => Promise<unknown>
  /** Absent: there is no API. */
  readonly api?: ApiOptions | undefined
}

/** Nothing that a platform sends is larger. */
const BODY_LIMIT = 4 * 1024 * 1024

/** The program's own HTTP server: health for whoever keeps it running, the platforms' hooks, and the API. */
export async function createServer({ hooks, database, api: asked }: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: BODY_LIMIT, logger: false, forceCloseConnections: true, requestTimeout: 30_000 })
  await app.register(helmet)
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const ready = await answers(database)
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'the database does not answer' })
  })
  await app.register(async (raw) => {
    raw.removeAllContentTypeParsers()
    raw.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
    for (const [name, hook] of Object.entries(hooks)) {
      raw.post(`/hooks/${name}`, async (request, reply) => {
        const answer = await hook({
          headers: request.headers,
          body: typeof request.body === 'string' ? request.body : '',
        })
        return reply
          .code(answer.status)
          .headers(answer.headers ?? {})
          .send(answer.body ?? '')
      })
    }
  })
  if (asked) await app.register(api, { ...asked, prefix: '/api' })
  return app
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
