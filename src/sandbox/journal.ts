import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Entry } from './kernel.ts'

/** What happened, line by line, so that a sandbox that was killed comes back as it was. Without a file nothing is kept. */
export class Journal {
  readonly #file: string | undefined

  constructor(file: string | undefined) {
    this.#file = file
    if (file !== undefined) mkdirSync(dirname(file), { recursive: true })
  }

  /** Written before the entry takes effect. */
  append(entry: Entry<unknown>): void {
    if (this.#file !== undefined) appendFileSync(this.#file, `${JSON.stringify(entry)}\n`)
  }

  /** All entries. A last line that was cut off by a kill never took effect: it is taken off. */
  read(): Entry<unknown>[] {
    if (this.#file === undefined || !existsSync(this.#file)) return []
    const text = readFileSync(this.#file, 'utf8')
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    if (whole !== text) truncateSync(this.#file, Buffer.byteLength(whole))
    return whole
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Entry<unknown>)
  }
}
