import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { figureNameSchema } from '../../../work/figures/asked.ts'
import type { Period } from '../../../work/figures/stats/period.ts'
import {
  clientsSchema,
  errorSchema,
  figuresQuery,
  figuresSchema,
  localeQuery,
  pageQuery,
  rowsQuery,
  rowsSchema,
  scoreSchema,
} from './schemas.ts'
import type { Views } from './views.ts'

export async function routes(plain: FastifyInstance, { views }: { readonly views: Views }): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/clients',
    {
      schema: {
        summary: 'Active clients with their scores, in the order in which to call them',
        querystring: pageQuery.extend({ manager: z.string().optional().describe('Key of a manager') }),
        response: { 200: clientsSchema },
      },
    },
    async ({ query }) => {
      const { total, clients } = await views.clients(query)
      return { total, clients: [...clients] }
    },
  )

  app.get(
    '/clients/:key/score',
    {
      schema: {
        summary: 'What a client’s score is made of, part by part',
        params: z.object({
          key: z
            .string()
            .max(200)
            .regex(/^[a-z0-9][a-z0-9_-]*$/, { error: 'small latin letters, digits, - and _' }),
        }),
        querystring: localeQuery,
        response: { 200: scoreSchema, 404: errorSchema },
      },
    },
    async ({ params, query }, reply) => {
      const found = await views.score(params.key, query.locale)
      if (!found) return reply.code(404).send({ error: `there is no active client "${params.key}"` })
      return { ...found, figures: { ...found.figures }, explanation: found.explanation && copied(found.explanation) }
    },
  )

  app.get(
    '/figures',
    {
      schema: {
        summary: 'The figures of account managers, each beside the period before',
        querystring: figuresQuery,
        response: { 200: figuresSchema, 400: errorSchema },
      },
    },
    async ({ query: { locale, ...scope } }) => {
      const { period, figures } = await views.figures(scope, locale)
      return copied({ scope, period: asText(period), figures })
    },
  )

  app.get(
    '/figures/:figure/rows',
    {
      schema: {
        summary: 'The rows that a figure counts',
        params: z.object({ figure: figureNameSchema }),
        querystring: rowsQuery,
        response: { 200: rowsSchema, 400: errorSchema },
      },
    },
    async ({ params, query: { locale, limit, offset, ...scope } }) => {
      const opened = await views.rows({ ...scope, figure: params.figure, page: { limit, offset } }, locale)
      return copied({ ...opened, period: asText(opened.period) })
    },
  )
}

function asText({ current, before, ...period }: Period) {
  const span = ({ from, to }: Period['current']) => ({ from: from.toISOString(), to: to.toISOString() })
  return { ...period, current: span(current), before: span(before) }
}

/** Without the marks of what may not be changed, which schemas do not know. */
type Copied<T> = T extends readonly (infer Item)[]
  ? Copied<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Copied<T[Key]> }
    : T

function copied<T>(value: T): Copied<T> {
  return value as Copied<T>
}
