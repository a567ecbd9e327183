/** A test that asks anything of another machine fails: every connection of this process goes through here. */
import net from 'node:net'

const LOCAL = new Set(['127.0.0.1', '::1', 'localhost', ''])
const connect = net.Socket.prototype.connect

net.Socket.prototype.connect = function guarded(this: net.Socket, ...args: never[]): net.Socket {
  const host = hostOf(args)
  if (!LOCAL.has(host)) throw new Error(`a test tried to reach ${host}: only this machine may be asked`)
  return Reflect.apply(connect, this, args) as net.Socket
}

/** Node calls it as (options), (path), (port, host), or with those already gathered in an array. */
function hostOf(args: readonly unknown[]): string {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  if (typeof first === 'object' && first !== null) {
    if ('path' in first && typeof first.path === 'string') return ''
    return 'host' in first && typeof first.host === 'string' ? first.host : ''
  }
  return typeof second === 'string' && typeof first !== 'string' ? second : ''
}
