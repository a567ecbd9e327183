import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Faults, faultSchema } from './faults.ts'
import type { Change } from './kernel.ts'
import type { SandboxView } from './view.ts'

export type ControlOptions = {
  readonly view: () => SandboxView
  readonly faults: Faults
  /** Calls the listener at every change until what it returns is called. */
  readonly subscribe: (listener: (change: Change) => void) => () => void
  readonly changed: (change: Change) => void
}

const KEEP_ALIVE_MS = 15_000

/** What the page and the tests see and set, whatever the platform: state, live changes, faults. */
export function controlRoutes(app: FastifyInstance, { view, faults, subscribe, changed }: ControlOptions): void {
  app.get('/control/state', async () => view())
  app.get('/control/calls', async () => view().calls)
  app.get('/control/faults', async () => faults.list())
  app.post('/control/faults', async (request) => {
    const fault = faults.add(faultSchema.parse(request.body))
    changed({ platform: fault.platform, topic: `${fault.platform}:faults` })
    return fault
  })
  app.delete<{ Params: { id: string } }>('/control/faults/:id', async (request, reply) => {
    if (!faults.remove(request.params.id)) return reply.code(404).send({ ok: false, error: 'there is no such fault' })
    changed({ platform: 'telegram', topic: 'telegram:faults' })
    return { ok: true }
  })
  app.delete('/control/faults', async () => {
    faults.clear()
    changed({ platform: 'telegram', topic: 'telegram:faults' })
    return { ok: true }
  })
  app.get('/control/events', (_request, reply) => {
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' })
    raw.write(': here\n\n')
    const unsubscribe = subscribe((change) => raw.write(`event: change\ndata: ${JSON.stringify(change)}\n\n`))
    const alive = setInterval(() => raw.write(': here\n\n'), KEEP_ALIVE_MS)
    raw.on('close', () => {
      clearInterval(alive)
      unsubscribe()
    })
  })
}

/** Only pages of this machine may talk to it, and only by requests that a foreign page cannot make. */
export function guard(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!isLocal(request.headers.host)) return reply.code(403).send({ ok: false, error: 'only for this machine' })
    // The route, not the address as it was written: `/%63ontrol/` leads to the same one.
    const route = request.routeOptions.url ?? ''
    if (/^\/(control|telegram|slack)\//.test(route) && isForeign(request.headers['sec-fetch-site'])) {
      return reply.code(403).send({ ok: false, error: 'only for this page' })
    }
    // Types that a form of a foreign page cannot send.
    const type = request.headers['content-type'] ?? ''
    const isTold = type.startsWith('application/json') || type.startsWith('application/octet-stream')
    if (request.method === 'POST' && route.startsWith('/control/') && !isTold) {
      return reply.code(415).send({ ok: false, error: 'the body must be application/json' })
    }
  })
  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof z.ZodError) return reply.code(400).send({ ok: false, error: z.prettifyError(error) })
    throw error
  })
}

/** Browsers say from where a page asks; programs say nothing. */
function isForeign(site: string | string[] | undefined): boolean {
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

/** A name that somebody else's DNS makes lead here is not this machine's own. */
function isLocal(host: string | undefined): boolean {
  const name = (host ?? '').replace(/:\d+$/, '')
  return name === '127.0.0.1' || name === 'localhost' || name === '[::1]'
}
