/** `/control/slack/<act>`: a test or the page acts as a person, or makes the workspace misbehave. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Act, act, ConflictError } from './acts/act.ts'
import { filing } from './acts/file.ts'
import { talk } from './acts/talk.ts'
import { using } from './acts/use.ts'
import type { HttpEvents } from './delivery/http-events.ts'
import type { SocketMode } from './delivery/socket.ts'
import type { Sharing } from './files/sharing.ts'
import type { Envelope } from './workspace/facts.ts'
import { mintId, type Workspace } from './workspace/workspace.ts'

export type Parts = { readonly sockets: SocketMode; readonly http: HttpEvents; readonly sharing: Sharing }

export function controlRoutes(ws: Workspace, app: FastifyInstance, parts: Parts): void {
  const acts: Record<string, Act> = { ...talk, ...filing, ...using, ...platformActs(parts) }
  for (const [name, { run }] of Object.entries(acts)) {
    app.post(`/control/slack/${name}`, { bodyLimit: BODY_MAX }, async (request) => ({
      ok: true,
      ...(await run(ws, request.body)),
    }))
  }
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof ConflictError) return reply.code(409).send({ ok: false, error: error.error, ...error.more })
    if (error instanceof z.ZodError) return reply.code(400).send({ ok: false, error: problemsIn(error) })
    throw error
  })
}

/** Files may come in the body; what is larger is named by its path. */
const BODY_MAX = 60 * 1024 ** 2

function problemsIn(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`).join('; ')
}

/** What is done to the platform itself. */
function platformActs({ sockets, http, sharing }: Parts): Record<string, Act> {
  return {
    disconnect: act(
      z.strictObject({
        reason: z.enum(['warning', 'refresh_requested', 'link_disabled', 'cut']).default('refresh_requested'),
      }),
      (_ws, { reason }) => ({ sockets: reason === 'cut' ? sockets.cut() : sockets.disconnect(reason) }),
    ),
    redeliver: act(z.strictObject({ envelopeId: z.string().optional(), eventId: z.string().optional() }), (ws, args) =>
      redeliver(ws, args),
    ),
    'share-delay': act(
      z.strictObject({ ms: z.union([z.int().min(0).max(600_000), z.literal('never')]) }),
      (_ws, { ms }) => {
        sharing.delay = ms
        return {}
      },
    ),
    'request-url': act(z.strictObject({ eventsUrl: localUrl.nullable() }), async (ws, { eventsUrl }) => {
      const problem = eventsUrl === null ? undefined : await http.verify(eventsUrl)
      if (problem !== undefined) throw new ConflictError('url_verification_failed', { reason: problem })
      ws.commit([{ type: 'request-url', url: eventsUrl }])
      return {}
    }),
  }
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])
/** The sandbox never reaches out of this machine. */
const localUrl = z
  .url({ protocol: /^https?$/ })
  .refine((url) => LOOPBACK.has(new URL(url).hostname), 'must be an address on this machine')

/**
 * Delivers once more what was acknowledged: the same envelope, or the same event in a new one, as Slack does when an
 * acknowledgement was lost. Without either the newest is meant.
 */
function redeliver(
  ws: Workspace,
  { envelopeId, eventId }: { envelopeId?: string | undefined; eventId?: string | undefined },
) {
  const known = [...ws.state.settled.values()]
  const found = known.findLast(
    ({ id, payload }) => (envelopeId ?? id) === id && (eventId === undefined || payload.event_id === eventId),
  )
  if (!found) throw new ConflictError('no_such_envelope')
  const id = eventId === undefined ? found.id : mintId('').toLowerCase()
  const envelope: Envelope = { ...found, id, attempt: found.attempt + 1, reason: 'timeout' }
  ws.commit([{ type: 'queued', envelope }])
  return { envelopeId: id }
}
