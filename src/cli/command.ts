/**
 * What the commands do, wherever they are done: in the command's own process, or in the running program when that has the
 * embedded database. So they take and give only what can be written as JSON.
 */
import { z } from 'zod'
import { LOCALES } from '../core/ids.ts'
import { FORMATS, figureNameSchema, scopeSchema } from '../work/figures/asked.ts'

const locale = z.enum(LOCALES)
const format = z.enum(['table', 'json'])

export const commandSchema = z.discriminatedUnion('name', [
  z.object({ name: z.literal('apply'), locale, file: z.string(), text: z.string(), dryRun: z.boolean() }),
  z.object({ name: z.literal('export'), locale, file: z.string() }),
  z.object({ name: z.literal('doctor'), locale }),
  /** `text`: an agency's file whose rules are tried; absent: those in force. */
  z.object({
    name: z.literal('rules_test'),
    locale,
    days: z.int().min(1).max(3_650),
    format,
    file: z.string(),
    text: z.string().optional(),
  }),
  z.object({ name: z.literal('leads'), locale }),
  /** A workbook comes as base64. */
  z.object({
    name: z.literal('report_kpi'),
    locale,
    scope: scopeSchema,
    format: z.enum(FORMATS),
    rows: figureNameSchema.optional(),
  }),
  z.object({ name: z.literal('reasons_report'), locale, format, days: z.int().min(1).max(3_650) }),
  z.object({ name: z.literal('score_show'), locale, format }),
  z.object({ name: z.literal('score_forecast'), locale, format }),
  /** Of the agency's own log. */
  z.object({ name: z.literal('score_backtest'), locale, format }),
  z.object({ name: z.literal('score_explain'), locale, format, client: z.string() }),
  z.object({ name: z.literal('score_recompute'), locale, format, client: z.string().optional() }),
  /** `file`: whole, since another process may read it; only its own user can ask it to. */
  z.object({
    name: z.literal('contacts_import'),
    locale,
    file: z.string(),
    map: z.array(z.string()),
    channel: z.string().optional(),
    mode: z.enum(['log', 'show']),
  }),
  z.object({ name: z.literal('contacts_unmatched'), locale, format }),
  z.object({
    name: z.literal('contacts_assign'),
    locale,
    given: z.string(),
    client: z.string(),
    contact: z.string().optional(),
    contactName: z.string().optional(),
  }),
  z.object({ name: z.literal('contacts_dismiss'), locale, given: z.string() }),
  z.object({ name: z.literal('contacts_import_ics'), locale, file: z.string() }),
  z.object({
    name: z.literal('invite'),
    locale,
    client: z.string(),
    contact: z.string().optional(),
    group: z.boolean(),
    days: z.int().min(1).max(90),
  }),
])
export type Command = z.infer<typeof commandSchema>
export type Of<Name extends Command['name']> = Extract<Command, { name: Name }>

/** What is printed, and whether everything was as it must be. */
export type Result = { readonly output: string; readonly ok: boolean }
