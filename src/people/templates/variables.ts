import { VARIABLES, type Variable } from '../../core/template.ts'

/** What each variable stands for; empty: there is no such thing here. */
export type Values = Readonly<Record<Variable, string>>

/** The spaces around a name are its own here: told apart in the pattern, thousands of them would take minutes. */
const VARIABLE = /\{([^{}\n]*)\}/g

/** What stands in braces and is no variable, as it is written. */
export function unknownVariables(body: string): string[] {
  return [...new Set(namesIn(body).filter((name) => !isVariable(name)))]
}

/**
 * The words with their variables filled in. A line of which a variable is empty is left out: no "instead we offer:" with
 * nothing behind it. What is no variable stays as it is.
 */
export function filledIn(body: string, values: Values): string {
  return body
    .split('\n')
    .filter((line) => variablesIn(line).every((name) => values[name].trim() !== ''))
    .map((line) => line.replace(VARIABLE, (whole, given: string) => standsFor(given.trim(), values) ?? whole))
    .join('\n')
    .trim()
}

function variablesIn(line: string): Variable[] {
  return namesIn(line).filter(isVariable)
}

function namesIn(text: string): string[] {
  return [...text.matchAll(VARIABLE)].map((match) => (match[1] ?? '').trim())
}

function standsFor(name: string, values: Values): string | undefined {
  return isVariable(name) ? values[name].trim() : undefined
}

function isVariable(name: string): name is Variable {
  return (VARIABLES as readonly string[]).includes(name)
}
