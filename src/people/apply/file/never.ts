import type { Problem } from './problems.ts'

type Path = readonly PropertyKey[]
type Raw = Readonly<Record<string, unknown>>

/** Conditions of a rule that cannot all hold: it would never be taken, and what it was to guard would go by. */
export function neverProblems(when: Raw, path: Path): Problem[] {
  const at = (field: string) => ({ path: [...path, field], at: 'value' as const })
  const problems: Problem[] = []
  const { least, most } = lengthOf(when.length)
  if (least !== undefined && most !== undefined && least > most)
    problems.push({
      where: at('length'),
      id: 'problem-never-length',
      args: { least: String(least), most: String(most) },
    })
  const has = listOf(when.has)
  const lacks = listOf(when.lacks)
  if (has.length > 0 && has.every((trait) => lacks.includes(trait)))
    problems.push({ where: at('lacks'), id: 'problem-never-traits', args: { key: has.join(', ') } })
  const isOfClient = listOf(when.direction).join() === 'to_team'
  for (const field of ['author', 'grade', 'craft', 'employment'])
    if (isOfClient && when[field] !== undefined)
      problems.push({ where: at(field), id: 'problem-never-author', args: { key: field } })
  return problems
}

function lengthOf(given: unknown): { readonly least?: number; readonly most?: number } {
  if (typeof given !== 'object' || given === null) return {}
  const { least, most } = given as Raw
  return { ...(typeof least === 'number' ? { least } : {}), ...(typeof most === 'number' ? { most } : {}) }
}

/** One value or a list of them. */
function listOf(given: unknown): readonly unknown[] {
  if (given === undefined) return []
  return Array.isArray(given) ? given : [given]
}
