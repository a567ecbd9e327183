import type { AbsenceList, AbsenceView, AwayAnswer, Cover, Load } from '../../../src/core/cover.ts'
import type { Flow } from '../../../src/core/flow.ts'
import type { Locale, RemoteUser } from '../../../src/core/ids.ts'
import { escaped } from '../format/mrkdwn.ts'
import { readAway } from './away-text.ts'
import { say } from './text.ts'

/** What whoever wrote `/away …` is told, in mrkdwn. */
export async function onAway(
  flow: Pick<Flow, 'localeOf'> & { readonly cover: Cover },
  by: RemoteUser,
  text: string,
): Promise<string> {
  const read = readAway(text)
  switch (read.kind) {
    case 'list': {
      const listed = await flow.cover.absences(by)
      if (!listed) return say(await flow.localeOf(by), 'refused-stranger')
      return [listOf(listed), say(listed.locale, 'away-usage')].join('\n')
    }
    case 'unclear': {
      const locale = await flow.localeOf(by)
      return [say(locale, 'away-unclear', { given: escaped(read.given) }), say(locale, 'away-usage')].join('\n')
    }
    case 'back':
      return answered(await flow.cover.back({ by, who: read.who }))
    case 'away': {
      const { kind: _kind, ...asked } = read
      return answered(await flow.cover.away({ by, ...asked }))
    }
  }
}

function answered(answer: AwayAnswer): string {
  const { locale } = answer
  switch (answer.kind) {
    case 'away': {
      const { name, standIn, running } = answer.absence
      const said = say(locale, 'away-done', {
        name: escaped(name),
        days: daysOf(locale, answer.absence),
        standIn: standIn === undefined ? say(locale, 'away-deputies') : escaped(standIn),
        running: running ? 'yes' : 'no',
      })
      const { standInAway } = answer
      if (standInAway === undefined) return said
      const days = daysOf(locale, standInAway)
      return [said, say(locale, 'away-stand-in-away', { name: escaped(standIn ?? ''), days })].join(' ')
    }
    case 'back':
      return say(locale, 'back-done', { name: escaped(answer.name), ended: answer.ended })
    case 'refused':
      return say(locale, `refused-${answer.why}`, { given: escaped(answer.given ?? '') })
  }
}

function listOf({ locale, absences, more }: AbsenceList): string {
  if (absences.length === 0) return say(locale, 'away-none')
  const lines = absences.map((absence) =>
    say(locale, 'away-line', {
      name: escaped(absence.name),
      days: [daysOf(locale, absence), ...(absence.running ? [say(locale, 'away-running')] : [])].join(' '),
      client: absence.client === undefined ? '' : say(locale, 'away-line-client', { name: escaped(absence.client) }),
      standIn:
        absence.standIn === undefined
          ? ''
          : ` ${say(locale, 'away-line-stand-in', { name: escaped(absence.standIn) })}`,
      note: absence.note === undefined ? '' : ` · ${escaped(absence.note)}`,
    }),
  )
  return [...lines, ...(more > 0 ? [say(locale, 'away-more', { count: more })] : [])].join('\n')
}

function daysOf(locale: Locale, { from, to }: Pick<AbsenceView, 'from' | 'to'>): string {
  return say(locale, 'away-days', { from, to: to === undefined ? 'open' : 'day', until: to ?? '' })
}

/** What whoever wrote `/load` is told. */
export async function onLoad(
  flow: Pick<Flow, 'localeOf'> & { readonly cover: Cover },
  by: RemoteUser,
): Promise<string> {
  const found = await flow.cover.loads(by)
  if (!found) return say(await flow.localeOf(by), 'load-forbidden')
  const { locale, loads } = found
  return [`*${say(locale, 'load-head')}*`, ...loads.map((load) => lineOf(locale, load))].join('\n')
}

function lineOf(locale: Locale, { name, away, clients, open, waiting }: Load): string {
  return say(locale, 'load-line', {
    name: escaped(name),
    away: away ? ` ${say(locale, 'load-away')}` : '',
    clients,
    open,
    waiting,
  })
}
