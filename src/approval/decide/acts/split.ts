import type { Tx } from '../../../db/client.ts'
import { orTakenBack } from '../../../db/transaction.ts'
import { recordActivity } from '../../../relay/activity.ts'
import { bodyOf } from '../../../relay/body.ts'
import type { RelayWithParts } from '../../../relay/relays.ts'
import { groupsOf, splitOff } from '../../../relay/split.ts'
import { objectionToOneStep } from '../../rules/gate.ts'
import { takeInHand } from '../../rules/stop.ts'
import { showRelay } from '../../show/show.ts'
import { type Act, type Case, type DecideOptions, note, type Objection, objectionTo } from '../case.ts'
import { otherSide, send } from '../send.ts'

/** The chosen messages stay, to be decided now or later; the others become a relay of their own, which waits. */
export async function split(
  tx: Tx,
  it: Case,
  { parts, next }: Extract<Act, { kind: 'split' }>,
  options: DecideOptions,
): Promise<Objection> {
  const groups = groupsOf(it.relay)
  const chosen = groups.filter((group) => group.some(({ id }) => parts.includes(id)))
  if (chosen.length === 0 || chosen.length === groups.length) return 'choose_some'
  if (next === 'approve') {
    const objection = await obstacleTo(tx, it, chosen.flat(), options)
    if (objection) return objection
  }
  const rest = groups.filter((group) => !chosen.includes(group)).flat()
  // What is left may fall under other rules than the whole: then it may not leave after all, and nothing was split.
  return orTakenBack(tx, () => divide(tx, it, rest, next, options))
}

async function divide(
  tx: Tx,
  it: Case,
  rest: RelayWithParts['parts'],
  next: Extract<Act, { kind: 'split' }>['next'],
  options: DecideOptions,
): Promise<Objection> {
  const other = await splitOff(tx, it.relay, rest, it.now)
  await note(tx, it, 'split', { note: `R-${other.number}` })
  const { relay, client, staff, now: at } = it
  const from = `R-${relay.number}`
  await recordActivity(tx, {
    relayId: other.id,
    clientId: client.id,
    kind: 'split',
    staffId: staff.id,
    note: from,
    at,
  })
  await takeInHand(tx, it)
  await takeInHand(tx, { ...it, relay: other })
  await showRelay(tx, other.id, options, at)
  if (next === 'wait') return undefined
  const left = await tx.relay.findUniqueOrThrow({ where: { id: relay.id }, include: { parts: true } })
  return send(tx, { ...it, relay: left }, bodyOf(left), 'approved', options)
}

/** What would keep the chosen parts from leaving: asked before anything is split. */
async function obstacleTo(
  tx: Tx,
  it: Case,
  parts: RelayWithParts['parts'],
  options: DecideOptions,
): Promise<Objection> {
  const to = otherSide(it, options)
  if (!to) return 'no_project'
  const words = bodyOf({ ...it.relay, parts })
  return objectionTo(words, to.platform, options) ?? objectionToOneStep(tx, it, words)
}
