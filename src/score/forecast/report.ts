/** What `liaison score forecast` prints: the second opinion of the last night. Reads only. */
import { z } from 'zod'
import type { Locale } from '../../core/ids.ts'
import { texts } from '../../core/text.ts'
import type { Database } from '../../db/client.ts'
import type { ModelFit } from '../../generated/prisma/client.ts'
import { ANYBODY } from '../store/fold.ts'
import { LEAST_CLIENTS } from './night.ts'

const en = `
never = No night has been reckoned yet: it is done at 3 o'clock, or soon after the start.
too_few = Too little data on { $at }: it takes { $least } clients with at least two contact days, of { $n } known.
no_fit = On { $at } the model found no numbers that hold for the { $n } clients: their contacts are too alike or too few.
about = BG/NBD over { $n } clients, fitted { $at }: r { $r }, alpha { $alpha }, a { $a }, b { $b }, log-likelihood { $logLikelihood }
head = P(alive) · contact days expected in 60 days · client · manager
line = { $alive } · { $expected } · { $client } · { $manager }{ $single ->
    [yes] { " · one contact day so far" }
   *[no] {""}
}
nobody = nobody
alive-note = P(alive) of a client with a single contact day is always 1 in this model: it says nothing. Lowest first; the order in which to call is that of liaison score show.
others = Gamma-Gamma (what a client's order is worth) needs invoices; sBG (how long retainers last) needs contracts with their ends. Liaison keeps neither yet.
`

const ru = `
never = Ещё ни одна ночь не посчитана: это делается в 3 часа или вскоре после запуска.
too_few = Данных на { $at } слишком мало: нужно { $least } клиентов хотя бы с двумя днями контакта, всего известно { $n }.
no_fit = На { $at } модель не нашла чисел, подходящих { $n } клиентам: их контакты слишком похожи или их слишком мало.
about = BG/NBD, клиентов: { $n }, посчитано { $at }: r { $r }, alpha { $alpha }, a { $a }, b { $b }, логарифм правдоподобия { $logLikelihood }
head = P(жив) · дней контакта ожидается за 60 дней · клиент · менеджер
line = { $alive } · { $expected } · { $client } · { $manager }{ $single ->
    [yes] { " · пока один день контакта" }
   *[no] {""}
}
nobody = никто
alive-note = У клиента с единственным днём контакта P(жив) в этой модели всегда 1: это ничего не значит. Первыми — наименьшие; в каком порядке звонить, скажет liaison score show.
others = Gamma-Gamma (сколько стоит заказ клиента) нужны счета, sBG (как долго живут абонентские договоры) — договоры с датами окончания. Ни того ни другого Liaison пока не ведёт.
`

export const SOURCES = { en, ru }
const say = texts(SOURCES)

const paramsSchema = z.object({ r: z.number(), alpha: z.number(), a: z.number(), b: z.number() })

export async function forecastReport(
  database: Database,
  { locale, format }: { readonly locale: Locale; readonly format: 'table' | 'json' },
): Promise<string> {
  const { prisma } = database
  const fit = await prisma.modelFit.findFirst({ where: { kind: 'bg_nbd' }, orderBy: { at: 'desc' } })
  const forecasts = await prisma.clientForecast.findMany({
    orderBy: [{ pAlive: 'asc' }, { expected60: 'asc' }, { clientId: 'asc' }],
    include: { client: { include: { manager: true } } },
  })
  const single = await singleContacts(database)
  if (format === 'json') {
    const clients = forecasts.map(({ client, pAlive, expected60 }) => ({
      client: client.key,
      manager: client.manager?.key ?? null,
      pAlive,
      expected60,
      single: single.has(client.id),
    }))
    return JSON.stringify({ fit, clients, note: say(locale, 'alive-note'), others: say(locale, 'others') }, null, 2)
  }
  const lines = forecasts.map(({ client, pAlive, expected60 }) =>
    say(locale, 'line', {
      alive: pAlive.toFixed(3),
      expected: expected60.toFixed(1),
      client: client.name,
      manager: client.manager?.name ?? say(locale, 'nobody'),
      single: single.has(client.id) ? 'yes' : 'no',
    }),
  )
  const table = lines.length === 0 ? [] : ['', say(locale, 'head'), ...lines, '', say(locale, 'alive-note')]
  return [aboutFit(fit, locale), ...table, '', say(locale, 'others')].join('\n')
}

/** Clients with one contact day: of these the model says nothing. */
async function singleContacts({ prisma }: Database): Promise<ReadonlySet<string>> {
  const rows = await prisma.$queryRaw<{ clientId: string }[]>`
    select "clientId" from "ScoreState" where "managerId" = ${ANYBODY} and (state ->> 'contactDays')::int = 1`
  return new Set(rows.map(({ clientId }) => clientId))
}

function aboutFit(fit: ModelFit | null, locale: Locale): string {
  if (!fit) return say(locale, 'never')
  const { n, note, params, logLikelihood } = fit
  const at = fit.at.toISOString().slice(0, 16).replace('T', ' ')
  if (params === null) return say(locale, note === 'too_few' ? 'too_few' : 'no_fit', { at, n, least: LEAST_CLIENTS })
  const numbers = Object.entries(paramsSchema.parse(params)).map(([name, value]) => [name, value.toFixed(3)])
  return say(locale, 'about', { at, n, logLikelihood: (logLikelihood ?? 0).toFixed(1), ...Object.fromEntries(numbers) })
}
