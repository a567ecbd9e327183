import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Entry, Kernel, PlatformSandbox } from '../kernel.ts'
import { controlRoutes } from './control.ts'
import { answered, unanswered } from './delivery/answers.ts'
import { Delivery, type DeliveryOptions } from './delivery/delivery.ts'
import { HttpEvents } from './delivery/http-events.ts'
import { SocketMode } from './delivery/socket.ts'
import { downloads } from './files/download.ts'
import { Sharing } from './files/sharing.ts'
import { uploads } from './files/upload.ts'
import { slackBodies } from './http/bodies.ts'
import { responseUrls } from './http/response-url.ts'
import { webApi } from './http/web-api.ts'
import { slackView } from './view.ts'
import type { Fact } from './workspace/facts.ts'
import type { Seed } from './workspace/state.ts'
import { Workspace } from './workspace/workspace.ts'

const USUAL: DeliveryOptions = { ackTimeoutMs: 3_000, retryDelaysMs: [0, 1_000, 5_000] }

/** Slack on this machine: Web API, Socket Mode, signed HTTP events, and the people of the workspace behind the control API. */
export function slackSandbox(kernel: Kernel, seed: Seed, options: Partial<DeliveryOptions> = {}): PlatformSandbox {
  const ws = new Workspace(kernel, seed)
  const sockets = new SocketMode(ws, () => delivery.unpark())
  const http = new HttpEvents(ws)
  const delivery: Delivery = new Delivery(
    ws,
    () => (http.ready() ? http : sockets),
    (envelope, body) => answered(ws, envelope, body),
    (envelope) => unanswered(ws, envelope),
    { ...USUAL, ...options },
  )
  const sharing = new Sharing(ws)
  ws.onShare = () => sharing.wake()
  ws.onQueued = () => delivery.wake()
  ws.onRequestUrl = () => delivery.unpark()
  ws.newSocketUrl = () => sockets.newUrl()
  return {
    routes(app) {
      ws.baseUrl = () => addressOf(app)
      sockets.listen(app.server)
      void app.register(async (scope) => {
        slackBodies(scope)
        webApi(ws, scope)
        responseUrls(ws, scope)
      })
      void app.register(async (scope) => uploads(ws, scope))
      void app.register(async (scope) => downloads(ws, scope))
      void app.register(async (scope) => controlRoutes(ws, scope, { sockets, http, sharing }))
    },
    apply(entry) {
      for (const fact of factsOf(entry)) ws.state.apply(fact)
    },
    view: () => slackView(ws, sockets.size),
    start() {
      delivery.start()
      sharing.start()
    },
    async stop() {
      sharing.stop()
      delivery.stop()
      http.close()
      sockets.close()
    },
  }
}

/** The journal's entries of this platform are the facts it committed itself. */
function factsOf(entry: Entry<unknown>): readonly Fact[] {
  return entry.platform === 'slack' ? (entry.data as readonly Fact[]) : []
}

function addressOf(app: FastifyInstance): string {
  const address = app.server.address() as AddressInfo | null
  return `http://127.0.0.1:${address?.port ?? 0}`
}
