import { VARIABLES, type Variable } from '../../core/template.ts'

/** What each variable stands for; empty: there is no such thing here. */
export type Values = Readonly<Record<Variable, string>>

const VARIABLE = /\{\s*([^{}\n]*?)\s*\}/g

/** What stands in braces and is no variable, as it is written. */
export function unknownVariables(body: string): string[] {
  const names = [...body.matchAll(VARIABLE)].map((match) => match[1] ?? '')
  return [...new Set(names.filter((name) => !isVariable(name)))]
}

/**
 * The words with their variables filled in. A line of which a variable is empty is left out: no "instead we offer:" with
 * nothing behind it. What is no variable stays as it is.
 */
export function filledIn(body: string, values: Values): string {
  return body
    .split('\n')
    .filter((line) => variablesIn(line).every((name) => values[name].trim() !== ''))
    .map((line) => line.replace(VARIABLE, (whole, name: string) => (isVariable(name) ? values[name].trim() : whole)))
    .join('\n')
    .trim()
}

function variablesIn(line: string): Variable[] {
  return [...line.matchAll(VARIABLE)].map((match) => match[1] ?? '').filter(isVariable)
}

function isVariable(name: string): name is Variable {
  return (VARIABLES as readonly string[]).includes(name)
}
