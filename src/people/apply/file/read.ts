import { type Document, LineCounter, parseDocument, type YAMLError } from 'yaml'
import type { RemoteIds } from '../../../core/ids.ts'
import { complaint, type Problem, type Source } from './problems.ts'
import { type AgencyFile, agencyFileSchema } from './schema.ts'
import { shapeProblems } from './shape.ts'
import { togetherProblems } from './together.ts'

/** Both platforms' ways to read ids that people write by hand. */
export type Ids = { readonly slack: RemoteIds; readonly telegram: RemoteIds }

/** An agency's file, checked. Throws InputError that names everything that is wrong, not only the first. */
export function readAgencyFile(source: Source, ids: Ids): AgencyFile {
  const lines = new LineCounter()
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false, stringKeys: true })
  const read = valueOf(document)
  if (read.problems.length > 0) throw complaint(source, document, lines, read.problems)
  const parsed = agencyFileSchema.safeParse(read.value)
  const shape = parsed.success ? [] : shapeProblems(read.value, parsed.error)
  const together = togetherProblems(read.value, parsed.error?.issues ?? [], ids, (spot) =>
    lineOf(document, lines, spot),
  )
  const problems = [...shape, ...together]
  if (!parsed.success || problems.length > 0) throw complaint(source, document, lines, problems)
  return parsed.data
}
