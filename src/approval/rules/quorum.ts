/** Who must approve before a relay leaves. Pure. */
export type Approver = { readonly id: string; readonly name: string }

/** The people asked for a second approval who have not given it yet; empty: enough have. One of them is enough when the quorum is `any`. */
export function stillNeeded(
  group: readonly Approver[],
  quorum: 'any' | 'all',
  endorsers: readonly string[],
): readonly Approver[] {
  const given = new Set(endorsers)
  const missing = group.filter(({ id }) => !given.has(id))
  if (quorum === 'all') return missing
  return missing.length < group.length ? [] : missing
}

/** Two people at least, and of those who were asked as many as the rule says. The same person counts once. */
export function isComplete(group: readonly Approver[], quorum: 'any' | 'all', endorsers: readonly string[]): boolean {
  return new Set(endorsers).size >= 2 && stillNeeded(group, quorum, endorsers).length === 0
}
