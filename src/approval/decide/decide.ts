import type { Decision, Verdict } from '../../core/flow.ts'
import { storable } from '../../core/hash.ts'
import { type DecisionKind, isOffered, isTimely } from '../../core/relay.ts'
import type { Tx } from '../../db/client.ts'
import { isOpen } from '../../relay/transitions.ts'
import { findingsFor } from '../show/for-reader.ts'
import { showRelay } from '../show/show.ts'
import { approveDraft, ask, saveDraft } from './acts/drafts.ts'
import { merge } from './acts/merge.ts'
import { recall } from './acts/recall.ts'
import { cancelSchedule, schedule } from './acts/schedule.ts'
import { snooze, wake } from './acts/snooze.ts'
import { split } from './acts/split.ts'
import { undo } from './acts/undo.ts'
import { askAgain, isTooOld } from './age.ts'
import { withAmounts } from './amounts.ts'
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
  const { kind } = decision.act
  if (!isTimely(kind, it.relay.status)) {
    return { kind: isOpen(it.relay.status) ? 'stale' : 'already', card: await card() }
  }
  if (it.relay.revision !== decision.revision || it.relay.look !== decision.look) {
    return { kind: 'stale', card: await card() }
  }
  if (!isOffered(kind, it.relay)) {
    return { kind: 'invalid', why: 'not_offered', card: await card() }
  }
  if (await isTooOld(tx, it.relay, kind, it.agency, now)) {
    await askAgain(tx, it.relay, now)
    await showRelay(tx, it.relay.id, options, now)
    return { kind: 'stale', card: await card() }
  }
  const act = withAmounts(it, storable(decision.act))
  if (typeof act === 'string') return { kind: 'invalid', why: act, card: await card() }
  const objection = await ACT[kind](tx, it, act, options)
  if (typeof objection === 'string') return { kind: 'invalid', why: objection, card: await card() }
  if (objection !== undefined)
    return { kind: 'unconfirmed', findings: findingsFor(objection, it.staff), card: await card() }
  const shown = await showRelay(tx, it.relay.id, options, now)
  return { kind: 'done', card: await cardFor(tx, it, it.relay.answersId === null ? shown : undefined) }
}

const ACT = {
  approve: (tx, it, _act, options) => approve(tx, it, options),
  edit: (tx, it, act, options) => (act.kind === 'edit' ? edit(tx, it, act, options) : Promise.resolve(undefined)),
  return: (tx, it, act, options) => sendBack(tx, it, act.kind === 'return' ? act.reason : '', options),
  reject: (tx, it, act, options) => reject(tx, it, act.kind === 'reject' ? act.reason : '', options),
  answer: (tx, it, act, options) => answer(tx, it, act.kind === 'answer' ? act.body : [], options),
  undo: on('undo', (tx, it, _act, options) => undo(tx, it, options)),
  snooze: on('snooze', snooze),
  wake: on('wake', wake),
  schedule: on('schedule', schedule),
  unschedule: on('unschedule', cancelSchedule),
  split: on('split', split),
  merge: on('merge', merge),
  recall: on('recall', recall),
  draft: on('draft', saveDraft),
  ask: on('ask', ask),
  approve_draft: on('approve_draft', approveDraft),
} as const satisfies Record<DecisionKind, (tx: Tx, it: Case, act: Act, options: DecideOptions) => Promise<Objection>>

/** A command that takes one kind of act only. */
function on<K extends DecisionKind>(
  kind: K,
  run: (tx: Tx, it: Case, act: Extract<Act, { kind: K }>, options: DecideOptions) => Promise<Objection>,
) {
  return async (tx: Tx, it: Case, act: Act, options: DecideOptions): Promise<Objection> =>
    act.kind === kind ? run(tx, it, act as Extract<Act, { kind: K }>, options) : 'not_offered'
}
