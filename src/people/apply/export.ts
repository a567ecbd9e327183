import { Document } from 'yaml'
import { canonical } from '../../core/hash.ts'
import type { Locale } from '../../core/ids.ts'
import { DEFAULT_SETTINGS } from '../../core/score-settings.ts'
import type { Tx } from '../../db/client.ts'
import type { Ids } from './file/ids.ts'
import type { AgencyFile } from './file/schema.ts'
import { snapshotOf } from './snapshot.ts'
import { say } from './text.ts'

/** The agency as a file that `apply` finds nothing to change in. `file`: how the head of it calls it. */
export async function exportAgency(tx: Tx, ids: Ids, file: string, locale: Locale): Promise<string> {
  const document = new Document(withoutAbsent(withoutUsual(await snapshotOf(tx, ids))))
  document.commentBefore = say(locale, 'export-head', { file })
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n')
  return document.toString({ lineWidth: 120 })
}

/** The score's many numbers are written only where they are others than usual; lists of numbers that are empty, not at all. */
function withoutUsual({ agency, staff, clients, ...file }: AgencyFile): object {
  const { score, ...rest } = agency
  const isUsual = canonical(score) === canonical(DEFAULT_SETTINGS)
  const people = <P extends { readonly phones: readonly string[]; readonly emails: readonly string[] }>(
    all: readonly P[],
  ) =>
    all.map(({ phones, emails, ...person }) => ({
      ...person,
      ...(phones.length === 0 ? {} : { phones }),
      ...(emails.length === 0 ? {} : { emails }),
    }))
  return {
    agency: isUsual ? rest : agency,
    staff: people(staff),
    clients: clients.map((client) => ({ ...client, contacts: people(client.contacts) })),
    ...file,
  }
}

function withoutAbsent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAbsent)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .map(([k, v]) => [k, withoutAbsent(v)]),
  )
}
