import type { FastifyInstance } from 'fastify'
import { RefusedError } from '../workspace/refused.ts'

/** Bodies as Slack reads them: JSON, and forms. Only for the routes of this platform. */
export function slackBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (_request, body, done) => {
    const json = parsed(body)
    if (json instanceof RefusedError) done(json)
    else done(null, json)
  })
  app.addContentTypeParser<string>('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body))),
  )
  app.setErrorHandler<Error & { code?: string }>((error, _request, reply) => {
    if (error instanceof RefusedError) return reply.code(200).send({ ok: false, error: error.error, ...error.more })
    if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
      return reply.code(200).send({ ok: false, error: 'invalid_post_type' })
    }
    throw error
  })
}

function parsed(body: string): unknown {
  try {
    return body === '' ? {} : JSON.parse(body)
  } catch {
    return new RefusedError('invalid_json')
  }
}
