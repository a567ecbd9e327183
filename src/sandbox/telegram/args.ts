/** What a request brings along, by any of the ways the Bot API takes it: the address, a form, a multipart form, JSON. */
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Files } from '../files.ts'
import type { Json } from './facts.ts'
import { formOf } from './files/upload.ts'
import { badRequest } from './refused.ts'

/** Objects, which forms carry as JSON text. A person's words may look like JSON and stay words. */
const OBJECTS: ReadonlySet<string> = new Set([
  ...['allowed_updates', 'caption_entities', 'commands', 'correct_option_ids', 'entities', 'explanation_entities'],
  ...['link_preview_options', 'media', 'message_ids', 'options', 'question_entities', 'reaction', 'reply_markup'],
  ...['reply_parameters', 'scope'],
])

const READERS: readonly { readonly type: string; readonly read: (body: Buffer) => Json }[] = [
  { type: 'application/json', read: (body) => objectIn(body.toString()) },
  {
    type: 'application/x-www-form-urlencoded',
    read: (body) => Object.fromEntries(new URLSearchParams(body.toString())),
  },
]

/**
 * Bodies stay bytes until the method runs, so that what is wrong in them is answered as Telegram answers. A multipart
 * form, which may hold files, stays a stream.
 */
export function takeAnyBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser<Buffer>('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.addContentTypeParser('multipart/form-data', (_request, body, done) => done(null, body))
}

/** Throws RefusedError. A body of an unknown type is as good as none. */
export async function argsOf(request: FastifyRequest, files: Files): Promise<Json> {
  const all = Object.entries({ ...(request.query as Json), ...(await bodyOf(request, files)) })
  return Object.fromEntries(all.map(([name, value]) => [name, unpacked(name, value)]))
}

async function bodyOf({ body, headers }: FastifyRequest, files: Files): Promise<Json> {
  const type = headers['content-type'] ?? ''
  if (body instanceof Readable) return formOf(body, { ...headers, 'content-type': type }, files)
  const reader = READERS.find((one) => type.startsWith(one.type))
  return reader && Buffer.isBuffer(body) && body.length > 0 ? reader.read(body) : {}
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
