import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { RESPONSE_URL_USES } from '../acts/interactions.ts'
import { replied } from '../delivery/answers.ts'
import { contentArgs, contentOf } from '../methods/content.ts'
import { flag } from '../methods/method.ts'
import type { Json } from '../workspace/facts.ts'
import { edit, remove } from '../workspace/messages.ts'
import { RefusedError } from '../workspace/refused.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** The address that came with a click or a command: whoever has it may answer there, five times within half an hour. */
export function responseUrls(ws: Workspace, app: FastifyInstance): void {
  app.post<{ Params: { id: string } }>('/slack/response/:id', (request, reply) => {
    try {
      respond(ws, request.params.id, request.body)
      ws.kernel.note({ platform: 'slack', method: 'response_url', status: 200, ok: true })
      return reply.send({ ok: true })
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      ws.kernel.note({ platform: 'slack', method: 'response_url', status: 404, ok: false, error: error.error })
      return reply.code(404).send({ ok: false, error: error.error, ...error.more })
    }
  })
}

const bodySchema = z.looseObject({ ...contentArgs, replace_original: flag, delete_original: flag })

function respond(ws: Workspace, id: string, body: unknown): void {
  const url = ws.state.responseUrls.get(id)
  if (!url) throw new RefusedError('invalid_url')
  if (url.used >= RESPONSE_URL_USES) throw new RefusedError('used_url')
  if (ws.now() > url.expiresAt) throw new RefusedError('expired_url')
  const parsed = bodySchema.safeParse(body)
  if (!parsed.success) throw new RefusedError('invalid_payload')
  const { delete_original: deletes, replace_original: replaces } = parsed.data
  const content = contentOf(parsed.data)
  ws.commit([{ type: 'response-url-used', url: id }])
  if (!deletes && !replaces) {
    replied(ws, url, parsed.data as Json)
    return
  }
  const conversation = ws.state.conversations.get(url.channel)
  const original = conversation?.messages.get(url.ts ?? '')
  if (!conversation || !original) throw new RefusedError('message_not_found')
  if (deletes) remove(ws, conversation, original)
  else edit(ws, conversation, original, { ...original, text: content.text ?? '', blocks: content.blocks ?? [] })
}
