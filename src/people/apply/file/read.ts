import { type Document, LineCounter, parseDocument, type YAMLError } from 'yaml'
import type { Ids } from './ids.ts'
import { offsetOf, type Spot } from './positions.ts'
import { complaint, type Problem, type Source } from './problems.ts'
import { type AgencyFile, agencyFileSchema } from './schema.ts'
import { shapeProblems } from './shape.ts'
import { togetherProblems } from './together.ts'

/** An agency's file, checked. Throws InputError that names everything that is wrong, not only the first. */
export function readAgencyFile(source: Source, ids: Ids): AgencyFile {
  const lines = new LineCounter()
  const text = source.text.replace(/^\uFEFF/, '')
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true })
  const read = readValue(document)
  if (read.problems.length > 0) throw complaint(source, document, lines, read.problems)
  const parsed = agencyFileSchema.safeParse(read.value)
  const shape = parsed.success ? [] : shapeProblems(read.value, parsed.error)
  const lineOf = (spot: Spot) => lines.linePos(offsetOf(document, spot)).line
  const together = togetherProblems(read.value, parsed.error?.issues ?? [], ids, lineOf)
  const problems = [...shape, ...together]
  if (!parsed.success || problems.length > 0) throw complaint(source, document, lines, problems)
  return parsed.data
}

/** An alias that stands for itself many times over could fill the memory: more than this is refused. */
const MOST_ALIASES = 100

function readValue(document: Document): { value: unknown; problems: Problem[] } {
  const problems = document.errors.map(problemOf)
  if (problems.length > 0) return { value: undefined, problems }
  try {
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES })
    return value === null || value === undefined
      ? { value, problems: [{ where: 0, id: 'problem-empty' }] }
      : { value, problems }
  } catch (error) {
    // The yaml package throws ReferenceError for an alias without an anchor and for too many of them.
    if (!(error instanceof ReferenceError)) throw error
    return { value: undefined, problems: [{ where: 0, id: 'problem-not-yaml', args: { detail: error.message } }] }
  }
}

function problemOf(error: YAMLError): Problem {
  const where = error.pos[0]
  if (error.code === 'TAB_AS_INDENT') return { where, id: 'problem-tab' }
  if (error.code === 'DUPLICATE_KEY') return { where, id: 'problem-same-key', args: { key: keyIn(error) } }
  return { where, id: 'problem-not-yaml', args: { detail: error.message } }
}

function keyIn(error: YAMLError): string {
  return /"([^"]*)"/.exec(error.message)?.[1] ?? ''
}
