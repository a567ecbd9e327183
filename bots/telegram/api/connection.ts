/**
 * HTTP connections that know whether they were ever made. An error before that is certain: nothing was sent, and trying
 * again cannot repeat a message. Without a limit of its own a hanging connect would end in the request's timeout, which
 * leaves everything open.
 */
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import type { Duplex } from 'node:stream'

const CONNECT_MS = 8_000
/** Shorter than what routers and Telegram forget: a message is not written into a connection that is dead already. */
const IDLE_MS = 15_000

const NOT_CONNECTED = 'NOT_CONNECTED'

/** One for each client; `destroy()` closes its idle connections. */
export function connectionsTo(root: string): HttpAgent {
  const secure = root.startsWith('https:')
  const agent = new (secure ? HttpsAgent : HttpAgent)({ keepAlive: true, timeout: IDLE_MS })
  const connect = agent.createConnection.bind(agent)
  agent.createConnection = (options, callback) => {
    const socket = connect(options, callback)
    if (socket) markUntilConnected(socket, secure ? 'secureConnect' : 'connect')
    return socket
  }
  return agent
}

function markUntilConnected(socket: Duplex, connected: 'connect' | 'secureConnect'): void {
  const mark = (error: Error & { code?: string }) => {
    error.code = `${NOT_CONNECTED} ${error.code ?? error.name}`
  }
  const limit = setTimeout(() => {
    socket.destroy(Object.assign(new Error('the connection took too long'), { code: 'ETIMEDOUT' }))
  }, CONNECT_MS)
  socket.prependOnceListener('error', mark)
  socket.once(connected, () => {
    clearTimeout(limit)
    socket.off('error', mark)
  })
  socket.once('close', () => clearTimeout(limit))
}

/** The system's name for why no connection was made, or undefined when one was. */
export function notConnected(code: unknown): string | undefined {
  return typeof code === 'string' && code.startsWith(NOT_CONNECTED) ? code.slice(NOT_CONNECTED.length + 1) : undefined
}
