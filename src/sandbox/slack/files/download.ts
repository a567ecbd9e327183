/** Where the bytes of files are: for the app with its token, and for the page without. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Answer, serve } from '../http/serve.ts'
import { bearerOf, isToken } from '../http/tokens.ts'
import type { StoredFile } from '../workspace/facts.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { appSees } from './access.ts'

type Route = { Params: { key: string } }

export function downloads(ws: Workspace, app: FastifyInstance): void {
  const handler = (request: FastifyRequest<Route>, reply: FastifyReply) =>
    serve(ws, { name: 'files.download', refused }, request, reply, () => download(ws, request))
  app.get<Route>('/slack/files-pri/:key/:name', handler)
  app.get<Route>('/slack/files-pri/:key/download/:name', handler)
  app.get<{ Params: { id: string } }>('/control/slack/files/:id', (request, reply) => {
    const file = ws.state.files.get(request.params.id)
    if (file?.sha256 === undefined || file.stage !== 'ready')
      return reply.code(404).send({ ok: false, error: 'no_file' })
    const safe = SHOWN.has(file.mimetype) ? 'inline' : 'attachment'
    return reply
      .headers({ ...headersOf(file, safe), 'x-content-type-options': 'nosniff' })
      .send(ws.kernel.files.open(file.sha256))
  })
}

/** What a browser may show within the page; anything else it saves. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

function download(ws: Workspace, request: FastifyRequest<Route>): Answer {
  const { botToken, scopes, team } = ws.seed
  const given = bearerOf(request)
  if (given === undefined || !isToken(given, botToken) || !scopes.includes('files:read')) return LOGIN
  const file = ws.state.files.get(request.params.key.replace(`${team.id}-`, ''))
  if (file?.sha256 === undefined || !appSees(ws, file)) return refused('file_not_found')
  const disposition = request.url.includes('/download/') ? 'attachment' : 'inline'
  return { status: 200, body: ws.kernel.files.open(file.sha256), headers: headersOf(file, disposition) }
}

function headersOf({ mimetype, size, name }: StoredFile, disposition: 'inline' | 'attachment') {
  return {
    'content-type': mimetype || 'application/octet-stream',
    'content-length': String(size),
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`,
  }
}

/** Who has no right to a file gets no error: Slack shows the page where people sign in. */
const LOGIN: Answer = {
  status: 200,
  body: '<!DOCTYPE html><html lang="en"><head><title>Slack</title></head><body><h1>Sign in to your workspace</h1></body></html>',
  headers: { 'content-type': 'text/html; charset=utf-8' },
  error: 'not_authed',
}

function refused(error: string): Answer {
  return { status: 404, body: error, headers: { 'content-type': 'text/plain; charset=utf-8' }, error }
}
