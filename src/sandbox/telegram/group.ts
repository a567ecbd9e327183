import { randomInt } from 'node:crypto'

/** The id by which the messages of one album know each other. */
export function newGroup(): string {
  return String(randomInt(2 ** 47))
}
