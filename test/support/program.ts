/** The built program as a process of its own, as `npm start` runs it, on its own folder and ports. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './port.ts'

const COMMAND = 'dist/src/cli/liaison.js'

export class Program {
  #child: ChildProcess | undefined
  #output = ''

  private constructor(
    readonly env: Readonly<Record<string, string>>,
    readonly sandbox: string,
  ) {}

  static async create(): Promise<Program> {
    if (!existsSync(COMMAND)) throw new Error(`${COMMAND} is not there: npm run build`)
    const folder = await mkdtemp(join(tmpdir(), 'liaison-program-'))
    const port = String(await freePort())
    const env = {
      LIAISON_DATA: folder,
      PORT: String(await freePort()),
      SANDBOX_PORT: port,
      LOG_LEVEL: 'warn',
      LANG: 'en',
    }
    return new Program(env, `http://127.0.0.1:${port}`)
  }

  get output(): string {
    return this.#output
  }

  /** Resolves when it says what to open; throws with what it printed when it ends before. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [COMMAND, 'start'], { env: { PATH: process.env.PATH ?? '', ...this.env } })
    this.#child = child
    this.#output = ''
    await new Promise<void>((resolve, reject) => {
      const heard = (chunk: Buffer) => {
        this.#output += chunk.toString()
        if (this.#output.includes(this.sandbox)) resolve()
      }
      child.stdout.on('data', heard)
      child.stderr.on('data', heard)
      child.once('exit', (code) => reject(new Error(`the program ended (${code}): ${this.#output}`)))
    })
  }

  /** Ends it by a signal and waits until it is gone; its exit code. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null) return child?.exitCode ?? null
    const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
    child.kill(signal)
    return gone
  }

  /** Another command beside it. */
  run(
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): { code: number | null; out: string; err: string } {
    const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
      env: { PATH: process.env.PATH ?? '', ...this.env, ...env },
      encoding: 'utf8',
      timeout: 60_000,
    })
    return { code: status, out: stdout, err: stderr }
  }

  async remove(): Promise<void> {
    await this.end('SIGKILL')
    await rm(this.env.LIAISON_DATA ?? '', { recursive: true, force: true })
  }
}
