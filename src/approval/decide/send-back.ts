import type { RemoteConversation, RemoteThread } from '../../core/ids.ts'
import { isBlank, plain, preview } from '../../core/rich-text.ts'
import type { Tx } from '../../db/client.ts'
import { enqueueStaffNotice } from '../../outbox/items.ts'
import { localeOfStaff } from '../../people/staff.ts'
import { bodyOf, currentParts } from '../../relay/body.ts'
import { wallOf } from '../../relay/mask/wall.ts'
import { objectionToOwn } from '../rules/gate.ts'
import { sendAsManager } from './answer.ts'
import { type Case, type DecideOptions, type Objection, objectionTo, settle } from './case.ts'

/** Back to its author with a reason: into the specialist's thread, or as a question to the client. */
export async function sendBack(tx: Tx, it: Case, given: string, options: DecideOptions): Promise<Objection> {
  const reason = spoken(given)
  if (reason === '') return 'no_reason'
  if (it.relay.direction === 'to_team') {
    const objection = objectionTo(plain(reason), it.request.platform, options)
    if (objection) return objection
    const held = await objectionToOwn(tx, it, plain(reason))
    if (held) return held
    await settle(tx, it, 'returned', 'returned', { note: reason })
    await sendAsManager(tx, it, plain(reason))
    return undefined
  }
  await settle(tx, it, 'returned', 'returned', { note: reason })
  await tellAuthor(tx, it, 'returned', reason, options)
  return undefined
}

/** It goes no further; a specialist is told why. */
export async function reject(tx: Tx, it: Case, given: string, options: DecideOptions): Promise<Objection> {
  const reason = spoken(given)
  if (reason === '' && it.relay.direction === 'to_client') return 'no_reason'
  await settle(tx, it, 'rejected', 'rejected', reason === '' ? {} : { note: reason })
  if (it.relay.direction === 'to_client') await tellAuthor(tx, it, 'rejected', reason, options)
  return undefined
}

/** Signs that nobody sees are no reason. */
function spoken(given: string): string {
  return isBlank(plain(given)) ? '' : given.trim()
}

/** The specialist hears it where they wrote: in the thread, by name, with the reason. */
async function tellAuthor(
  tx: Tx,
  it: Case,
  template: 'returned' | 'rejected',
  reason: string,
  options: DecideOptions,
): Promise<void> {
  const { request, relay } = it
  const author = relay.authorId === null ? null : await tx.staff.findUnique({ where: { id: relay.authorId } })
  const at = currentParts(relay).at(-1)
  const known = at ? await tx.remoteMessage.findUnique({ where: { message: at.message } }) : null
  if (!author?.remoteUser || !known || request.teamThread === null) return
  const locale = localeOfStaff(author, it.agency)
  const wall = await wallOf(tx, request)
  const readable = (text: string) => wall?.text(text) ?? text
  const words = readable(preview(bodyOf(relay), 120))
  await enqueueStaffNotice(tx, 'team', {
    to: {
      platform: options.team.platform,
      conversation: known.conversation as RemoteConversation,
      thread: request.teamThread as RemoteThread,
    },
    notice: {
      template,
      locale,
      author: author.remoteUser,
      by: it.staff.name,
      reason: readable(reason),
      words,
    },
    key: `${template}:${relay.id}:${relay.round}`,
    relayId: relay.id,
    now: it.now,
  })
  await wall?.keep()
}
