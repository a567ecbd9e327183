/** What `liaison score show`, `explain` and `recompute` print, of the log as it is now: what was not folded yet is folded first. */
import { InputError } from '../../core/errors.ts'
import type { Locale } from '../../core/ids.ts'
import { texts } from '../../core/text.ts'
import type { Database } from '../../db/client.ts'
import type { AlertLevel } from '../reading/alert.ts'
import { explain } from '../reading/explain.ts'
import { figuresOf } from '../reading/figures.ts'
import { highestOf } from '../reading/highest.ts'
import type { Reading } from '../reading/read.ts'
import { foldWaiting } from './fold.ts'
import { type ClientReading, readingsAt } from './readings.ts'
import { recompute } from './recompute.ts'

const en = `
none = There are no clients yet: see liaison apply.
unknown = There is no client "{ $client }". Known: { $known }
silent = nothing has been said yet
head = score · attention · last contact · client · manager
score = { NUMBER($score, maximumFractionDigits: 0) }{ $provisional ->
    [yes] ?
   *[no] {""}
}
gap = { $gap ->
    [0] today
    [one] { $gap } business day
   *[other] { $gap } business days
}
nobody = nobody
level-breach = longer than agreed
level-watch = unusual
level-alarm = very unusual
legend = Who needs a call first stands first. "?": too little is known yet. liaison score explain CLIENT says why.
recomputed = { $clients ->
    [one] { $clients } client
   *[other] { $clients } clients
}, { $interactions ->
    [one] { $interactions } interaction
   *[other] { $interactions } interactions
}.
equal = What was kept is the same to the last bit.
differ = Another score was kept of: { $clients }. It has been put right.
`

const ru = `
none = Клиентов пока нет: см. liaison apply.
unknown = Клиента «{ $client }» нет. Известны: { $known }
silent = пока ничего не сказано
head = оценка · внимание · последний контакт · клиент · менеджер
score = { NUMBER($score, maximumFractionDigits: 0) }{ $provisional ->
    [yes] ?
   *[no] {""}
}
gap = { $gap ->
    [0] сегодня
    [one] { $gap } рабочий день
    [few] { $gap } рабочих дня
   *[many] { $gap } рабочих дней
}
nobody = никто
level-breach = дольше договорённого
level-watch = необычно
level-alarm = очень необычно
legend = Первым стоит тот, кому звонить в первую очередь. «?» — пока мало данных. Почему так: liaison score explain КЛИЕНТ.
recomputed = { $clients ->
    [one] { $clients } клиент
    [few] { $clients } клиента
   *[many] { $clients } клиентов
}, { $interactions ->
    [one] { $interactions } контакт
    [few] { $interactions } контакта
   *[many] { $interactions } контактов
}.
equal = Хранимое совпало до последнего бита.
differ = Хранилась другая оценка у: { $clients }. Исправлено.
`

export const SOURCES = { en, ru }
const say = texts(SOURCES)

export type Asked = { readonly locale: Locale; readonly format: 'table' | 'json' }

/** Every active client in the order in which to call them. */
export async function showScores(database: Database, { locale, format }: Asked, now: Date): Promise<string> {
  await foldWaiting(database)
  const readings = await readingsAt(database, now)
  if (format === 'json') return JSON.stringify(readings.map(asJson), null, 2)
  if (readings.length === 0) return say(locale, 'none')
  return [say(locale, 'head'), ...readings.map((one) => lineOf(one, locale)), '', say(locale, 'legend')].join('\n')
}

function lineOf({ client, reading }: ClientReading, locale: Locale): string {
  const manager = client.manager?.name ?? say(locale, 'nobody')
  if (!reading) return ['—', '—', say(locale, 'silent'), client.name, manager].join(' · ')
  const level = highestOf(reading)
  const words = [
    say(locale, 'score', { score: reading.score, provisional: reading.status === 'provisional' ? 'yes' : 'no' }),
    reading.attention.toFixed(2),
    say(locale, 'gap', { gap: reading.raw.gap }) + alertIn(level, locale),
    client.name,
    manager,
  ]
  return words.join(' · ')
}

function alertIn(level: AlertLevel, locale: Locale): string {
  return level === 'none' ? '' : ` (${say(locale, `level-${level}`)})`
}

function asJson({ client, reading }: ClientReading) {
  return { client: client.key, name: client.name, manager: client.manager?.key ?? null, ...figuresOf(reading) }
}

/** One client's score, part by part, in words. Throws InputError for a client that is not there. */
export async function explainScore(
  database: Database,
  key: string,
  { locale, format }: Asked,
  now: Date,
): Promise<string> {
  await foldWaiting(database)
  const one = await oneOf(database, key, locale, now)
  if (format === 'json') return JSON.stringify({ ...asJson(one), ...wordsOf(one.reading, locale) }, null, 2)
  if (!one.reading) return `${one.client.name}: ${say(locale, 'silent')}`
  const { score, components, notes } = explain(one.reading, locale)
  const lines = [...components.map(({ sentence }) => sentence), ...notes]
  return [`${one.client.name}: ${score}`, ...lines.map((line) => `- ${line}`)].join('\n')
}

function wordsOf(reading: Reading | null, locale: Locale) {
  return reading ? { explanation: explain(reading, locale) } : {}
}

async function oneOf(database: Database, key: string, locale: Locale, now: Date): Promise<ClientReading> {
  const client = await database.prisma.client.findUnique({ where: { key } })
  const [one] = client ? await readingsAt(database, now, { id: client.id }) : []
  if (one) return one
  const known = await database.prisma.client.findMany({ where: { active: true }, orderBy: { key: 'asc' }, take: MOST })
  throw new InputError(
    say(locale, 'unknown', { client: key, known: known.map((each) => each.key).join(', ') || say(locale, 'none') }),
  )
}

const MOST = 20

/** Everything from the log alone, and whether it was the same. `ok`: it was. */
export async function recomputeScores(
  database: Database,
  key: string | undefined,
  { locale, format }: Asked,
  now: Date,
): Promise<{ readonly output: string; readonly ok: boolean }> {
  if (key !== undefined) await oneOf(database, key, locale, now)
  const done = await recompute(database, key)
  const ok = done.differ.length === 0
  if (format === 'json') return { output: JSON.stringify(done, null, 2), ok }
  const end = ok ? say(locale, 'equal') : say(locale, 'differ', { clients: done.differ.join(', ') })
  const { clients, interactions } = done
  return { output: `${say(locale, 'recomputed', { clients, interactions })} ${end}`, ok }
}
