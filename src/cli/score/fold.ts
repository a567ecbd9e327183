/** What `liaison score fold` does: cases of events in, every figure of their score out. No database, no settings. */
import { z } from 'zod'
import { calendarSchema } from '../../core/calendar/settings.ts'
import { InputError } from '../../core/errors.ts'
import type { Locale } from '../../core/ids.ts'
import { settingsSchema } from '../../core/score-settings.ts'
import { eventSchema, inOrder, instantSchema } from '../../score/event.ts'
import { foldAll } from '../../score/fold.ts'
import { figuresOf } from '../../score/reading/figures.ts'
import { read } from '../../score/reading/read.ts'
import { cadenceSchema, rulesFor } from '../../score/rules.ts'
import { say } from '../text.ts'

const cfgSchema = calendarSchema.extend({ cadence: cadenceSchema.optional(), settings: settingsSchema.prefault({}) })

const caseSchema = z.object({
  name: z.string().optional(),
  cfg: cfgSchema.prefault({}),
  now: instantSchema,
  events: z.array(eventSchema),
})

type Case = z.infer<typeof caseSchema>

/** JSON for JSON: a list for a list, one for one. Throws InputError that names the case, the event and the field. */
export function scoreFold(text: string, file: string, locale: Locale): string {
  const given = parsed(text, file, locale)
  const answer = Array.isArray(given)
    ? given.map((each, i) => figures(readCase(each, i, file, locale), String(i + 1)))
    : figures(readCase(given, 0, file, locale), '1')
  return JSON.stringify(answer, null, 2)
}

function figures({ name, cfg, now, events }: Case, position: string) {
  const { cadence, settings, ...calendar } = cfg
  const rules = rulesFor(settings, calendar, cadence)
  const state = foldAll(inOrder(events), rules)
  return { name: name ?? position, ...figuresOf(state && read(state, now, rules)) }
}

function parsed(text: string, where: string, locale: Locale): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new InputError(say(locale, 'score-file-wrong', { where, why }))
  }
}

function readCase(given: unknown, i: number, file: string, locale: Locale): Case {
  const read = caseSchema.safeParse(given, { error: z.locales[locale]().localeError })
  if (read.success) return read.data
  const where = `${file}: ${say(locale, 'score-case', { name: nameOf(given, 'name') ?? i + 1 })}`
  const { issues } = read.error
  const why = issues
    .slice(0, MOST_TOLD)
    .map((issue) => `${placeOf(issue.path, given, locale)}: ${words(issue, locale)}`)
  if (issues.length > MOST_TOLD) why.push(say(locale, 'score-more', { count: issues.length - MOST_TOLD }))
  throw new InputError(say(locale, 'score-file-wrong', { where, why: why.join('; ') }))
}

/** Of one case: whoever has one thing wrong everywhere sees it in these. */
const MOST_TOLD = 10

function words({ code, path, message }: z.core.$ZodIssue, locale: Locale): string {
  if (message.startsWith('expects-')) return say(locale, message)
  if (code !== 'unrecognized_keys' || path.join('.') !== 'cfg') return message
  return say(locale, 'score-cfg-keys', { message, keys: Object.keys(cfgSchema.shape).join(', ') })
}

/** An event by its id, or by its number when it has none; then the field. */
function placeOf(path: readonly PropertyKey[], given: unknown, locale: Locale): string {
  const [first, index, ...field] = path
  if (first !== 'events' || typeof index !== 'number') return path.map(String).join('.') || 'case'
  const event = z.object({ events: z.array(z.unknown()) }).safeParse(given).data?.events[index]
  const name = say(locale, 'score-event', { name: nameOf(event, 'id') ?? index + 1 })
  return [name, field.map(String).join('.')].filter((part) => part !== '').join(', ')
}

function nameOf(given: unknown, key: 'name' | 'id'): string | undefined {
  const value = z.record(z.string(), z.unknown()).safeParse(given).data?.[key]
  return typeof value === 'string' ? `"${value}"` : undefined
}
