import type { Decision, Verdict } from '../../core/flow.ts'
import { storable } from '../../core/hash.ts'
import { type ActKind, actsOf } from '../../core/relay.ts'
import type { Tx } from '../../db/client.ts'
import { isOpen } from '../../relay/transitions.ts'
import { showRelay } from '../show/show.ts'
import { answer } from './answer.ts'
import { type Act, type Case, cardFor, type DecideOptions, type Objection, openCase } from './case.ts'
import { approve, edit } from './send.ts'
import { reject, sendBack } from './send-back.ts'

/**
 * One person decides. Row lock, transition, version, activity and outbox item are one transaction: of two people who click
 * at once the second reads who was first, and a decision about words that have changed since is refused as stale.
 */
export async function decide(tx: Tx, decision: Decision, options: DecideOptions, now: Date): Promise<Verdict> {
  const opened = await openCase(tx, decision.relay, decision.by, now, decision.act.kind)
  if (opened.kind !== 'case') return opened
  const { case: it } = opened
  const card = () => cardFor(tx, it)
  if (!isOpen(it.relay.status)) return { kind: 'already', card: await card() }
  if (it.relay.revision !== decision.revision || it.relay.look !== decision.look) {
    return { kind: 'stale', card: await card() }
  }
  if (!actsOf(it.relay).includes(decision.act.kind)) {
    return { kind: 'invalid', why: 'not_offered', card: await card() }
  }
  const objection = await ACT[decision.act.kind](tx, it, storable(decision.act), options)
  if (typeof objection === 'string') return { kind: 'invalid', why: objection, card: await card() }
  if (objection !== undefined) return { kind: 'unconfirmed', findings: objection, card: await card() }
  await showRelay(tx, it.relay.id, options, now)
  return { kind: 'done', card: await card() }
}

const ACT = {
  approve: (tx, it, _act, options) => approve(tx, it, options),
  edit: (tx, it, act, options) => (act.kind === 'edit' ? edit(tx, it, act, options) : Promise.resolve(undefined)),
  return: (tx, it, act, options) => sendBack(tx, it, act.kind === 'return' ? act.reason : '', options),
  reject: (tx, it, act, options) => reject(tx, it, act.kind === 'reject' ? act.reason : '', options),
  answer: (tx, it, act, options) => answer(tx, it, act.kind === 'answer' ? act.body : [], options),
} as const satisfies Record<ActKind, (tx: Tx, it: Case, act: Act, options: DecideOptions) => Promise<Objection>>
