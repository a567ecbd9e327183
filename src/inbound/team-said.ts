import { inMegabytes, LARGEST_FILE } from '../core/attachment.ts'
import { NotYetError } from '../core/errors.ts'
import type { Concern, TeamEdited, TeamSaid, TeamSaidResult } from '../core/flow.ts'
import { digest, storable } from '../core/hash.ts'
import { tooBig } from '../core/rich-text.ts'
import type { Tx } from '../db/client.ts'
import type { Interaction, Project, Request, Staff } from '../generated/prisma/client.ts'
import { logged, logInteraction } from '../interactions/log.ts'
import { rememberMessage } from '../interactions/remote-messages.ts'
import { findByTeamThread } from '../interactions/requests.ts'
import { agencyOf } from '../people/agency.ts'
import { localeOfStaff, speaksInside, staffSpeaking } from '../people/staff.ts'
import { isRemovalAsked } from '../relay/correct.ts'
import { gather } from '../relay/gather.ts'
import { opened, wallAround } from './blind.ts'
import { editOf, isOvertaken, newestOf, removalOf, unremove } from './edits.ts'
import type { Outward } from './outward.ts'

/**
 * Whether anything said in this thread can go to a client. A thread that may be about to become a request's counts as one.
 * A message that was for the client once is theirs without a mark as well: it was sent by "Send to client".
 */
export async function concernOf(
  tx: Tx,
  { from, thread, message }: Pick<TeamSaid, 'from' | 'thread' | 'message'>,
  outward: Outward,
): Promise<Concern> {
  const request = await tx.request.findUnique({ where: { teamThread: thread }, include: { project: true } })
  if (request) return request.project?.replies === 'marked' && !(await logged(tx, message)) ? 'marked' : 'all'
  return (await outward.isOpeningThread(tx, from.conversation)) ? 'all' : 'none'
}

/** Somebody of the team said something in a request's thread: it stays inside, or becomes a relay for the manager to decide. */
export async function teamSaid(
  tx: Tx,
  given: TeamSaid,
  outward: Outward,
  now: Date,
): Promise<{ result: TeamSaidResult; relayId?: string }> {
  const request = await findByTeamThread(tx, given.thread)
  if (!request) {
    // People answer faster than we learn that our message stands there, and much faster after a crash.
    if (await outward.isOpeningThread(tx, given.from.conversation)) throw new NotYetError(given.from.conversation)
    return { result: 'not_here' }
  }
  const said = { ...given, body: await opened(tx, request.id, storable(given.body)) }
  if (await logged(tx, said.message)) return { result: 'relayed', ...(await pickedAgain(tx, said, outward, now)) }
  const author = await staffSpeaking(tx, said.author)
  const project = request.projectId === null ? null : await tx.project.findUnique({ where: { id: request.projectId } })
  const lane = staysInside(said, author, project)
  await rememberMessage(tx, {
    message: said.message,
    conversation: said.from.conversation,
    thread: said.thread,
    requestId: request.id,
    at: said.at,
  })
  if (lane !== 'relay') {
    if (lane === 'locked') await outward.showState(tx, said.from, said.message, 'inside')
    return { result: 'inside' }
  }
  await tellOfFiles(tx, said, request.id, author, outward)
  return { result: 'relayed', relayId: await speak(tx, said, request, author, { source: said.message }, outward, now) }
}

/** What had been taken inside is picked for the client: said anew. Nothing for a message that is with them, or on its way there. */
async function pickedAgain(tx: Tx, said: TeamSaid, outward: Outward, now: Date): Promise<{ relayId?: string }> {
  const last = await newestOf(tx, said.message)
  if (said.intent !== 'marked' || last?.kind !== 'removal') return {}
  const relayId = await speakAgain(tx, said, last, `${said.message}#again:${last.id}`, outward, now)
  return relayId === undefined ? {} : { relayId }
}

/** Whoever shares a file that the client's side does not take hears so at once, and what to do. */
async function tellOfFiles(tx: Tx, said: TeamSaid, requestId: string, author: Staff, outward: Outward): Promise<void> {
  const tooLarge = tooBig(said.body)
  if (tooLarge.length === 0) return
  const wall = await wallAround(tx, requestId)
  const names = tooLarge.map((name) => wall?.text(name) ?? name)
  await wall?.keep()
  const notice = {
    template: 'file_not_taken' as const,
    locale: localeOfStaff(author, await agencyOf(tx)),
    author: said.author.user,
    names,
    limitMb: inMegabytes(LARGEST_FILE.to_client),
  }
  await outward.tellTeam(tx, {
    to: { ...said.from, thread: said.thread },
    notice,
    key: `file_not_taken:${said.message}`,
  })
}

/** Into the log, and into the queue. `source`, `previousId`: see Interaction. */
async function speak(
  tx: Tx,
  said: Pick<TeamSaid, 'message' | 'body' | 'at'>,
  request: Pick<Request, 'id' | 'clientId'>,
  author: Pick<Staff, 'id'>,
  logs: { readonly source: string; readonly previousId?: string },
  outward: Outward,
  now: Date,
): Promise<string> {
  const interaction = await logInteraction(tx, {
    clientId: request.clientId,
    kind: logs.previousId === undefined ? 'message' : 'edit',
    direction: 'out',
    channel: 'team',
    staffId: author.id,
    requestId: request.id,
    ...logs,
    at: said.at,
    body: said.body,
  })
  const relayId = await gather(
    tx,
    {
      direction: 'to_client',
      clientId: request.clientId,
      requestId: request.id,
      authorId: author.id,
      interactionId: interaction.id,
      message: said.message,
      body: said.body,
      at: said.at,
    },
    await agencyOf(tx),
    now,
  )
  await outward.relayChanged(tx, relayId)
  return relayId
}

/**
 * relay: goes to the manager's queue · locked: stays inside, and a lock says so · quiet: stays inside as everything does
 * there (a project with `replies: marked`), no mark needed.
 */
export function staysInside(
  said: Pick<TeamSaid, 'intent'>,
  author: Pick<Staff, 'role'>,
  project: Pick<Project, 'replies'> | null,
): 'relay' | 'locked' | 'quiet' {
  if (said.intent === 'marked') return 'relay'
  if (project?.replies === 'marked') return 'quiet'
  return said.intent === 'inside' || speaksInside(author) ? 'locked' : 'relay'
}

/** A changed message changes its relay. One that stayed inside and is now for the client (or is no longer) is taken as it now reads. */
export async function teamEdited(tx: Tx, given: TeamEdited, outward: Outward, now: Date): Promise<void> {
  const known = await tx.remoteMessage.findUnique({ where: { message: given.message } })
  const edited = { ...given, body: await opened(tx, known?.requestId ?? null, storable(given.body)) }
  if (!(await logged(tx, edited.message))) {
    // A change may overtake the message itself, which then says nothing new when it comes.
    const thread = (known?.thread ?? edited.from.thread) as TeamSaid['thread'] | undefined
    if (thread !== undefined && edited.intent !== 'inside') await teamSaid(tx, { ...edited, thread }, outward, now)
    return
  }
  const last = await newestOf(tx, edited.message)
  if (last && isOvertaken(edited, last)) return
  if (edited.intent === 'inside') {
    await removalOf(tx, { message: edited.message, at: edited.at }, outward, now)
    // With the client it stays until its removal is approved: a lock would say that they never had it.
    const isWithClient = await isRemovalAsked(tx, edited.message)
    await outward.showState(tx, edited.from, edited.message, isWithClient ? 'waiting' : 'inside')
    return
  }
  const source = `${edited.message}#${digest(edited.body).slice(0, 16)}@${edited.at.getTime()}`
  if (last?.kind === 'removal') return void (await speakAgain(tx, edited, last, source, outward, now))
  await editOf(tx, { ...edited, source }, outward, now)
}

/** It had been taken inside, and is for the client after all: said anew. */
async function speakAgain(
  tx: Tx,
  edited: TeamEdited,
  taken: Interaction,
  source: string,
  outward: Outward,
  now: Date,
): Promise<string | undefined> {
  if (taken.requestId === null || (await logged(tx, source))) return undefined
  if (await unremove(tx, { ...edited, source }, taken, outward, now)) return undefined
  const request = await tx.request.findUniqueOrThrow({ where: { id: taken.requestId } })
  const author = await staffSpeaking(tx, edited.author)
  return speak(tx, edited, request, author, { source, previousId: taken.id }, outward, now)
}

export async function teamDeleted(
  tx: Tx,
  deleted: { readonly message: string; readonly at: Date },
  outward: Outward,
  now: Date,
): Promise<void> {
  await removalOf(tx, deleted, outward, now)
}
