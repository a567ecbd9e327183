/**
 * The embedded database can be open in one process only. So while the program runs it takes commands by a socket in its
 * data folder that only its own user may open: one line of JSON in, one out.
 */
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { describe, InputError } from '../core/errors.ts'
import { type Command, commandSchema, type Result } from './command.ts'

const CONNECT_MS = 2_000
/** Doctor asks two platforms, each with limits of its own. */
const ANSWER_MS = 120_000
/** A file of a hundred thousand lines takes its time. */
const LONG_ANSWER_MS = 4 * 60 * 60_000
const TAKES_LONG: ReadonlySet<Command['name']> = new Set(['contacts_import', 'contacts_import_ics'])
const LONGEST_LINE = 8 * 1024 * 1024

const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), output: z.string(), ok: z.boolean() }),
  /** What a person can put right. */
  z.object({ kind: z.literal('wrong'), message: z.string() }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
])
type Answer = z.infer<typeof answerSchema>

/** A named pipe where there are no sockets in folders; else a file, whose name must be short enough for the system. */
export function socketPath(dataDir: string): string {
  const folder = resolve(dataDir)
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\liaison-${name}`
  const path = join(folder, 'control.sock')
  return Buffer.byteLength(path) < 100 ? path : join('/tmp', `liaison-${name}.sock`)
}

/** Takes commands until it is closed. The caller holds the data folder's lock, so a socket that is there is a leftover. */
export async function serveCommands(
  path: string,
  run: (command: Command) => Promise<Result>,
): Promise<{ close: () => Promise<void> }> {
  if (process.platform !== 'win32') rmSync(path, { force: true })
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
    void answerOne(socket, run)
  })
  await listen(server, path)
  if (process.platform !== 'win32') chmodSync(path, 0o600)
  return {
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        for (const socket of open) socket.destroy()
      }),
  }
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    // Nobody else may connect in the moment before the mode is set.
    const mask = process.platform === 'win32' ? undefined : process.umask(0o177)
    server.listen(path, () => done())
    if (mask !== undefined) process.umask(mask)
  })
}

async function answerOne(socket: Socket, run: (command: Command) => Promise<Result>): Promise<void> {
  const line = await firstLine(socket)
  if (line === undefined) return
  socket.end(`${JSON.stringify(await answerTo(line, run))}\n`)
}

async function answerTo(line: string, run: (command: Command) => Promise<Result>): Promise<Answer> {
  try {
    return { kind: 'done', ...(await run(commandSchema.parse(JSON.parse(line)))) }
  } catch (error) {
    if (error instanceof InputError) return { kind: 'wrong', message: error.message }
    return { kind: 'failed', message: describe(error) }
  }
}

/** Runs the command in the program that has this data folder. Undefined: none runs there. Throws InputError as the command would. */
export async function askRunning(path: string, command: Command): Promise<Result | undefined> {
  if (process.platform !== 'win32' && !existsSync(path)) return undefined
  const socket = await connected(path, TAKES_LONG.has(command.name) ? LONG_ANSWER_MS : ANSWER_MS)
  if (!socket) return undefined
  socket.write(`${JSON.stringify(command)}\n`)
  const line = await firstLine(socket)
  socket.destroy()
  if (line === undefined) throw new Error('the running program gave no answer')
  const answer = answerSchema.parse(JSON.parse(line))
  if (answer.kind === 'wrong') throw new InputError(answer.message)
  if (answer.kind === 'failed') throw new Error(answer.message)
  return answer
}

function connected(path: string, answerMs: number): Promise<Socket | undefined> {
  return new Promise((done) => {
    const socket = connect(path)
    const nobody = () => {
      socket.destroy()
      done(undefined)
    }
    socket.setTimeout(CONNECT_MS, nobody)
    socket.once('error', nobody)
    socket.once('connect', () => {
      socket.setTimeout(answerMs, () => socket.destroy())
      socket.off('error', nobody)
      socket.on('error', () => socket.destroy())
      done(socket)
    })
  })
}

function firstLine(socket: Socket): Promise<string | undefined> {
  return new Promise((done) => {
    let length = 0
    socket.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > LONGEST_LINE) socket.destroy()
    })
    const lines = createInterface({ input: socket })
    lines.once('line', done)
    lines.once('close', () => done(undefined))
  })
}
