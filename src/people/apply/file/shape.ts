import type { z } from 'zod'
import type { Problem } from './problems.ts'
import { unknownWord } from './problems.ts'
import { keysAt } from './schema.ts'

type Issue = z.core.$ZodIssue

/** What does not have the form of an agency's file: unknown keys, missing ones, values that do not fit. */
export function shapeProblems(value: unknown, error: z.ZodError): Problem[] {
  return error.issues.flatMap((issue) => problemsOf(value, issue))
}

function problemsOf(value: unknown, issue: Issue): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(issue.path)
    return issue.keys.map((key) => ({
      where: { path: [...issue.path, key], at: 'key' },
      id: 'problem-unknown',
      ...unknownWord(key, known),
    }))
  }
  const given = valueAt(value, issue.path)
  const expected = { expected: issue.message }
  const args = issue.code === 'invalid_value' ? { values: issue.values.map(String).join(', ') } : {}
  if (given === undefined) {
    const key = String(issue.path.at(-1) ?? 'agency')
    return [
      { where: { path: issue.path, at: 'value' }, id: 'problem-missing', args: { ...args, key }, worded: expected },
    ]
  }
  return [{ where: { path: issue.path, at: 'value' }, id: 'problem-wrong', ...wordedGiven(given, args, expected) }]
}

function wordedGiven(
  given: unknown,
  args: Readonly<Record<string, string>>,
  expected: Readonly<Record<string, string>>,
): Pick<Problem, 'args' | 'worded'> {
  const named = nameOf(given)
  return named === undefined
    ? { args: { ...args, given: shown(given) }, worded: expected }
    : { args, worded: { ...expected, given: named } }
}

function nameOf(given: unknown): string | undefined {
  if (given === null) return 'given-nothing'
  if (Array.isArray(given)) return 'given-list'
  return typeof given === 'object' ? 'given-section' : undefined
}

const LONGEST_SHOWN = 60

/** A value as it can stand in one line. */
export function shown(given: unknown): string {
  const text = String(given)
  return `"${text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text}"`
}

/** What stands at a path of the parsed file, or undefined. One value may stand for a list of that one. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value
  for (const step of path) {
    if (typeof at === 'string' && step === 0) return at
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Record<PropertyKey, unknown>)[step]
  }
  return at
}
