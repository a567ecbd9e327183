import type { Finding } from '../core/finding.ts'
import type { Locale } from '../core/ids.ts'
import { texts } from '../core/text.ts'
import type { Database } from './client.ts'
import { FORGOTTEN_MS, SWEEPS, type SweepName } from './sweep-each.ts'

const en = `
failing-bursts = closing bursts of messages
failing-snoozes = bringing back what was held
failing-planned = sending what was planned
failing-rule_anew = holding messages against the rules
failing-by_rule = approving by rules
failing-show_again = showing cards anew
failing-assigned = telling managers of their clients
failing-clocks = telling of clocks
failing-alerts = telling of clients who need a call
failing-look = looking at clients
failing = What fails again and again: { $what }; rows: { $count }, the last { $failures } times, at { $at }: { $error } ({ $row })
failing-advice = It rests longer after each failure and holds up nothing else. If it is not gone after an update, report it with this line.
`
const ru = `
failing-bursts = завершение серий сообщений
failing-snoozes = возврат отложенного
failing-planned = отправка запланированного
failing-rule_anew = сверка сообщений с правилами
failing-by_rule = одобрение по правилам
failing-show_again = обновление карточек
failing-assigned = сообщения менеджерам об их клиентах
failing-clocks = сообщения о сроках
failing-alerts = сообщения о клиентах, которым пора позвонить
failing-look = проверка клиентов
failing = Раз за разом не получается: { $what }; строк: { $count }, последняя — попыток: { $failures }, { $at }: { $error } ({ $row })
failing-advice = После каждой неудачи пауза дольше, остальное это не задерживает. Если не прошло после обновления, сообщите об этой строке разработчикам.
`
export const SOURCES = { en, ru }
const say = texts(SOURCES)

/** On one line, as much as names what is wrong. */
function cut(error: string): string {
  return error.replace(/\s+/g, ' ').slice(0, 300)
}

/** Once may be a moment's trouble. */
const AGAIN = 2

/** What `liaison doctor` says of rows of sweeps that fail again and again: a line for each sweep, with the last of them. */
export async function failingFindings({ prisma }: Database, locale: Locale, now: Date): Promise<Finding[]> {
  const still = { failures: { gte: AGAIN }, nextAt: { gt: new Date(now.getTime() - FORGOTTEN_MS) } }
  const sweeps = await prisma.sweepFailure.groupBy({
    by: ['sweep'],
    where: { ...still, sweep: { in: [...SWEEPS] } },
    _count: true,
  })
  const findings: Finding[] = []
  for (const { sweep, _count: count } of sweeps) {
    const last = await prisma.sweepFailure.findFirst({ where: { ...still, sweep }, orderBy: { failedAt: 'desc' } })
    if (!last) continue
    const what = say(locale, 'failing', {
      what: say(locale, `failing-${sweep as SweepName}`),
      count,
      failures: last.failures,
      at: last.failedAt.toISOString(),
      error: cut(last.error),
      row: last.rowId,
    })
    findings.push({ ok: false, what, advice: say(locale, 'failing-advice') })
  }
  return findings
}
