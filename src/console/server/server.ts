import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Hook } from '../../core/hook.ts'

export type ServerOptions = {
  /** Platform hooks by name: POST /hooks/<name>. */
  readonly hooks: Readonly<Record<string, Hook | undefined>>
  /** What is not right, in words; empty when everything that this process needs answers. */
  readonly troubles: () => Promise<readonly string[]>
}

/** Nothing that a platform sends is larger. */
const BODY_LIMIT = 4 * 1024 * 1024

/** The program's own HTTP server: health for whoever keeps it running, and the platforms' hooks. */
export async function createServer({ hooks, troubles }: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: BODY_LIMIT, logger: false, forceCloseConnections: true, requestTimeout: 30_000 })
  await app.register(helmet)
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const wrong = await troubles()
    return reply
      .code(wrong.length === 0 ? 200 : 503)
      .send({ status: wrong.length === 0 ? 'ready' : 'not ready', troubles: wrong })
  })
  await app.register(async (raw) => {
    raw.removeAllContentTypeParsers()
    raw.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
    for (const [name, hook] of Object.entries(hooks)) {
      if (!hook) continue
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
  return app
}
