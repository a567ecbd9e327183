import type { Finding } from '../core/finding.ts'
import type { Locale } from '../core/ids.ts'
import { texts } from '../core/text.ts'
import type { Database } from '../db/client.ts'

const en = `
blind-project = Project “{ $project }” of { $client } is blind because of { $people }: everybody in its channel reads tokens
`
const ru = `
blind-project = Проект «{ $project }» клиента { $client } — слепой из-за участия: { $people }. Все в его канале видят метки
`
export const SOURCES = { en, ru }
const say = texts(SOURCES)

/** What `liaison doctor` says of projects whose whole channel is masked. */
export async function blindFindings(database: Database, locale: Locale): Promise<Finding[]> {
  const projects = await database.prisma.project.findMany({
    where: { active: true, specialists: { some: { staff: { blind: true, active: true } } } },
    include: {
      client: true,
      specialists: { where: { staff: { blind: true, active: true } }, include: { staff: true } },
    },
    orderBy: { key: 'asc' },
  })
  return projects.map(({ name, client, specialists }) => ({
    ok: true,
    what: say(locale, 'blind-project', {
      project: name,
      client: client.name,
      people: specialists.map(({ staff }) => staff.name).join(', '),
    }),
  }))
}
