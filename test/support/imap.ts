/**
 * A mailbox on this machine that speaks as much of IMAP4rev1 (RFC 3501) as reading one takes: it answers by the letter, with
 * the quirk that `n:*` always names the last letter, and can be told to misbehave.
 */
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { listenLocal } from './port.ts'

export const USER = 'bcc@agency.example'
export const PASSWORD = 'p@ss/word'

type Stored = { readonly uid: number; readonly source: Buffer }

export class Mailbox {
  uidValidity = 1_000
  letters: Stored[] = []
  /** How many were fetched whole, and how many connections there were. */
  fetched: number[] = []
  connections = 0
  /** What is wrong with it. */
  fault: 'none' | 'refuses' | 'breaks' = 'none'
  /** With `breaks`: the letter in the middle of which the connection ends. */
  breaksAt = 0

  private constructor(
    readonly url: string,
    readonly close: () => Promise<void>,
  ) {}

  static async open(): Promise<Mailbox> {
    const sockets = new Set<Socket>()
    let mailbox: Mailbox | undefined
    const server = createServer((socket) => {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
      if (mailbox) mailbox.#serve(socket)
    })
    const port = await listenLocal(server)
    const user = encodeURIComponent(USER)
    mailbox = new Mailbox(
      `imap://${user}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/INBOX`,
      () =>
        new Promise((done) => {
          for (const socket of sockets) socket.destroy()
          server.close(() => done())
        }),
    )
    return mailbox
  }

  put(letter: string): void {
    const uid = (this.letters.at(-1)?.uid ?? 0) + 1
    this.letters.push({ uid, source: Buffer.from(letter) })
  }

  #serve(socket: Socket): void {
    this.connections++
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n')
    const lines = createInterface({ input: socket })
    lines.on('line', (line) => {
      const [, tag = '', command = '', rest = ''] = /^(\S+) (UID \S+|\S+) ?(.*)$/.exec(line) ?? []
      this.#answer(socket, tag, command.toUpperCase(), rest)
    })
    lines.on('error', () => undefined)
  }

  #answer(socket: Socket, tag: string, command: string, rest: string): void {
    const ok = (...untagged: string[]) => socket.write([...untagged, `${tag} OK done`, ''].join('\r\n'))
    const say = (line: string) => socket.write(`${tag} ${line}\r\n`)
    const last = this.letters.at(-1)
    const known: Record<string, () => void> = {
      CAPABILITY: () => ok('* CAPABILITY IMAP4rev1'),
      LOGIN: () => {
        const isRight = rest === `"${USER}" "${PASSWORD}"` && this.fault !== 'refuses'
        if (isRight) ok()
        else say('NO [AUTHENTICATIONFAILED] wrong user or password')
      },
      LIST: () => ok(`* LIST () "/" ${rest.endsWith('""') ? '""' : 'INBOX'}`),
      EXAMINE: () =>
        ok(
          `* ${this.letters.length} EXISTS`,
          `* OK [UIDVALIDITY ${this.uidValidity}] valid`,
          `* OK [UIDNEXT ${(last?.uid ?? 0) + 1}] next`,
        ),
      'UID SEARCH': () => {
        const from = Number(/UID (\d+):\*/.exec(rest)?.[1] ?? Number.NaN)
        const found = this.letters.filter((each) => each.uid >= from || each === last)
        ok(`* SEARCH ${found.map(({ uid }) => uid).join(' ')}`.trimEnd())
      },
      'UID FETCH': () => this.#fetch(socket, rest, ok),
      NOOP: () => ok(),
      LOGOUT: () => {
        ok('* BYE')
        socket.end()
      },
    }
    const act = known[command]
    if (act) act()
    else say(`BAD ${command} is not known here`)
  }

  #fetch(socket: Socket, asked: string, ok: () => void): void {
    const uid = Number.parseInt(asked, 10)
    const index = this.letters.findIndex((each) => each.uid === uid)
    const found = this.letters[index]
    if (!found) {
      ok()
      return
    }
    const head = `* ${index + 1} FETCH (UID ${uid} RFC822.SIZE ${found.source.length} INTERNALDATE "20-Nov-2026 10:30:05 +0300"`
    if (!asked.includes('BODY.PEEK[]')) {
      socket.write(`${head})\r\n`)
      ok()
      return
    }
    socket.write(`${head} BODY[] {${found.source.length}}\r\n`)
    if (this.fault === 'breaks' && uid === this.breaksAt) {
      socket.write(found.source.subarray(0, 10))
      socket.destroy()
      return
    }
    this.fetched.push(uid)
    socket.write(found.source)
    socket.write(')\r\n')
    ok()
  }
}
