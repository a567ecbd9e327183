import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { InputError } from '../core/errors.ts'
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

  /** All entries. A last line that was cut off by a kill never took effect: it is taken off. Throws InputError. */
  read(): Entry<unknown>[] {
    const file = this.#file
    if (file === undefined || !existsSync(file)) return []
    const bytes = readFileSync(file)
    const end = bytes.lastIndexOf('\n') + 1
    if (end < bytes.length) {
      truncateSync(file, end)
      process.emitWarning(`${file}: the last line was cut off and is dropped`)
    }
    const lines = bytes.toString('utf8', 0, end).split('\n').slice(0, -1)
    return lines.map((line, index) => entryOf(line, `${file}, line ${index + 1}`))
  }
}

const envelopeSchema = z.object({ platform: z.enum(['telegram', 'slack']), at: z.number(), data: z.unknown() })

function entryOf(line: string, where: string): Entry<unknown> {
  try {
    return envelopeSchema.parse(JSON.parse(line))
  } catch {
    throw new InputError(`${where}: this is no entry of a sandbox's journal. Remove the file to start afresh`)
  }
}
