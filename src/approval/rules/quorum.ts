/** Who must approve before a relay leaves. Pure. */
export type Approver = { readonly id: string; readonly name: string }

/** One approval that a rule asks for: whose it is, and while they are away who gives it for them; nobody: it falls to whoever leads. */
export type Seat<Person extends Approver = Approver> = {
  readonly of: Person
  readonly isAway: boolean
  readonly standIn?: Person | undefined
}

/** The approvals that a rule asks for, and who leads: asked for only where a seat is vacant. */
export type Bench<Person extends Approver = Approver> = {
  readonly seats: readonly Seat<Person>[]
  readonly leads: readonly Person[]
}

/** Somebody a rule asks for; `standIns`: while they are away those whom they named and who are there, else undefined. */
export type Asked<Person extends Approver> = { readonly of: Person; readonly standIns: readonly Person[] | undefined }

/**
 * Who sits for whom. Nobody counts twice: who is asked themselves stands in for nobody, nor does anybody for two; and whose
 * words they are (`authors`) does not approve them for somebody else.
 */
export function seatsOf<Person extends Approver>(
  asked: readonly Asked<Person>[],
  authors: readonly (string | null)[],
): readonly Seat<Person>[] {
  const taken = new Set<string | null>([...authors, ...asked.map(({ of }) => of.id)])
  return asked.map(({ of, standIns }) => {
    const standIn = standIns?.find(({ id }) => !taken.has(id))
    if (standIn) taken.add(standIn.id)
    return { of, isAway: standIns !== undefined, standIn }
  })
}

/** Nobody who is there can give it. */
export function isVacant({ isAway, standIn }: Seat): boolean {
  return isAway && standIn === undefined
}

/**
 * The seats whose approval is not given yet; empty: enough have. One of them is enough when the quorum is `any`, but a single
 * approval is never the second: while it is the only one, the others are asked.
 */
export function stillNeeded<Person extends Approver>(
  { seats, leads }: Bench<Person>,
  quorum: 'any' | 'all',
  endorsers: readonly string[],
): readonly Seat<Person>[] {
  const given = new Set(endorsers)
  const held = seats.filter((seat) => !isVacant(seat))
  // Where one of several is enough nobody must be waited for who is away.
  const asked = quorum === 'any' && held.length > 0 ? held : seats
  const isLed = asked === seats && leads.some(({ id }) => given.has(id))
  const isGiven = (seat: Seat<Person>) =>
    given.has(seat.of.id) || (seat.standIn && given.has(seat.standIn.id)) || (isVacant(seat) && isLed)
  if (quorum === 'any' && given.size >= 2 && seats.some(isGiven)) return []
  return asked.filter((seat) => !isGiven(seat))
}

/** Whoever can give what a seat lacks. */
export function sittersOf<Person extends Approver>(seat: Seat<Person>, leads: readonly Person[]): readonly Person[] {
  if (!seat.isAway) return [seat.of]
  return seat.standIn ? [seat.standIn] : leads
}

/** Two people at least, and of those who were asked as many as the rule says. The same person counts once. */
export function isComplete(bench: Bench, quorum: 'any' | 'all', endorsers: readonly string[]): boolean {
  return new Set(endorsers).size >= 2 && stillNeeded(bench, quorum, endorsers).length === 0
}
