#!/usr/bin/env node
/** The `liaison` command. */
import { resolve } from 'node:path'
import { Option, Command as Program } from 'commander'
import { ConfigError, readConfig } from '../config.ts'
import { InputError } from '../core/errors.ts'
import { type Locale, localeFor } from '../core/ids.ts'
import { createLog } from '../log.ts'
import { DIVISIONS, FIGURE_NAMES, FORMATS } from '../work/figures/asked.ts'
import { type Command, commandSchema, type Result } from './command.ts'
import { readText, writeTo } from './files.ts'
import { askRunning, socketPath } from './local-socket.ts'
import { say } from './text.ts'
import { VERSION } from './version.ts'

// Prisma lines up queries on one connection, which pg calls deprecated at every start: nobody who reads it can do anything.
process.noDeprecation = true

const { LC_ALL, LC_MESSAGES, LANG } = process.env
const locale: Locale = localeFor(LC_ALL || LC_MESSAGES || LANG, 'en')

/** A mistake of the person's, and one of the program's (EX_SOFTWARE of sysexits.h). */
const EXIT = { wrong: 1, unexpected: 70 } as const

const LONGEST_INVITATION = 90
const LONGEST_REPLAY = 3_650

// Whoever reads us may have enough (`| head`): that is no mistake.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

const program = new Program('liaison')
  .description(say(locale, 'about'))
  .version(VERSION)
  .addHelpText('after', `\n${say(locale, 'examples')}`)
  .showHelpAfterError()

program
  .command('start')
  .description(say(locale, 'about-start'))
  .action(async () => {
    const config = readConfig(process.env)
    const { start } = await import('./start.ts')
    await start(config, locale)
  })

program
  .command('apply')
  .description(say(locale, 'about-apply'))
  .argument('<file>', say(locale, 'argument-file'))
  .option('--dry-run', say(locale, 'about-dry-run'), false)
  .action(async (file: string, { dryRun }: { dryRun: boolean }) => {
    print(await run({ name: 'apply', locale, file, dryRun, text: readText(file, locale) }))
  })

program
  .command('export')
  .description(say(locale, 'about-export'))
  .argument('<file>', say(locale, 'argument-export'))
  .option('--force', say(locale, 'about-force'), false)
  .action(async (file: string, { force }: { force: boolean }) => {
    const { output } = await run({ name: 'export', locale, file: file === '-' ? 'agency.yaml' : file })
    if (file === '-') {
      process.stdout.write(output)
      return
    }
    writeTo(file, output, force, locale)
    console.log(say(locale, 'written', { file }))
  })

program
  .command('doctor')
  .description(say(locale, 'about-doctor'))
  .action(async () => print(await run({ name: 'doctor', locale })))

program
  .command('leads')
  .description(say(locale, 'about-leads'))
  .action(async () => print(await run({ name: 'leads', locale })))

program
  .command('invite')
  .description(say(locale, 'about-invite'))
  .argument('<client>', say(locale, 'argument-client'))
  .argument('[contact]', say(locale, 'argument-contact'))
  .option('--group', say(locale, 'about-group'), false)
  .option('--days <n>', say(locale, 'about-days'), '7')
  .action(async (client: string, contact: string | undefined, given: { group: boolean; days: string }) => {
    print(
      await run({
        name: 'invite',
        locale,
        client,
        contact,
        group: given.group,
        days: daysIn(given.days, LONGEST_INVITATION),
      }),
    )
  })

program
  .command('rules')
  .description(say(locale, 'about-rules'))
  .command('test')
  .description(say(locale, 'about-rules-test'))
  .argument('[file]', say(locale, 'argument-rules'))
  .option('--days <n>', say(locale, 'about-rules-days'), '30')
  .addOption(new Option('--format <format>', say(locale, 'about-format')).choices(['table', 'json']).default('table'))
  .action(async (file: string | undefined, given: { days: string; format: 'table' | 'json' }) => {
    const text = file === undefined ? undefined : readText(file, locale)
    const days = daysIn(given.days, LONGEST_REPLAY)
    print(await run({ name: 'rules_test', locale, days, format: given.format, file: file ?? '', text }))
  })

program
  .command('guard')
  .description(say(locale, 'about-guard'))
  .argument('<file>', say(locale, 'argument-pairs'))
  .action(async (file: string) => {
    const { guardLines } = await import('./guard.ts')
    console.log(guardLines(readText(file, locale), file, locale))
  })

program
  .command('report')
  .description(say(locale, 'about-report'))
  .command('kpi')
  .description(say(locale, 'about-report-kpi'))
  .option('--period <period>', say(locale, 'about-period'), 'month')
  .option('--manager <key>', say(locale, 'about-only-manager'))
  .option('--team <key>', say(locale, 'about-only-team'))
  .option('--tier <tier>', say(locale, 'about-only-tier'))
  .addOption(new Option('--by <what>', say(locale, 'about-by')).choices([...DIVISIONS]).default('none'))
  .option('--rows <figure>', say(locale, 'about-rows'))
  .addOption(new Option('--format <format>', say(locale, 'about-formats')).choices([...FORMATS]).default('table'))
  .option('--out <file>', say(locale, 'about-out'))
  .option('--force', say(locale, 'about-force'), false)
  .action(async (given: { format: string; rows?: string; out?: string; force: boolean }) => {
    const { format, rows, out, force, ...scope } = given
    if (format === 'xlsx' && out === undefined) throw new InputError(say(locale, 'xlsx-needs-out'))
    const asked = commandSchema.safeParse({ name: 'report_kpi', locale, format, rows, scope })
    if (!asked.success)
      throw new InputError(say(locale, 'rows-wrong', { given: rows ?? '', known: FIGURE_NAMES.join(', ') }))
    const { output } = await run(asked.data)
    if (out === undefined) {
      process.stdout.write(format === 'csv' ? output : `${output}\n`)
      return
    }
    writeTo(out, format === 'xlsx' ? Buffer.from(output, 'base64') : output, force, locale)
    console.log(say(locale, 'written', { file: out }))
  })

const contacts = program.command('contacts').description(say(locale, 'about-contacts'))

/** Given once or more often. */
const andMore = (value: string, before: readonly string[]) => [...before, value]
type ImportOptions = { map: readonly string[]; channel?: string; dryRun: boolean }

contacts
  .command('import')
  .description(say(locale, 'about-contacts-import'))
  .argument('<file>', say(locale, 'argument-csv'))
  .option('--map <field=column,...>', say(locale, 'about-map'), andMore, [])
  .option('--channel <channel>', say(locale, 'about-channel'))
  .option('--dry-run', say(locale, 'about-dry-run'), false)
  .action(async (file: string, { map, channel, dryRun }: ImportOptions) => {
    const mode = dryRun ? 'show' : 'log'
    print(await run({ name: 'contacts_import', locale, file: resolve(file), map: [...map], channel, mode }))
  })

contacts
  .command('import-ics')
  .description(say(locale, 'about-contacts-ics'))
  .argument('<file>', say(locale, 'argument-ics'))
  .action(async (file: string) => print(await run({ name: 'contacts_import_ics', locale, file: resolve(file) })))

contacts
  .command('unmatched')
  .description(say(locale, 'about-contacts-unmatched'))
  .addOption(new Option('--format <format>', say(locale, 'about-format')).choices(['table', 'json']).default('table'))
  .action(async ({ format }: { format: 'table' | 'json' }) =>
    print(await run({ name: 'contacts_unmatched', locale, format })),
  )

contacts
  .command('assign')
  .description(say(locale, 'about-contacts-assign'))
  .argument('<point>', say(locale, 'argument-point'))
  .requiredOption('--client <key>', say(locale, 'argument-client'))
  .option('--contact <key>', say(locale, 'about-assign-contact'))
  .option('--name <name>', say(locale, 'about-assign-name'))
  .action(async (given: string, { client, contact, name }: { client: string; contact?: string; name?: string }) =>
    print(await run({ name: 'contacts_assign', locale, given, client, contact, contactName: name })),
  )

contacts
  .command('dismiss')
  .description(say(locale, 'about-contacts-dismiss'))
  .argument('<point>', say(locale, 'argument-point'))
  .action(async (given: string) => print(await run({ name: 'contacts_dismiss', locale, given })))

program
  .command('reasons')
  .description(say(locale, 'about-reasons'))
  .command('report')
  .description(say(locale, 'about-reasons-report'))
  .option('--days <n>', say(locale, 'about-rules-days'), '90')
  .addOption(new Option('--format <format>', say(locale, 'about-format')).choices(['table', 'json']).default('table'))
  .action(async ({ days, format }: { days: string; format: 'table' | 'json' }) =>
    print(await run({ name: 'reasons_report', locale, format, days: daysIn(days, LONGEST_REPLAY) })),
  )

const score = program.command('score').description(say(locale, 'about-score'))

score
  .command('fold')
  .description(say(locale, 'about-score-fold'))
  .argument('<file>', say(locale, 'argument-cases'))
  .action(async (file: string) => {
    const { scoreFold } = await import('./score/fold.ts')
    console.log(scoreFold(readText(file, locale), file, locale))
  })

const formatOption = () =>
  new Option('--format <format>', say(locale, 'about-format')).choices(['table', 'json']).default('table')
type Formatted = { format: 'table' | 'json' }

score
  .command('show')
  .description(say(locale, 'about-score-show'))
  .addOption(formatOption())
  .action(async ({ format }: Formatted) => print(await run({ name: 'score_show', locale, format })))

score
  .command('forecast')
  .description(say(locale, 'about-score-forecast'))
  .addOption(formatOption())
  .action(async ({ format }: Formatted) => print(await run({ name: 'score_forecast', locale, format })))

score
  .command('explain')
  .description(say(locale, 'about-score-explain'))
  .argument('<client>', say(locale, 'argument-client'))
  .addOption(formatOption())
  .action(async (client: string, { format }: Formatted) =>
    print(await run({ name: 'score_explain', locale, format, client })),
  )

score
  .command('recompute')
  .description(say(locale, 'about-score-recompute'))
  .argument('[client]', say(locale, 'argument-client'))
  .addOption(formatOption())
  .action(async (client: string | undefined, { format }: Formatted) =>
    print(await run({ name: 'score_recompute', locale, format, client })),
  )

score
  .command('backtest')
  .description(say(locale, 'about-score-backtest'))
  .argument('[file]', say(locale, 'argument-edges'))
  .addOption(new Option('--format <format>', say(locale, 'about-format')).choices(['table', 'json']).default('table'))
  .action(async (file: string | undefined, { format }: { format: 'table' | 'json' }) => {
    if (file === undefined) {
      print(await run({ name: 'score_backtest', locale, format }))
      return
    }
    const { scoreBacktest } = await import('./score/backtest.ts')
    console.log(scoreBacktest(readText(file, locale), file, format, locale))
  })

function daysIn(given: string, most: number): number {
  const days = Number(given)
  if (Number.isInteger(days) && days >= 1 && days <= most) return days
  throw new InputError(say(locale, 'days-wrong', { given, most }))
}

/** In the program that runs on this data folder, or here when none does. */
async function run(command: Command): Promise<Result> {
  const config = readConfig(process.env)
  const answered = await askRunning(socketPath(config.dataDir), command)
  if (answered) return answered
  // The whole program is loaded only where it is needed: help, and a command that another process does, are quick.
  const [{ openTools }, { runCommand }] = await Promise.all([import('../main.ts'), import('./commands.ts')])
  const tools = await openTools(config, createLog('warn'))
  try {
    return await runCommand(command, tools, config)
  } finally {
    await tools.close()
  }
}

function print({ output, ok }: Result): void {
  console.log(output)
  if (!ok) process.exitCode = EXIT.wrong
}

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof InputError || error instanceof ConfigError) {
    console.error(error.message)
    process.exitCode = EXIT.wrong
  } else {
    console.error(say(locale, 'unexpected'), error)
    process.exitCode = EXIT.unexpected
  }
}
