/** The address from `files.getUploadURLExternal`: it takes the bytes of one file, once. */
import type { IncomingMessage } from 'node:http'
import { PassThrough } from 'node:stream'
import { finished } from 'node:stream/promises'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import type { FastifyInstance } from 'fastify'
import { type Answer, serve } from '../http/serve.ts'
import { isToken } from '../http/tokens.ts'
import type { StoredFile } from '../workspace/facts.ts'
import { RefusedError } from '../workspace/refused.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { previewOf } from './preview.ts'

/** Needs a scope of its own: its bodies are left unread by the server. */
export function uploads(ws: Workspace, app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _body, done) => done(null))
  app.post<{ Params: { key: string } }>('/slack/upload/v1/:key', (request, reply) =>
    serve(ws, { name: 'files.upload_url', refused }, request, reply, () => upload(ws, request.params.key, request.raw)),
  )
}

async function upload(ws: Workspace, key: string, request: IncomingMessage): Promise<Answer> {
  try {
    const file = awaited(ws, key)
    const { sha256, size } = await ws.kernel.files.put(exactly(bytesOf(request), file.size))
    const preview = file.mode === 'snippet' ? { preview: await previewOf(ws.kernel.files, sha256) } : {}
    // Somebody else may have come first while these bytes were on their way.
    awaited(ws, key)
    ws.commit([{ type: 'file', file: { ...file, ...preview, sha256, stage: 'uploaded' } }])
    return { status: 200, body: `OK - ${size}` }
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error
    await readToTheEnd(request)
    return refused(error.error)
  }
}

function awaited(ws: Workspace, key: string): StoredFile {
  const file = ws.state.files.get(key.split('-', 1)[0] ?? '')
  if (!file?.uploadKey || !isToken(key, file.uploadKey)) throw new RefusedError('not_found')
  if (file.stage !== 'awaited') throw new RefusedError('already_uploaded')
  return file
}

/** The address speaks plain HTTP: other than the methods, it says no with a status. Its words are not documented. */
function refused(error: string): Answer {
  return { status: error === 'not_found' ? 404 : 400, body: error, error }
}

/** The bytes as they are, or the first file of a form. */
function bytesOf(request: IncomingMessage): AsyncIterable<Uint8Array> {
  const type = request.headers['content-type'] ?? ''
  return type.startsWith('multipart/form-data')
    ? firstPart(request, { ...request.headers, 'content-type': type })
    : request
}

function firstPart(request: IncomingMessage, headers: BusboyHeaders): AsyncIterable<Uint8Array> {
  const part = new PassThrough()
  const refuse = () => part.destroy(new RefusedError('invalid_form_data'))
  let isFound = false
  try {
    const form = new Busboy({ headers })
    form.on('file', (_field, stream) => {
      stream.on('error', refuse)
      if (isFound) stream.resume()
      else stream.pipe(part)
      isFound = true
    })
    form.on('finish', () => isFound || refuse())
    form.on('error', refuse)
    request.once('error', (error) => part.destroy(error))
    request.pipe(form)
  } catch {
    // The header of the form itself makes no sense.
    refuse()
  }
  return part
}

async function* exactly(bytes: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.byteLength
    yield chunk
  }
  if (size !== length) throw new RefusedError('wrong_length')
}

/** A client that still writes would not see an answer. It may as well have gone: then there is nobody to answer. */
async function readToTheEnd(request: IncomingMessage): Promise<void> {
  request.unpipe()
  request.resume()
  await finished(request).catch(() => undefined)
}
