/**
 * The HTTP API for programs of the agency's own: read-only, under /api, for whoever has the token. It sees the whole agency, so
 * the token is that of an administrator.
 */
import bearerAuth from '@fastify/bearer-auth'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import type { FastifyError, FastifyInstance } from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { describe, InputError } from '../../../core/errors.ts'
import type { Log } from '../../../log.ts'
import { routes } from './routes.ts'
import type { Views } from './views.ts'

export type ApiOptions = { readonly token: string; readonly views: Views; readonly log: Log }

/** A minute, for each address: also of those who guess at the token. */
const MOST_REQUESTS = 300

/** To be registered with the prefix /api. */
export async function api(app: FastifyInstance, { token, views, log }: ApiOptions): Promise<void> {
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler<FastifyError>((error, _request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      const why = error.validation.map(({ instancePath, message }) => `${instancePath.slice(1)}: ${message}`).join('; ')
      return reply.code(400).send({ error: why })
    }
    if (error instanceof InputError) return reply.code(400).send({ error: error.message })
    if (error.statusCode !== undefined && error.statusCode < 500)
      return reply.code(error.statusCode).send({ error: error.message })
    log.error({ error: describe(error) }, 'a request to the API failed')
    return reply.code(500).send({ error: 'something went wrong that should not: it is in the log' })
  })
  await app.register(rateLimit, { global: false })
  // As a hook of its own before the token is looked at: on the routes it would count only those who have it.
  app.addHook('onRequest', app.rateLimit({ max: MOST_REQUESTS, timeWindow: 60_000 }))
  await app.register(bearerAuth, {
    keys: new Set([token]),
    errorResponse: () => ({ error: 'give the token of LIAISON_API_TOKEN: Authorization: Bearer …' }),
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Liaison',
        version: '1',
        description: 'Scores of clients and figures of account managers. Read only.',
      },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    },
    transform: jsonSchemaTransform,
  })
  await app.register(routes, { views })
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
