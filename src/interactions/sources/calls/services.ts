/**
 * What call-tracking services and telephonies send, translated. Each entry names the fields it reads; everything else that
 * comes with them is left alone. A new service is a new line in the table.
 */
import { DateTime } from 'luxon'
import { z } from 'zod'
import { type Call, callSchema, number, seconds, type Told, wrong } from './call.ts'

/** The body as text, and the zone in which times without one are meant: the agency's. */
export type Service = (body: string, zone: string) => Told

/** Mango Office, `events/summary` of the VPBX API: a form whose field `json` has the call. Times are Unix seconds. */
const mango = z
  .object({
    entry_id: z.string().min(1),
    /** 1: from outside to us, 2: from us. 0 is between two of us. */
    call_direction: z.coerce.number().int(),
    from: z.object({ number: number.nullish() }).nullish(),
    to: z.object({ number: number.nullish() }).nullish(),
    line_number: number.nullish(),
    create_time: z.coerce.number().int().positive(),
    /** 0: nobody took it. */
    talk_time: z.coerce.number().int().min(0),
    end_time: z.coerce.number().int().positive(),
  })
  .transform(({ entry_id, call_direction, from, to, line_number, create_time, talk_time, end_time }): Told => {
    if (call_direction !== 1 && call_direction !== 2) return { kind: 'other', what: 'a call inside the company' }
    const missed = talk_time === 0
    const isIn = call_direction === 1
    // The line is ours: who hides their number has none, and is not the line.
    return told({
      id: entry_id,
      from: from?.number ?? (isIn ? '' : line_number) ?? '',
      to: to?.number ?? (isIn ? line_number : '') ?? '',
      direction: isIn ? 'in' : 'out',
      startedAt: new Date(create_time * 1_000),
      durationSeconds: missed ? 0 : Math.max(0, end_time - talk_time),
      missed,
    })
  })

/** A variable of a template: text, a number, or null where there is nothing. */
const word = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((given) => String(given ?? ''))

/**
 * UIS and CoMagic, an HTTP notification about the end of a call or a lost one. Its body is a template of one's own; README
 * has the one that is read here, with the names that their variables have.
 */
const uis = z
  .object({
    call_session_id: word.pipe(z.string().min(1)),
    direction: z.enum(['in', 'out']),
    contact_phone_number: word,
    virtual_phone_number: word,
    employee_phone_number: word,
    notification_time: z.string(),
    start_time: word,
    talk_time_duration: seconds.nullish(),
    is_lost: z.union([z.boolean(), z.stringbool()]).nullish(),
  })
  .transform((given): ((zone: string) => Told) => (zone) => {
    const ours = given.employee_phone_number || given.virtual_phone_number
    const isIn = given.direction === 'in'
    const at = instant(given.start_time || given.notification_time, zone)
    if (!at) return { kind: 'wrong', why: 'start_time: not a time' }
    const talked = given.talk_time_duration ?? 0
    return told({
      id: given.call_session_id,
      from: isIn ? given.contact_phone_number : ours,
      to: isIn ? ours : given.contact_phone_number,
      direction: given.direction,
      startedAt: at,
      durationSeconds: talked,
      missed: given.is_lost ?? talked === 0,
    })
  })

/** Calltouch, a webhook by POST at the end of a call: a form with the parameters that are ticked there. */
const calltouch = z
  .object({
    id: z.string().min(1),
    /** `callconnected` is told while they still talk. */
    callphase: z.enum(['callconnected', 'callcompleted', 'calllost', 'calldisconnected']).optional(),
    callerphone: number,
    phonenumber: number.default(''),
    /** Unix seconds. */
    timestamp: z.coerce.number().int().positive(),
    duration: seconds.default(0),
  })
  .transform(({ id, callphase, callerphone, phonenumber, timestamp, duration }): Told => {
    if (callphase === 'callconnected') return { kind: 'other', what: 'a call that is not over' }
    const missed = callphase === 'calllost' || duration === 0
    return told({
      id,
      from: callerphone,
      to: phonenumber,
      direction: 'in',
      startedAt: new Date(timestamp * 1_000),
      durationSeconds: duration,
      missed,
    })
  })

/** Zadarma, NOTIFY_END and NOTIFY_OUT_END: a form. `call_start` is in the zone of the account. */
const zadarma = z
  .object({
    event: z.string(),
    pbx_call_id: z.string().default(''),
    call_start: z.string().default(''),
    caller_id: number.default(''),
    called_did: number.default(''),
    destination: number.default(''),
    duration: seconds.default(0),
    disposition: z.string().default(''),
  })
  .transform((given): ((zone: string) => Told) => (zone) => {
    const { event, pbx_call_id: id, caller_id, called_did, destination, duration, disposition } = given
    if (event !== 'NOTIFY_END' && event !== 'NOTIFY_OUT_END') return { kind: 'other', what: 'a call that is not over' }
    const at = instant(given.call_start, zone)
    if (!at || id === '') return { kind: 'wrong', why: `${id === '' ? 'pbx_call_id' : 'call_start'}: missing or wrong` }
    const isIn = event === 'NOTIFY_END'
    return told({
      id,
      from: caller_id,
      to: isIn ? called_did : destination,
      direction: isIn ? 'in' : 'out',
      startedAt: at,
      durationSeconds: disposition === 'answered' ? duration : 0,
      missed: disposition !== 'answered',
    })
  })

const TABLE: Readonly<Record<string, Service>> = {
  generic: (body) => read(callSchema.transform(told), jsonIn(body)),
  mango: (body) => {
    const form = formIn(body)
    // Of the addresses that it asks under ours only the summary has a call that is over, and only that has a direction.
    const given = jsonIn(form.json ?? '')
    const isSummary = z.object({ call_direction: z.unknown() }).safeParse(given).data?.call_direction !== undefined
    if (form.json !== undefined && !isSummary) return { kind: 'other', what: 'no summary of a call' }
    return read(mango, given)
  },
  uis: (body, zone) => readIn(uis, jsonIn(body), zone),
  comagic: (body, zone) => readIn(uis, jsonIn(body), zone),
  calltouch: (body) => read(calltouch, formIn(body)),
  zadarma: (body, zone) => readIn(zadarma, formIn(body), zone),
}

/** By the name that stands in the path. */
export const SERVICES: ReadonlyMap<string, Service> = new Map(Object.entries(TABLE))

function told(call: Call): Told {
  return { kind: 'call', call }
}

function read(schema: z.ZodType<Told>, given: unknown): Told {
  const done = schema.safeParse(given)
  return done.success ? done.data : wrong(done.error)
}

function readIn(schema: z.ZodType<(zone: string) => Told>, given: unknown, zone: string): Told {
  const done = schema.safeParse(given)
  return done.success ? done.data(zone) : wrong(done.error)
}

function formIn(body: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(body))
}

/** Undefined for what is no JSON: the schema then says what it expected. */
function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** `2026-11-20 10:00:00.123`, with or without a zone of its own. */
function instant(written: string, zone: string): Date | undefined {
  const at = DateTime.fromISO(written.trim().replace(' ', 'T'), { zone })
  return at.isValid ? at.toJSDate() : undefined
}
