/** A line of a file as a contact, or everything that is wrong with it. Pure: asks nobody, writes nothing. */
import { type ContactPoint, contactPoint } from '../../../core/contact-point.ts'
import { digest, storable } from '../../../core/hash.ts'
import type { Channel, Direction } from '../../../core/interaction.ts'
import { nearest } from '../../../people/apply/file/nearest.ts'
import { EARLIEST_CONTACT, type NewContact } from '../../contacts/log-contact.ts'
import type { Columns, Field } from './fields.ts'
import type { People } from './people.ts'
import { channelIn, directionIn, durationIn, instantIn, yesOrNo } from './values.ts'

export type Reading = {
  readonly columns: Columns
  readonly headers: readonly string[]
  readonly people: People
  /** For lines that name none. */
  readonly channel: Channel | undefined
  readonly zone: string
  readonly now: Date
}

/** Whose it is: a client's by name, or whoever's that number or address is. */
export type Row = Omit<NewContact, 'clientId' | 'reason'> & {
  readonly reason: string | undefined
  readonly clientId: string | undefined
  readonly points: readonly ContactPoint[]
  /** Somebody is named whom nobody knows. */
  readonly isStaffUnknown: boolean
}

/** `what`: a message of text.ts, with what it needs. */
export type Problem = { readonly field: Field; readonly what: string; readonly args: Readonly<Record<string, string>> }

const LONGEST_TEXT = 4_000
const LONGEST_ID = 200

export function rowOf(cells: readonly string[], reading: Reading): Row | readonly Problem[] {
  const problems: Problem[] = []
  const wrong = (field: Field, what: string, args: Record<string, string> = {}) => {
    problems.push({ field, what, args })
    return undefined
  }
  const { columns, headers, people } = reading
  const cell = (field: Field) => cells[columns.get(field) ?? -1]?.trim() ?? ''
  /** An empty cell is nothing; one that cannot be read is told. */
  const optional = <T>(field: Field, what: string, read: (written: string) => T | undefined, more = {}) => {
    const given = cell(field)
    return given === '' ? undefined : (read(given) ?? wrong(field, what, { given, ...more }))
  }

  const at = timeOf(cell, reading, wrong)
  const phone = optional('phone', 'phone-wrong', (given) => contactPoint('phone', given))
  const email = optional('email', 'email-wrong', (given) => contactPoint('email', given))
  const points = [phone, email].filter((point) => point !== undefined)
  const clientId = clientOf(cell('client'), people, wrong)
  if (cell('client') === '' && cell('phone') === '' && cell('email') === '') wrong('client', 'client-missing')
  const written = optional('channel', 'channel-unknown', channelIn)
  if (cell('channel') === '' && !reading.channel) wrong('channel', 'channel-missing')
  const told = optional('direction', 'direction-unknown', directionIn)
  const header = headers[columns.get('duration') ?? -1] ?? ''
  const durationSeconds = optional('duration', 'duration-wrong', (given) => durationIn(given, header))
  const missed = optional('missed', 'missed-unknown', yesOrNo)
  const reason = optional('reason', 'reason-unknown', people.reason, { known: people.reasons.join(', ') })
  const channel = written ?? reading.channel
  if (problems.length > 0 || !at || !channel) return problems

  const direction: Direction = told ?? directionIn(cell('channel')) ?? 'out'
  const text = storable(cell('text')).replaceAll('\r\n', '\n').slice(0, LONGEST_TEXT)
  const staffId = people.staff(cell('staff'))
  const whose = clientId ?? points.map(({ value }) => value).join(' ')
  const id = storable(cell('id'))
  const what = { at, channel, direction, text, durationSeconds, missed: missed ?? false, whose }
  return {
    ...{ clientId, points, at, channel, direction, text, durationSeconds, reason, staffId },
    contactId: clientId && contactOf(clientId, cell('contact'), points, people),
    missed: missed ?? /пропущ|missed/i.test(cell('channel')),
    isStaffUnknown: cell('staff') !== '' && staffId === undefined,
    // With an id of its own a line may change its words; without one it is what it says.
    source: id === '' ? `csv:${digest(what)}` : `csv:${digest({ whose, id: id.slice(0, LONGEST_ID) })}`,
  }
}

type Wrong = (field: Field, what: string, args?: Record<string, string>) => undefined

function timeOf(cell: (field: Field) => string, { zone, now }: Reading, wrong: Wrong): Date | undefined {
  const given = `${cell('date')} ${cell('time')}`.trim()
  if (cell('date') === '') return wrong('date', 'date-missing')
  const at = instantIn(cell('date'), cell('time'), zone)
  if (!at) return wrong('date', 'date-wrong', { given })
  if (at > now) return wrong('date', 'date-future', { given })
  return at < EARLIEST_CONTACT ? wrong('date', 'date-old', { given }) : at
}

function clientOf(given: string, { clients, clientNames }: People, wrong: Wrong): string | undefined {
  if (given === '') return undefined
  const [found, other] = clients(given)
  if (other !== undefined) return wrong('client', 'client-two', { given })
  return found ?? wrong('client', 'client-unknown', { given, near: nearest(given, clientNames) ?? 'none' })
}

function contactOf(
  clientId: string,
  name: string,
  points: readonly ContactPoint[],
  people: People,
): string | undefined {
  const byPoint = points.map((point) => people.contactAt(clientId, point)).find((id) => id !== undefined)
  return byPoint ?? (name === '' ? undefined : people.contact(clientId, name))
}
