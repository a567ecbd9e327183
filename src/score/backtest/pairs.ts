/** A log of contacts as histories of pairs, each with one side that stands for the agency. */
import { compare, type ScoreEvent } from '../event.ts'

/** One contact, `ts` in Unix seconds. */
export type Contact = { readonly from: string; readonly to: string; readonly ts: number }

/** Both sides' contacts in order; `in` is the other side's. */
export type Pair = readonly ScoreEvent[]

/** Whoever has more contacts in the whole log stands for the agency. Contacts with oneself are left out. */
export function pairsOf(given: readonly Contact[]): Pair[] {
  // In one order whatever that of the file is: contacts of one second are told apart by it.
  const contacts = given.filter(({ from, to }) => from !== to).sort(inTime)
  const volume = new Map<string, number>()
  for (const { from, to } of contacts)
    for (const person of [from, to]) volume.set(person, (volume.get(person) ?? 0) + 1)
  const isAgency = (a: string, b: string) => {
    const [ofA, ofB] = [volume.get(a) ?? 0, volume.get(b) ?? 0]
    return ofA === ofB ? a < b : ofA > ofB
  }

  const pairs = new Map<string, ScoreEvent[]>()
  for (const [i, { from, to, ts }] of contacts.entries()) {
    const dir = isAgency(from, to) ? 'out' : 'in'
    const key = JSON.stringify(dir === 'out' ? [from, to] : [to, from])
    const events = pairs.get(key) ?? []
    events.push({ id: String(i).padStart(9, '0'), ts, ch: 'messenger', dir })
    pairs.set(key, events)
  }
  return [...pairs.values()].map((events) => events.sort(compare))
}

function inTime(a: Contact, b: Contact): number {
  return a.ts - b.ts || order(a.from, b.from) || order(a.to, b.to)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
