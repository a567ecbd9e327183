/** `/log`, its dialogue, and what was entered taken back. */
import type { KnownBlock, ModalView } from '@slack/types'
import { z } from 'zod'
import type {
  ContactDraft,
  ContactForm,
  ContactLog,
  ContactRefusal,
  ContactRefused,
  ContactTold,
  StaffInvited,
} from '../../../src/core/contacts/log.ts'
import { toldWords } from '../../../src/core/contacts/told.ts'
import type { RemoteConversation, RemoteUser } from '../../../src/core/ids.ts'
import { moment, section } from '../cards/blocks.ts'
import { escaped } from '../format/mrkdwn.ts'
import { drawContact, drawTold, type Filled, readContact, readMinutes, toldBlocks } from './dialog.ts'
import { say } from './text.ts'

type Said = { readonly text: string; readonly blocks: KnownBlock[] }

/** `/log telegram`: the way into the clients' bot. */
const INVITE = /^(?:telegram|tg|телеграм|телеграмм|тг)$/i

/** What whoever wrote `/log …` is told, or the dialogue that opens. */
export async function onLog(
  contacts: ContactLog,
  by: RemoteUser,
  written: { readonly text: string; readonly source: string },
): Promise<Said | ModalView> {
  if (INVITE.test(written.text.trim())) return invitedWords(await contacts.invite(by))
  const answer = await contacts.write({ by, ...written })
  return answer.kind === 'form' ? drawContact(answer) : toldMessage(answer)
}

function invitedWords(invited: StaffInvited): Said {
  if (invited.kind === 'refused') return toldMessage(invited)
  const { locale, word, link, until } = invited
  const by = moment(until.toISOString(), locale)
  const words =
    link === undefined
      ? say(locale, 'log-invited-word', { until: by, word })
      : say(locale, 'log-invited', { until: by, link: `<${link}>` })
  return { text: words, blocks: [section(words)] }
}

export function toldMessage(told: ContactTold): Said {
  return { text: escaped(toldWords(told)), blocks: toldBlocks(told) }
}

/** The dialogue for what is known already, or one that says why not. */
export async function contactView(
  contacts: ContactLog,
  by: RemoteUser,
  draft: ContactDraft,
  where?: RemoteConversation,
): Promise<ModalView> {
  return viewOf(await contacts.form({ by, draft, where }))
}

function viewOf(form: ContactForm | ContactRefused, filled?: Filled): ModalView {
  return form.kind === 'form' ? drawContact({ ...form, minutes: filled?.minutes }) : drawTold(form)
}

/** Another client was chosen: the people are theirs, the rest stays. */
export async function onClientChosen(
  contacts: ContactLog,
  by: RemoteUser,
  given: unknown,
): Promise<{ readonly view_id: string; readonly hash?: string; readonly view: ModalView }> {
  const filled = readContact(given)
  const view = viewOf(await contacts.form({ by, draft: filled.draft }), filled)
  return { view_id: filled.view, ...(filled.hash === undefined ? {} : { hash: filled.hash }), view }
}

type Answer =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView }

/** At which field a refusal stands; the others are about no field. */
const FIELD_OF: Partial<Record<ContactRefusal, string>> = {
  not_yours: 'client',
  future: 'when',
  old: 'when',
  bad_reason: 'reason',
  long: 'note',
}

/** The dialogue was sent off: it says how that ended. */
export async function onContact(contacts: ContactLog, by: RemoteUser, given: unknown): Promise<Answer> {
  const filled = readContact(given)
  const { client, channel, direction = 'out', missed = false, note = '', ...rest } = filled.draft
  const minutes = readMinutes(filled.minutes)
  if (client === undefined || channel === undefined || minutes === null) {
    const form = await contacts.form({ by, draft: filled.draft })
    if (form.kind === 'refused') return { response_action: 'update', view: drawTold(form) }
    if (minutes === null)
      return { response_action: 'errors', errors: { minutes: say(form.locale, 'log-minutes-wrong') } }
    return { response_action: 'update', view: viewOf(form, filled) }
  }
  const entry = { ...rest, client, channel, direction, missed, note, minutes }
  const done = await contacts.log({ by, entry, source: `by-hand:${filled.view}` })
  const field = done.kind === 'refused' ? fieldOf(done.why, filled) : undefined
  if (field !== undefined) return { response_action: 'errors', errors: { [field]: toldWords(done) } }
  return { response_action: 'update', view: drawTold(done) }
}

function fieldOf(why: ContactRefusal, { contactBlock }: Filled): string | undefined {
  return why === 'bad_contact' ? contactBlock : FIELD_OF[why]
}

/** A click on "Undo". */
export async function onUndo(contacts: ContactLog, by: RemoteUser, value: unknown): Promise<ContactTold> {
  return contacts.takeBack({ by, contact: z.uuid().parse(value) })
}
