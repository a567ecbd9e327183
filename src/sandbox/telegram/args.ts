/** What a request brings along, by any of the ways the Bot API takes it: the address, a form, a multipart form, JSON. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Json } from './facts.ts'
import { badRequest } from './refused.ts'

/** Objects, which forms carry as JSON text. A person's words may look like JSON and stay words. */
const OBJECTS: ReadonlySet<string> = new Set([
  ...['allowed_updates', 'commands', 'entities', 'link_preview_options', 'reaction', 'reply_markup'],
  ...['reply_parameters', 'scope'],
])

type Reader = (body: Buffer, type: string) => Promise<Json> | Json
const READERS: readonly { readonly type: string; readonly read: Reader }[] = [
  { type: 'application/json', read: (body) => objectIn(body.toString()) },
  {
    type: 'application/x-www-form-urlencoded',
    read: (body) => Object.fromEntries(new URLSearchParams(body.toString())),
  },
  { type: 'multipart/form-data', read: async (body, type) => Object.fromEntries(await multipart(body, type)) },
]

/** Bodies stay bytes until the method runs, so that what is wrong in them is answered as Telegram answers. */
export function takeAnyBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser<Buffer>('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
}

/** Throws RefusedError. A body of an unknown type is as good as none. */
export async function argsOf(request: FastifyRequest): Promise<Json> {
  const type = request.headers['content-type'] ?? ''
  const reader = READERS.find((one) => type.startsWith(one.type))
  const { body } = request
  const sent = reader && Buffer.isBuffer(body) && body.length > 0 ? await reader.read(body, type) : {}
  const all = Object.entries({ ...(request.query as Json), ...sent })
  return Object.fromEntries(all.map(([name, value]) => [name, unpacked(name, value)]))
}

function unpacked(name: string, value: unknown): unknown {
  return typeof value === 'string' && OBJECTS.has(name) ? parsed(value) : value
}

function objectIn(text: string): Json {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badRequest('object expected')
  return value as Json
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest("can't parse JSON")
  }
}

async function multipart(body: Buffer, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  } catch {
    throw badRequest("can't parse the multipart form")
  }
}
