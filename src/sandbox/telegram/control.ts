/** `/control/telegram/<act>`: a test or the page acts as a person. */
import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Acts, ConflictError } from './acts/act.ts'
import { chatActs } from './acts/chats.ts'
import { fileActs } from './acts/files.ts'
import { thingActs } from './acts/things.ts'
import { wordActs } from './acts/words.ts'
import { kindAndMime } from './files/stored.ts'
import type { Telegram } from './platform.ts'
import { RefusedError } from './refused.ts'

const ACTS: Acts = { ...wordActs, ...fileActs, ...thingActs, ...chatActs }

export function controlRoutes(telegram: Telegram, app: FastifyInstance): void {
  for (const [name, run] of Object.entries(ACTS)) {
    app.post(`/control/telegram/${name}`, async (request) => ({ ok: true, ...(await run(telegram, request.body)) }))
  }
  fileRoutes(telegram, app)
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof ConflictError) return reply.code(409).send({ ok: false, error: error.message })
    if (error instanceof RefusedError) return reply.code(409).send({ ok: false, error: error.description })
    if (error instanceof z.ZodError) return reply.code(400).send({ ok: false, error: z.prettifyError(error) })
    throw error
  })
}

/** Bytes from the page, which an act then names by their hash, and bytes for the page to show. */
function fileRoutes(telegram: Telegram, app: FastifyInstance): void {
  const { files } = telegram.kernel
  app.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body))
  app.post<{ Body: Readable }>('/control/telegram/upload', async (request) => ({
    ok: true,
    ...(await files.put(request.body)),
  }))
  app.get<{ Params: { id: string } }>('/control/telegram/files/:id', (request, reply) => {
    const file = telegram.state.files.get(request.params.id)
    if (!file) return reply.code(404).send({ ok: false, error: 'there is no such file' })
    return reply
      .headers({
        'content-type': kindAndMime(file).mime,
        'content-length': file.size,
        'x-content-type-options': 'nosniff',
        // Whatever somebody sent must not act as a page of the sandbox.
        'content-security-policy': "sandbox; default-src 'none'",
      })
      .send(files.open(file.sha256))
  })
}
