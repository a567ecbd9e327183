/** Accounts and tax numbers that are written in groups of digits: "GB 284 5512 07", "DE89 3704 0044 0532 0130 00". */
import type { Token } from '../text/tokens.ts'
import type { Fact } from './fact.ts'

/** Fewer groups, or fewer digits, are numbers that happen to stand side by side. */
const LEAST_GROUPS = 3
const LEAST_DIGITS = 8

export function grouped(tokens: readonly Token[], facts: readonly Fact[]): readonly Fact[] {
  const made: Fact[] = []
  for (let i = 0; i < facts.length; ) {
    let end = i
    while (isGroup(tokens, facts[end]) && (end === i || facts[end]?.from === facts[end - 1]?.to)) end++
    const one = end - i >= LEAST_GROUPS ? whole(tokens, facts[i] as Fact, facts[end - 1] as Fact) : undefined
    if (one !== undefined) made.push(one)
    else made.push(...facts.slice(i, Math.max(end, i + 1)))
    i = Math.max(end, i + 1)
  }
  return made
}

/** Digits and nothing else, or the code that such a number begins with. */
function isGroup(tokens: readonly Token[], fact: Fact | undefined): boolean {
  const text = fact && fact.to === fact.from + 1 ? (tokens[fact.from]?.text ?? '') : ''
  return /^(?:\d{1,5}|[A-Z]{2}\d{2})$/.test(text)
}

function whole(tokens: readonly Token[], first: Fact, last: Fact): Fact | undefined {
  const before = tokens[first.from - 1]
  const from = before?.kind === 'word' && /^[A-Z]{2}$/.test(before.text) ? first.from - 1 : first.from
  const value = tokens
    .slice(from, last.to)
    .map(({ text }) => text)
    .join('')
  return value.replace(/\D/g, '').length < LEAST_DIGITS ? undefined : { kind: 'identifier', value, from, to: last.to }
}
