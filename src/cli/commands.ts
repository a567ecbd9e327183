/** What the commands do, wherever they are done. */
import { testRules } from '../approval/rules/replay/report.ts'
import type { Config } from '../config.ts'
import { importHistory } from '../interactions/sources/history/import.ts'
import { importCalendar } from '../interactions/sources/meetings/import.ts'
import type { Tools } from '../main.ts'
import { applyFile, exportFile } from '../people/apply/commands.ts'
import { readAgencyFile } from '../people/apply/file/read.ts'
import { inviteNow } from '../people/invitations.ts'
import { leadsReport } from '../people/leads/report.ts'
import { assignPoint } from '../people/points/assign.ts'
import { dismissPoint, listUnmatched } from '../people/points/unmatched.ts'
import { backtestLog } from '../score/backtest/log.ts'
import { forecastReport } from '../score/forecast/report.ts'
import { explainScore, recomputeScores, showScores } from '../score/store/report.ts'
import { printFigures } from '../work/figures/print/print.ts'
import { reasonsReport } from '../work/reasons/report.ts'
import type { Command, Of, Result } from './command.ts'
import { printed } from './score/backtest.ts'
import { say } from './text.ts'

/** Throws InputError for what a person can put right. */
export function runCommand(command: Command, tools: Tools, config: Config): Promise<Result> {
  const run = RUN[command.name] as (given: Command, tools: Tools, config: Config) => Promise<Result>
  return run(command, tools, config)
}

const RUN: { readonly [Name in Command['name']]: (given: Of<Name>, tools: Tools, config: Config) => Promise<Result> } =
  {
    apply: async (given, { database, ids }) => ({ output: await applyFile(database, ids, given), ok: true }),
    export: async ({ file, locale }, { database, ids }) => ({
      output: await exportFile(database, ids, file, locale),
      ok: true,
    }),
    doctor,
    rules_test: async ({ text, file, locale, ...asked }, { database, ids }) => {
      const rules = text === undefined ? undefined : readAgencyFile({ text, file, locale }, ids).rules
      return { output: await testRules(database, { ...asked, locale, rules }, new Date()), ok: true }
    },
    leads: async ({ locale }, { database }) => ({ output: await leadsReport(database, locale), ok: true }),
    report_kpi: async (asked, { database }) => {
      const printed = await printFigures(database, asked, new Date())
      return { output: typeof printed === 'string' ? printed : Buffer.from(printed).toString('base64'), ok: true }
    },
    reasons_report: async (asked, { database }) => ({
      output: await reasonsReport(database, asked, new Date()),
      ok: true,
    }),
    score_show: async (asked, { database }) => ({ output: await showScores(database, asked, new Date()), ok: true }),
    score_forecast: async (asked, { database }) => ({ output: await forecastReport(database, asked), ok: true }),
    score_backtest: async ({ format, locale }, { database }) => ({
      output: printed(await backtestLog(database, new Date()), format, locale, 'clients'),
      ok: true,
    }),
    score_explain: async ({ client, ...asked }, { database }) => ({
      output: await explainScore(database, client, asked, new Date()),
      ok: true,
    }),
    score_recompute: ({ client, ...asked }, { database }) => recomputeScores(database, client, asked, new Date()),
    contacts_import: (asked, { database }) => importHistory(database, asked, new Date()),
    contacts_unmatched: async (asked, { database }) => ({ output: await listUnmatched(database, asked), ok: true }),
    contacts_assign: async ({ contactName, ...asked }, { database }) => ({
      output: await assignPoint(database, { ...asked, name: contactName }, new Date()),
      ok: true,
    }),
    contacts_dismiss: async (asked, { database }) => ({
      output: await dismissPoint(database, asked, new Date()),
      ok: true,
    }),
    contacts_import_ics: async (asked, { database }) => ({
      output: await importCalendar(database, asked, new Date()),
      ok: true,
    }),
    invite,
  }

async function doctor({ locale }: Of<'doctor'>, tools: Tools, config: Config): Promise<Result> {
  const where = config.dataDir
  const findings = [
    { ok: true, what: say(locale, 'doctor-database', { kind: tools.database.kind, where }) },
    ...(config.telegram === undefined ? [{ ok: true, what: say(locale, 'doctor-sandbox') }] : []),
    ...(await tools.check(locale)),
  ]
  const lines = findings.map(({ ok, what, advice }: { ok: boolean; what: string; advice?: string | undefined }) =>
    advice === undefined ? `${ok ? '✓' : '✗'} ${what}` : `${ok ? '✓' : '✗'} ${what}\n  ${advice}`,
  )
  const wrong = findings.filter(({ ok }) => !ok).length
  const end = wrong === 0 ? say(locale, 'doctor-ok') : say(locale, 'doctor-wrong', { count: wrong })
  return { output: [...lines, '', end].join('\n'), ok: wrong === 0 }
}

async function invite({ locale, ...asked }: Of<'invite'>, tools: Tools): Promise<Result> {
  const username = await tools.username()
  const invited = await inviteNow(tools.database, { ...asked, now: new Date() })
  const link = `https://t.me/${username}?${invited.kind === 'group' ? 'startgroup' : 'start'}=${invited.word}`
  const output = say(locale, 'invited', {
    who: invited.kind === 'group' ? 'group' : invited.contact === undefined ? 'anybody' : 'contact',
    name: invited.contact ?? '',
    client: invited.client,
    until: invited.expiresAt.toISOString().slice(0, 10),
    link,
    word: invited.word,
  })
  return { output, ok: true }
}
