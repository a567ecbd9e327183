import { Document } from 'yaml'
import type { Locale } from '../../core/ids.ts'
import type { Tx } from '../../db/client.ts'
import type { Ids } from './file/ids.ts'
import { snapshotOf } from './snapshot.ts'
import { say } from './text.ts'

/** The agency as a file that `apply` finds nothing to change in. `file`: how the head of it calls it. */
export async function exportAgency(tx: Tx, ids: Ids, file: string, locale: Locale): Promise<string> {
  const document = new Document(withoutAbsent(await snapshotOf(tx, ids)))
  document.commentBefore = say(locale, 'export-head', { file })
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n')
  return document.toString({ lineWidth: 120 })
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
